"""Whether two wordings are the same term in different forms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from amendments.clarity import forms
from amendments.clarity.tokens import split

_SHORTEST_STEM: Final = 3


@lru_cache(maxsize=65_536)
def akin(one: str, other: str, language: str) -> bool:
    """Whether two words are forms of one: a common lemma (Russian), a common stem with Kazakh endings (Kazakh)."""
    first, second = forms.analyse(one, language), forms.analyse(other, language)
    if first.form == second.form:
        return True
    if language == "ru":
        return not {lemma for lemma, _ in first.readings}.isdisjoint(lemma for lemma, _ in second.readings)
    return _same_stem(first.form, second.form)


def _same_stem(one: str, other: str) -> bool:
    common = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        common += 1
    for length in range(common, _SHORTEST_STEM - 1, -1):
        if forms.NOUN_ENDING.match(one[length:]) and forms.NOUN_ENDING.match(other[length:]):
            return True
    return False


def occurrences(term: str, words: Sequence[str], language: str) -> list[tuple[int, int]]:
    """Where a term stands among words, in any form: (first word, one after the last)."""
    wanted = split(term).words
    if not wanted:
        return []
    last = len(words) - len(wanted) + 1
    return [
        (first, first + len(wanted))
        for first in range(last)
        if all(akin(word, words[first + i], language) for i, word in enumerate(wanted))
    ]
