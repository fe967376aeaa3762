"""How alike two units are: the share of their words that both have."""

from __future__ import annotations

import re

from amendments.law.provision import EDITORIAL, Provision

_WORDS = re.compile(r"\w+")
_ENOUGH = 2000  # characters that stand for a unit when likeness is measured
_KNOWN = 0.6  # share of the longer text that both begin and end with: alike without a look at the words

Words = frozenset[str]


def words(unit: Provision) -> Words:
    """The different words of a unit, letter case aside: its own, and the beginning of what hangs under it."""
    if not unit.children:
        return frozenset(_WORDS.findall(unit.text.lower()))
    parts: list[str] = []
    size = 0
    for paragraph in unit.paragraphs():
        if size > _ENOUGH:
            break
        if paragraph is unit or paragraph.kind not in EDITORIAL:
            parts.append(paragraph.text)
            size += len(paragraph.text)
    return frozenset(_WORDS.findall(" ".join(parts).lower()))


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
    ending = common_suffix(a, b, min(len(a), len(b)) - start)
    return start + ending >= _KNOWN * longer


def common_prefix(a: str, b: str) -> int:
    """How many characters two texts begin with alike: halving, so that equal stretches are compared in one go."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_suffix(a: str, b: str, limit: int) -> int:
    """How many of the last `limit` characters two texts end with alike."""
    low, high = 0, limit
    size_a, size_b = len(a), len(b)
    while low < high:
        middle = (low + high + 1) // 2
        if a[size_a - middle : size_a - low] == b[size_b - middle : size_b - low]:
            low = middle
        else:
            high = middle - 1
    return low
