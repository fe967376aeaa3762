"""Which provision of the new edition is which of the old one.

Equal subtrees are recognised by their hashes without being read. Numbers alone never decide: where an early
article goes and all later ones are renumbered, content tells them apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from amendments.law.provision import EDITORIAL, HEADED, Provision
from amendments.operations.worddiff import Bag, bag, similarity

StepKind = Literal["same", "pair", "insert", "remove", "move_in", "move_out"]
_CAP = 40_000  # pairs compared word by word in one gap; beyond, numbers alone decide
_LIKE = 0.5  # share of common words from which two units without a common number are one
_MOVED = 0.75  # the same for a unit at another place
_MOVED_SIZE = 40  # characters: shorter texts are alike by chance


@dataclass(eq=False)
class Step:
    """What happens to one child of a matched pair of parents, in the order of the merged text."""

    kind: StepKind
    old: Provision | None = None
    new: Provision | None = None
    pair: Pair | None = None


@dataclass(eq=False)
class Pair:
    """An old provision and the new one it became. `steps` is empty where both are the same to the last character."""

    old: Provision
    new: Provision
    steps: list[Step] = field(default_factory=list)

    @property
    def wholesale(self) -> bool:
        """Whether the unit gives way as a whole: it was excluded, or came into force in the place of its marker."""
        return self.old.state != self.new.state


def align(old: Provision, new: Provision) -> Pair:
    """Match two trees from the top down, then find what moved."""
    root = _pair(old, new)
    _find_moves(root)
    return root


def _pair(old: Provision, new: Provision) -> Pair:
    pair = Pair(old, new)
    if old.full_hash == new.full_hash:
        return pair
    matches = _match(old.children, new.children)
    i = j = 0
    for a, b in [*matches, (len(old.children), len(new.children))]:
        pair.steps.extend(Step("remove", old=child) for child in old.children[i:a])
        pair.steps.extend(Step("insert", new=child) for child in new.children[j:b])
        i, j = a + 1, b + 1
        if a < len(old.children) and b < len(new.children):
            first, second = old.children[a], new.children[b]
            if first.full_hash == second.full_hash:
                pair.steps.append(Step("same", first, second))
            else:
                pair.steps.append(Step("pair", first, second, _pair(first, second)))
    return pair


def _match(old: Sequence[Provision], new: Sequence[Provision]) -> list[tuple[int, int]]:
    """Pairs of indexes, rising on both sides."""
    start, limit = 0, min(len(old), len(new))
    while start < limit and old[start].full_hash == new[start].full_hash:
        start += 1
    end = 0
    while end < limit - start and old[-1 - end].full_hash == new[-1 - end].full_hash:
        end += 1
    matches = [(k, k) for k in range(start)]
    matches += _between(old, new, start, len(old) - end, start, len(new) - end, 0)
    matches += [(len(old) - k, len(new) - k) for k in range(end, 0, -1)]
    return matches


def _between(
    old: Sequence[Provision], new: Sequence[Provision], i0: int, i1: int, j0: int, j1: int, level: int
) -> list[tuple[int, int]]:
    """Matches in a gap: first units equal in number and words, then in words alone, then like ones."""
    if i0 >= i1 or j0 >= j1:
        return []
    if level == 2:
        return _likely(old, new, i0, i1, j0, j1)
    anchors = _anchors(
        [(_identity(old[i], level), i) for i in range(i0, i1)],
        [(_identity(new[j], level), j) for j in range(j0, j1)],
    )
    if not anchors:
        return _between(old, new, i0, i1, j0, j1, level + 1)
    found: list[tuple[int, int]] = []
    for (a, b), (c, d) in pairwise([(i0 - 1, j0 - 1), *anchors, (i1, j1)]):
        found += _between(old, new, a + 1, c, b + 1, d, level + 1)
        if c < i1:
            found.append((c, d))
    return found


def _identity(unit: Provision, level: int) -> Hashable:
    return (unit.kind, unit.number, unit.body_hash) if level == 0 else (unit.kind, unit.body_hash)


def _anchors(old: list[tuple[Hashable, int]], new: list[tuple[Hashable, int]]) -> list[tuple[int, int]]:
    """Keys that occur once on each side, the longest run of them that rises on both sides."""
    left, right = Counter(key for key, _ in old), Counter(key for key, _ in new)
    where = {key: j for key, j in new if right[key] == 1}
    pairs = [(i, where[key]) for key, i in old if left[key] == 1 and key in where]
    return _rising(pairs)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for index, (_, j) in enumerate(pairs):
        position = bisect_left(tails, j)
        previous.append(ends[position - 1] if position else -1)
        if position == len(tails):
            tails.append(j)
            ends.append(index)
        else:
            tails[position] = j
            ends[position] = index
    chain: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = previous[at]
    chain.reverse()
    return chain


def _likely(
    old: Sequence[Provision], new: Sequence[Provision], i0: int, i1: int, j0: int, j1: int
) -> list[tuple[int, int]]:
    """The order-keeping pairing with the greatest likeness; a common number counts as much as all words."""
    height, width = i1 - i0, j1 - j0
    if height == width == 1 and old[i0].number and (old[i0].kind, old[i0].number) == (new[j0].kind, new[j0].number):
        return [(i0, j0)]
    if height * width > _CAP:
        return _rising(_by_number(old, new, i0, i1, j0, j1))
    bags_old = [_bag(old[i]) for i in range(i0, i1)]
    bags_new = [_bag(new[j]) for j in range(j0, j1)]
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    score = [[0.0] * width for _ in range(height)]
    for i in range(height - 1, -1, -1):
        for j in range(width - 1, -1, -1):
            value = _likeness(old[i0 + i], new[j0 + j], bags_old[i], bags_new[j])
            score[i][j] = value
            take = best[i + 1][j + 1] + value if value else 0.0
            best[i][j] = max(take, best[i + 1][j], best[i][j + 1])
    found = []
    i = j = 0
    while i < height and j < width:
        if score[i][j] and best[i][j] == best[i + 1][j + 1] + score[i][j]:
            found.append((i0 + i, j0 + j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _by_number(
    old: Sequence[Provision], new: Sequence[Provision], i0: int, i1: int, j0: int, j1: int
) -> list[tuple[int, int]]:
    return _anchors(
        [((old[i].kind, old[i].number), i) for i in range(i0, i1) if old[i].number],
        [((new[j].kind, new[j].number), j) for j in range(j0, j1) if new[j].number],
    )


def _likeness(old: Provision, new: Provision, bag_old: Bag, bag_new: Bag) -> float:
    if old.kind != new.kind:
        return 0.0
    like = similarity(bag_old, bag_new)
    if old.number and old.number == new.number:
        return 1.0 + like
    if old.number and (old.state == "excluded" or new.state == "excluded"):
        return 0.0
    return like if like >= (_LIKE if old.kind not in EDITORIAL else 0.3) else 0.0


def _bag(unit: Provision) -> Bag:
    """The words that stand for a unit when likeness is measured: its own, and the beginning of what hangs under it."""
    parts = [unit.text]
    size = len(unit.text)
    for paragraph in unit.paragraphs():
        if size > 2000:
            break
        if paragraph is not unit and paragraph.kind not in EDITORIAL:
            parts.append(paragraph.text)
            size += len(paragraph.text)
    return bag(" ".join(parts))


def _find_moves(root: Pair) -> None:
    """Units taken out here and put in there, unchanged or little changed, have moved."""
    gone: list[Step] = []
    come: list[Step] = []
    _unmatched(root, gone, come)
    by_body: dict[Hashable, list[Step]] = {}
    for step in gone:
        if step.old and _may_move(step.old):
            by_body.setdefault((step.old.kind, step.old.body_hash), []).append(step)
    rest = []
    for step in come:
        if step.new is None or not _may_move(step.new):
            continue
        same = by_body.get((step.new.kind, step.new.body_hash))
        if same:
            _moved(same.pop(0), step)
        else:
            rest.append(step)
    left = [step for step in gone if step.kind == "remove" and step.old and _may_move(step.old)]
    if len(left) * len(rest) > _CAP // 10:
        return
    if not left:
        return
    bags = [_bag(step.old) for step in left if step.old]
    for step in rest:
        _nearest_moved(left, bags, step)


def _nearest_moved(left: list[Step], bags: list[Bag], step: Step) -> None:
    if step.new is None:
        return
    words = _bag(step.new)
    best: tuple[float, Step] | None = None
    for candidate, gone in zip(left, bags, strict=True):
        if candidate.kind == "remove" and candidate.old and candidate.old.kind == step.new.kind:
            like = similarity(gone, words)
            if like >= _MOVED and (best is None or like > best[0]):
                best = (like, candidate)
    if best:
        _moved(best[1], step)


def _may_move(unit: Provision) -> bool:
    if unit.kind in EDITORIAL or unit.kind in ("quote", "act") or unit.state != "in_force":
        return False
    return unit.size >= _MOVED_SIZE or unit.kind in HEADED


def _unmatched(pair: Pair, gone: list[Step], come: list[Step]) -> None:
    for step in pair.steps:
        if step.kind == "remove":
            gone.append(step)
        elif step.kind == "insert":
            come.append(step)
        elif step.pair and not step.pair.wholesale:
            _unmatched(step.pair, gone, come)


def _moved(out: Step, into: Step) -> None:
    if out.old is None or into.new is None:
        return
    pair = _pair(out.old, into.new)
    out.kind, into.kind = "move_out", "move_in"
    out.pair = into.pair = pair
    out.new, into.old = into.new, out.old
