"""What else to look for when nothing was found: words spelt alike, another keyboard, other beginnings."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from amendments.law.normal import fold
from service.web.presenters.word_forms import STAR, forms_among

_WORD = re.compile(r"\w+")
_LATIN: Final = re.compile(r"[a-zA-Z]")
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_QWERTY: Final = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_KEYS: Final = str.maketrans(_QWERTY + _QWERTY.upper(), "йцукенгшщзхъфывапролджэячсмитьбюё" * 2)
_LONG: Final = 5  # letters of a word in which two letters may be wrong, not one
_SHORTEST: Final = 3
MOST: Final = 3


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: folded, lower case, in order."""
    return _WORD.findall(fold(text).casefold())


def retyped(query: str) -> str:
    """The same keys of a Russian keyboard, for what was typed on an English one: «frbv» is «аким»; else ""."""
    return query.casefold().translate(_KEYS) if _LATIN.search(query) and not _CYRILLIC.search(query) else ""


def corrected(query: str, known: AbstractSet[str], language: str) -> list[str]:
    """At most three queries with each word that no text has replaced by one spelt alike; empty where none is."""
    choices: list[list[str]] = []
    changed = False
    words = words_of(query)
    for word in words:
        if len(word) < _SHORTEST or not word.isalpha() or forms_among(known, word, language):
            choices.append([word])
            continue
        near = _alike(word, known, language)
        if not near:
            return []
        choices.append(near)
        changed = True
    if not changed:
        return []
    return [" ".join(row[min(turn, len(row) - 1)] for row in choices) for turn in range(max(map(len, choices)))]


def _alike(word: str, known: AbstractSet[str], language: str) -> list[str]:
    most = 2 if len(word) > _LONG else 1
    found = process.extract(word, sorted(known), scorer=OSA.distance, score_cutoff=most, limit=50)
    alike: list[str] = []
    for other, distance, _ in sorted(found, key=lambda one: (one[1], one[0][:1] != word[:1], len(one[0]))):
        if distance > found[0][1]:  # only the nearest
            break
        if other.isalpha() and not forms_among(alike, other, language):
            alike.append(other)
    return alike[:MOST]


def begun(query: str, known: AbstractSet[str]) -> str:
    """The query with a star, where it is one word and words begin with it; else ""."""
    words = words_of(query)
    if len(words) != 1 or query.rstrip().endswith(STAR) or len(words[0]) < _SHORTEST:
        return ""
    return words[0] + STAR if any(islice((word for word in known if word.startswith(words[0])), 1)) else ""
