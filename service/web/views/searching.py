"""One box for words, numbers, citations and names; and when words came into an act and went."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from amendments.law.edition import Edition
from service import context
from service.store.acts import get_act, list_acts
from service.store.editions import list_editions, load_edition
from service.store.paging import Paging
from service.web.formats import day
from service.web.language import LANGUAGES
from service.web.presenters.citation import anchor, capital, cite
from service.web.presenters.people import in_language
from service.web.presenters.search import MAX_QUERY
from service.web.presenters.search_help import begun, corrected, retyped, words_of
from service.web.presenters.units import UNIT_WORDS, meant
from service.web.presenters.word_history import turns
from service.web.shell import in_section, page_language
from service.web.views import asked
from service.web.views.search_acts import Found, Searched, near_places, places_in, searched, words_known
from service.web.views.search_names import named, people, words_of_names

MAX_ACTS = 100
MAX_WORDS = 6
"""Words of a query that are counted one by one when they do not stand together."""
Linked = tuple[str, str]
"""Words and their link."""


@dataclass(frozen=True, slots=True)
class Stage:
    """An edition in which the words came or went: its date and cause, and the places as (words, link)."""

    on: str
    caused_by: str
    total: int
    came: list[Linked]
    went: list[Linked]


@dataclass(slots=True)
class Outcome:
    """What the acts have, in which language, with the words together or apart; or else all texts looked through."""

    found: list[Found] = field(default_factory=list)
    apart: bool = False
    language: str = ""
    texts: list[Searched] = field(default_factory=list)


@dataclass(slots=True)
class Help:
    """What else to look for: other spellings, nearest units, each word alone, all editions."""

    meant: list[Linked] = field(default_factory=list)
    near: list[Linked] = field(default_factory=list)
    alone: list[Linked] = field(default_factory=list)
    everywhere: str = ""


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/search/")(search)
    web.get("/acts/<code>/words/")(word_history)


def search() -> str:
    """Places with the words, and units with the number, by act and in the law's order. `editions=all` looks through
    all editions; where nothing stands in the page's language, the other one is looked through."""
    in_section("search")
    query, everywhere = asked.text("q", MAX_QUERY), request.args.get("editions") == "all"
    says = any(char.isalnum() for char in query)
    outcome = _found(query, everywhere) if says else Outcome()
    found = outcome.found
    names, names_total = named(query) if says else ([], 0)
    known_people = people(query) if says else []
    nothing = says and not (found or names or known_people)
    return render_template(
        "search.html",
        query=query,
        searched=query,
        says=says,
        cut=len(request.args.get("q", "").strip()) > MAX_QUERY,
        everywhere=everywhere,
        choices=[(words, _link(query, all_of), all_of == everywhere) for words, all_of in _choices()],
        found=found,
        apart=outcome.apart,
        other_language=outcome.language if outcome.language not in ("", page_language()) else "",
        named=names,
        named_total=names_total,
        people=known_people,
        total=sum(one.total for one in found),
        other_total=sum(one.other_total for one in found),
        help=_help(query, outcome.texts, everywhere) if nothing or (says and not found) else None,
        nothing=nothing,
        invented=any(one.demonstration for one in found),
    )


def _choices() -> list[tuple[str, bool]]:
    return [(_("Texts in force"), False), (_("All editions"), True)]


def _link(query: str, everywhere: bool) -> str:
    return url_for("web.search", q=query or None, editions="all" if everywhere else None)


def _found(query: str, everywhere: bool) -> Outcome:
    """First the words one after another, in the page's language, then in the other; then the same in any order."""
    entries = list_acts(context.reading(), Paging(1, MAX_ACTS)).items
    own = page_language()
    languages = sorted(LANGUAGES, key=lambda code: code != own)
    looked = {code: searched(entries, code, strictly=code != own) for code in languages}
    for apart in (False, True) if len(words_of(query)) > 1 else (False,):
        for code in languages:
            found = [places_in(one, query, everywhere=everywhere, apart=apart) for one in looked[code]]
            found = [one for one in found if one.places or one.other]
            if found:
                return Outcome(found, apart, code)
    return Outcome(texts=[one for code in languages for one in looked[code]])


def _help(query: str, texts: list[Searched], everywhere: bool) -> Help:
    advice = Help(everywhere="" if everywhere else _link(query, True))
    spelt: list[str] = []
    known = {
        code: UNIT_WORDS[code].union(
            words_of_names(code), *(words_known(one) for one in texts if one.text.language == code)
        )
        for code in LANGUAGES
    }
    typed = retyped(query)
    if typed and any(known[code].issuperset(words_of(typed)) for code in LANGUAGES):
        spelt.append(typed)
    elif not meant(query):
        for code in LANGUAGES:
            spelt += corrected(typed or query, known[code], code)
    for code in LANGUAGES:
        spelt += filter(None, [begun(query, known[code])])
    advice.meant = [(words, _link(words, everywhere)) for words in dict.fromkeys(spelt)]
    for one in texts:
        if one.text.language == page_language() and len(advice.near) < MAX_WORDS:
            advice.near += near_places(one, query)
    words = [word for word in dict.fromkeys(words_of(query)) if word.isalpha()]
    if len(words) > 1 and not meant(query):
        for word in words[:MAX_WORDS]:
            advice.alone += _alone(word, texts, everywhere)
    return advice


def _alone(word: str, texts: list[Searched], everywhere: bool) -> list[Linked]:
    total = sum(places_in(one, word, everywhere=False).total for one in texts) + named(word)[1]
    if not total:
        return [(_("“%(word)s”: nowhere", word=word), "")]
    counted = ngettext("%(num)s place", "%(num)s places", total)
    return [(f"«{word}»: {counted}", _link(word, everywhere))]


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
