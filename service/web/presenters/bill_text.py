"""A bill's text on a page: each change with the amendments behind it, and those left out with the reasons in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service.store.bill_texts import BillText
from service.web.presenters.amendments import AmendmentLine
from service.web.presenters.redlining import Block


@dataclass(frozen=True, slots=True)
class Refused:
    """An amendment that is not in the text, and why."""

    number: int
    line: AmendmentLine | None
    reasons: tuple[str, ...]


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
