"""What a person should look at in an edition or after an amendment: references that point at nothing, and places where
the Russian and the Kazakh text do not say the same.

Editions and revisions never change, so that what was found is kept in the database's cache; no page looks twice.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlmodel import Session

from service.store.cache import cache_of
from service.store.editions import list_editions, load_edition, row_id
from service.store.tables import Act, EditionRow

if TYPE_CHECKING:
    from amendments.law.cross_references import CrossReference
    from amendments.law.pairing import AuthenticityWarning
    from service.store.effects import Effect


def dangling_references(session: Session, row: EditionRow) -> tuple[CrossReference, ...]:
    """References of an edition to its own units that point at nothing in force, in the order of the text. Cached."""
    from amendments.law.cross_references import dangling

    return cache_of(session).get(("dangling", row_id(row)), lambda: dangling(load_edition(session, row)))


def left_behind(session: Session, effect: Effect, revision: int) -> tuple[CrossReference, ...]:
    """References that dangle after an amendment and did not before; `revision` is the row's id. Cached.

    Empty where the amendment cannot be applied.
    """
    from amendments.law.cross_references import left_dangling

    outcome = effect.edition
    if outcome is None:
        return ()
    key = ("left dangling", revision, effect.language, effect.base.root.full_hash, outcome.root.full_hash)
    return cache_of(session).get(key, lambda: left_dangling(effect.base, outcome))


def authenticity_warnings(session: Session, act: Act, on: date) -> tuple[AuthenticityWarning, ...] | None:
    """Where the two texts of one edition differ in what can be counted, in the order of the text. Cached.

    None where the act has an edition of this date in one language only.
    """
    from amendments.law.pairing import warnings

    rows = {row.language: row for row in list_editions(session, act) if row.in_force_from == on}
    if len(rows) < 2:
        return None
    ru, kk = rows["ru"], rows["kk"]
    key = ("authenticity", row_id(ru), row_id(kk))
    return cache_of(session).get(key, lambda: warnings(load_edition(session, ru), load_edition(session, kk)))
