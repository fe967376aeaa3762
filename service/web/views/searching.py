"""One box for words, numbers, citations and names; and when words came into an act and went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import Blueprint, render_template, url_for
from flask_babel import gettext as _

from amendments.law.edition import Edition
from service import context
from service.store.acts import get_act, list_acts
from service.store.editions import list_editions, load_edition
from service.store.naming import all_named
from service.store.paging import Paging
from service.web.formats import day
from service.web.presenters.citation import anchor, capital, cite
from service.web.presenters.people import in_language
from service.web.presenters.reading import heading_words
from service.web.presenters.runs import Run, cut
from service.web.presenters.search import MAX_QUERY, Seeker, excerpt, find_in, numbered
from service.web.presenters.word_history import turns
from service.web.shell import in_section, page_language
from service.web.views import asked
from service.web.views.clarity import current_row

MAX_ACTS = 100
PER_ACT = 25


@dataclass(frozen=True, slots=True)
class Place:
    """One place found: where it is and its words, lit."""

    words: str
    address: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What an act has."""

    title: str
    link: str
    history: str
    places: list[Place]
    total: int
    demonstration: bool
    language: str


@dataclass(frozen=True, slots=True)
class Stage:
    """An edition in which the words came or went: its date and cause, and the places as (words, link)."""

    on: str
    caused_by: str
    total: int
    came: list[tuple[str, str]]
    went: list[tuple[str, str]]


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/search/")(search)
    web.get("/acts/<code>/words/")(word_history)


def search() -> str:
    """Places with the words, and units with the number, by act and in the law's order."""
    in_section("search")
    query = asked.text("q", MAX_QUERY)
    found = [one for one in _all(query) if one.places] if query else []
    return render_template(
        "search.html",
        query=query,
        searched=query,
        found=found,
        named=_named(query) if query else [],
        total=sum(one.total for one in found),
        invented=any(one.demonstration for one in found),
    )


def _all(query: str) -> list[Found]:
    session, language = context.reading(), page_language()
    results = []
    for entry in list_acts(session, Paging(1, MAX_ACTS)).items:
        row = current_row(session, entry.act, language)
        if row is None:
            continue
        text = load_edition(session, row)
        code, on = entry.act.code, row.in_force_from
        places = []
        units = numbered(text, query)[:PER_ACT]
        for address in units:
            node = text.at(address)
            words = heading_words(address, node, text.language) if node else ""
            link = url_for("web.edition", code=code, on=on, _anchor=anchor(address))
            places.append(Place(capital(cite(address, language)), link, cut(words[:300], [])))
        hits = find_in(text, query)
        link = url_for("web.edition", code=code, on=on, q=query)
        for hit in hits[:PER_ACT]:
            where = capital(cite(hit.address, language)) or text.root.text
            places.append(Place(where, f"{link}#{anchor(hit.address)}", cut(*excerpt(hit))))
        total = len(hits) + len(units)
        title = in_language(entry.act.title_ru, entry.act.title_kk, language)
        history = url_for("web.word_history", code=code, q=query)
        results.append(Found(title, link, history, places, total, entry.act.demonstration, text.language))
    return results


def _named(query: str) -> list[tuple[str, str]]:
    """Bills and amendments whose number, title or people have the words, as (words, link)."""
    language = page_language()
    found = []
    everything = all_named(context.reading())
    seeker = Seeker(query, language, (name for one in everything for name in (*one.titles, *one.names)))
    for one in everything:
        if any(seeker.places(name) for name in (*one.titles, *one.names)):
            title = in_language(*one.titles, language)
            if one.amendment:
                words = _("Bill %(bill)s, amendment No %(number)s", bill=one.bill, number=one.amendment)
                link = url_for("web.amendment_page", number=one.bill, amendment=one.amendment)
            else:
                words, link = _("Bill %(bill)s", bill=one.bill), url_for("web.bill", number=one.bill)
            found.append((f"{words}: {title}" if title else words, link))
    return found[:PER_ACT]


def word_history(code: str) -> str:
    """The editions of an act in which some words came or went, newest first."""
    in_section("search")
    session, language = context.reading(), asked.text_language(page_language())
    act = get_act(session, code)
    query = asked.text("q", MAX_QUERY)
    rows = list_editions(session, act, language)
    editions = [load_edition(session, row) for row in rows] if query else []
    found = []
    for turn in reversed(turns(editions, query)):
        row = rows[turn.edition]
        found.append(
            Stage(
                day(row.in_force_from, page_language()),
                row.caused_by,
                turn.total,
                [_place(editions[turn.edition], address, code, row.in_force_from, query) for address in turn.came],
                [
                    _place(editions[turn.edition - 1], address, code, rows[turn.edition - 1].in_force_from, query)
                    for address in turn.went
                ],
            )
        )
    return render_template(
        "word_history.html",
        act=act,
        title=in_language(act.title_ru, act.title_kk, page_language()),
        query=query,
        searched=query,
        stages=found,
        editions=len(rows),
        text_language=language,
        invented=act.demonstration,
    )


def _place(edition: Edition, address: str, code: str, on: date, query: str) -> tuple[str, str]:
    link = url_for("web.edition", code=code, on=on, q=query, _anchor=anchor(address))
    return capital(cite(address, edition.language)) or edition.root.text, link
