"""One box for words and numbers, in the texts that are in force."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, render_template, url_for

from service import context
from service.store.acts import list_acts
from service.store.editions import load_edition
from service.store.paging import Paging
from service.web.presenters.citation import anchor, capital, cite
from service.web.presenters.people import in_language
from service.web.presenters.reading import heading_words
from service.web.presenters.runs import Run, cut
from service.web.presenters.search import MAX_QUERY, excerpt, find_in, numbered
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
    places: list[Place]
    total: int
    demonstration: bool
    language: str


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/search/")(search)


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
        for address in numbered(text, query)[:PER_ACT]:
            node = text.at(address)
            words = heading_words(address, node, text.language) if node else ""
            link = url_for("web.edition", code=code, on=on, _anchor=anchor(address))
            places.append(Place(capital(cite(address, language)), link, cut(words[:300], [])))
        hits = find_in(text, query)
        link = url_for("web.edition", code=code, on=on, q=query)
        for hit in hits[:PER_ACT]:
            where = capital(cite(hit.address, language)) or text.root.text
            places.append(Place(where, f"{link}#{anchor(hit.address)}", cut(*excerpt(hit))))
        total = len(hits) + sum(1 for _ in numbered(text, query)[:PER_ACT])
        title = in_language(entry.act.title_ru, entry.act.title_kk, language)
        results.append(Found(title, link, places, total, entry.act.demonstration, text.language))
    return results
