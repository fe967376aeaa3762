"""Amendments on the page that says what one decision about many of them will change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from service.store.amendments import AmendmentEntry
from service.store.tables import Account, Decision
from service.web.presenters.bills import STATE_CHIPS, STATES
from service.web.presenters.people import in_language, name_of


@dataclass(frozen=True, slots=True)
class DecidingLine:
    """One amendment: what it is now, who decided that and when, and whether somebody changed it just now."""

    number: int
    version: int
    title: str
    state: str
    words: str
    chip: str
    by: str
    at: datetime | None
    revision: int
    carried: bool
    changed: bool


def deciding_lines(
    entries: Iterable[AmendmentEntry],
    last: Mapping[int, tuple[Decision, Account | None]],
    changed: Collection[int],
    language: str,
) -> list[DecidingLine]:
    """Amendments in the order given; `last` are their latest decisions by id, `changed` the numbers changed since."""
    lines = []
    for entry in entries:
        row = entry.amendment
        decision, by = last.get(row.id or 0, (None, None))
        lines.append(
            DecidingLine(
                row.number,
                row.version,
                in_language(row.title_ru, row.title_kk, language),
                row.state.value,
                str(STATES[row.state]),
                STATE_CHIPS[row.state],
                name_of(by, language),
                decision.at if decision else None,
                row.revision,
                entry.carried,
                row.number in changed,
            )
        )
    return lines
