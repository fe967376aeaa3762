"""A bill's text held against another edition than the one it was written for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import request

from amendments.law.edition import Edition
from amendments.operations.redline import Row, redline
from service.store.bill_texts import BillText
from service.store.bills import BillEntry
from service.store.cache import cache_of
from service.store.database import Session
from service.store.editions import list_editions, load_edition, row_id
from service.web.views import asked
from service.web.views.editions import edition_row


@dataclass(frozen=True, slots=True)
class Held:
    """What a bill's text is compared with: an edition, its date, and the redline from it to the bill's text.

    `days` are the editions that may be chosen, in order of date; `base` says that this is the bill's own one.
    """

    edition: Edition
    on: date
    rows: tuple[Row, ...]
    days: tuple[date, ...]
    base: bool


def held_against(session: Session, found: BillEntry, language: str, composed: BillText) -> Held:
    """The edition that `against` names by its date, else the bill's base. Raises NotFound for what is no date."""
    days = tuple(sorted({row.in_force_from for row in list_editions(session, found.act, language)}))
    given = request.args.get("against", "")
    base = found.bill.base_date
    row = edition_row(found.act, language, asked.day(given)) if given else None
    if row is None or row.in_force_from == base:
        return Held(composed.base, base, composed.rows, days, True)
    edition = load_edition(session, row)
    key = ("rows", "against", row_id(row), composed.edition.root.full_hash)
    rows = cache_of(session).get(key, lambda: redline(edition, composed.edition), len)
    return Held(edition, row.in_force_from, rows, days, False)
