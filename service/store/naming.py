"""Names that a person may look for: of bills and of amendments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from service.store.tables import Account, Amendment, Bill

MOST = 5000
"""Newest bills, and newest amendments, whose names are looked through."""


@dataclass(frozen=True, slots=True)
class Named:
    """A bill (`amendment` 0) or one of its amendments, with every name it goes by, in both languages."""

    bill: str
    amendment: int
    titles: tuple[str, str]
    names: tuple[str, ...]


def all_named(session: Session) -> list[Named]:
    """Bills, then amendments, each newest first. Two queries, whatever the length."""
    bills = session.exec(select(Bill).order_by(col(Bill.id).desc()).limit(MOST)).all()
    found = [
        Named(bill.number, 0, (bill.title_ru, bill.title_kk), (bill.number, bill.initiator_ru, bill.initiator_kk))
        for bill in bills
    ]
    query = (
        select(Bill.number, Amendment, Account)
        .join(Amendment, col(Bill.id) == col(Amendment.bill_id))
        .outerjoin(Account, col(Account.id) == col(Amendment.author_id))
        .order_by(col(Amendment.id).desc())
        .limit(MOST)
    )
    rows: list[Any] = list(session.exec(query).all())  # an amendment may have no author
    for number, amendment, author in rows:
        names = (author.name_ru, author.name_kk) if author else ()
        found.append(Named(number, amendment.number, (amendment.title_ru, amendment.title_kk), names))
    return found
