"""Who brought each word: marks in the text, and the list of the editions that they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from service.store.bringing import Brought
from service.web.presenters.runs import Span


@dataclass(frozen=True, slots=True)
class Bringer:
    """An edition that brought words: the number of its marks, its date, and the act that brought it about."""

    number: int
    on: date
    caused_by: str


def bringers(found: Brought) -> list[Bringer]:
    """The editions after the first one that brought words which still stand, in order of date."""
    active = {run.edition for runs in found.runs.values() for run in runs}
    return [
        Bringer(index, row.in_force_from, row.caused_by)
        for index, row in enumerate(found.editions)
        if index and index in active
    ]


def bringing_spans(found: Brought, addresses: Iterable[str] | None = None) -> dict[str, list[Span]]:
    """Spans of the words that came after the first edition, by address; each refers to its bringer by number."""
    wanted = found.runs if addresses is None else [address for address in addresses if address in found.runs]
    spans = {
        address: [Span(run.start, run.end, "by", str(run.edition)) for run in found.runs[address] if run.edition]
        for address in wanted
    }
    return {address: marks for address, marks in spans.items() if marks}
