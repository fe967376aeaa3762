"""Acts: list and look up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from service.store.paging import Page, Paging
from service.store.tables import Act


@dataclass(frozen=True, slots=True)
class ActEntry:
    """An act in a list: its row, its languages, how many dates it has, its first and last edition date."""

    act: Act
    languages: tuple[str, ...]
    editions: int
    first_date: date | None
    last_date: date | None


def list_acts(session: Session, paging: Paging | None = None) -> Page[ActEntry]:
    """Acts by title (ru), a page at a time."""
    raise NotImplementedError


def get_act(session: Session, code: str) -> Act:
    """The act with this code. Raises NotFound("act_not_found")."""
    raise NotImplementedError
