"""Bringing texts in: a folder in the public mirror's form, or a single file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlmodel import Session

from service.store.audit import Actor

Progress = Callable[[int, int, str], None]
"""Called as (done, total, what) while an import goes on."""


@dataclass(frozen=True, slots=True)
class ActDescription:
    """What is known of an act from its metadata file or from options."""

    code: str
    requisite: str
    title_ru: str
    title_kk: str
    form: str = ""
    approved_on: date | None = None
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class EditionSource:
    """One text to import."""

    path: Path
    language: str
    in_force_from: date
    caused_by: str = ""
    caused_by_code: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: (language, date) of editions added and of those that were there already."""

    act_code: str
    added: tuple[tuple[str, date], ...]
    unchanged: tuple[tuple[str, date], ...]
    findings: int

    @property
    def changed_anything(self) -> bool:
        """False when everything was there already."""
        return bool(self.added)


def import_folder(
    session: Session, folder: Path, actor: Actor, progress: Progress | None = None, *, demonstration: bool = False
) -> ImportReport:
    """Import a mirror folder (`meta.yaml`, `rus/DATE.md`, `kaz/DATE.md`) in the caller's one transaction.

    Importing the same again adds nothing. A text that differs from the stored edition of its date raises
    Conflict("edition_differs"); a bad file raises UserError; the caller's transaction then undoes all.
    """
    raise NotImplementedError


def import_sources(
    session: Session,
    act: ActDescription,
    sources: list[EditionSource],
    actor: Actor,
    progress: Progress | None = None,
) -> ImportReport:
    """Import given files as editions of an act, which is made when it is not there yet."""
    raise NotImplementedError
