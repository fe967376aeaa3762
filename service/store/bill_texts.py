"""A bill as one text: its amendments applied to the base edition one after the other, by number.

Nothing here changes the database. Outcomes are cached by bill and revisions, which never change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from sqlmodel import Session

from amendments.law.edition import Edition
from amendments.operations.apply import try_apply
from amendments.operations.redline import Row, redline
from service.store.amendments import AmendmentEntry
from service.store.bills import BillEntry
from service.store.cache import cache_of
from service.store.editions import get_edition
from service.store.effects import revision_effect
from service.store.tables import AmendmentState

OUT = frozenset({AmendmentState.REJECTED, AmendmentState.WITHDRAWN})
IN = frozenset({AmendmentState.ACCEPTED, AmendmentState.ACCEPTED_IN_PART, AmendmentState.ACCEPTED_AS_WORDED})


class Reason(Protocol):
    """Why an amendment is not in the text: a place not understood, or a refusal."""

    def describe(self, language: str = "ru") -> str:
        """The reason as a sentence."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An amendment that could not be applied exactly, or orders nothing (then without a reason)."""

    id: int
    number: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class BillText:
    """Base and outcome.

    `touched` says for an address the numbers of the amendments that touched it; `included` are the numbers of
    those in the text, in order.
    """

    base: Edition
    edition: Edition
    touched: Mapping[str, tuple[int, ...]]
    included: tuple[int, ...]
    left_out: tuple[LeftOut, ...]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The redline of both. Worked out when it is first asked for: most who ask for the outcome only count in it."""
        return redline(self.base, self.edition)


def live(entries: Iterable[AmendmentEntry], *, accepted_only: bool = False) -> list[AmendmentEntry]:
    """The amendments that count: all but those rejected, withdrawn or left on an older edition; or accepted ones."""
    return [
        entry
        for entry in entries
        if entry.carried and (entry.amendment.state in IN if accepted_only else entry.amendment.state not in OUT)
    ]


def bill_text(session: Session, found: BillEntry, language: str, chosen: Sequence[AmendmentEntry]) -> BillText:
    """The bill's base edition with amendments of the bill, in the order given. Cached.

    One that cannot be applied exactly changes nothing and is reported. Raises NotFound("edition_not_found").
    """
    base = get_edition(session, found.act, language, found.bill.base_date)
    key = ("bill", language, found.bill.id, found.bill.base_date, tuple(entry.revision.id for entry in chosen))
    return cache_of(session).get(key, lambda: _compose(session, base, chosen, language))


def _compose(session: Session, base: Edition, chosen: Sequence[AmendmentEntry], language: str) -> BillText:
    current = base
    touched: dict[str, list[int]] = {}
    included: list[int] = []
    left_out: list[LeftOut] = []
    for entry in chosen:
        number = entry.amendment.number
        effect = revision_effect(session, entry.revision, language, base)
        reasons: tuple[Reason, ...] = effect.problems
        if not reasons and effect.operations:
            applied = try_apply(effect.operations, current, adjustments=effect.adjustments)
            reasons = applied.refusals
            if not reasons:
                current = applied.edition
                included.append(number)
                for address in dict.fromkeys(touch.address for change in applied.changes for touch in change.touches):
                    touched.setdefault(address, []).append(number)
                continue
        left_out.append(LeftOut(entry.amendment.id or 0, number, reasons))
    places = {address: tuple(numbers) for address, numbers in touched.items()}
    return BillText(base, current, places, tuple(included), tuple(left_out))
