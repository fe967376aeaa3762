"""Ordinal numbers in words, one to nine hundred and ninety-nine, in every case and gender, both languages.

Unnumbered units are cited by them: «абзац двадцать первый», «екінші бөлігі» (On Legal Acts, art. 25(3)).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

Case = Literal["nom", "gen", "dat", "acc", "ins", "loc"]
Gender = Literal["m", "f", "n", "pl"]

CASES: Final[tuple[Case, ...]] = ("nom", "gen", "dat", "acc", "ins", "loc")

_RU_ORDINALS: Final = {
    1: "первый", 2: "второй", 3: "третий", 4: "четвертый", 5: "пятый", 6: "шестой", 7: "седьмой", 8: "восьмой",
    9: "девятый", 10: "десятый", 11: "одиннадцатый", 12: "двенадцатый", 13: "тринадцатый", 14: "четырнадцатый",
    15: "пятнадцатый", 16: "шестнадцатый", 17: "семнадцатый", 18: "восемнадцатый", 19: "девятнадцатый",
    20: "двадцатый", 30: "тридцатый", 40: "сороковой", 50: "пятидесятый", 60: "шестидесятый", 70: "семидесятый",
    80: "восьмидесятый", 90: "девяностый", 100: "сотый", 200: "двухсотый", 300: "трехсотый", 400: "четырехсотый",
    500: "пятисотый", 600: "шестисотый", 700: "семисотый", 800: "восьмисотый", 900: "девятисотый",
}  # fmt: skip
_RU_TENS: Final = {
    20: "двадцать", 30: "тридцать", 40: "сорок", 50: "пятьдесят", 60: "шестьдесят", 70: "семьдесят",
    80: "восемьдесят", 90: "девяносто",
}  # fmt: skip
_RU_HUNDREDS: Final = {
    100: "сто", 200: "двести", 300: "триста", 400: "четыреста", 500: "пятьсот", 600: "шестьсот", 700: "семьсот",
    800: "восемьсот", 900: "девятьсот",
}  # fmt: skip
# Endings by gender, in the order of CASES.
_HARD: Final[dict[Gender, tuple[str, ...]]] = {
    "m": ("ый", "ого", "ому", "ый", "ым", "ом"),
    "f": ("ая", "ой", "ой", "ую", "ой", "ой"),
    "n": ("ое", "ого", "ому", "ое", "ым", "ом"),
    "pl": ("ые", "ых", "ым", "ые", "ыми", "ых"),
}
_THIRD: Final[dict[Gender, tuple[str, ...]]] = {
    "m": ("третий", "третьего", "третьему", "третий", "третьим", "третьем"),
    "f": ("третья", "третьей", "третьей", "третью", "третьей", "третьей"),
    "n": ("третье", "третьего", "третьему", "третье", "третьим", "третьем"),
    "pl": ("третьи", "третьих", "третьим", "третьи", "третьими", "третьих"),
}

_KK_CARDINALS: Final = {
    10: "он", 20: "жиырма", 30: "отыз", 40: "қырық", 50: "елу", 60: "алпыс", 70: "жетпіс", 80: "сексен",
    90: "тоқсан",
}  # fmt: skip
_KK_DIGITS: Final = ("", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
_KK_ORDINALS: Final = {
    1: "бірінші", 2: "екінші", 3: "үшінші", 4: "төртінші", 5: "бесінші", 6: "алтыншы", 7: "жетінші", 8: "сегізінші",
    9: "тоғызыншы", 10: "оныншы", 20: "жиырмасыншы", 30: "отызыншы", 40: "қырқыншы", 50: "елуінші", 60: "алпысыншы",
    70: "жетпісінші", 80: "сексенінші", 90: "тоқсаныншы", 100: "жүзінші",
}  # fmt: skip
LIMIT: Final = 999


def ru_ordinal(value: int, gender: Gender = "m", case: Case = "nom") -> str:
    """The Russian ordinal in words: 21, f, acc → «двадцать первую». Raises ValueError outside 1 to 999."""
    before, last = _parts(value)
    words = [_RU_HUNDREDS.get(part) or _RU_TENS[part] for part in before]
    return " ".join([*words, _ru_last(last, gender, case)])


def _ru_last(value: int, gender: Gender, case: Case) -> str:
    at = CASES.index(case)
    if value == 3:
        return _THIRD[gender][at]
    base = _RU_ORDINALS[value]
    ending = _HARD[gender][at]
    if gender == "m" and case in ("nom", "acc"):
        return base
    return base[:-2] + ending


def kk_ordinal(value: int) -> str:
    """The Kazakh ordinal in words: 21 → «жиырма бірінші». Raises ValueError outside 1 to 999."""
    before, last = _parts(value)
    words: list[str] = []
    for part in before:
        words.append(_kk_hundreds(part) if part >= 100 else _KK_CARDINALS[part])
    if last in _KK_ORDINALS:
        return " ".join([*words, _KK_ORDINALS[last]])
    if last >= 100:
        return " ".join([*words, _KK_DIGITS[last // 100], _KK_ORDINALS[100]])
    return " ".join([*words, _KK_CARDINALS[last - last % 10], _KK_ORDINALS[last % 10]])


def _kk_hundreds(value: int) -> str:
    return "жүз" if value == 100 else f"{_KK_DIGITS[value // 100]} жүз"


def _parts(value: int) -> tuple[list[int], int]:
    """Round numbers said as cardinals, and what is said as the ordinal: 121 → ([100, 20], 1)."""
    if not 1 <= value <= LIMIT:
        raise ValueError(f"no ordinal in words for {value}")
    hundreds, rest = value - value % 100, value % 100
    tens, ones = rest - rest % 10, rest % 10
    if not rest:
        return [], hundreds
    before = [hundreds] if hundreds else []
    if rest < 20 or not ones:
        return before, rest
    return [*before, tens], ones


def _ru_table() -> tuple[dict[str, tuple[int, frozenset[tuple[Gender, Case]]]], dict[str, int]]:
    forms: dict[str, tuple[int, set[tuple[Gender, Case]]]] = {}
    genders: tuple[Gender, ...] = ("m", "f", "n", "pl")
    for value in _RU_ORDINALS:
        for gender in genders:
            for case in CASES:
                form = _ru_last(value, gender, case)
                forms.setdefault(form, (value, set()))[1].add((gender, case))
    cardinals = {word: value for value, word in (*_RU_TENS.items(), *_RU_HUNDREDS.items())}
    return {form: (value, frozenset(marks)) for form, (value, marks) in forms.items()}, cardinals


_RU_FORMS, _RU_CARDINALS = _ru_table()
_KK_FORMS: Final = {word: value for value, word in _KK_ORDINALS.items()}
_KK_BEFORE: Final = {
    **{word: value for value, word in _KK_CARDINALS.items()},
    "жүз": 100,
}
_KK_ONES: Final = {word: value for value, word in enumerate(_KK_DIGITS) if word}


# First words of ordinals: a quick look that spares most words the reading.
STARTS: Final = {
    "ru": frozenset({*_RU_FORMS, *_RU_CARDINALS}),
    "kk": frozenset({*_KK_FORMS, *_KK_BEFORE, *_KK_ONES}),
}


def read_ordinal(words: Sequence[str], language: str) -> tuple[int, int, frozenset[tuple[Gender, Case]]] | None:
    """The ordinal that a run of lower-case, folded words begins with: (value, words used, forms), or None.

    The forms say which genders and cases the word may stand in; they are empty for Kazakh.
    """
    return _read_ru(words) if language == "ru" else _read_kk(words)


def _read_ru(words: Sequence[str]) -> tuple[int, int, frozenset[tuple[Gender, Case]]] | None:
    total = 0
    for used, word in enumerate(words[:3]):
        if word in _RU_FORMS:
            value, marks = _RU_FORMS[word]
            if total and (value >= 100 or (total % 100 and value >= 10)):
                return None
            return total + value, used + 1, marks
        cardinal = _RU_CARDINALS.get(word)
        if cardinal is None or (total and (cardinal >= 100 or total % 100)):
            return None
        total += cardinal
    return None


def _read_kk(words: Sequence[str]) -> tuple[int, int, frozenset[tuple[Gender, Case]]] | None:
    total = used = 0
    for index, word in enumerate(words[:4]):
        if word in _KK_FORMS:
            value = _KK_FORMS[word]
            if value == 100 and total:
                return None
            if total and total % 100 and value >= 10:
                return None
            return total + value, used + 1, frozenset()
        if word in _KK_ONES and index + 1 < len(words) and not total:
            following = words[index + 1]
            if following == "жүз":
                total = _KK_ONES[word] * 100 - 100
                used += 1
                continue
            if following == "жүзінші":
                return _KK_ONES[word] * 100, used + 2, frozenset()
        cardinal = _KK_BEFORE.get(word)
        if cardinal is None or (total % 100 and cardinal < 100):
            return None
        total += cardinal
        used += 1
    return None
