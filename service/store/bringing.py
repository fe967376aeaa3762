"""Which edition of an act brought each of its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from sqlmodel import Session

from amendments.operations.history import Origins, Run
from service.store.cache import Key, cache_of
from service.store.editions import list_editions, load_editions, row_id
from service.store.tables import Act, EditionRow


@dataclass(frozen=True, slots=True)
class Brought:
    """`editions` in order of date, the last one being the edition that was asked about; `runs` by address: the
    stretches of its words, each with the index of the edition that brought it. The first one brought all it had."""

    editions: tuple[EditionRow, ...]
    runs: Mapping[str, tuple[Run, ...]]


def brought(session: Session, act: Act, row: EditionRow) -> Brought:
    """Who brought each word of an edition, from the act's first edition in its language on.

    Cached; after an edition whose words were asked about before, the next one costs one step.
    """
    rows = [one for one in list_editions(session, act, row.language) if one.in_force_from <= row.in_force_from]
    rows.sort(key=lambda one: one.in_force_from)
    _, runs = cache_of(session).get(_key(rows), lambda: _followed(session, rows))
    return Brought(tuple(rows), runs)


def _key(rows: Sequence[EditionRow]) -> Key:
    return "brought", tuple(row_id(one) for one in rows)


def _followed(session: Session, rows: Sequence[EditionRow]) -> tuple[Origins, Mapping[str, tuple[Run, ...]]]:
    """The origins of the last of some editions, carried on from the nearest one that is known."""
    origins: Origins | None = None
    done = len(rows)
    while origins is None and done > 1:
        done -= 1
        known = cache_of(session).known(_key(rows[:done]))
        origins = known[0] if isinstance(known, tuple) else None
    editions = load_editions(session, rows[done if origins is not None else 0 :])
    if origins is None:
        origins = Origins.first(editions.pop(0))
    origins = reduce(Origins.following, editions, origins)
    return origins, origins.runs()
