"""Dates in words, as instructions write them: «1 января 2027 года», «2027 жылғы 1 қаңтардан»."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from amendments.law.tokens import Token

_RU: Final = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
    "декабря",
)  # fmt: skip
_KK: Final = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша",
    "желтоқсан",
)  # fmt: skip


def read_date(tokens: Sequence[Token], at: int) -> tuple[date, int] | None:
    """The date that begins at a token and the index after it, or None. No day that the calendar lacks is a date."""
    if at + 2 >= len(tokens) or tokens[at].kind != "num":
        return None
    first, second, third = (tokens[at + i] for i in range(3))
    if second.norm in _RU and third.norm.isdigit():
        last = at + 3
        if last < len(tokens) and tokens[last].norm in ("года", "г"):
            last += 1
        return _made(third.norm, _RU.index(second.norm) + 1, first.norm, last)
    if second.norm.startswith("жыл") and at + 3 < len(tokens) and third.norm.isdigit():
        month = next((i for i, name in enumerate(_KK) if tokens[at + 3].norm.startswith(name)), None)
        return None if month is None else _made(first.norm, month + 1, third.norm, at + 4)
    return None


def _made(year: str, month: int, day: str, last: int) -> tuple[date, int] | None:
    try:
        return date(int(year), month, int(day)), last
    except ValueError:
        return None
