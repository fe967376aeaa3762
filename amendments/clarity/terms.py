"""Terms: what an act defines, what it never uses, what an amendment dropped here and left elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from amendments.clarity import forms
from amendments.clarity.phrases import Phrases
from amendments.clarity.tokens import split
from amendments.clarity.wording import akin, occurrences
from amendments.law.edition import Edition, is_law
from amendments.law.provision import HEADED

_HEADING = re.compile(r"(?i)\bпонятия\b|\bопределения\b|\bұғымдар|\bанықтамалар")
_DASH = re.compile(r"\s[–—-]\s")
_ALIAS = re.compile(r"\((?:далее|бұдан әрі)\s*[–—-]\s*([^)]{2,80})\)")
_BRACKETS = re.compile(r"\([^)]*\)")
_LONGEST_TERM: Final = 12
_SHORTEST_PHRASE: Final = 2
_LONGEST_PHRASE: Final = 8
_MANY: Final = 6  # a phrase that stands in more places than this is common speech, not a leftover
_EMPTY_WORDS: Final = {
    "ru": "и или а но в во на по с со к о об от до из за для при под над через между не ни же ли бы как что это "
    "его ее их также либо республика казахстан который",
    "kk": "және немесе мен пен бен де да үшін туралы бойынша арқылы осы оның олардың бұл сол не сондай-ақ "
    "қазақстан республикасының",
}


@dataclass(frozen=True, slots=True)
class Definition:
    """A term that the act defines: as printed, its other names («далее – …»), where, the provision, what it means."""

    term: str
    aliases: tuple[str, ...]
    address: str
    text: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words that an amendment dropped at `dropped_at` and that still stand at `left_at` (address and quote)."""

    words: str
    dropped_at: str
    left_at: tuple[tuple[str, str], ...]


def definitions(edition: Edition) -> tuple[Definition, ...]:
    """The terms that the act's article on definitions defines («термин – значение»), in order."""
    found: list[Definition] = []
    article = ""
    for address, provision in edition:
        if provision.kind == "article":
            article = address if _HEADING.search(provision.text) else ""
        elif article and provision.kind in ("subpoint", "indent", "clause", "point") and provision.state == "in_force":
            definition = _definition(address, provision.text)
            if definition:
                found.append(definition)
    return tuple(found)


def _definition(address: str, text: str) -> Definition | None:
    parts = _DASH.split(_ALIAS.sub(lambda match: match.group().replace(" ", "\u2060"), text), maxsplit=1)
    if len(parts) != 2:
        return None
    head = parts[0].replace("\u2060", " ")
    term = _BRACKETS.sub("", head).strip(" ,;«»\"'")
    words = split(term).words
    if not 0 < len(words) <= _LONGEST_TERM:
        return None
    aliases = tuple(match.group(1).strip(" «»\"'") for match in _ALIAS.finditer(head))
    return Definition(" ".join(term.split()), aliases, address, text, parts[1].replace("\u2060", " "))


def unused(edition: Edition) -> tuple[Definition, ...]:
    """Definitions whose term (or other name) stands nowhere in the act but in the article that defines it."""
    places = Phrases(edition)
    idle = []
    for definition in definitions(edition):
        article = definition.address.split("/", 1)[0]
        names = (definition.term, *definition.aliases)
        found = [place for name in names for place in places.find(split(name).words or ["·"])]
        if not any(address.split("/", 1)[0] != article for address, _ in found):
            idle.append(definition)
    return tuple(idle)


def undefined(text: str, edition: Edition, candidates: Iterable[str]) -> tuple[str, ...]:
    """Those of the words used as terms in `text` (a finding's quotes, say) that the act defines nowhere, in order."""
    words = split(text).words
    known = [name for d in definitions(edition) for name in (d.term, *d.aliases)]
    lacking = []
    for candidate in dict.fromkeys(candidates):
        own = split(candidate).words
        stands = occurrences(candidate, words, edition.language)
        if stands and not any(occurrences(name, own, edition.language) for name in known):
            lacking.append(candidate)
    return tuple(lacking)


def leftovers(before: Edition, after: Edition) -> tuple[Leftover, ...]:
    """Phrases that a provision lost between two editions and that still stand elsewhere in the later one.

    A drafter who cuts «наиболее важных» from a definition usually means to cut it in the articles that repeat it.
    Phrases of at least two words are looked for, in any form; those that stand in many places are left out.
    """
    places: Phrases | None = None
    found: list[Leftover] = []
    for address, provision in after:
        old = before.at(address)
        if old is None or old.text == provision.text or not is_law(address) or provision.kind in HEADED:
            continue
        for phrase in _dropped(old.text, provision.text, before.language):
            places = places or Phrases(after)
            left = [place for place in places.find(phrase) if place[0] != address]
            if left and len(left) <= _MANY:
                found.append(Leftover(" ".join(phrase), address, tuple(left)))
    return tuple(found)


def _dropped(old: str, new: str, language: str) -> list[list[str]]:
    """Runs of words of `old` that `new` lacks, empty words cut off at both ends."""
    words, kept = split(old).words, split(new).words
    matcher = SequenceMatcher(None, [forms.folded(w) for w in words], [forms.folded(w) for w in kept], autojunk=False)
    phrases = []
    for tag, first, last, _, _ in matcher.get_opcodes():
        if tag not in ("delete", "replace"):
            continue
        phrase = _trimmed(words[first:last], language)
        gone = [word for word in phrase if not any(akin(word, other, language) for other in kept)]
        if _SHORTEST_PHRASE <= len(phrase) <= _LONGEST_PHRASE and gone:
            phrases.append(phrase)
    return phrases


def _trimmed(phrase: list[str], language: str) -> list[str]:
    empty = _EMPTY_WORDS[language].split()
    first, last = 0, len(phrase)
    while first < last and forms.folded(phrase[first]) in empty:
        first += 1
    while last > first and forms.folded(phrase[last - 1]) in empty:
        last -= 1
    return phrase[first:last]
