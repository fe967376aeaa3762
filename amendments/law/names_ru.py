"""Russian names of units in all cases, and the abbreviations people write. Data and its table of forms.

Source of the names: Law "On Legal Acts", art. 23.
"""

from __future__ import annotations

from typing import Final

from amendments.law.forms import Form, FormTable, NounCase, add_form, freeze
from amendments.law.ordinals import CASES, Gender

# Endings in the order nom gen dat acc ins loc: singular, plural.
_ENDINGS: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "m": (("", "а", "у", "", "ом", "е"), ("ы", "ов", "ам", "ы", "ами", "ах")),
    "m-velar": (("", "а", "у", "", "ом", "е"), ("и", "ов", "ам", "и", "ами", "ах")),
    "m-stressed": (("", "а", "у", "", "ом", "е"), ("а", "ов", "ам", "а", "ами", "ах")),
    "m-soft-plural": (("", "а", "у", "", "ем", "е"), ("ы", "ев", "ам", "ы", "ами", "ах")),
    "k": (("ок", "ка", "ку", "ок", "ком", "ке"), ("ки", "ков", "кам", "ки", "ками", "ках")),
    "ья": (("ья", "ьи", "ье", "ью", "ьей", "ье"), ("ьи", "ей", "ьям", "ьи", "ьями", "ьях")),
    "а": (("а", "ы", "е", "у", "ой", "е"), ("ы", "", "ам", "ы", "ами", "ах")),
    "ь": (("ь", "и", "и", "ь", "ью", "и"), ("и", "ей", "ям", "и", "ями", "ях")),
    "ие": (("ие", "ия", "ию", "ие", "ием", "ии"), ("ия", "ий", "иям", "ия", "иями", "иях")),
    "о": (("о", "а", "у", "о", "ом", "е"), ("а", "", "ам", "а", "ами", "ах")),
    "а-fleeting": (("ка", "ки", "ке", "ку", "кой", "ке"), ("ки", "ок", "кам", "ки", "ками", "ках")),
    "а-velar": (("а", "и", "е", "у", "ой", "е"), ("и", "", "ам", "и", "ами", "ах")),
    "о-fleeting": (("ло", "ла", "лу", "ло", "лом", "ле"), ("ла", "ел", "лам", "ла", "лами", "лах")),
}

# kind → (stem, declension, gender); the first noun of a kind is the one that is written.
UNITS: Final[tuple[tuple[str, str, str, Gender], ...]] = (
    ("section", "раздел", "m", "m"),
    ("subsection", "подраздел", "m", "m"),
    ("chapter", "глав", "а", "f"),
    ("paragraph", "параграф", "m", "m"),
    ("article", "стат", "ья", "f"),
    ("point", "пункт", "m", "m"),
    ("subpoint", "подпункт", "m", "m"),
    ("clause", "част", "ь", "f"),
    ("indent", "абзац", "m-soft-plural", "m"),
    ("sentence", "предложен", "ие", "n"),
    ("preamble", "преамбул", "а", "f"),
    ("annex", "приложен", "ие", "n"),
    ("heading", "заголов", "k", "m"),
    ("heading", "наименован", "ие", "n"),
    ("heading", "назван", "ие", "n"),
    ("note", "снос", "а-fleeting", "f"),
    ("remark", "примечан", "ие", "n"),
    ("quote", "цитат", "а", "f"),
    ("signature", "подпис", "ь", "f"),
    ("text", "текст", "m", "m"),
)
SHORT: Final[dict[str, tuple[str, ...]]] = {
    "article": ("ст", "стст"),
    "point": ("п", "пт", "пункт", "пн"),
    "subpoint": ("пп", "подп", "пунктп", "пдп"),
    "clause": ("ч", "чч", "час"),
    "indent": ("абз", "аб"),
    "chapter": ("гл",),
    "section": ("разд",),
    "subsection": ("подразд",),
    "paragraph": ("пар", "§"),
    "annex": ("прил", "приложен"),
    "heading": ("загол",),
    "sentence": ("предл",),
}


def decline(stem: str, declension: str) -> dict[tuple[bool, NounCase], str]:
    """All forms of a noun: (plural, case) → form."""
    singular, plural = _ENDINGS[declension]
    forms: dict[tuple[bool, NounCase], str] = {}
    for at, case in enumerate(CASES):
        forms[False, case] = stem + singular[at]
        forms[True, case] = stem + plural[at]
    return forms


def _table() -> FormTable:
    table: dict[str, list[Form]] = {}
    for kind, stem, declension, gender in UNITS:
        for (plural, case), word in decline(stem, declension).items():
            add_form(table, word, Form(kind, case, plural, gender=gender))
    for case, word in zip(CASES, ("ьею",), strict=False):
        add_form(table, f"стат{word}", Form("article", case, gender="f"))
    for kind, words in SHORT.items():
        for word in words:
            if word not in table:
                gender = next(row[3] for row in UNITS if row[0] == kind)
                add_form(table, word, Form(kind, "nom", short=True, gender=gender))
    return freeze(table)


RU_FORMS: Final = _table()
_WRITTEN: Final = {kind: (decline(stem, declension), gender) for kind, stem, declension, gender in reversed(UNITS)}


def ru_name(kind: str, case: NounCase = "nom", plural: bool = False) -> str:
    """The name of a kind of unit in a case: ("article", "gen") → «статьи»."""
    return _WRITTEN[kind][0][plural, case]


def ru_gender(kind: str) -> Gender:
    """The grammatical gender of a kind's name."""
    return _WRITTEN[kind][1]
