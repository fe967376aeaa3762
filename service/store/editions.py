"""Editions: list, find by date, rebuild as trees.

Rebuilt editions are immutable and kept in the database's cache, shared by all requests of a process.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from functools import partial

from sqlmodel import Session, col, select

from amendments.law.edition import Edition
from amendments.law.languages import LANGUAGES
from amendments.law.lines import Unread
from amendments.law.provision import Provision
from service.errors import NotFound
from service.store.cache import cache_of
from service.store.deltas import Damaged
from service.store.edition_texts import load_tree, load_trees
from service.store.tables import Act, EditionRow


class CorruptEdition(Exception):
    """What is stored no longer gives the text that was imported: the database was damaged."""


class EditionStatus(StrEnum):
    """Where an edition stands on a day."""

    IN_FORCE = "in_force"
    PAST = "past"
    FUTURE = "future"
    DRAFT = "draft"


def list_editions(session: Session, act: Act, language: str | None = None) -> list[EditionRow]:
    """All editions of an act, oldest first, in one or both languages. One query; no text is read."""
    query = select(EditionRow).where(EditionRow.act_id == act.id)
    if language is not None:
        query = query.where(EditionRow.language == language)
    # "ru" before "kk"
    order = (col(EditionRow.in_force_from), col(EditionRow.language).desc())
    return list(session.exec(query.order_by(*order)).all())


def get_edition_row(session: Session, act: Act, language: str, on: date) -> EditionRow:
    """The edition that starts exactly on that date. Raises NotFound("edition_not_found") naming the dates there are."""
    rows = list_editions(session, act, language)
    for row in rows:
        if row.in_force_from == on:
            return row
    raise _not_found(act, language, on, rows)


def edition_row_at(session: Session, act: Act, language: str, on: date) -> EditionRow:
    """The edition in force on a date (drafts left out).

    Raises NotFound("before_first_edition") with the first date, or NotFound("edition_not_found").
    """
    rows = [row for row in list_editions(session, act, language) if not row.draft]
    started = [row for row in rows if row.in_force_from <= on]
    if started:
        return started[-1]
    if rows:
        raise NotFound("before_first_edition", code=act.code, on=on, first=rows[0].in_force_from)
    raise _not_found(act, language, on, rows)


def load_edition(session: Session, row: EditionRow) -> Edition:
    """The edition as a tree whose `.text` is the imported source, byte for byte. Cached."""
    return _kept(session, row, lambda: _rebuild(session, row))


def load_editions(session: Session, rows: Sequence[EditionRow]) -> list[Edition]:
    """`load_edition` of each of several editions; those that are not in the cache are read together, in one query."""
    cache = cache_of(session)
    found: dict[int, Edition] = {}
    for row in rows:
        kept = cache.known(_key(row))
        if isinstance(kept, Edition):
            found[row_id(row)] = kept
    missing = {row_id(row): row.close for row in rows if row_id(row) not in found}
    try:
        trees = load_trees(session, missing) if missing else {}
    except Damaged as error:
        raise CorruptEdition(f"editions {sorted(missing)} cannot be put together: {error}") from error
    acts = {key: session.get_one(Act, key) for key in {row.act_id for row in rows if row_id(row) in missing}}
    for row in rows:
        if row_id(row) in trees:
            found[row_id(row)] = _kept(session, row, partial(_made, acts[row.act_id], row, trees[row_id(row)]))
    return [found[row_id(row)] for row in rows]


def get_edition(session: Session, act: Act, language: str, on: date) -> Edition:
    """`load_edition` of the edition that starts exactly on that date."""
    return load_edition(session, get_edition_row(session, act, language, on))


def edition_at(session: Session, act: Act, language: str, on: date) -> Edition:
    """`load_edition` of the edition in force on a date."""
    return load_edition(session, edition_row_at(session, act, language, on))


def statuses(rows: list[EditionRow], today: date) -> dict[int, EditionStatus]:
    """Status of each edition (by row id) on a day; give all editions of one act."""
    status: dict[int, EditionStatus] = {}
    current: dict[str, EditionRow] = {}
    for row in sorted(rows, key=lambda row: row.in_force_from):
        if row.draft:
            status[row_id(row)] = EditionStatus.DRAFT
        elif row.in_force_from > today:
            status[row_id(row)] = EditionStatus.FUTURE
        else:
            before = current.get(row.language)
            if before is not None:
                status[row_id(before)] = EditionStatus.PAST
            current[row.language] = row
            status[row_id(row)] = EditionStatus.IN_FORCE
    return status


def check_texts(session: Session) -> tuple[int, list[str]]:
    """Rebuild every stored edition: how many there are, and which («act, date, language») lost their text."""
    rows = session.exec(select(EditionRow, Act).join(Act, col(Act.id) == col(EditionRow.act_id))).all()
    damaged = []
    for row, act in rows:
        try:
            _rebuild(session, row)
        except CorruptEdition:
            damaged.append(f"{act.code}, {row.in_force_from}, {row.language}")
    return len(rows), damaged


def editions_on(session: Session, act: Act, on: date) -> dict[str, Edition]:
    """The editions of a date by language, Russian first; a language in which the act has none is left out."""
    found: dict[str, Edition] = {}
    for language in LANGUAGES:
        try:
            found[language] = get_edition(session, act, language, on)
        except NotFound:
            continue
    return found


def row_id(row: EditionRow) -> int:
    """The id of a stored edition."""
    if row.id is None:
        raise ValueError("the edition is not stored yet")
    return row.id


def source_hash(text: str) -> str:
    """SHA-256 of a source text in UTF-8, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _key(row: EditionRow) -> tuple[str, int, str]:
    return "edition", row_id(row), row.source_hash


def _kept(session: Session, row: EditionRow, make: Callable[[], Edition]) -> Edition:
    return cache_of(session).get(_key(row), make, lambda _: row.characters)


def _rebuild(session: Session, row: EditionRow) -> Edition:
    act = session.get_one(Act, row.act_id)
    try:
        root = load_tree(session, row_id(row), row.close)
    except Damaged as error:
        raise CorruptEdition(f"edition {row.id} of act {act.code} cannot be put together: {error}") from error
    return _made(act, row, root)


def _made(act: Act, row: EditionRow, root: Provision) -> Edition:
    edition = Edition(
        root,
        row.language,
        act=act.code,
        in_force_from=row.in_force_from,
        caused_by=row.caused_by,
        unread=tuple(Unread(**place) for place in row.unread),
    )
    if source_hash(edition.text) != row.source_hash:
        raise CorruptEdition(f"edition {row.id} of act {act.code} is not the text that was imported")
    return edition


def _not_found(act: Act, language: str, on: date, rows: list[EditionRow]) -> NotFound:
    if not rows:
        return NotFound("no_editions_in_language", code=act.code, language=language)
    dates = ", ".join(row.in_force_from.isoformat() for row in rows)
    return NotFound("edition_not_found", code=act.code, on=on, dates=dates)
