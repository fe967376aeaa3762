"""From row ids to the names that people and programs use: codes, dates, numbers. One query each, for a whole page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from service.store.tables import Act, Amendment, AmendmentRevision, Bill, EditionRow, FindingRow

Ids = Iterable[int | None]


def act_codes(session: Session, ids: Ids) -> dict[int, str]:
    """Act → its code."""
    wanted = _wanted(ids)
    if not wanted:
        return {}
    found = session.exec(select(Act.id, Act.code).where(col(Act.id).in_(wanted))).all()
    return {act or 0: code for act, code in found}


def edition_dates(session: Session, ids: Ids) -> dict[int, date]:
    """Edition → the date that it is in force from."""
    wanted = _wanted(ids)
    if not wanted:
        return {}
    query = select(col(EditionRow.id), col(EditionRow.in_force_from)).where(col(EditionRow.id).in_(wanted))
    return {edition or 0: day for edition, day in session.exec(query).all()}


def bill_numbers(session: Session, ids: Ids) -> dict[int, str]:
    """Bill → its number."""
    wanted = _wanted(ids)
    if not wanted:
        return {}
    found = session.exec(select(Bill.id, Bill.number).where(col(Bill.id).in_(wanted))).all()
    return {bill or 0: number for bill, number in found}


def revision_amendments(session: Session, ids: Ids) -> dict[int, int]:
    """Revision → the amendment that it is a wording of."""
    wanted = _wanted(ids)
    if not wanted:
        return {}
    query = select(AmendmentRevision.id, AmendmentRevision.amendment_id).where(col(AmendmentRevision.id).in_(wanted))
    return {revision or 0: amendment for revision, amendment in session.exec(query).all()}


def amendment_places(session: Session, ids: Ids) -> dict[int, tuple[str, int]]:
    """Amendment → the number of its bill and its own number there."""
    wanted = _wanted(ids)
    if not wanted:
        return {}
    query = select(Amendment.id, Bill.number, Amendment.number).join(Bill, col(Bill.id) == col(Amendment.bill_id))
    found = session.exec(query.where(col(Amendment.id).in_(wanted))).all()
    return {amendment or 0: (bill, number) for amendment, bill, number in found}


def finding_ids(session: Session, lineages: Iterable[str]) -> dict[str, int]:
    """Words that findings tag (`FindingRow.lineage`) → the latest stored finding of them."""
    wanted = {lineage for lineage in lineages if lineage}
    if not wanted:
        return {}
    query = select(FindingRow.lineage, func.max(FindingRow.id)).group_by(col(FindingRow.lineage))
    return {lineage: found or 0 for lineage, found in session.exec(query.where(col(FindingRow.lineage).in_(wanted)))}


def _wanted(ids: Ids) -> set[int]:
    return {found for found in ids if found is not None}
