"""What an import is given: descriptions of the act and of each text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


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
