"""How many conflicts each bill has, for the morning list: counted where that is quick, else taken over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from service.errors import NotFound
from service.store.cache import cache_of
from service.store.clashes import Clash, clashes_between, clashes_key
from service.store.database import Session
from service.store.desk_waiting import live_wordings, wordings
from service.store.editions import get_edition

AT_ONCE: Final = 40
"""Amendments of a bill that the start page compares itself. For a bill with more, what its own page found is said."""
UNKNOWN: Final = -1
"""Nobody has opened the page of the bill since its wordings changed: there is no number, and none is made up."""


def conflict_counts(session: Session, language: str) -> dict[int, int]:
    """Bill → conflicts between its live amendments in the texts of a language, or `UNKNOWN`.

    One query for all bills once the numbers are known; wordings never change, so that they stay so.
    """
    return {bill: _count(session, bill, found, language) for bill, found in live_wordings(session).items()}


def _count(session: Session, bill_id: int, found: Sequence[tuple[int, int]], language: str) -> int:
    cache, key = cache_of(session), clashes_key(language, (revision for _, revision in found))
    if len(found) <= AT_ONCE:
        return len(cache.get(key, lambda: _compare(session, bill_id, found, language)))
    known = cache.known(key)
    return len(known) if isinstance(known, tuple) else UNKNOWN


def _compare(session: Session, bill_id: int, found: Sequence[tuple[int, int]], language: str) -> tuple[Clash, ...]:
    bill, act, revisions = wordings(session, bill_id, [revision for _, revision in found])
    try:
        base = get_edition(session, act, language, bill.base_date)
    except NotFound:
        return ()
    return clashes_between(session, [(number, revisions[revision]) for number, revision in found], language, base)
