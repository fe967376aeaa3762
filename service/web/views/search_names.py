"""Bills, amendments and people that a person looks for by number, by name or by words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from amendments.law.normal import fold
from service import context
from service.security.current import current_account
from service.store.naming import Named, all_named, people_named
from service.web.language import LANGUAGES
from service.web.presenters.people import in_language, person
from service.web.presenters.runs import Run, Span, cut
from service.web.presenters.search import Hit, Seeker, excerpt
from service.web.presenters.search_help import words_of
from service.web.shell import page_language

MOST = 25
_AMENDMENT = re.compile(
    r"^(?:законопроект\w*|заң жобасы\w*)?[\s,/-]*"
    r"(?P<word>поправк\w+|попр\.?|түзету\w*|№)?[\s№-]*(?P<number>\d{1,6})[\s-]*(?P<after>түзету\w*)?$"
)
_BILL_WORDS = re.compile(r"^(?:законопроект\w*|заң жобасы\w*)?[\s№]*|\s*заң жобасы\w*$")


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A bill or an amendment found: its name, where it is, and the words of its instruction, lit."""

    words: str
    link: str
    runs: tuple[Run, ...] = ()
    language: str = ""


def named(query: str) -> tuple[list[NamedPlace], int]:
    """The first of the bills and amendments with the number, the people or the words; and how many there are."""
    everything = all_named(context.reading())
    needle = fold(query).casefold().strip()
    chosen = _numbered(everything, needle)
    if not chosen and not any(char.isalpha() for char in needle):
        return [], 0
    found = [NamedPlace(*_name(one)) for one in chosen]
    taken = {(one.bill, one.amendment) for one in chosen}
    for language in sorted(LANGUAGES, key=lambda code: code != page_language()):
        side = LANGUAGES.index(language)
        rest = [one for one in everything if (one.bill, one.amendment) not in taken]
        names = Seeker(query, language, (name for one in rest for name in _names(one, side)), apart=True)
        seeker = Seeker(query, language, (one.texts[side] for one in rest))
        for one in rest:
            if any(names.places(name) for name in _names(one, side)):
                found.append(NamedPlace(*_name(one)))
            elif spans := seeker.places(one.texts[side]):
                hit = Hit("", one.texts[side], tuple(Span(start, end, "hit") for start, end in spans))
                found.append(NamedPlace(*_name(one), cut(*excerpt(hit)), language))
            else:
                continue
            taken.add((one.bill, one.amendment))
    return found[:MOST], len(found)


def people(query: str) -> list[tuple[str, str, str]]:
    """People with the name as (name, position, what they brought); for readers who have signed in."""
    if current_account() is None or not any(char.isalpha() for char in query):
        return []
    everyone = people_named(context.reading())
    found = []
    seekers = [
        Seeker(query, language, [name for one, _count in everyone for name in (one.name_ru, one.name_kk)], apart=True)
        for language in LANGUAGES
    ]
    for account, count in everyone:
        if any(seeker.places(name) for seeker in seekers for name in (account.name_ru, account.name_kk)):
            shown = person(account, page_language())
            brought = ngettext("%(num)s amendment", "%(num)s amendments", count) if count else _("no amendments")
            found.append((shown.name, shown.position, brought))
    return found[:MOST]


def words_of_names(language: str) -> set[str]:
    """The distinct words of all titles and names in a language, folded."""
    side = LANGUAGES.index(language)
    return {word for one in all_named(context.reading()) for name in _names(one, side) for word in words_of(name)}


def _names(one: Named, side: int) -> tuple[str, str]:
    return one.titles[side], one.people[side]


def _numbered(everything: list[Named], needle: str) -> list[Named]:
    """By number: «У-1», «поправка 3», «У-1/3», «У-1, № 3 түзету»."""
    bills = {one.bill: fold(one.bill).casefold() for one in everything if not one.amendment}
    wanted = _close(_BILL_WORDS.sub("", needle))
    found = [one for one in everything if not one.amendment and wanted == _close(bills[one.bill])]
    of_bill = next((bill for bill, number in bills.items() if _stands(number, needle)), "")
    rest = needle.replace(bills[of_bill], "", 1).strip() if of_bill else needle
    match = _AMENDMENT.match(rest)
    if match is None or not (of_bill or match["word"] or match["after"]):
        return found
    number = int(match["number"])
    return found + [one for one in everything if one.amendment == number and of_bill in ("", one.bill)]


def _close(words: str) -> str:
    return re.sub(r"[\s-]+", "", words)


def _stands(number: str, needle: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(number)}(?![\w)-])", needle) is not None


def _name(one: Named) -> tuple[str, str]:
    title = in_language(*one.titles, page_language())
    if one.amendment:
        words = _("Bill %(bill)s, amendment No %(number)s", bill=one.bill, number=one.amendment)
        link = url_for("web.amendment_page", number=one.bill, amendment=one.amendment)
    else:
        words, link = _("Bill %(bill)s", bill=one.bill), url_for("web.bill", number=one.bill)
    return (f"{words}: {title}" if title else words), link
