"""Kazakh names of units in all their endings, made by the rules of vowel harmony. Data and its table of forms.

Source of the names: Law "On Legal Acts", art. 23, official Kazakh text.
"""

from __future__ import annotations

from typing import Final

from amendments.law.forms import Form, FormTable, NounCase, add_form, freeze

_BACK: Final = "аоұыуяёю"
_FRONT: Final = "әөүіеэи"
_VOWELS: Final = _BACK + _FRONT
_VOICELESS: Final = "пткқсшщфхцчбвгд"
CASES_KK: Final[tuple[NounCase, ...]] = ("nom", "gen", "dat", "acc", "ins", "loc", "abl", "attr")

# kind → (stem, stem before a vowel, back vowels?); the first noun of a kind is the one that is written.
UNITS: Final[tuple[tuple[str, str, str, bool], ...]] = (
    ("section", "бөлім", "бөлім", False),
    ("subsection", "кіші бөлім", "кіші бөлім", False),
    ("chapter", "тарау", "тарау", True),
    ("paragraph", "параграф", "параграф", True),
    ("article", "бап", "баб", True),
    ("point", "тармақ", "тармағ", True),
    ("subpoint", "тармақша", "тармақша", True),
    ("clause", "бөлік", "бөліг", False),
    ("indent", "абзац", "абзац", True),
    ("sentence", "сөйлем", "сөйлем", False),
    ("preamble", "кіріспе", "кіріспе", False),
    ("preamble", "преамбула", "преамбула", True),
    ("annex", "қосымша", "қосымша", True),
    ("heading", "тақырып", "тақырыб", True),
    ("heading", "атау", "атау", True),
    ("note", "ескерту", "ескерту", False),
    ("note", "сілтеме", "сілтеме", False),
    ("remark", "ескертпе", "ескертпе", False),
    ("quote", "дәйексөз", "дәйексөз", False),
    ("signature", "қолтаңба", "қолтаңба", True),
    ("text", "мәтін", "мәтін", False),
)


def is_back(word: str) -> bool:
    """Whether the endings of a word take back vowels: its last clear vowel says so."""
    for char in reversed(word.lower()):
        if char in "аоұыяёю":
            return True
        if char in "әөүіеэ":
            return False
    return any(char in "уқғ" for char in word.lower())


def plural_of(word: str, back: bool) -> str:
    """The plural: бап → баптар, бөлім → бөлімдер, қосымша → қосымшалар."""
    last = word[-1]
    if last in _VOWELS or last in "рй":
        return word + ("лар" if back else "лер")
    if last in _VOICELESS:
        return word + ("тар" if back else "тер")
    return word + ("дар" if back else "дер")


def possess(word: str, before_vowel: str, back: bool) -> str:
    """With the ending of the third person: тармақ → тармағы, қосымша → қосымшасы, тарау → тарауы."""
    if word[-1] in _VOWELS and word[-1] not in "уи":
        return word + ("сы" if back else "сі")
    return before_vowel + ("ы" if back else "і")


def inflect(word: str, case: NounCase, back: bool, possessed: bool = False) -> str:
    """A word with the ending of a case; `possessed` where it ends in the possessive ending already."""
    last = word[-1]
    if case == "nom":
        return word
    if possessed:
        endings = {
            "gen": ("ның", "нің"), "dat": ("на", "не"), "acc": ("н", "н"), "ins": ("мен", "мен"),
            "loc": ("нда", "нде"), "abl": ("нан", "нен"), "attr": ("ндағы", "ндегі"),
        }  # fmt: skip
        return word + endings[case][0 if back else 1]
    # «у» at the end of a word closes the syllable: тарау → тараудың.
    vowel, voiceless, nasal = last in _VOWELS and last != "у", last in _VOICELESS, last in "мнң"
    if case == "gen":
        start = "н" if vowel or nasal else "т" if voiceless else "д"
        return word + start + ("ың" if back else "ің")
    if case == "acc":
        start = "н" if vowel else "т" if voiceless else "д"
        return word + start + ("ы" if back else "і")
    if case == "dat":
        start = ("қ" if back else "к") if voiceless else ("ғ" if back else "г")
        return word + start + ("а" if back else "е")
    if case == "abl":
        start = "н" if nasal else "т" if voiceless else "д"
        return word + start + ("ан" if back else "ен")
    if case == "ins":
        start = "б" if last in "зж" else "п" if voiceless else "м"
        return word + start + "ен"
    start = "т" if voiceless else "д"
    place = word + start + ("а" if back else "е")
    return place if case == "loc" else place + ("ғы" if back else "гі")


def forms_of(word: str, before_vowel: str, back: bool) -> dict[tuple[bool, bool, NounCase], str]:
    """All forms of a noun: (plural, possessed, case) → form."""
    forms: dict[tuple[bool, bool, NounCase], str] = {}
    many = plural_of(word, back)
    bases = {
        (False, False): word,
        (True, False): many,
        (False, True): possess(word, before_vowel, back),
        (True, True): many + ("ы" if back else "і"),
    }
    for (plural, possessed), base in bases.items():
        for case in CASES_KK:
            forms[plural, possessed, case] = inflect(base, case, back, possessed)
    return forms


def table_of(nouns: tuple[tuple[str, str, str, bool], ...]) -> FormTable:
    """The table of forms of some nouns, by form."""
    table: dict[str, list[Form]] = {}
    for key, word, before_vowel, back in nouns:
        for (plural, possessed, case), form in forms_of(word, before_vowel, back).items():
            add_form(table, form, Form(key, case, plural, possessed))
    return freeze(table)


KK_FORMS: Final = table_of(UNITS)
_WRITTEN: Final = {kind: forms_of(word, before, back) for kind, word, before, back in reversed(UNITS)}


def kk_name(kind: str, case: NounCase = "nom", plural: bool = False, possessed: bool = False) -> str:
    """The name of a kind of unit with its endings: ("point", "gen", possessed) → «тармағының»."""
    return _WRITTEN[kind][plural, possessed, case]
