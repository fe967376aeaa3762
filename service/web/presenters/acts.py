"""Editions of an act in a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import lazy_gettext as _

from service.store.editions import EditionStatus
from service.store.tables import EditionRow

STATUSES = {
    EditionStatus.IN_FORCE: _("in force"),
    EditionStatus.PAST: _("past"),
    EditionStatus.FUTURE: _("future"),
    EditionStatus.DRAFT: _("draft"),
}


@dataclass(frozen=True, slots=True)
class EditionLine:
    """One date with the languages that the act has on it."""

    on: date
    status: str
    status_words: str
    caused_by: str
    languages: tuple[str, ...]
    provisions: int
    characters: int


def edition_lines(rows: Sequence[EditionRow], statuses: Mapping[int, EditionStatus]) -> list[EditionLine]:
    """Dates newest first, both languages of a date in one line."""
    dates: dict[date, list[EditionRow]] = {}
    for row in rows:
        dates.setdefault(row.in_force_from, []).append(row)
    return [_line(on, dates[on], statuses) for on in sorted(dates, reverse=True)]


def _line(on: date, rows: list[EditionRow], statuses: Mapping[int, EditionStatus]) -> EditionLine:
    first = rows[0]
    status = statuses.get(first.id or 0, EditionStatus.PAST)
    return EditionLine(
        on=on,
        status=status.value,
        status_words=str(STATUSES[status]),
        caused_by=next((row.caused_by for row in rows if row.caused_by), ""),
        languages=tuple(sorted((row.language for row in rows), key=lambda code: code != "ru")),
        provisions=first.provisions,
        characters=first.characters,
    )
