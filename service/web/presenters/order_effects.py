"""What each order of an instruction does: its words, the text before it, the text after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from amendments.documents.printed import printed_label, printed_words
from amendments.instructions import Outcome
from amendments.law.edition import Edition
from amendments.law.provision import Provision
from amendments.operations.apply import Change, try_apply
from amendments.operations.model import Span
from amendments.operations.redline import redline
from amendments.operations.touch import Touch
from amendments.operations.worddiff import segments
from amendments.operations.words import Edit
from service.web.presenters.citation import capital, cite
from service.web.presenters.redlining import Look, Shown, shown

MOST_PLACES: Final = 12
"""Places shown of one order; the rest are counted."""
_WORDS: Final = ("words", "heading")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph: as they are, deleted or inserted; `rule` names the editorial rule that did it."""

    text: str
    change: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """One paragraph that an order changes: what stands before and after, None where it is not there."""

    place: str
    old: tuple[Piece, ...] | None
    new: tuple[Piece, ...] | None


@dataclass(frozen=True, slots=True)
class OrderEffect:
    """One sentence's work: the indexes of its operations in the reading, and the paragraphs it changes."""

    sources: tuple[int, ...]
    order: Span
    paragraphs: tuple[Changed, ...]
    more: int
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    source: int
    order: Span
    before: Edition
    after: Edition
    change: Change


def order_effects(outcome: Outcome, base: Edition, rules: frozenset[str], first: int, last: int) -> list[OrderEffect]:
    """The effects of the sentences from `first` to `last` (exclusive), in the order in which they were carried out."""
    groups = groupby(_steps(outcome, base, rules), key=lambda step: step.order)
    found = []
    for number, (order, steps) in enumerate(groups):
        if number >= last:
            break
        if number >= first:
            found.append(_effect(order, list(steps)))
    return found


def sentences(outcome: Outcome) -> int:
    """How many sentences were carried out."""
    orders = [outcome.reading.operations[source].order for source in outcome.sources]
    return sum(1 for _ in groupby(orders))


def _steps(outcome: Outcome, base: Edition, rules: frozenset[str]) -> Iterator[_Step]:
    current = base
    for operation, source in zip(outcome.operations, outcome.sources, strict=True):
        applied = try_apply([operation], current, adjustments=rules)
        order = outcome.reading.operations[source].order or Span(0, 0)
        for change in applied.changes:
            yield _Step(source, order, current, applied.edition, change)
        current = applied.edition


def _effect(order: Span, steps: Sequence[_Step]) -> OrderEffect:
    places: dict[str, list[tuple[_Step, Touch]]] = {}
    for step in steps:
        for touch in step.change.touches:
            places.setdefault(touch.address, []).append((step, touch))
    chosen = list(places.values())[:MOST_PLACES]
    paragraphs = tuple(line for touches in chosen for line in _place(touches))
    rules = dict.fromkeys(name for step in steps for name in step.change.adjustments)
    sources = tuple(dict.fromkeys(step.source for step in steps))
    return OrderEffect(sources, order, paragraphs, len(places) - len(chosen), tuple(rules))


def _place(touches: Sequence[tuple[_Step, Touch]]) -> Iterable[Changed]:
    (first, touch), (last, _) = touches[0], touches[-1]
    language = first.before.language
    old, new = _unit(first.before, touch.address), _unit(last.after, touch.address)
    if touch.what in _WORDS and old is not None and new is not None:
        edits = touch.edits if len(touches) == 1 and old.text else ()
        pieces = _edited(old.text, edits) if edits else _compared(old.text, new.text)
        label = printed_label(new.label)
        yield Changed(
            capital(cite(touch.address, language)), _side(label, pieces, "insert"), _side(label, pieces, "delete")
        )
        return
    noted = touch.what == "suspended"  # the day stands in a note
    before, after = _alone(first.before, old if touch.what != "inserted" else None), _alone(last.after, new)
    rows = redline(before, after, notes=noted)
    lines = [shown(row, Look()) for row in rows if row.kind != "act" and (noted or row.kind != "note")]
    for number, line in enumerate(lines):
        place = capital(cite(touch.address, language)) if number == 0 else ""
        yield Changed(place, _old(line), _new(line))


def _unit(edition: Edition, address: str) -> Provision | None:
    found = edition.at(address)
    if found is None:
        target = edition.locate(address)
        found = target.provision if target is not None else None
    return found


def _alone(edition: Edition, unit: Provision | None) -> Edition:
    return edition.with_root(Provision("act", children=(unit,) if unit is not None and unit.kind != "act" else ()))


def _edited(text: str, edits: Iterable[Edit]) -> list[Piece]:
    """The paragraph with its edits, in order; each names the rule that made it, "" where the order did."""
    pieces: list[Piece] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces.append(Piece(text[at : edit.start]))
        pieces.append(Piece(text[edit.start : edit.end], "delete", edit.adjustment))
        pieces.append(Piece(edit.new, "insert", edit.adjustment))
        at = edit.end
    pieces.append(Piece(text[at:]))
    return pieces


def _compared(old: str, new: str) -> list[Piece]:
    return [Piece(part.text, "" if part.kind == "equal" else part.kind) for part in segments(old, new)]


def _side(label: str, pieces: Iterable[Piece], without: str) -> tuple[Piece, ...]:
    kept = [
        Piece(printed_words(one.text), one.change, one.rule) for one in pieces if one.text and one.change != without
    ]
    return (Piece(label), *kept) if label else tuple(kept)


def _old(line: Shown) -> tuple[Piece, ...] | None:
    if line.status in ("inserted", "moved_to"):
        return None
    label = line.label_old or line.label
    return _side(label, (Piece(run.text, run.change) for run in line.old_runs), "insert")


def _new(line: Shown) -> tuple[Piece, ...] | None:
    if line.status in ("deleted", "moved_from"):
        return None
    return _side(line.label, (Piece(run.text, run.change) for run in line.new_runs), "delete")
