"""Successful answers: one object, or one page of a list in the one envelope of lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar
from urllib.parse import quote, urlencode

from flask import Response, request
from pydantic import BaseModel, Field

from service.store.paging import Page, Paging

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")


class Listing(BaseModel, Generic[M]):
    """One page of a list."""

    items: list[M]
    page: int = Field(description="Number of this page, from 1.")
    per_page: int = Field(description="Entries asked for on a page.")
    total: int = Field(description="Entries on all pages.")
    next: str | None = Field(description="Address of the page after; null on the last.")
    previous: str | None = Field(description="Address of the page before; null on the first.")


def one(model: BaseModel, status: int = 200, *, location: str | None = None) -> Response:
    """An object as JSON; `location` is the address of something that was made."""
    answer = Response(model.model_dump_json(by_alias=True), status=status, mimetype="application/json")
    if location is not None:
        answer.headers["Location"] = location
    return answer


def listing(envelope: type[Listing[M]], page: Page[T], make: Callable[[T], M]) -> Response:
    """A page of a list, each entry made into its model."""
    return one(
        envelope(
            items=[make(item) for item in page.items],
            page=page.page,
            per_page=page.per_page,
            total=page.total,
            next=_address(page.next),
            # a page past the end leads back to the last one
            previous=_address(min(page.previous, page.pages) if page.previous else None),
        )
    )


def cut(entries: Sequence[T], paging: Paging) -> Page[T]:
    """One page of a list that is in memory as a whole."""
    inside = entries[paging.offset : paging.offset + paging.per_page]
    return Page(list(inside), len(entries), paging.page, paging.per_page)


def _address(page: int | None) -> str | None:
    """This address with another page."""
    if page is None:
        return None
    kept = [(name, value) for name, value in request.args.items(multi=True) if name != "page"]
    return f"{quote(request.path)}?{urlencode([*kept, ('page', page)])}"
