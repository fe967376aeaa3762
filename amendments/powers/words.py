"""Words of a provision: where they stand, how they read, and the key under which two of them are the same word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from amendments.law.morphology import dictionary
from amendments.law.normal import fold, fold_map

_WORD: Final = re.compile(r"\w+(?:-\w+)*")
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff-]+")
_KEY: Final = 6  # letters that make a word's family; shorter ones run different words together
_LIKELY: Final = 0.3


@dataclass(frozen=True, slots=True)
class Reading:
    """How a word reads: lemma, part of speech and grammemes of the likely reading; whether some reading is a verb."""

    lemma: str
    pos: str
    grammemes: frozenset[str]
    finite: bool
    infinitive: bool
    nominative: bool


class Word(NamedTuple):  # one for each word of a law: several times quicker to make than a frozen dataclass
    """A word in the lower-case view: its form and its place in the view."""

    form: str
    start: int
    end: int


class View:
    """A text as it is read: lower case, normalised, with a way back to the original characters."""

    __slots__ = ("_map", "_words", "known", "lower", "source", "text")

    def __init__(self, source: str) -> None:
        view, offsets = fold_map(source)
        lower = view.lower()
        self.source = source
        self.text = view
        self.lower = lower if len(lower) == len(view) else view
        self._map = offsets
        self._words: tuple[Word, ...] | None = None
        self.known: dict[object, object] = {}  # what was found in the text, so that it is sought once

    @property
    def words(self) -> tuple[Word, ...]:
        """The words in order."""
        if self._words is None:
            self._words = tuple(Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(self.lower))
        return self._words

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the source under characters `start` to `end` of the view."""
        if self._map is None or start >= end:
            return start, end
        return self._map[start], self._map[end - 1] + 1


@lru_cache(maxsize=131_072)
def reading(form: str) -> Reading:
    """The reading of a Russian word in lower case; a word of other letters reads as itself."""
    if not _CYRILLIC.fullmatch(form):
        return Reading(form, "", frozenset(), False, False, False)
    parses = dictionary().parse(form)
    likely = [parse for parse in parses if parse.score >= _LIKELY] or parses[:1]
    finite = any(p.tag.POS == "VERB" and "3per" in p.tag and "past" not in p.tag for p in likely)
    first = next((p for p in parses if p.tag.POS in ("VERB", "INFN")), parses[0]) if finite else parses[0]
    return Reading(
        first.normal_form.replace("ё", "е"),
        str(first.tag.POS or ""),
        frozenset(str(name) for name in first.tag.grammemes),
        finite,
        first.tag.POS == "INFN",
        any(p.tag.POS == "NOUN" and "nomn" in p.tag and "sing" in p.tag for p in parses),
    )


_KAZAKH_ENDING: Final = re.compile(
    r"(?:лар|лер|дар|дер|тар|тер)?(?:ымыз|іміз|сы|сі|ы|і)?"
    r"(?:ның|нің|дың|дің|тың|тің|ны|ні|ды|ді|ты|ті|н|ға|ге|қа|ке|на|не|нда|нде|да|де|та|те|нан|нен|дан|ден|тан|тен"
    r"|мен|бен|пен)?(?:ғы|гі)?$"
)


@lru_cache(maxsize=131_072)
def key(form: str, language: str) -> str:
    """What two words of one family share: the first letters of the lemma (Russian) or of the stem (Kazakh)."""
    base = stem(form, language)
    return base if base in apart(language) else base[:_KEY]


@lru_cache(maxsize=131_072)
def stem(form: str, language: str) -> str:
    """The lemma (Russian) or the stem without nominal endings (Kazakh) of a word in lower case."""
    if language == "ru":
        return reading(form).lemma
    for start in range(3, len(form) + 1):
        if _KAZAKH_ENDING.match(form, start):
            return form[:start]
    return form


def family(form: str, language: str) -> str:
    """The family of words that say the same thing and begin differently, as a key; "" for a word of none."""
    return families(language).get(stem(form, language), "")


@cache
def families(language: str) -> dict[str, str]:
    """Words that say the same thing to the register: each word of a family → the family's key."""
    from amendments.powers.loading import table

    return {fold(word): f"~{row[0]}" for row in table("families").get(language, {}).get("same", ()) for word in row}


@cache
def apart(language: str) -> frozenset[str]:
    """Words that begin like others and say something else."""
    from amendments.powers.loading import table

    return frozenset(fold(word) for word in table("families").get(language, {}).get("apart", ()))


def inflected(form: str, number: str) -> str:
    """A Russian verb of the third person in the other number ("sing" or "plur"); "" where there is none."""
    parse = next((p for p in dictionary().parse(form) if p.tag.POS == "VERB" and "3per" in p.tag), None)
    other = parse.inflect({number, "3per"}) if parse is not None else None
    return str(other.word) if other is not None else ""
