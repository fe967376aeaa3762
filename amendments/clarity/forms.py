"""Words as the rules see them: the folded form and, per reading, its lemma and grammar.

Russian comes from pymorphy3's dictionary. Kazakh has no free lemmatiser that works offline, so a Kazakh rule names
a stem and says what may be added to it; the suffixes are tables here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from amendments.law.normal import fold

Reading = tuple[str, frozenset[str]]
_NUMBER = re.compile(r"^(?:\d+-)+(?=\D)")
_RARE: Final = 0.02  # a reading less likely than this is noise («при» as a form of «переть»)


@dataclass(frozen=True, slots=True)
class Word:
    """A distinct word: the folded lower-case form and its readings (lemma, grammemes); Kazakh words have none."""

    form: str
    readings: tuple[Reading, ...]


def folded(word: str) -> str:
    """Lower case, Latin look-alikes as Cyrillic letters, «ё» as «е», soft hyphens dropped."""
    return fold(word).lower()


_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff'.-]+")


@cache
def _morphology() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=131_072)
def analyse(word: str, language: str) -> Word:
    """The word's readings. Cached per distinct written form, which a law repeats many times."""
    form = folded(word)
    if language == "kk":
        return Word(_NUMBER.sub("", form), ())  # «3-тармағында» is the word «тармағында»
    if not _CYRILLIC.fullmatch(form):
        return Word(form, ())  # the dictionary knows no other letters, and stumbles over some
    found = [
        (parse.normal_form.replace("ё", "е"), frozenset(str(name) for name in parse.tag.grammemes))
        for parse in _morphology().parse(form)
        if parse.score >= _RARE
    ]
    return Word(form, tuple(dict.fromkeys(found)))


# Kazakh nominal suffixes: plural, possessive, case, then an attributive «-дағы» that may take them again.
_PLURAL = "(?:лар|лер|дар|дер|тар|тер)"
_POSSESSIVE = "(?:ымыз|іміз|мыз|міз|ыңыз|іңіз|сы|сі|ы|і)"
_CASE = (
    "(?:ның|нің|дың|дің|тың|тің|ны|ні|ды|ді|ты|ті|н|ға|ге|қа|ке|на|не|а|е|"
    "нда|нде|да|де|та|те|нан|нен|дан|ден|тан|тен|мен|бен|пен)"
)
_ATTRIBUTE = "(?:ндағы|ндегі|дағы|дегі|тағы|тегі|ғы|гі|қы|кі)"
_NOMINAL = f"{_PLURAL}?{_POSSESSIVE}?{_CASE}?"
NOUN_ENDING: Final = re.compile(f"(?:{_NOMINAL}(?:{_ATTRIBUTE}{_NOMINAL})?)$")
_NASAL_GENITIVE = "(?:ның|нің|дың|дің|тың|тің)$"

# What may follow a Kazakh verb stem, by name.
STEM_ENDINGS: Final = {
    "fin": re.compile(r"(?:а|е|й|я)(?:ды|ді)$"),
    "ger": re.compile(f"у{_NOMINAL}$"),
    "ptcp": re.compile(rf"(?:ған|ген|қан|кен|атын|етін|йтын|йтін){_NOMINAL}$"),
    "conv": re.compile(r"(?:ып|іп|п|а|е|й)$"),
    "nom": re.compile(f"{_PLURAL}?{_POSSESSIVE}?$"),
    "gen": re.compile(f"{_PLURAL}?{_POSSESSIVE}?{_NASAL_GENITIVE}"),
    "acc": re.compile(f"{_PLURAL}?{_POSSESSIVE}?(?:ны|ні|ды|ді|ты|ті|н)?$"),
    "ins": re.compile(f"{_PLURAL}?{_POSSESSIVE}?(?:мен|бен|пен)$"),
    "dat": re.compile(f"{_PLURAL}?{_POSSESSIVE}?(?:ға|ге|қа|ке|на|не|а|е)$"),
    "loc": re.compile(f"{_PLURAL}?{_POSSESSIVE}?(?:нда|нде|да|де|та|те)$"),
}

# Tags of a Kazakh word that is named by its ending alone.
WORD_ENDINGS: Final = {
    "fin": re.compile(r".{2,}(?:а|е|й|я)(?:ды|ді)$"),
    "ger": re.compile(rf".{{2,}}у{_NOMINAL}$"),
    "ptcp": re.compile(r".{2,}(?:ған|ген|қан|кен|атын|етін|йтын|йтін)$"),
    "gen": re.compile(f".{{2,}}{_NASAL_GENITIVE}"),
    "ins": re.compile(r".{2,}(?:мен|бен|пен)$"),
    "poss_ger": re.compile(r".{2,}у(?:ы|і)$"),
    "pass_ger": re.compile(r".{2,}(?:лу|ну)(?:ы|і)$"),
    "plural_poss": re.compile(r".{2,}(?:[лдт]ары|[лдт]ері)(?:н|ның|нің|на|не|нда|нде|нан|нен|мен)?$"),
    "possessed": re.compile(r".{2,}(?:[^дтн](?:ы|і)|(?:ы|і)(?:ның|нің|на|не|нда|нде|нан|нен|мен|н))$"),
    "inf": re.compile(r".{2,}у(?:ға|ге)$"),
    "neg": re.compile(r".{2,}(?:маған|меген|баған|беген|паған|пеген)$"),
    "done": re.compile(r"(?!болған$|туындаған$|жекелеген$).{2,}(?:ған|ген|қан|кен)$"),
    "pass": re.compile(r".{2,}(?<!бо)(?:л|н)(?:ған|ген)$"),
    "dat": re.compile(r".{2,}(?:ға|ге|қа|ке|на|не)$"),
    "loc": re.compile(r".{2,}(?:[^қкптсшщчхфц](?:да|де)|[қкптсшщчхфц](?:та|те))$"),
    "nf": re.compile(r".{2,}(?:дағы|дегі|тағы|тегі|ндағы|ндегі)$"),
}

_SOFTENED: Final = {"қ": "ғ", "к": "г", "п": "б"}


def kazakh_variants(stem: str) -> tuple[tuple[str, bool], ...]:
    """The stem, and the shape it takes before a vowel: «құқық» is «құқығ-» in «құқығы» (True: a vowel must follow)."""
    soft = _SOFTENED.get(stem[-1:])
    return ((stem, False),) if soft is None else ((stem, False), (stem[:-1] + soft, True))


KAZAKH_VOWELS: Final = frozenset("аәеёиоөуұүыіэюя")
