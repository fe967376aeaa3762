"""A bill as one text: its amendments applied to the base edition one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from amendments.law.edition import Edition
from amendments.operations.apply import try_apply
from amendments.operations.redline import Row, redline
from service import context
from service.store.amendments import AmendmentEntry, list_amendments
from service.store.bills import BillEntry
from service.store.cache import cache_of
from service.store.editions import get_edition
from service.store.effects import revision_effect
from service.store.paging import MAX_PER_PAGE, Paging
from service.store.tables import AmendmentState

OUT = frozenset({AmendmentState.REJECTED, AmendmentState.WITHDRAWN})
IN = frozenset({AmendmentState.ACCEPTED, AmendmentState.ACCEPTED_IN_PART, AmendmentState.ACCEPTED_AS_WORDED})


@dataclass(frozen=True, slots=True)
class BillText:
    """The outcome, its redline, the numbers of the amendments in it, and those that are not, with the reasons."""

    edition: Edition
    rows: tuple[Row, ...]
    included: tuple[int, ...]
    left_out: tuple[tuple[int, int, tuple[Any, ...]], ...]
    """(id, number, reasons that can `describe` themselves)."""


def bill_text(found: BillEntry, language: str, accepted_only: bool) -> BillText:
    """The base edition with the bill's amendments: all but those rejected or withdrawn, or only accepted ones.

    One that cannot be applied exactly changes nothing and is reported. Raises NotFound("edition_not_found").
    """
    session = context.reading()
    chosen = [
        entry
        for entry in _all_amendments(found)
        if (entry.amendment.state in IN if accepted_only else entry.amendment.state not in OUT)
    ]
    base = get_edition(session, found.act, language, found.bill.base_date)
    key = ("api bill", language, found.bill.id, tuple(entry.revision.id for entry in chosen))
    return cache_of(session).get(key, lambda: _compose(base, chosen, language))


def _all_amendments(found: BillEntry) -> list[AmendmentEntry]:
    entries: list[AmendmentEntry] = []
    number: int | None = 1
    while number is not None:
        page = list_amendments(context.reading(), found.bill, Paging(number, MAX_PER_PAGE))
        entries.extend(page.items)
        number = page.next
    return entries


def _compose(base: Edition, chosen: list[AmendmentEntry], language: str) -> BillText:
    current = base
    included: list[int] = []
    left_out: list[tuple[int, int, tuple[Any, ...]]] = []
    for entry in chosen:
        effect = revision_effect(context.reading(), entry.revision, language)
        reasons: tuple[Any, ...] = effect.problems
        if not reasons and effect.operations:
            applied = try_apply(effect.operations, current)
            reasons = applied.refusals
            if not reasons:
                current = applied.edition
                included.append(entry.amendment.number)
                continue
        left_out.append((entry.amendment.id or 0, entry.amendment.number, tuple(reasons)))
    return BillText(current, redline(base, current), tuple(included), tuple(left_out))
