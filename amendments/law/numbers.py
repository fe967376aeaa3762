"""Numbers of units: «22-1», «12-11», «2-18». Sorted per segment as numbers, never as text or decimals."""

from __future__ import annotations

import re
from functools import lru_cache

NUMBER = r"\d+(?:-\d+)*"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "І": 1, "Х": 10, "С": 100}
_SEGMENTS = re.compile(r"\d+")


@lru_cache(maxsize=8192)
def sort_key(number: str) -> tuple[int, ...]:
    """A key that puts 8 before 8-1, 8-2, 8-11 and these before 9; Roman numbers count as their value."""
    digits = _SEGMENTS.findall(number)
    if digits:
        return tuple(int(part) for part in digits)
    values = [_ROMAN.get(char.upper(), 0) for char in number]
    return (sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True)),) if values else (0,)


def follows(number: str, other: str) -> bool:
    """Whether `number` may stand directly after `other` in an unbroken list (8 → 9, 8 → 8-1, 8-1 → 9)."""
    a, b = sort_key(other), sort_key(number)
    if b <= a:
        return False
    if len(b) == 1:
        return b[0] == a[0] + 1
    return b[: len(b) - 1] == a[: len(b) - 1] and b[-1] == (a[len(b) - 1] if len(a) >= len(b) else 0) + 1


def between(before: str, after: str | None = None) -> str:
    """The number of a unit inserted after `before`: 8-1 after 8, 8-2 after 8-1 (On Legal Acts, art. 26(7)).

    `after` is the number of the unit that follows, if there is one: without it the next whole number is given.
    """
    parts = sort_key(before)
    if after is None and len(parts) == 1:
        return str(parts[0] + 1)
    if len(parts) == 1:
        return f"{parts[0]}-1"
    candidate = (*parts[:-1], parts[-1] + 1)
    if after is not None and sort_key(after) <= candidate:
        candidate = (*parts, 1)
    return "-".join(str(part) for part in candidate)
