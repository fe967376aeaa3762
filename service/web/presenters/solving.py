"""Two amendments in conflict: the places that they touch side by side, the colliding words lit; ways to settle it."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from amendments.documents.printed import printed_words
from amendments.law.provision import EDITORIAL
from amendments.operations.redline import Row
from service.web.presenters.citation import capital, cite
from service.web.presenters.redlining import Look, Shown, shown
from service.web.presenters.runs import Run


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One paragraph of the law: in force, and as each amendment leaves it. None where it is not there.

    `first_same`, `second_same`: that amendment leaves it alone. `collides`: both touch it.
    """

    place: str
    force: Shown | None
    first: Shown | None
    second: Shown | None
    first_same: bool
    second_same: bool
    collides: bool


@dataclass(frozen=True, slots=True)
class OrderOutcome:
    """What comes of one amendment after the other: its lines, or the reasons why it cannot be done."""

    way: str
    before: int
    after: int
    exact: bool
    lines: tuple[Shown, ...]
    reasons: tuple[str, ...]


_Key = tuple[str, str]
_Edits = list[tuple[int, int]]


def place_rows(
    first: Sequence[Row], second: Sequence[Row], articles: Collection[str], language: str
) -> tuple[PlaceRow, ...]:
    """The paragraphs of some articles that either amendment changes, in the law's order; those of both lit."""
    one, two = _by_place(first, articles), _by_place(second, articles)
    order = {**_order(second, articles), **_order(first, articles)}
    touched = [key for key in order if any(key in of and of[key].status != "same" for of in (one, two))]
    return tuple(
        _place_row(key, one.get(key), two.get(key), language) for key in sorted(touched, key=order.__getitem__)
    )


def order_lines(rows: Iterable[Row], articles: Collection[str]) -> tuple[Shown, ...]:
    """The changed paragraphs of some articles in one text."""
    return tuple(shown(row, Look()) for row in rows if row.status != "same" and _in(row, articles))


def _place_row(key: _Key, one: Row | None, two: Row | None, language: str) -> PlaceRow:
    edits, others = _edits(one), _edits(two)
    address, new = key
    here = _shown_old(one or two) if address else None
    both = _touched(one) and _touched(two)
    return PlaceRow(
        place=capital(cite(address or new, language)),
        force=here and replace(here, old_runs=_lit_force(here.row, edits, others)),
        first=_lit(one, others, both_new=both and not address),
        second=_lit(two, edits, both_new=both and not address),
        first_same=not _touched(one),
        second_same=not _touched(two),
        collides=both,
    )


def _touched(row: Row | None) -> bool:
    return row is not None and row.status != "same"


def _shown_old(row: Row | None) -> Shown | None:
    return shown(row, Look()) if row is not None else None


def _by_place(rows: Iterable[Row], articles: Collection[str]) -> dict[_Key, Row]:
    return {_key(row): row for row in rows if _in(row, articles)}


def _key(row: Row) -> _Key:
    return ("", row.address_new) if row.status in ("inserted", "moved_to") else (row.address_old, "")


def _in(row: Row, articles: Collection[str]) -> bool:
    places = {place.split("/", 1)[0] for place in (row.address_old, row.address_new) if place}
    return row.kind not in EDITORIAL and row.kind != "act" and not places.isdisjoint(articles)


def _order(rows: Iterable[Row], articles: Collection[str]) -> dict[_Key, tuple[int, int]]:
    """Where each paragraph stands: after so many paragraphs of the text in force."""
    found: dict[_Key, tuple[int, int]] = {}
    before, after = 0, 0
    for row in rows:
        if row.status in ("inserted", "moved_to"):
            after += 1
        else:
            before, after = before + 1, 0
        if _in(row, articles):
            found[_key(row)] = (before, after)
    return found


def _edits(row: Row | None) -> _Edits:
    """Stretches of the text in force that a row changes; an insertion is an empty one."""
    edits: _Edits = []
    at = start = 0
    changed = False
    for part in row.segments if row is not None and row.status != "same" else ():
        if part.kind == "equal":
            if changed:
                edits.append((start, at))
            changed = False
        elif not changed:
            changed, start = True, at
        at += 0 if part.kind == "insert" else len(part.text)
    if changed:
        edits.append((start, at))
    return edits


def _meets(start: int, end: int, edits: _Edits) -> bool:
    """Whether a stretch overlaps one of the others, or an insertion stands at its edge."""
    return any(
        (start < last and first < end) or ((start == end or first == last) and start <= last and first <= end)
        for first, last in edits
    )


def _lit(row: Row | None, others: _Edits, *, both_new: bool) -> Shown | None:
    """A row with its changes lit where they meet those of the other amendment."""
    if row is None:
        return None
    line = shown(row, Look())
    if row.status == "same":
        return line
    groups = _edits(row)
    runs: list[Run] = []
    at = 0
    for part in row.segments:
        end = at + (0 if part.kind == "insert" else len(part.text))
        group = next(((first, last) for first, last in groups if first <= at and end <= last), None)
        lit = both_new or (part.kind != "equal" and group is not None and _meets(*group, others))
        change = "" if part.kind == "equal" else part.kind
        runs.append(Run(printed_words(part.text), change, lit="1" if lit else ""))
        at = end
    return replace(line, runs=tuple(runs))


def _lit_force(row: Row, edits: _Edits, others: _Edits) -> tuple[Run, ...]:
    """The text in force with the words lit that both change."""
    text = row.old
    edges = sorted({0, len(text), *(edge for stretch in (*edits, *others) for edge in stretch)})
    runs: list[Run] = []
    for start, end in itertools.pairwise(edges):
        lit = all(any(first <= start and end <= last for first, last in of) for of in (edits, others))
        if runs and bool(runs[-1].lit) == lit:
            runs[-1] = replace(runs[-1], text=runs[-1].text + text[start:end])
        else:
            runs.append(Run(text[start:end], lit="1" if lit else ""))
    return tuple(replace(run, text=printed_words(run.text)) for run in runs if run.text)
