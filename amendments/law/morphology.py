"""The dictionary of Russian word forms, loaded once for all that asks it: it is slow to load and large."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer


@cache
def dictionary() -> MorphAnalyzer:
    """The readings of Russian words, and their other forms."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer()
