"""A bill as one text: its amendments applied to the base edition one after the other, by number.

Nothing here changes the database. Outcomes are cached by bill and revisions, which never change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Protocol

from sqlmodel import Session

from amendments.law.edition import Edition
from amendments.operations.apply import try_apply
from amendments.operations.redline import Row, redline
from service.errors import Invalid, message
from service.store.amendments import AmendmentEntry
from service.store.bills import BillEntry
from service.store.cache import cache_of
from service.store.editions import get_edition
from service.store.effects import revision_effect
from service.store.tables import AmendmentState

IN = frozenset({AmendmentState.ACCEPTED, AmendmentState.ACCEPTED_IN_PART, AmendmentState.ACCEPTED_AS_WORDED})

MOST_CHOSEN: Final = 5000
"""Amendments that one choice may name."""
_RANGE: Final = re.compile(r"([0-9]{1,9})(?:-([0-9]{1,9}))?")


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


@dataclass(frozen=True, slots=True)
class KeptOut:
    """Why an amendment cannot stand in the text beside the others, whatever it orders: a code of the catalogue."""

    code: str
    params: Mapping[str, Any]

    def describe(self, language: str = "ru") -> str:
        """The sentence in ru, kk or en."""
        return message(self.code, language, dict(self.params))


def live(entries: Iterable[AmendmentEntry], *, accepted_only: bool = False) -> list[AmendmentEntry]:
    """The amendments that count (`AmendmentEntry.counts`); or the accepted ones among them."""
    return [entry for entry in entries if entry.counts and (not accepted_only or entry.amendment.state in IN)]


def chosen_by(entries: Sequence[AmendmentEntry], choice: str) -> list[AmendmentEntry]:
    """The amendments of a choice, by number: «live», «accepted», «all», «none», or numbers («1,3-5»).

    Raises Invalid("amendment_choice") for a choice that says none of these.
    """
    if choice in ("live", "accepted"):
        return live(entries, accepted_only=choice == "accepted")
    if choice == "all":
        return list(entries)
    numbers = numbers_of(choice)
    return [entry for entry in entries if entry.amendment.number in numbers]


def together(chosen: Sequence[AmendmentEntry]) -> list[AmendmentEntry]:
    """The chosen ones that a text applies one after the other: without those that another of them holds already."""
    ids = {entry.amendment.id for entry in chosen}
    return [entry for entry in chosen if entry.amendment.taken_into_id not in ids]


def numbers_of(choice: str) -> set[int]:
    """The numbers of a choice: «1,3-5» is 1, 3, 4, 5, «none» nothing. Raises Invalid("amendment_choice")."""
    found: set[int] = set()
    for part in choice.split(",") if choice != "none" else ():
        ends = _RANGE.fullmatch(part.strip())
        first, last = (int(ends[1]), int(ends[2] or ends[1])) if ends else (1, 0)
        if not first <= last or len(found) + last - first >= MOST_CHOSEN:
            raise Invalid("amendment_choice", field="with", given=choice[:40])
        found.update(range(first, last + 1))
    return found


def written_numbers(numbers: Iterable[int]) -> str:
    """Numbers as a choice says them: 1, 3, 4, 5 is «1,3-5», nothing is «none»."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ",".join(f"{first}-{last}" if last > first else str(first) for first, last in runs) or "none"


def bill_text(
    session: Session,
    found: BillEntry,
    language: str,
    chosen: Sequence[AmendmentEntry],
    base: Edition | None = None,
) -> BillText:
    """The bill's base edition with amendments of the bill, in the order given. Cached.

    `base` is that edition, where the caller has it.
    One that cannot be applied exactly changes nothing and is reported. Raises NotFound("edition_not_found").
    """
    measured = base or get_edition(session, found.act, language, found.bill.base_date)
    # an amendment may be taken into another one, or out again, without a revision of its own
    parts = tuple((entry.revision.id, entry.amendment.taken_into_id) for entry in chosen)
    key = ("bill", language, found.bill.id, found.bill.base_date, parts)
    return cache_of(session).get(key, lambda: _compose(session, measured, chosen, language))


def _compose(session: Session, base: Edition, chosen: Sequence[AmendmentEntry], language: str) -> BillText:
    current = base
    touched: dict[str, list[int]] = {}
    included: list[int] = []
    left_out: list[LeftOut] = []
    for entry in chosen:
        number = entry.amendment.number
        if (kept_out := _kept_out(entry, chosen)) is not None:
            left_out.append(LeftOut(entry.amendment.id or 0, number, (kept_out,)))
            continue
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


def _kept_out(entry: AmendmentEntry, chosen: Sequence[AmendmentEntry]) -> KeptOut | None:
    """It was written against an edition that the bill has left, or stands in another one's joint text already."""
    if not entry.carried:
        return KeptOut("amendment_left_behind", {"on": entry.revision.base_date})
    ids = {one.amendment.id for one in chosen}
    if entry.taken_into is not None and entry.amendment.taken_into_id in ids:
        return KeptOut("amendment_taken_into", {"number": entry.taken_into})
    return None
