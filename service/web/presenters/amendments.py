"""Amendments as pages show them: ordered, was, becomes; what each does; the list of a bill in the law's order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from amendments.law.edition import PREFIX, Edition
from amendments.operations.redline import Row
from service.store.amendments import AmendmentEntry
from service.store.effects import Effect
from service.store.tables import AmendmentState
from service.web.presenters.bills import STATE_CHIPS, STATES
from service.web.presenters.citation import capital, cite
from service.web.presenters.people import in_language, name_of
from service.web.presenters.reading import PARTS
from service.web.presenters.redlining import Block, Look, excluded_in, redlined
from service.web.presenters.rules import RULES
from service.web.presenters.runs import Run, Span, cut

_QUOTED = re.compile(r"[«“\"][^«»“”\"]*(?:«[^«»]*»[^«»]*)*[»”\"]")
_BLANK_LINE = re.compile(r"\n\s*\n")
MAX_PLACES = 6
"""Places named in a head; the rest are counted."""


@dataclass(frozen=True, slots=True)
class AmendmentLine:
    """An amendment in a list or on a card."""

    id: int
    number: int
    title: str
    places: str
    author: str
    state: str
    state_words: str
    chip: str
    comments: int
    added: int
    removed: int
    order: int
    read: bool
    articles: tuple[str, ...]
    taken_into: int | None = None


@dataclass(frozen=True, slots=True)
class Ordered:
    """The instruction in one language, with its quoted words lit, and what could not be done with it."""

    language: str
    paragraphs: tuple[tuple[Run, ...], ...]
    exact: bool
    empty: bool
    problems: tuple[str, ...]
    decided: tuple[str, ...] = ()
    """Places that a person chose, where the instruction does not say them exactly."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Was and becomes: blocks of the redline without what did not change, and figures about it."""

    blocks: tuple[Block, ...]
    characters: int
    adjustments: tuple[str, ...]
    exact: bool


def amendment_line(entry: AmendmentEntry, language: str, order: Mapping[str, int]) -> AmendmentLine:
    """One amendment; `order` gives each address's place in the law."""
    amendment, revision = entry.amendment, entry.revision
    operations = revision.operations_kk if language == "kk" else revision.operations_ru
    addresses = operation_addresses(operations) or list(entry.places)
    return AmendmentLine(
        id=amendment.id or 0,
        number=amendment.number,
        title=in_language(amendment.title_ru, amendment.title_kk, language),
        places=places(addresses, language),
        author=name_of(entry.author, language),
        state=amendment.state.value,
        state_words=str(STATES[amendment.state]),
        chip=STATE_CHIPS[amendment.state],
        comments=entry.comments,
        added=entry.findings.get(language, {}).get("added", 0),
        removed=entry.findings.get(language, {}).get("removed", 0),
        order=place_in_law(addresses, order),
        read=bool(operations),
        articles=entry.places,
        taken_into=entry.taken_into,
    )


def in_law_order(lines: Iterable[AmendmentLine]) -> list[AmendmentLine]:
    """Amendments in the order of the law, then by number."""
    return sorted(lines, key=lambda line: (line.order, line.number))


def operation_addresses(operations: Sequence[Mapping[str, Any]] | None) -> list[str]:
    """Addresses of stored operations, each once; new units by their own addresses where they have numbers."""
    return list(dict.fromkeys(address for data in operations or () for address in _places_of(data)))


def _places_of(data: Mapping[str, Any]) -> list[str]:
    address = str(data.get("address", ""))
    units = data.get("units") or ()
    named = [
        _below(address, PREFIX[unit["kind"]], unit["number"])
        for unit in units
        if unit.get("number") and unit.get("kind") in PREFIX
    ]
    return named or [address]


def _below(parent: str, prefix: str, number: str) -> str:
    # articles and chapters are addressed from the act
    return f"{parent}/{prefix}_{number}" if parent and prefix in ("pt", "sub") else f"{prefix}_{number}"


def place_in_law(addresses: Sequence[str], order: Mapping[str, int]) -> int:
    """The place of the first address that the law has; after everything else where it has none."""
    found = []
    for address in addresses:
        while address and address not in order:
            address = address.rpartition("/")[0]
        if address:
            found.append(order[address])
    return min(found, default=len(order))


def positions(edition: Edition) -> dict[str, int]:
    """Address → place in document order."""
    return {address: index for index, address in enumerate(edition.addresses)}


def places(addresses: Sequence[str], language: str) -> str:
    """Addresses in words, at most six: «Статья 18, пункт 1, подпункт 7); статья 19»."""
    named = [cite(address, language) for address in addresses if address]
    shown = "; ".join(named[:MAX_PLACES])
    return capital(shown) + (f"; … (+{len(named) - MAX_PLACES})" if len(named) > MAX_PLACES else "")


def ordered(effect: Effect, page_language: str) -> Ordered:
    """The instruction of one language. Problems are said in the page's language."""
    text = effect.instruction
    paragraphs = tuple(lit(part) for part in _BLANK_LINE.split(text) if part.strip())
    problems = [problem.describe(page_language) for problem in effect.problems]
    problems += [refusal.describe(page_language) for refusal in effect.refusals]
    decided = tuple(
        capital(cite(choice.address, page_language)) + (f" («{choice.words}»)" if choice.words else "")
        for choice in effect.chosen
    )
    return Ordered(effect.language, paragraphs, effect.exact, not text.strip(), tuple(dict.fromkeys(problems)), decided)


def lit(paragraph: str) -> tuple[Run, ...]:
    """A paragraph of an instruction with the words that it quotes lit."""
    return cut(paragraph, [Span(found.start(), found.end(), "lit") for found in _QUOTED.finditer(paragraph)])


def outcome(effect: Effect, rows: Sequence[Row], spans: Mapping[str, Sequence[Span]]) -> Outcome:
    """Was and becomes, for an amendment whose words were all understood and applied."""
    excluded = excluded_in(effect.edition) if effect.edition else frozenset()
    result = redlined(rows, effect.language, Look(spans=spans, excluded=excluded))
    characters = sum(len(part.text) for row in rows for part in row.segments if part.kind != "equal")
    adjustments = dict.fromkeys(str(RULES[name]) for change in effect.changes for name in change.adjustments)
    shown = tuple(_without_chapters(block) for block in result.blocks if block.kind != "fold")
    return Outcome(shown, characters, tuple(adjustments), effect.exact)


def _without_chapters(block: Block) -> Block:
    """Unchanged headings above the article say nothing here."""
    if block.kind == "change":
        return block
    return replace(block, lines=tuple(line for line in block.lines if line.row.kind not in PARTS))


def same_in_both(russian: Effect | None, kazakh: Effect | None) -> bool | None:
    """Whether both languages order the same operations at the same places; None where one of them is missing."""
    if russian is None or kazakh is None or not (russian.operations and kazakh.operations):
        return None
    return sorted((op.kind, op.address) for op in russian.operations) == sorted(
        (op.kind, op.address) for op in kazakh.operations
    )


ASKS_REASON = frozenset(AmendmentState) - {AmendmentState.ACCEPTED, AmendmentState.PENDING}
