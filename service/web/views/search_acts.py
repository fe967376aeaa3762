"""Places in the laws that a person looks for: in the texts in force, or in all editions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import url_for
from flask_babel import gettext as _

from amendments.law.edition import Edition
from service import context
from service.store.acts import ActEntry
from service.store.cache import cache_of
from service.store.editions import list_editions, load_edition, row_id
from service.store.tables import EditionRow
from service.web.formats import day
from service.web.presenters.citation import anchor, capital, cite
from service.web.presenters.people import in_language
from service.web.presenters.reading import heading_words
from service.web.presenters.runs import Run, Span, cut
from service.web.presenters.search import Hit, excerpt, find_in
from service.web.presenters.search_help import words_of
from service.web.presenters.standing import Standing, standings, with_number, with_words
from service.web.presenters.units import near_units, numbered
from service.web.shell import page_language
from service.web.views.clarity import current_row

PER_ACT = 25


@dataclass(frozen=True, slots=True)
class Place:
    """One place found: where it is, its words, lit, and the days since and until which it stands, in words."""

    words: str
    link: str
    runs: tuple[Run, ...]
    when: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What an act has: places in the text in force, and (where asked) those that stand in other editions only."""

    title: str
    link: str
    history: str
    places: list[Place]
    total: int
    other: list[Place]
    other_total: int
    demonstration: bool
    language: str


@dataclass(frozen=True, slots=True)
class Searched:
    """The text of an act that is looked through, and how its pages are addressed."""

    entry: ActEntry
    row: EditionRow
    text: Edition

    @property
    def of_other_language(self) -> str | None:
        """The text's language where it is not the page's: the pages must be asked for it."""
        return self.text.language if self.text.language != page_language() else None

    def link(self, on: date, address: str, query: str | None = None) -> str:
        """The place of a unit on the page of an edition."""
        return url_for(
            "web.edition",
            code=self.entry.act.code,
            on=on,
            q=query,
            text=self.of_other_language,
            _anchor=anchor(address),
        )


def searched(entries: Sequence[ActEntry], language: str, *, strictly: bool = False) -> list[Searched]:
    """The text in force of each act, in the language or else in the other; `strictly`: in this very language."""
    session = context.reading()
    rows = [(entry, current_row(session, entry.act, language)) for entry in entries]
    return [
        Searched(entry, row, load_edition(session, row))
        for entry, row in rows
        if row and (row.language == language or not strictly)
    ]


def places_in(one: Searched, query: str, *, everywhere: bool, apart: bool = False) -> Found:
    """What an act has, in the law's order: units with the number first, then paragraphs with the words."""
    units = [] if apart else numbered(one.text, query)
    hits = find_in(one.text, query, apart=apart)
    since: dict[tuple[bool, str], str] = {}
    other: list[Place] = []
    if everywhere:
        since, other = _elsewhere(one, query, apart=apart)
    on = one.row.in_force_from
    places = [_unit(one, address, on, since.get((True, address), "")) for address in units[:PER_ACT]]
    places += [
        Place(_where(one, hit.address), one.link(on, hit.address, query), cut(*excerpt(hit)),
              since.get((False, hit.address), ""))
        for hit in hits[:PER_ACT]
    ]  # fmt: skip
    act = one.entry.act
    history = url_for("web.word_history", code=act.code, q=query, text=one.of_other_language)
    return Found(
        in_language(act.title_ru, act.title_kk, page_language()),
        url_for("web.edition", code=act.code, on=on, q=query, text=one.of_other_language),
        "" if apart or not (hits or other) else history,
        places,
        len(hits) + len(units),
        other[:PER_ACT],
        len(other),
        act.demonstration,
        one.text.language,
    )


def near_places(one: Searched, query: str) -> list[tuple[str, str]]:
    """Units of an act nearest to one that it does not have, as (words, link)."""
    return [(_where(one, address), one.link(one.row.in_force_from, address)) for address in near_units(one.text, query)]


def words_known(one: Searched) -> frozenset[str]:
    """The distinct words of a text in force, folded. Kept."""
    return cache_of(context.reading()).get(
        ("words", row_id(one.row), one.row.source_hash), lambda: frozenset(words_of(one.text.text)), len
    )


def _elsewhere(one: Searched, query: str, *, apart: bool) -> tuple[dict[tuple[bool, str], str], list[Place]]:
    """Since when the places in force stand, by (is a unit, address); and the places that stand in other editions."""
    session, language = context.reading(), page_language()
    rows = [row for row in list_editions(session, one.entry.act, one.text.language) if not row.draft]
    editions = [load_edition(session, row) for row in rows]
    current = next((at for at, row in enumerate(rows) if row.id == one.row.id), len(rows) - 1)
    have, seeker = with_words(editions, query, apart=apart)
    since: dict[tuple[bool, str], str] = {}
    other: list[Place] = []
    listed: list[tuple[Standing, bool]] = [] if apart else [
        (stands, True) for stands in standings(with_number(editions, query), follow=False)
    ]  # fmt: skip
    listed += [(stands, False) for stands in standings(have)]
    for stands, unit in listed:
        starts = day(rows[stands.since].in_force_from, language)
        if stands.since <= current <= stands.last:
            address = stands.address
            if stands.last != current:  # it goes on, and may have got another number since
                address = next((a for a, text in have[current].items() if text == stands.text), address)
            if stands.since:
                since[unit, address] = _("since %(day)s", day=starts)
            continue
        on = rows[stands.last].in_force_from
        if stands.since > current:
            when = _("from %(day)s on, not yet in force", day=starts)
        else:
            ends = day(rows[stands.last + 1].in_force_from, language)
            when = (
                _("since %(day)s, until %(end)s", day=starts, end=ends)
                if stands.since
                else _("since the first edition (%(day)s), until %(end)s", day=starts, end=ends)
            )
        if unit:
            words = (
                heading_words(stands.address, node, language)
                if (node := editions[stands.last].at(stands.address))
                else ""
            )
            other.append(Place(_where(one, stands.address), one.link(on, stands.address), cut(words[:300], []), when))
        else:
            spans = tuple(Span(start, end, "hit") for start, end in seeker.places(stands.text))
            runs = cut(*excerpt(Hit(stands.address, stands.text, spans)))
            other.append(Place(_where(one, stands.address), one.link(on, stands.address, query), runs, when))
    return since, other


def _unit(one: Searched, address: str, on: date, when: str) -> Place:
    return Place(_where(one, address), one.link(on, address), _unit_words(one.text, address), when)


def _unit_words(text: Edition, address: str) -> tuple[Run, ...]:
    node = text.at(address)
    return cut(heading_words(address, node, text.language)[:300], []) if node else ()


def _where(one: Searched, address: str) -> str:
    return capital(cite(address, page_language())) or one.text.root.text
