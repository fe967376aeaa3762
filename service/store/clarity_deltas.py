"""What a change does to clarity: of an amendment and two editions from what is stored, of a bill from its text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlmodel import Session

from amendments.law.edition import Edition
from service.store.amendments import AmendmentEntry
from service.store.bill_texts import bill_text
from service.store.bills import BillEntry
from service.store.cache import cache_of
from service.store.editions import source_hash
from service.store.finding_rows import ADDED, KEPT, MOVED, REMOVED, as_found, checked, edition_rows
from service.store.findings import FindingEntry
from service.store.tables import EditionRow

if TYPE_CHECKING:
    from amendments.clarity import Delta


def edition_delta(session: Session, old: EditionRow, new: EditionRow) -> Delta:
    """From one edition to another, by their stored findings: no rule runs."""
    from amendments.clarity import delta

    before, after = (map(as_found, edition_rows(session, row)) for row in (old, new))
    return delta(before, after)


def amendment_delta(entries: Sequence[FindingEntry]) -> Delta:
    """What an amendment does in what it rewrites, by its stored findings (`findings.amendment_findings`)."""
    from amendments.clarity import Delta

    found = {
        change: tuple(as_found(entry.finding) for entry in entries if entry.finding.change == change)
        for change in (ADDED, REMOVED, KEPT, MOVED)
    }
    kept, moved = (tuple((one, one) for one in found[change]) for change in (KEPT, MOVED))
    return Delta(found[ADDED], found[REMOVED], kept, moved)


def bill_delta(
    session: Session,
    bill: BillEntry,
    language: str,
    chosen: Sequence[AmendmentEntry],
    base: Edition | None = None,
) -> Delta:
    """What a bill's amendments do together to the whole law. Cached; only provisions that they change are searched.

    `base` is the bill's base edition, where the caller has it.

    Raises NotFound("edition_not_found") where the act has no text in the language.
    """
    from amendments.clarity import check, delta

    def make() -> Delta:
        composed = bill_text(session, bill, language, chosen, base)
        before = checked(session, composed.base, source_hash(composed.base.text))
        return delta(before.findings, check(composed.edition, known=before.known).findings)

    key = ("bill clarity", language, bill.bill.id, bill.bill.base_date, tuple(entry.revision.id for entry in chosen))
    return cache_of(session).get(key, make)
