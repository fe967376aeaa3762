"""One thing under two names, and things that the act names like terms and defines nowhere.

An act names one thing by one term (law «On legal acts», Article 24: no words of several meanings; official class 8,
unity of terms). What is found here is exact: the words of a definition are used in another shape, or two
definitions say the same. Synonyms that share no word with the term are not guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Final, Literal

from amendments.clarity import forms
from amendments.clarity.finding import Finding
from amendments.clarity.phrases import Phrases
from amendments.clarity.terms import Definition, definitions
from amendments.clarity.tokens import split
from amendments.clarity.wording import akin, occurrences
from amendments.law.edition import Edition

Reason = Literal["short_name", "other_order", "same_meaning"]
Place = tuple[str, str]
# Words that only join the parts of a name: «орган в сфере торговли» is «орган по вопросам торговли».
_JOINING: Final = {
    "ru": "в во на по с со к о об от до из за для при под над вопросам вопросы области сфере делам отношении",
    "kk": "үшін туралы бойынша жөніндегі саласындағы саласында мәселелері істері",
}
_COUPLING: Final = {"ru": "и или либо а", "kk": "және немесе мен пен бен"}  # they join two names, not one's parts
_START: Final = 3  # letters by which words are told apart before their forms are compared
_BREAK: Final = re.compile(r"[.,;:()–—]|\s-\s")
_LONGEST_NAME: Final = 6  # content words; longer names are not looked for in another order
_MEANING_WORDS: Final = 4  # a shorter meaning says too little to be called the same


@dataclass(frozen=True, slots=True)
class TwoNames:
    """A defined term, another name for the same thing, why they are held to be one, where the other stands.

    `reason`: «short_name» – the act gives a short name and goes on using the long one; «other_order» – the words of
    the term in another order or joined otherwise; «same_meaning» – two definitions with the same words.
    """

    name: str
    other: str
    reason: Reason
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Undefined:
    """Words that the act uses as a term and defines nowhere: the first wording, and each place (address, quote)."""

    words: str
    places: tuple[Place, ...]


def two_names(edition: Edition) -> tuple[TwoNames, ...]:
    """The things that the act calls by two names, by definition in order; see the module for what is looked for."""
    defined = definitions(edition)
    phrases = Phrases(edition)
    return (
        *_long_names(defined, phrases),
        *_other_orders(defined, phrases),
        *_same_meanings(defined, edition.language),
    )


def undefined_terms(edition: Edition, findings: Iterable[Finding]) -> tuple[Undefined, ...]:
    """The persons and things of `findings` that the act defines nowhere, one entry for all forms of the same words.

    `findings` are those of the edition (other factors are passed over); the order is that of the first place.
    """
    known = [name for d in definitions(edition) for name in (d.term, *d.aliases)]
    grouped: list[tuple[list[str], list[Place]]] = []
    for finding in findings:
        own = split(finding.quote).words
        if finding.factor != "undefined_object" or any(occurrences(name, own, edition.language) for name in known):
            continue
        place = (finding.address, finding.quote)
        same = next((places for words, places in grouped if _same(words, own, edition.language)), None)
        if same is None:
            grouped.append((own, [place]))
        else:
            same.append(place)
    return tuple(Undefined(places[0][1], tuple(places)) for _, places in grouped)


def _same(one: Sequence[str], other: Sequence[str], language: str) -> bool:
    return len(one) == len(other) and all(akin(a, b, language) for a, b in zip(one, other, strict=True))


def _long_names(defined: Sequence[Definition], phrases: Phrases) -> Iterator[TwoNames]:
    """«Кочевой улей (далее – улей)» and «кочевой улей» again further on."""
    for definition in defined:
        places = tuple(place for place in phrases.find(split(definition.term).words) if place[0] != definition.address)
        for alias in definition.aliases:
            if places:
                yield TwoNames(alias, definition.term, "short_name", places)


@dataclass(frozen=True, slots=True)
class _Text:
    """A provision with the places of the words that carry its sense."""

    address: str
    source: str
    words: list[str]
    begins: list[int]
    ends: list[int]
    content: list[int]
    starts: list[str]


def _texts(phrases: Phrases) -> list[_Text]:
    texts = []
    for address, source, words, begins, ends in phrases.texts:
        content = _content(words, phrases.language)
        starts = [forms.folded(words[at])[:_START] for at in content]
        texts.append(_Text(address, source, words, begins, ends, content, starts))
    return texts


def _other_orders(defined: Sequence[Definition], phrases: Phrases) -> Iterator[TwoNames]:
    language = phrases.language
    names = [split(name).words for definition in defined for name in (definition.term, *definition.aliases)]
    texts = _texts(phrases)
    for definition in defined:
        name = split(definition.term).words
        content = _content(name, language)
        if not 2 <= len(content) <= _LONGEST_NAME or (content[0], content[-1]) != (0, len(name) - 1):
            continue
        places = tuple(
            place
            for text in texts
            if text.address != definition.address
            for place in _rearranged(name, text, language)
            if not any(_same(split(place[1]).words, other, language) for other in names)
        )
        if places:
            yield TwoNames(definition.term, places[0][1], "other_order", places)


def _content(words: Sequence[str], language: str) -> list[int]:
    """The places of the words that carry the sense."""
    joining = _JOINING[language].split()
    return [at for at, word in enumerate(words) if forms.folded(word) not in joining]


def _rearranged(name: Sequence[str], text: _Text, language: str) -> Iterator[Place]:
    """Where the content words of a name stand side by side in one phrase, but not as the name itself."""
    content = [name[at] for at in _content(name, language)]
    count = len(content)
    starts = sorted(forms.folded(word)[:_START] for word in content)
    for first in range(len(text.content) - count + 1):
        if sorted(text.starts[first : first + count]) != starts:
            continue
        run = text.content[first : first + count]
        quote = text.source[text.begins[run[0]] : text.ends[run[-1]]]
        span = text.words[run[0] : run[-1] + 1]
        if _is_another_shape(name, content, [text.words[at] for at in run], span, language) and not _BREAK.search(
            quote
        ):
            yield text.address, quote


def _is_another_shape(
    name: Sequence[str], content: Sequence[str], words: Sequence[str], span: Sequence[str], language: str
) -> bool:
    """The same content words joined otherwise, or with nothing between them in another order.

    In Kazakh the last word is the thing named; where another word is last, another thing is meant.
    """
    if _same(name, span, language) or any(forms.folded(word) in _COUPLING[language].split() for word in span):
        return False
    if _same(content, words, language):
        return True
    if len(span) != len(words) or (language == "kk" and not akin(content[-1], words[-1], language)):
        return False
    return any(_same(words, order, language) for order in permutations(content))


def _same_meanings(defined: Sequence[Definition], language: str) -> Iterator[TwoNames]:
    meanings = [(definition, _meaning(definition, language)) for definition in defined]
    for number, (definition, meaning) in enumerate(meanings):
        for other, words in meanings[number + 1 :]:
            if len(meaning) >= _MEANING_WORDS and _same(meaning, words, language):
                yield TwoNames(definition.term, other.term, "same_meaning", ((other.address, other.term),))


def _meaning(definition: Definition, language: str) -> list[str]:
    """The content words of what the definition says, the term itself left out."""
    words = split(definition.meaning).words
    return [words[at] for at in _content(words, language)]
