"""Units that were taken out at one place and put in at another: they have moved."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator

from amendments.law.provision import EDITORIAL, HEADED, Provision
from amendments.operations.likeness import MOST_PAIRS, NOT_BY_CHANCE, SAME_ELSEWHERE, Words, similarity, words
from amendments.operations.steps import Pair, Step

_SIZES = SAME_ELSEWHERE / (
    2 - SAME_ELSEWHERE
)  # of two sets of words with that share in common, the smaller one has as much at least

Match = Callable[[Provision, Provision], Pair]


def find_moves(gone: list[Step], come: list[Step], match: Match) -> None:
    """Turn steps of removal and insertion into the two ends of moves, where the unit is the same or little changed.

    `match` pairs the unit that went with the one that came, and what hangs under them.
    """
    _equal(gone, come, body, match)
    _alike(gone, come, match)
    # A chapter that came or went around its articles: these moved, the chapter alone came or went.
    left = [_unfold(step) for step in [*gone, *come] if step.kind in ("remove", "insert")]
    if any(step.inner for step in left):
        inside_gone, inside_come = _inside(gone), _inside(come)
        for out, into in ((gone, inside_come), (inside_gone, [*come, *inside_come])):
            _equal(out, into, body, match)
            _equal(out, into, _name, match)
            _alike(out, into, match)
        for step in [*gone, *come]:
            _fold(step)


def _equal(gone: list[Step], come: list[Step], key: Callable[[Provision], Hashable], match: Match) -> None:
    """Units with the same key on both sides, the first with the first."""
    places: dict[Hashable, list[Step]] = {}
    for step in gone:
        if step.kind == "remove" and step.old is not None and _may_move(step.old):
            places.setdefault(key(step.old), []).append(step)
    places.pop(None, None)
    if not places:
        return
    for step in come:
        if step.kind == "insert" and step.new is not None and _may_move(step.new):
            same = places.get(key(step.new))
            while same:
                out = same.pop(0)
                if out.kind == "remove" and not _parted(out) and not _parted(step):
                    _move(out, step, match)
                    break


def body(unit: Provision) -> Hashable:
    """What units that are the same but for their numbers have in common."""
    return unit.kind, unit.body_hash


def _name(unit: Provision) -> Hashable:
    return (unit.kind, unit.number, unit.text) if unit.number and unit.kind in HEADED else None


def _alike(gone: list[Step], come: list[Step], match: Match) -> None:
    left = [step for step in gone if step.kind == "remove" and step.old and _may_move(step.old)]
    rest = [step for step in come if step.kind == "insert" and step.new and _may_move(step.new)]
    if left and len(left) * len(rest) <= MOST_PAIRS:
        known = [(step, words(step.old)) for step in left if step.old]
        for step in rest:
            if step.kind == "insert" and not _parted(step):
                _nearest(known, step, match)


def _nearest(left: list[tuple[Step, Words]], step: Step, match: Match) -> None:
    """Of the units that went the most alike, if one is alike enough to be the one that came."""
    if step.new is None:
        return
    own, kind = words(step.new), step.new.kind
    fewest, most = _SIZES * len(own), len(own) / _SIZES
    best: tuple[float, Step] | None = None
    for candidate, gone in left:
        if not fewest <= len(gone) <= most:
            continue
        if candidate.kind == "remove" and candidate.old is not None and candidate.old.kind == kind:
            like = similarity(gone, own)
            if like >= SAME_ELSEWHERE and (best is None or like > best[0]) and not _parted(candidate):
                best = (like, candidate)
    if best:
        _move(best[1], step, match)


def _move(out: Step, into: Step, match: Match) -> None:
    if out.old is None or into.new is None:
        return
    pair = match(out.old, into.new)
    for end in (out, into):
        for step in _open(end.inner):
            step.kind = "same"  # it goes with its unit: no step of its own
        end.inner = []
        end.pair = pair
    out.kind, into.kind = "move_out", "move_in"
    out.new, into.old = into.new, out.old


def _parted(step: Step) -> bool:
    """Whether something that hangs under a unit has moved away from it, or into it."""
    return any(inner.kind in ("move_in", "move_out") for inner in _open(step.inner))


def _may_move(unit: Provision) -> bool:
    if unit.kind in EDITORIAL or unit.kind in ("quote", "act"):
        return False
    return (unit.size >= NOT_BY_CHANCE or unit.kind in HEADED) and unit.state == "in_force"


def _unfold(step: Step) -> Step:
    """Give a unit that came or went a step for each of its children, and for theirs."""
    if step.kind == "remove" and step.old is not None:
        step.inner = [_unfold(Step("remove", child)) for child in step.old.children]
    elif step.kind == "insert" and step.new is not None:
        step.inner = [_unfold(Step("insert", None, child)) for child in step.new.children]
    return step


def _open(steps: list[Step]) -> Iterator[Step]:
    for step in steps:
        yield step
        yield from _open(step.inner)


def _inside(steps: list[Step]) -> list[Step]:
    return [inner for step in steps for inner in _open(step.inner)]


def _fold(step: Step) -> bool:
    """Forget the steps of children that all came or went with their unit. Whether one of them moved."""
    moved = [_fold(child) for child in step.inner]
    if not any(moved):
        step.inner = []
    return any(moved) or step.kind in ("move_in", "move_out")
