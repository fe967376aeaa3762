"""How alike two units are: the share of their words that both have."""

from __future__ import annotations

import re

from rapidfuzz.distance import Postfix, Prefix

from amendments.law.provision import EDITORIAL, Provision

_WORDS = re.compile(r"\w+")
_ENOUGH = 2000  # characters that stand for a unit when likeness is measured
_KNOWN = 0.6  # share of the longer text that both begin and end with: alike without a look at the words

Words = frozenset[str]

SAME_ELSEWHERE = 0.75
"""Share of common words from which what stands at another place is the same, edited."""
NOT_BY_CHANCE = 40
"""Characters from which two texts at different places are not alike by chance."""
MOST_PAIRS = 4_000
"""Pairs of texts at different places that are compared word by word."""


def words(unit: Provision) -> Words:
    """The different words of a unit, letter case aside: its own, and the beginning of what hangs under it."""
    if not unit.children:
        return words_of(unit.text)
    parts: list[str] = []
    size = 0
    for paragraph in unit.paragraphs():
        if size > _ENOUGH:
            break
        if paragraph is unit or paragraph.kind not in EDITORIAL:
            parts.append(paragraph.text)
            size += len(paragraph.text)
    return words_of(" ".join(parts))


def words_of(text: str) -> Words:
    """The different words of a text, letter case aside."""
    return frozenset(_WORDS.findall(text.lower()))


def similarity(a: Words, b: Words) -> float:
    """The share of words that two units have in common, 0 to 1, order and repetition aside."""
    total = len(a) + len(b)
    return 2 * len(a & b) / total if total else 1.0


def surely_alike(a: str, b: str) -> bool:
    """Whether two texts begin and end so much alike that their words need not be compared."""
    if a == b:
        return True
    longer = max(len(a), len(b))
    start = common_prefix(a, b)
    return start + common_suffix(a, b, min(len(a), len(b)) - start) >= _KNOWN * longer


def common_prefix(a: str, b: str) -> int:
    """How many characters two texts begin with alike."""
    return int(Prefix.similarity(a, b))


def common_suffix(a: str, b: str, limit: int) -> int:
    """How many of the last `limit` characters two texts end with alike."""
    return min(int(Postfix.similarity(a, b)), limit)
