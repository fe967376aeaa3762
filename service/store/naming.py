"""Names that a person may look for: of bills and of amendments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from service.store.tables import Account, Amendment, AmendmentRevision, Bill

MOST = 5000
"""Newest bills, and newest amendments, whose names are looked through."""


@dataclass(frozen=True, slots=True)
class Named:
    """A bill (`amendment` 0) or one of its amendments: titles, people and instructions, each as (ru, kk)."""

    bill: str
    amendment: int
    titles: tuple[str, str]
    people: tuple[str, str]
    texts: tuple[str, str] = ("", "")


def all_named(session: Session) -> list[Named]:
    """Bills, then amendments, each newest first. Two queries, whatever the length."""
    bills = session.exec(select(Bill).order_by(col(Bill.id).desc()).limit(MOST)).all()
    found = [
        Named(bill.number, 0, (bill.title_ru, bill.title_kk), (bill.initiator_ru, bill.initiator_kk)) for bill in bills
    ]
    latest = (col(AmendmentRevision.amendment_id) == col(Amendment.id)) & (
        col(AmendmentRevision.number) == col(Amendment.revision)
    )
    columns: tuple[Any, ...] = (AmendmentRevision.instruction_ru, AmendmentRevision.instruction_kk)
    query = (
        select(Bill.number, Amendment, Account, *columns)
        .join(Amendment, col(Bill.id) == col(Amendment.bill_id))
        .join(AmendmentRevision, latest)
        .outerjoin(Account, col(Account.id) == col(Amendment.author_id))
        .order_by(col(Amendment.id).desc())
        .limit(MOST)
    )
    rows: list[Any] = list(session.exec(query).all())  # an amendment may have no author
    for number, amendment, author, *texts in rows:
        people = (author.name_ru, author.name_kk) if author else ("", "")
        titles = (amendment.title_ru, amendment.title_kk)
        found.append(Named(number, amendment.number, titles, people, (texts[0], texts[1])))
    return found


def people_named(session: Session) -> list[tuple[Account, int]]:
    """Everyone who may sign in, with the number of amendments they brought, by login. One query."""
    count = func.count(col(Amendment.id))
    query = (
        select(Account, count)
        .outerjoin(Amendment, col(Amendment.author_id) == col(Account.id))
        .where(col(Account.active))
        .group_by(col(Account.id))
        .order_by(col(Account.login))
        .limit(MOST)
    )
    return [(account, int(number)) for account, number in session.exec(query).all()]
