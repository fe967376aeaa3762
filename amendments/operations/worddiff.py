"""The words that differ between two paragraphs. Borders never cut a word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel, Levenshtein

from amendments.operations.likeness import common_prefix, common_suffix

_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")
_ALPHABET = "".join(map(chr, [*range(0x100, 0xD800), *range(0xE000, 0x10000)]))
_SCATTERED = 7  # times as many different tokens as common words: what is common is scattered by chance
# Pairs of tokens up to which the longest common sequence is found; it costs a bit of memory for each.
_LARGE = 100_000_000

Span = tuple[int, int, int, int]
"""Tokens `a[i1:i2]` that give way to `b[j1:j2]`."""


class WordEdit(NamedTuple):
    """Characters `start` to `end` of the old words, which read `old`, give way to `new`."""

    start: int
    end: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words of a redline."""

    kind: Literal["equal", "insert", "delete"]
    text: str


def word_edits(old: str, new: str) -> list[WordEdit]:
    """The edits that turn `old` into `new`, in order, not overlapping; each falls on whole words."""
    if old == new:
        return []
    start = common_prefix(old, new)
    ending = common_suffix(old, new, min(len(old), len(new)) - start)
    while start and (_inside(old, start) or _inside(new, start)):
        start -= 1
    while ending and (_inside(old, len(old) - ending) or _inside(new, len(new) - ending)):
        ending -= 1
    if start + ending in (len(old), len(new)):  # words only came, or only went
        return [WordEdit(start, len(old) - ending, old[start : len(old) - ending], new[start : len(new) - ending])]
    a = _TOKENS.findall(old, start, len(old) - ending)
    b = _TOKENS.findall(new, start, len(new) - ending)
    edits = []
    token = 0
    for i1, i2, j1, j2 in _joined(_spans(a, b), a, b):
        start += sum(map(len, a[token:i1]))
        before = "".join(a[i1:i2])
        edits.append(WordEdit(start, start + len(before), before, "".join(b[j1:j2])))
        token = i1
    return edits


def _inside(text: str, at: int) -> bool:
    """Whether a cut here would part a word or a run of spaces."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isspace():
        return after.isspace()
    return (before.isalnum() or before == "_") and (after.isalnum() or after == "_")


def _spans(a: list[str], b: list[str]) -> list[Span]:
    """The stretches that differ, by the longest sequence of tokens that both have."""
    if len(a) == len(b) == 1:
        return [(0, len(a), 0, len(b))]
    different, others = dict.fromkeys(a), dict.fromkeys(b)
    if _apart(different, others):
        return [(0, len(a), 0, len(b))]
    different.update(others)
    # One character a token: the engine cannot cut words.
    code = dict(zip(different, _alphabet(len(different)), strict=False)).__getitem__
    engine = Indel if len(a) * len(b) <= _LARGE else Levenshtein
    steps = engine.opcodes("".join(map(code, a)), "".join(map(code, b))).as_list()
    spans: list[Span] = []
    for kind, i1, i2, j1, j2 in steps:
        if kind == "equal":
            continue
        if spans and spans[-1][1] == i1 and spans[-1][3] == j1:
            spans[-1] = (spans[-1][0], i2, spans[-1][2], j2)
        else:
            spans.append((i1, i2, j1, j2))
    return spans


def _apart(a: dict[str, None], b: dict[str, None]) -> bool:
    """Whether two stretches have so few words in common that a reader sees other words, not changed ones."""
    common = sum(len(token) > 2 for token in a.keys() & b.keys())
    return common * _SCATTERED < min(len(a), len(b)) if common else a.keys().isdisjoint(filter(str.strip, b))


def _joined(spans: list[Span], a: list[str], b: list[str]) -> list[Span]:
    """Changes that are read as one are one: where what stayed between two is no longer than either of them, or
    where only a space parts two replacements («ведёт учёт» for «принимает меры»)."""
    joined: list[Span] = []
    for i1, i2, j1, j2 in spans:
        while joined:
            h1, h2, k1, k2 = joined[-1]
            kept = i1 - h2
            short = kept <= max(h2 - h1, k2 - k1) and kept <= max(i2 - i1, j2 - j1)
            if not short and not (kept == 1 and a[h2].isspace() and h2 > h1 and i2 > i1):
                break
            joined.pop()
            i1, j1 = h1, k1
        joined.append((i1, i2, j1, j2))
    return joined


def _alphabet(size: int) -> str:
    """At least `size` different characters, none of them half of a pair."""
    return _ALPHABET if size <= len(_ALPHABET) else _ALPHABET + "".join(map(chr, range(0x10000, 0x10000 + size)))


def segments(old: str, new: str) -> tuple[Segment, ...]:
    """Old and new words in one run: what stayed, what went, what came. Deletions stand before insertions."""
    found: list[Segment] = []
    at = 0
    for edit in word_edits(old, new):
        if edit.start > at:
            found.append(Segment("equal", old[at : edit.start]))
        if edit.old:
            found.append(Segment("delete", edit.old))
        if edit.new:
            found.append(Segment("insert", edit.new))
        at = edit.end
    if at < len(old):
        found.append(Segment("equal", old[at:]))
    return tuple(found)
