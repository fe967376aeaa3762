"""A rule as it is written down: what it looks for, when it stays silent, what it says to a deputy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from amendments.clarity.context import Holder, Place
from amendments.clarity.finding import Factor
from amendments.clarity.pattern import Variant

Language = Literal["ru", "kk"]
LANGUAGES: Final[tuple[Language, ...]] = ("ru", "kk")

# Defect classes of legal monitoring (order of the Minister of Justice of 11 July 2023 No 471, annex 2).
OFFICIAL_CLASSES: Final[Mapping[int, tuple[str, str]]] = {
    1: ("противоречащие", "қайшы келетін"),
    2: ("потенциально не соответствующие Конституции", "Конституцияға сәйкес келмеуі ықтимал"),
    3: ("устаревшие", "ескірген"),
    4: ("коррупциогенные", "сыбайлас жемқорлыққа ықпал ететін"),
    5: ("дублирующие", "қайталанатын"),
    6: ("пробелы", "олқылықтар"),
    7: ("излишние бланкетные и отсылочные", "артық бланкеттік және сілтемелі"),
    8: (
        "отсутствие аутентичности и терминологического единообразия",
        "теңтүпнұсқалықтың және терминдер бірлігінің болмауы",
    ),
    9: ("иное", "өзге"),
}


@dataclass(frozen=True, slots=True)
class Condition:
    """What stands around a match: patterns right before or after it, earlier or later in its sentence, anywhere in it.

    `inside` is what stands in the match itself, `holders` are those who may hold the right, `places` what the
    article is about, `defined` that the words are a term which the act defines. An empty field asks nothing.
    """

    before: tuple[Variant, ...] = ()
    after: tuple[Variant, ...] = ()
    preceding: tuple[Variant, ...] = ()
    following: tuple[Variant, ...] = ()
    sentence: tuple[Variant, ...] = ()
    inside: tuple[Variant, ...] = ()
    holders: tuple[Holder | None, ...] = ()
    places: tuple[Place, ...] = ()
    defined: bool = False


WORDS_AROUND: Final = ("before", "after", "preceding", "following", "sentence", "inside")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `explain` and `advice` are by language of the reader; `match` quotes as «слова [[цитата]] слова»."""

    id: str
    factor: Factor
    official_class: int
    language: Language
    patterns: tuple[str, ...]
    variants: tuple[tuple[Variant, ...], ...]
    when: Condition
    unless: Condition
    weight: int
    explain: Mapping[str, str]
    advice: Mapping[str, str]
    source: str
    match: tuple[str, ...]
    no_match: tuple[str, ...]
    suggest: tuple[str, ...] = ()
    version: int = 1
    shorten: bool = False  # a long quote is cut to its first word, the verb
    file: str = field(default="", compare=False)
