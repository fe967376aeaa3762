"""Acts: list and look up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from service.errors import NotFound
from service.store.paging import Page, Paging, fetch_page
from service.store.tables import Act, EditionRow


@dataclass(frozen=True, slots=True)
class ActEntry:
    """An act in a list: its row, its languages, how many dates it has, its first and last edition date."""

    act: Act
    languages: tuple[str, ...]
    editions: int
    first_date: date | None
    last_date: date | None


def list_acts(session: Session, paging: Paging | None = None) -> Page[ActEntry]:
    """Acts by title (ru), a page at a time."""
    counts: tuple[Any, ...] = (
        func.count(func.distinct(col(EditionRow.in_force_from))),
        func.min(col(EditionRow.in_force_from)),
        func.max(col(EditionRow.in_force_from)),
        func.min(col(EditionRow.language)),
        func.max(col(EditionRow.language)),
    )
    query = (
        select(Act, *counts)
        .outerjoin(EditionRow, col(EditionRow.act_id) == col(Act.id))
        .group_by(col(Act.id))
        .order_by(col(Act.title_ru), col(Act.id))
    )
    page = fetch_page(session, query, paging or Paging())
    return page.of([_entry(*row) for row in page.items])


def get_act(session: Session, code: str) -> Act:
    """The act with this code. Raises NotFound("act_not_found")."""
    act = session.exec(select(Act).where(Act.code == code)).first()
    if act is None:
        raise NotFound("act_not_found", code=code)
    return act


def act_of(session: Session, act_id: int) -> Act:
    """The act with this row id, which must exist."""
    return session.get_one(Act, act_id)


def _entry(
    act: Act, editions: int, first: date | None, last: date | None, least: str | None, greatest: str | None
) -> ActEntry:
    # there are only two languages, so the least and the greatest word are all of them ("ru" first)
    languages = tuple(sorted({word for word in (least, greatest) if word}, reverse=True))
    return ActEntry(act, languages, editions, first, last)
