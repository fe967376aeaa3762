"""A bill's text on a page: each change with the amendments behind it, and those left out with the reasons in words."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from service.store.amendments import AmendmentEntry
from service.store.bill_texts import BillText
from service.store.clashes import Clash
from service.web.presenters.amendments import AmendmentLine
from service.web.presenters.citation import cite
from service.web.presenters.collisions import KINDS
from service.web.presenters.redlining import Block


@dataclass(frozen=True, slots=True)
class Refused:
    """An amendment that is not in the text, and why."""

    number: int
    line: AmendmentLine | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """An amendment that can be chosen: whether it is, and what became of it («in», «out», «» where not chosen)."""

    line: AmendmentLine
    chosen: bool
    outcome: str
    clashes: tuple[int, ...]
    """Numbers of the chosen amendments that it conflicts with."""


@dataclass(frozen=True, slots=True)
class ChosenClash:
    """Two chosen amendments that conflict; `live` where the page that solves conflicts knows the pair."""

    first: AmendmentLine
    second: AmendmentLine
    kind: str
    place: str
    live: bool


def ticks(
    lines: Iterable[AmendmentLine], chosen: Iterable[AmendmentEntry], text: BillText, clashes: Iterable[Clash]
) -> list[Tick]:
    """All amendments, each with its box."""
    numbers = {entry.amendment.number for entry in chosen}
    out = {one.number for one in text.left_out}
    of: dict[int, list[int]] = {}
    for clash in clashes:
        of.setdefault(clash.first, []).append(clash.second)
        of.setdefault(clash.second, []).append(clash.first)
    return [
        Tick(
            line,
            line.number in numbers,
            "" if line.number not in numbers else "out" if line.number in out else "in",
            tuple(sorted(of.get(line.number, ()))),
        )
        for line in lines
    ]


def chosen_clashes(
    clashes: Iterable[Clash], lines: Mapping[int, AmendmentLine], live: Container[int], language: str
) -> list[ChosenClash]:
    """The conflicts among the chosen amendments in words."""
    return [
        ChosenClash(
            lines[clash.first],
            lines[clash.second],
            str(KINDS[clash.conflict.kind]),
            cite(clash.conflict.first_address, language),
            clash.first in live and clash.second in live,
        )
        for clash in clashes
    ]


def refused(text: BillText, lines: Mapping[int, AmendmentLine], language: str) -> tuple[Refused, ...]:
    """The amendments left out, with their lines and reasons in words."""
    return tuple(
        Refused(out.number, lines.get(out.number), tuple(reason.describe(language) for reason in out.reasons))
        for out in text.left_out
    )


def cards(
    text: BillText, lines: Mapping[int, AmendmentLine], changes: Iterable[Block]
) -> dict[int, list[AmendmentLine]]:
    """Number of a change → the amendments that brought it; each amendment only where it stands first."""
    seen: set[int] = set()
    found: dict[int, list[AmendmentLine]] = {}
    for block in changes:
        places = {line.row.address_new for line in block.lines} | {line.row.address_old for line in block.lines}
        for number in sorted({number for place in places for number in _behind(text, place)}):
            if number not in seen and number in lines:
                seen.add(number)
                found.setdefault(block.number, []).append(lines[number])
    return found


def _behind(text: BillText, address: str) -> tuple[int, ...]:
    while address:
        if address in text.touched:
            return text.touched[address]
        address = address.rpartition("/")[0]
    return ()
