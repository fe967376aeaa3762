"""Which edition of an act brought each of its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session

from amendments.operations.history import Run, blame
from service.store.cache import cache_of
from service.store.editions import list_editions, load_edition, row_id
from service.store.tables import Act, EditionRow


@dataclass(frozen=True, slots=True)
class Brought:
    """`editions` in order of date, the last one being the edition that was asked about; `runs` by address: the
    stretches of its words, each with the index of the edition that brought it. The first one brought all it had."""

    editions: tuple[EditionRow, ...]
    runs: Mapping[str, tuple[Run, ...]]


def brought(session: Session, act: Act, row: EditionRow) -> Brought:
    """Who brought each word of an edition, from the act's first edition in its language on. Cached."""
    rows = [one for one in list_editions(session, act, row.language) if one.in_force_from <= row.in_force_from]
    rows.sort(key=lambda one: one.in_force_from)
    key = ("brought", tuple(row_id(one) for one in rows))
    runs = cache_of(session).get(key, lambda: blame([load_edition(session, one) for one in rows]))
    return Brought(tuple(rows), runs)
