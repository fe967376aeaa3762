"""The Russian and the Kazakh text of one amending act beside each other: article by article, with warnings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from amendments.instructions.applying import lies_in, other_parts
from amendments.instructions.choices import Chosen
from amendments.instructions.pairing import orders_for, paired
from amendments.law.edition import Edition
from service.web.presenters.citation import capital, cite

SHOWN: Final = 300
"""Articles of one table."""


@dataclass(frozen=True, slots=True)
class TextOfPair:
    """One of the two texts: its orders for this law, how many were carried out, and how many faults it has."""

    language: str
    read: int
    applied: int
    faults: int


@dataclass(frozen=True, slots=True)
class PairRow:
    """An article: its orders in each language and sentences on how they differ. `place` is "" outside articles."""

    place: str
    russian: int
    kazakh: int
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActPair:
    """The whole pair. `more` are articles that the table leaves out, none of them with a warning."""

    texts: tuple[TextOfPair, ...]
    rows: tuple[PairRow, ...]
    more: int
    warned: int


def act_pair(found: Mapping[str, tuple[Chosen, Edition]], language: str) -> ActPair:
    """The pair of texts by their language, «ru» and «kk», each applied to its edition. Words are in `language`."""
    readings = {tongue: chosen.outcome.reading for tongue, (chosen, _) in found.items()}
    pairs = paired(readings, {tongue: base.root.text for tongue, (_, base) in found.items()})
    rows = [
        PairRow(
            capital(cite(one.address, language)) if one.address else "",
            one.russian,
            one.kazakh,
            tuple(difference.describe(language) for difference in one.differences),
        )
        for one in pairs
    ]
    warned = [row for row in rows if row.warnings]
    shown = rows if len(rows) <= SHOWN else warned[:SHOWN]
    texts = tuple(_text(tongue, *found[tongue]) for tongue in ("ru", "kk"))
    return ActPair(texts, tuple(shown), len(rows) - len(shown), len(warned))


def _text(language: str, chosen: Chosen, base: Edition) -> TextOfPair:
    outcome = chosen.outcome
    away = other_parts(outcome.reading, base.root.text, _end(chosen))
    unread = {problem.whole for problem in outcome.reading.problems if not lies_in(problem.span, away)}
    refused = {outcome.reading.operations[one.operation].order for one in outcome.refusals if one.operation >= 0}
    return TextOfPair(
        language,
        len(orders_for(outcome.reading, base.root.text)),
        len(dict.fromkeys(outcome.sources)),
        len(unread) + len(refused),
    )


def _end(chosen: Chosen) -> int:
    reading = chosen.outcome.reading
    spans = [one.order.end for one in reading.operations if one.order] + [one.whole.end for one in reading.problems]
    return max(spans, default=0)
