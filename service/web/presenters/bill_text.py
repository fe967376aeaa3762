"""A bill as one redline: its amendments applied one after the other, each change with the amendments behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from amendments.law.edition import Edition
from amendments.operations.apply import Applied, try_apply
from amendments.operations.redline import Row, redline
from amendments.operations.refusal import Refusal
from service.store.effects import Effect
from service.web.presenters.amendments import AmendmentLine
from service.web.presenters.redlining import Block


@dataclass(frozen=True, slots=True)
class Part:
    """One amendment of the bill with its own effect on the base edition."""

    number: int
    effect: Effect


@dataclass(frozen=True, slots=True)
class Refused:
    """An amendment that is not in the text, and why."""

    number: int
    line: AmendmentLine | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BillText:
    """Base and outcome, their redline, which amendment touched which address, and which are not in it."""

    base: Edition
    edition: Edition
    rows: tuple[Row, ...]
    touched: Mapping[str, tuple[int, ...]]
    left_out: tuple[tuple[int, tuple[object, ...]], ...]
    lines: Mapping[int, AmendmentLine] = field(default_factory=dict)
    refused: tuple[Refused, ...] = ()

    def described(self, lines: Mapping[int, AmendmentLine], language: str) -> BillText:
        """The same with amendments as lines and reasons in words, which are not kept between requests."""
        refused = tuple(
            Refused(number, lines.get(number), tuple(_words(reason, language) for reason in reasons))
            for number, reasons in self.left_out
        )
        return replace(self, lines=lines, refused=refused)

    def cards(self, changes: Iterable[Block]) -> dict[int, list[AmendmentLine]]:
        """Number of a change → the amendments that brought it; each amendment only where it stands first."""
        seen: set[int] = set()
        cards: dict[int, list[AmendmentLine]] = {}
        for block in changes:
            places = {line.row.address_new for line in block.lines} | {line.row.address_old for line in block.lines}
            for number in sorted({number for place in places for number in self._behind(place)}):
                if number not in seen and number in self.lines:
                    seen.add(number)
                    cards.setdefault(block.number, []).append(self.lines[number])
        return cards

    def _behind(self, address: str) -> tuple[int, ...]:
        while address:
            if address in self.touched:
                return self.touched[address]
            address = address.rpartition("/")[0]
        return ()


def compose(base: Edition, parts: Sequence[Part]) -> BillText:
    """Apply the amendments in the given order. One that cannot be applied exactly changes nothing and is reported."""
    current = base
    touched: dict[str, list[int]] = {}
    left_out: list[tuple[int, tuple[object, ...]]] = []
    for part in parts:
        reasons: tuple[object, ...] = (*part.effect.problems,)
        if not reasons and part.effect.operations:
            applied = try_apply(part.effect.operations, current)
            reasons = applied.refusals
            if not reasons:
                current = applied.edition
                for address in _touched(applied):
                    touched.setdefault(address, []).append(part.number)
        if reasons or not part.effect.operations:
            left_out.append((part.number, reasons))
    rows = redline(base, current)
    return BillText(base, current, rows, {key: tuple(value) for key, value in touched.items()}, tuple(left_out))


def _touched(applied: Applied) -> Iterable[str]:
    return dict.fromkeys(touch.address for change in applied.changes for touch in change.touches)


def _words(reason: object, language: str) -> str:
    if isinstance(reason, Refusal):
        return reason.describe(language)
    describe = getattr(reason, "describe", None)
    return str(describe(language)) if describe else str(reason)
