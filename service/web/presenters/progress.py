"""The filters of a bill's list and the matrix article × state: every number is that of the list behind its link."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from flask import url_for
from flask_babel import gettext as _

from service.store.amendments import AmendmentEntry
from service.store.progress import NOWHERE, ByNumber, Chosen, Progress, Tally
from service.store.tables import AmendmentState
from service.web.presenters.bills import STATE_CHIPS, STATES
from service.web.presenters.citation import capital, cite

FEW = 8
"""A matrix of so many articles is open at once; a longer one asks to be opened."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to filter: words, how many amendments the list then has, its address."""

    words: str
    count: int
    link: str
    on: bool = False
    chip: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An article: all its amendments, those decided, waiting, put off, in conflict, and those in each state."""

    place: str
    every: Choice
    decided: int
    waiting: int
    postponed: int
    clashing: Choice
    states: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """What a bill's page offers for its list.

    `states` and `articles` count what the list would have with the other filters kept.
    """

    chosen: Chosen
    all_states: Choice
    states: tuple[Choice, ...]
    articles: tuple[Choice, ...]
    all_articles: int
    clashing: Choice
    heads: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    whole: MatrixRow
    several: int
    open: bool


def filters(
    number: str, entries: Sequence[AmendmentEntry], clashes: ByNumber, chosen: Chosen, found: Progress,
    language: str,
) -> Filters:  # fmt: skip
    """The filters of the bill `number` as `chosen` leaves them."""

    def choice(wanted: Chosen, words: str, chip: str = "", value: str = "") -> Choice:
        count = sum(wanted.has(entry, clashes) for entry in entries)
        return Choice(words, count, address(number, wanted), wanted == chosen, chip, value)

    states = [state for state in AmendmentState if found.whole.states.get(state)]
    return Filters(
        chosen=chosen,
        all_states=choice(replace(chosen, state=""), str(_("all"))),
        states=tuple(
            choice(replace(chosen, state=state.value), str(STATES[state]), STATE_CHIPS[state]) for state in states
        ),
        articles=tuple(
            choice(replace(chosen, article=place), place_words(place, language), value=place)
            for place in found.articles
        ),
        all_articles=sum(replace(chosen, article="").has(entry, clashes) for entry in entries),
        clashing=choice(replace(chosen, clashing=not chosen.clashing), str(_("in conflict"))),
        heads=tuple(str(STATES[state]) for state in states),
        rows=tuple(
            _row(number, place_words(place, language), Chosen(article=place), tally, states, chosen)
            for place, tally in found.articles.items()
        ),
        whole=_row(number, str(_("Whole bill")), Chosen(), found.whole, states, chosen),
        several=found.several,
        open=len(found.articles) <= FEW,
    )


def place_words(place: str, language: str) -> str:
    """An article in words."""
    return str(_("outside articles, or not understood")) if place == NOWHERE else capital(cite(place, language))


def address(number: str, chosen: Chosen) -> str:
    """The address of the bill's page with these filters."""
    return url_for(
        "web.bill",
        number=number,
        state=chosen.state or None,
        article=chosen.article or None,
        clash="1" if chosen.clashing else None,
    )


def _row(
    number: str, words: str, of: Chosen, tally: Tally, states: Iterable[AmendmentState], chosen: Chosen
) -> MatrixRow:
    def link(wanted: Chosen, count: int) -> Choice:
        return Choice(words, count, address(number, wanted) + "#amendments", wanted == chosen)

    return MatrixRow(
        words,
        link(of, tally.total),
        tally.decided,
        tally.waiting,
        tally.postponed,
        link(replace(of, clashing=True), tally.clashing),
        tuple(link(replace(of, state=state.value), tally.states.get(state, 0)) for state in states),
    )
