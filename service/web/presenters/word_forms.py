"""Other forms of the words that a person looks for: «акимы» finds «акимов», «әкім» finds «әкімдердің».

A word is never found because another begins with it: «аким» is not «акимат», «әкім» is not «әкімдік». Who wants all
words that begin so writes a star: «торг*».
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from amendments.clarity.forms import NOUN_ENDING, STEM_ENDINGS, analyse

STAR: Final = "*"
_EXACT: Final = 2  # letters of a word that is looked for as it stands
_STEM: Final = 3  # letters that a Kazakh stem keeps at least
_SHORT_VERBS: Final = frozenset(("ал", "ас", "ат", "аш", "ет", "өт"))
_HARD: Final = str.maketrans("ғгб", "қкп")
_VOWELS: Final = frozenset("аәеиоөуұүыіэюя")
_WEAK: Final = frozenset(("а", "е", "н"))  # endings only after a possessive, which then is part of the ending
# «әкімдігі» is «әкімдік», another word than «әкім»; «-ғы» makes adjectives of few words of time and place.
_OTHER_WORD: Final = re.compile("(?:[дт][ыі])?[ғгқк][ыі]")
_VERBS: Final = frozenset(("VERB", "INFN", "PRTF", "PRTS", "GRND"))
_NO_FORMS: Final = frozenset(("басқа", "кейін", "дейін", "бұрын"))
# Nouns that lose their last vowel before a possessive: «халық», «халқы».
_LOST_VOWEL: Final = {
    "халқ": "халық", "орн": "орын", "ерк": "ерік", "қауп": "қауіп", "ауз": "ауыз", "даус": "дауыс", "мойн": "мойын",
    "ғұрп": "ғұрып", "нарқ": "нарық", "құлқ": "құлық", "көрк": "көрік",
}  # fmt: skip
_NEGATION: Final = re.compile("ма|ме|ба|бе|па|пе")
_VERB_ENDINGS: Final = (
    STEM_ENDINGS["fin"],
    STEM_ENDINGS["ger"],
    STEM_ENDINGS["ptcp"],
    re.compile("(?:ып|іп|п)$"),
)


def forms_among(words: Iterable[str], sought: str, language: str) -> set[str]:
    """Those of `words` (folded, lower case) that are forms of `sought`; or, where it ends with a star, begin so."""
    if sought.endswith(STAR):
        return {word for word in words if word.startswith(sought.rstrip(STAR))}
    if len(sought) <= _EXACT or not sought.isalpha():
        return {sought}.intersection(words)
    keys = _keys(sought, language)
    return {word for word in words if word[0] == sought[0] and not keys.isdisjoint(_keys(word, language))}


@lru_cache(maxsize=65_536)
def _keys(word: str, language: str) -> frozenset[str]:
    """What the forms of a word have in common: lemmas in Russian, stems in Kazakh."""
    return _stems(word) if language == "kk" else _lemmas(word)


def _lemmas(word: str) -> frozenset[str]:
    # «осуществляется» is a form of «осуществлять» to a reader, though the dictionary has two verbs
    return frozenset(
        lemma.removesuffix("ся").removesuffix("сь") if _VERBS & grammar else lemma
        for lemma, grammar in analyse(word, "ru").readings
    ) | {word}


def _stems(word: str) -> frozenset[str]:
    """What a Kazakh word may be without that which case, number, possession, tense and mood add."""
    if word in _NO_FORMS:
        return frozenset((word,))
    stems = {_hard(word)}
    for at in range(2, len(word)):
        stem, ending = word[:at], word[at:]
        if at < _STEM and stem not in _SHORT_VERBS:
            continue
        if at >= _STEM and _is_noun(ending) and _may_end(stem):
            stems.add(_hard(_LOST_VOWEL.get(stem, stem)))
        negation = _NEGATION.match(ending)
        if _is_verb(ending) or (negation and _is_verb(ending[negation.end() :])):
            stems.add(f"{_hard(stem)}-")
    return frozenset(stems)


def _is_noun(ending: str) -> bool:
    return ending not in _WEAK and not _OTHER_WORD.match(ending) and NOUN_ENDING.match(ending) is not None


def _is_verb(ending: str) -> bool:
    return any(one.match(ending) for one in _VERB_ENDINGS)


def _may_end(stem: str) -> bool:
    """«ғ», «г» and «б» at the end are «қ», «к» and «п» softened between vowels: «тармағы», not «тұрғын»."""
    return stem[-1] not in "ғгб" or stem[-2] in _VOWELS


def _hard(stem: str) -> str:
    return stem[:-1] + stem[-1].translate(_HARD)
