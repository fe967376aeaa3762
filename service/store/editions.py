"""Editions: list, find by date, rebuild as trees.

Rebuilt editions are immutable and kept in the database's cache, shared by all requests of a process.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from amendments.law.edition import Edition
from sqlmodel import Session

from service.store.tables import Act, EditionRow


class EditionStatus(StrEnum):
    """Where an edition stands on a day."""

    IN_FORCE = "in_force"
    PAST = "past"
    FUTURE = "future"
    DRAFT = "draft"


def list_editions(session: Session, act: Act, language: str | None = None) -> list[EditionRow]:
    """All editions of an act, oldest first, in one or both languages. One query; no text is read."""
    raise NotImplementedError


def get_edition_row(session: Session, act: Act, language: str, on: date) -> EditionRow:
    """The edition that starts exactly on that date. Raises NotFound("edition_not_found") naming the dates there are."""
    raise NotImplementedError


def edition_row_at(session: Session, act: Act, language: str, on: date) -> EditionRow:
    """The edition in force on a date (drafts left out).

    Raises NotFound("before_first_edition") with the first date, or NotFound("edition_not_found").
    """
    raise NotImplementedError


def load_edition(session: Session, row: EditionRow) -> Edition:
    """The edition as a tree whose `.text` is the imported source, byte for byte. Cached."""
    raise NotImplementedError


def get_edition(session: Session, act: Act, language: str, on: date) -> Edition:
    """`load_edition` of the edition that starts exactly on that date."""
    raise NotImplementedError


def edition_at(session: Session, act: Act, language: str, on: date) -> Edition:
    """`load_edition` of the edition in force on a date."""
    raise NotImplementedError


def statuses(rows: list[EditionRow], today: date) -> dict[int, EditionStatus]:
    """Status of each edition (by row id) on a day; give all editions of one act."""
    raise NotImplementedError
