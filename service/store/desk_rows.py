"""What the morning list is made of: short rows of many tables in one, counted and paged by the database.

Rows of all kinds have the same columns, so that one statement counts them and one gives the first of each group,
however many there are.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, String, Subquery, cast, func, literal, null, or_, select, union_all
from sqlmodel import Session

from service.store.paging import Page, Paging, fetch_page

Key = tuple[int | None, int | None]
"""What rows are grouped by: a bill, or (without one) an act; (None, None) for what belongs to neither."""


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One line of the list: what kind, of which bill or act, about which amendment, and the row that tells more."""

    kind: str
    bill_id: int | None
    act_id: int | None
    amendment_id: int | None
    ref: int
    at: datetime
    by_id: int | None

    @property
    def key(self) -> Key:
        """The group that it belongs to."""
        return (self.bill_id, None) if self.bill_id is not None else (None, self.act_id)


def line(
    kind: str,
    *,
    ref: Any,
    at: Any,
    bill: Any = None,
    act: Any = None,
    amendment: Any = None,
    by: Any = None,
) -> Any:
    """The columns of rows of one kind, to be completed with joins and conditions."""
    return select(
        literal(kind, String).label("kind"),
        _or_null(bill).label("bill_id"),
        _or_null(act).label("act_id"),
        _or_null(amendment).label("amendment_id"),
        ref.label("ref"),
        at.label("at"),
        _or_null(by).label("by_id"),
    )


def together(lines: Sequence[Any], name: str) -> Subquery | None:
    """Rows of all kinds as one table; None for no kind."""
    return union_all(*lines).subquery(name) if lines else None


def count_rows(session: Session, rows: Subquery | None) -> dict[Key, dict[str, int]]:
    """Group → kind → how many. One statement."""
    if rows is None:
        return {}
    by = (rows.c.bill_id, rows.c.act_id, rows.c.kind)
    counts: dict[Key, dict[str, int]] = {}
    for bill, act, kind, count in session.connection().execute(select(*by, func.count()).group_by(*by)).all():
        kinds = counts.setdefault((bill, None) if bill is not None else (None, act), {})
        kinds[kind] = kinds.get(kind, 0) + count
    return counts


def first_rows(
    session: Session, rows: Subquery | None, keys: Collection[Key], most: int, *, by_kind: bool
) -> list[DeskRow]:
    """The newest `most` rows of each of these groups (of each kind with `by_kind`), newest first. One statement."""
    if rows is None or not keys:
        return []
    bills, acts = {bill for bill, _ in keys if bill is not None}, {act for bill, act in keys if bill is None}
    wanted = [rows.c.bill_id.in_(bills), rows.c.bill_id.is_(None) & rows.c.act_id.in_(acts - {None})]
    if None in acts:
        wanted.append(rows.c.bill_id.is_(None) & rows.c.act_id.is_(None))
    by = [rows.c.bill_id, rows.c.act_id, *([rows.c.kind] if by_kind else [])]
    place = func.row_number().over(partition_by=by, order_by=_newest(rows)).label("place")
    placed = select(rows, place).where(or_(*wanted)).subquery("placed")
    query = select(*(placed.c[name] for name in _COLUMNS)).where(placed.c.place <= most).order_by(*_newest(placed))
    return [DeskRow(*row) for row in session.connection().execute(query).all()]


def page_rows(session: Session, rows: Subquery | None, key: Key, kind: str | None, paging: Paging) -> Page[DeskRow]:
    """One page of a group's rows (of one kind), newest first. Two statements."""
    if rows is None:
        return Page([], 0, paging.page, paging.per_page)
    query = select(*(rows.c[name] for name in _COLUMNS)).where(
        rows.c.bill_id.is_(None) if key[0] is None else rows.c.bill_id == key[0]
    )
    if key[0] is None:
        query = query.where(rows.c.act_id.is_(None) if key[1] is None else rows.c.act_id == key[1])
    if kind is not None:
        query = query.where(rows.c.kind == kind)
    page = fetch_page(session, query.order_by(*_newest(rows)), paging)
    return page.of([DeskRow(*row) for row in page.items])


_COLUMNS = ("kind", "bill_id", "act_id", "amendment_id", "ref", "at", "by_id")


def _newest(rows: Any) -> tuple[Any, ...]:
    return rows.c.at.desc(), rows.c.kind, rows.c.ref.desc()


def _or_null(column: Any) -> Any:
    return column if column is not None else cast(null(), Integer)
