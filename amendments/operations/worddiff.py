"""The words that differ between two paragraphs. Borders never cut a word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from diff_match_patch import diff_match_patch

_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")
_FIRST, _SURROGATES, _AFTER = 0x100, 0xD800, 0xE000


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
    a, b = _TOKENS.findall(old), _TOKENS.findall(new)
    start = 0
    limit = min(len(a), len(b))
    while start < limit and a[start] == b[start]:
        start += 1
    end = 0
    while end < limit - start and a[-1 - end] == b[-1 - end]:
        end += 1
    offset = sum(map(len, a[:start]))
    a, b = a[start : len(a) - end], b[start : len(b) - end]
    return _merged(_from_tokens(a, b, offset), old)


def _from_tokens(a: list[str], b: list[str], offset: int) -> list[WordEdit]:
    if not a or not b:
        before, after = "".join(a), "".join(b)
        return [WordEdit(offset, offset + len(before), before, after)]
    names: dict[str, str] = {}
    words: list[str] = []

    def encode(tokens: list[str]) -> str:
        for token in tokens:
            if token not in names:
                code = _FIRST + len(words)
                names[token] = chr(code if code < _SURROGATES else code - _SURROGATES + _AFTER)
                words.append(token)
        return "".join(names[token] for token in tokens)

    first, second = encode(a), encode(b)
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    diffs = engine.diff_main(first, second, False)
    engine.diff_cleanupSemantic(diffs)
    token_of = {name: token for token, name in names.items()}
    edits: list[WordEdit] = []
    deleted = inserted = ""
    at = offset
    for operation, encoded in [*diffs, (0, "")]:
        text = "".join(token_of[char] for char in encoded)
        if operation == engine.DIFF_DELETE:
            deleted += text
        elif operation == engine.DIFF_INSERT:
            inserted += text
        else:
            if deleted or inserted:
                edits.append(WordEdit(at, at + len(deleted), deleted, inserted))
                at += len(deleted)
                deleted = inserted = ""
            at += len(text)
    return edits


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


def similarity(old: str, new: str) -> float:
    """The share of words that two texts have in common, 0 to 1, order aside."""
    a, b = _bag(old), _bag(new)
    total = sum(a.values()) + sum(b.values())
    if not total:
        return 1.0 if old == new else 0.0
    if len(a) > len(b):
        a, b = b, a
    return 2 * sum(min(count, b.get(word, 0)) for word, count in a.items()) / total


def _bag(text: str) -> dict[str, int]:
    bag: dict[str, int] = {}
    for word in re.findall(r"\w+", text.lower()):
        bag[word] = bag.get(word, 0) + 1
    return bag
