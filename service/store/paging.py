"""Pages of lists, with bounds on every number that comes from outside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import func, select
from sqlmodel import Session

from service.errors import Invalid

T = TypeVar("T")
U = TypeVar("U")

MAX_PAGE = 100_000
MAX_PER_PAGE = 200
MAX_ID = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Paging:
    """Which page is asked for: `page` from 1, `per_page` from 1 to 200. Invalid outside these."""

    page: int = 1
    per_page: int = 50

    def __post_init__(self) -> None:
        if not 1 <= self.page <= MAX_PAGE:
            raise Invalid("page_out_of_bounds", field="page", given=self.page, greatest=MAX_PAGE)
        if not 1 <= self.per_page <= MAX_PER_PAGE:
            raise Invalid("per_page_out_of_bounds", field="per_page", given=self.per_page, greatest=MAX_PER_PAGE)

    @property
    def offset(self) -> int:
        """Entries before this page."""
        return (self.page - 1) * self.per_page


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list and how long the list is."""

    items: list[T]
    total: int
    page: int
    per_page: int

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(1, -(-self.total // self.per_page))

    @property
    def previous(self) -> int | None:
        """Number of the page before, None on the first."""
        return self.page - 1 if self.page > 1 else None

    @property
    def next(self) -> int | None:
        """Number of the page after, None on the last."""
        return self.page + 1 if self.page < self.pages else None

    def of(self, items: list[U]) -> Page[U]:
        """The same page with its entries made into something else."""
        return Page(items, self.total, self.page, self.per_page)


def fetch_page(session: Session, query: Any, paging: Paging) -> Page[Any]:
    """Run `query` for one page: two statements, whatever the length. Entries are rows of the query."""
    total = session.connection().execute(select(func.count()).select_from(query.order_by(None).subquery())).scalar_one()
    rows = session.execute(query.limit(paging.per_page).offset(paging.offset)).all()
    return Page(list(rows), int(total), paging.page, paging.per_page)
