"""The words that differ between two paragraphs. Borders never cut a word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

import fast_diff_match_patch

from amendments.operations.likeness import common_prefix, common_suffix

_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")
_ALPHABET = "".join(map(chr, [*range(0x100, 0xD800), *range(0xE000, 0x10000)]))


@dataclass(frozen=True, slots=True)
class WordEdit:
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
    start = _border(old, new, common_prefix(old, new))
    ending = common_suffix(old, new, min(len(old), len(new)) - start)
    while ending and (_inside_word(old, len(old) - ending) or _inside_word(new, len(new) - ending)):
        ending -= 1
    a = _TOKENS.findall(old, start, len(old) - ending)
    b = _TOKENS.findall(new, start, len(new) - ending)
    return _merged(_from_tokens(a, b, start), old)


def _inside_word(text: str, at: int) -> bool:
    """Whether a cut here would part a word or a run of spaces."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    return bool((_is_word(before) and _is_word(after)) or (before.isspace() and after.isspace()))


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _border(old: str, new: str, at: int) -> int:
    while at and (_inside_word(old, at) or _inside_word(new, at)):
        at -= 1
    return at


def _from_tokens(a: list[str], b: list[str], offset: int) -> list[WordEdit]:
    if not a or not b or set(filter(str.strip, a)).isdisjoint(b):
        before, after = "".join(a), "".join(b)
        return [WordEdit(offset, offset + len(before), before, after)]
    different = dict.fromkeys(a)
    different.update(dict.fromkeys(b))
    code = dict(zip(different, _alphabet(len(different)), strict=False)).__getitem__
    # One character a word: the engine cannot cut words, and its clean-up joins what is read as one change.
    steps = fast_diff_match_patch.diff(
        "".join(map(code, a)),
        "".join(map(code, b)),
        timelimit=0,
        checklines=False,
        cleanup="Semantic",
        counts_only=True,
    )
    edits: list[WordEdit] = []
    deleted = inserted = ""
    at = offset
    i = j = 0
    for mark, count in [*steps, ("=", 0)]:
        if mark == "-":
            deleted += "".join(a[i : i + count])
            i += count
        elif mark == "+":
            inserted += "".join(b[j : j + count])
            j += count
        else:
            if deleted or inserted:
                edits.append(WordEdit(at, at + len(deleted), deleted, inserted))
                at += len(deleted)
                deleted = inserted = ""
            at += sum(map(len, a[i : i + count]))
            i, j = i + count, j + count
    return edits


def _alphabet(size: int) -> str:
    """At least `size` different characters, none of them half of a pair."""
    return _ALPHABET if size <= len(_ALPHABET) else _ALPHABET + "".join(map(chr, range(0x10000, 0x10000 + size)))


def _merged(edits: list[WordEdit], old: str) -> list[WordEdit]:
    """Edits that only a space parts are one: «ведёт учёт» for «принимает меры» is read as a whole."""
    merged: list[WordEdit] = []
    for edit in edits:
        if merged and (between := old[merged[-1].end : edit.start]).isspace() and merged[-1].old and edit.old:
            last = merged.pop()
            edit = WordEdit(last.start, edit.end, last.old + between + edit.old, last.new + between + edit.new)
        merged.append(edit)
    return merged


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
