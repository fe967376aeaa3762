"""What follows from whole editions: inversion, composition, and which act brought each word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from amendments.law.edition import Edition, walk
from amendments.operations.apply import apply
from amendments.operations.compare import compare
from amendments.operations.likeness import MOST_PAIRS, NOT_BY_CHANCE, SAME_ELSEWHERE, similarity, words_of
from amendments.operations.mapping import Mapping
from amendments.operations.model import Operation
from amendments.operations.worddiff import WordEdit, word_edits

_WORDS: Final = re.compile(r"\w+")
_MOST_WORDS: Final = 1000  # in one edit; beyond, all of it is new
_Run = tuple[int, int, int]


def invert(operations: Sequence[Operation], edition: Edition) -> tuple[Operation, ...]:
    """The operations that undo `operations`: they turn `apply(operations, edition)` back into `edition`."""
    return compare(apply(operations, edition).edition, edition).all


def compose(first: Sequence[Operation], second: Sequence[Operation], edition: Edition) -> tuple[Operation, ...]:
    """One list, in normal form (see `normal`), that does to `edition` what `first` and then `second` do."""
    return normal((*first, *second), edition)


def normal(operations: Sequence[Operation], edition: Edition) -> tuple[Operation, ...]:
    """The normal form of a list of operations on an edition: the one that `compare` finds for its outcome.

    It has the same outcome to the last character; two lists have the same normal form exactly where they have the
    same outcome; a normal form is its own normal form; that of a list which changes nothing is empty.
    """
    return compare(edition, apply(operations, edition).edition).all


@dataclass(frozen=True)
class Run:
    """Characters `start` to `end` of a paragraph's words, brought by the edition at index `edition` of the history."""

    start: int
    end: int
    edition: int


def blame(history: Sequence[Edition]) -> dict[str, tuple[Run, ...]]:
    """For each address of the last edition, which edition brought which of its words; the first brought all it has.

    `history` are editions of one act in one language in order of date, at least one.
    """
    current: dict[str, list[_Run]] = {address: [(0, len(unit.text), 0)] for address, unit in history[0]}
    for index in range(1, len(history)):
        current = _next(current, history[index - 1], history[index], index)
    return {
        address: tuple(Run(start, end, edition) for start, end, edition in runs if end > start)
        for address, runs in current.items()
    }


def _next(runs: dict[str, list[_Run]], old: Edition, new: Edition, index: int) -> dict[str, list[_Run]]:
    mapping = Mapping(old, new)
    names = {path: address for address, _, path in walk(new.root)}
    found = {address: [(0, len(unit.text), index)] for address, unit in new}
    left: dict[str, list[_Run]] = {}
    arrived: set[str] = set()
    for address, before, path in walk(old.root):
        kept = mapping.follow(path)
        if kept is not None:
            arrived.add(names[kept.path])
            found[names[kept.path]] = _carried(runs[address], before.text, kept.new.text, index)
        elif len(before.text) >= NOT_BY_CHANCE:
            left[before.text] = runs[address]
    # A paragraph that only changed its kind or its place brought no words; one that was edited too brought the others.
    come = [(address, unit.text) for address, unit in new if address not in arrived]
    for address, text in come:
        if text in left:
            found[address] = left.pop(text)
    if len(left) * len(come) <= MOST_PAIRS:
        for address, text in come:
            nearest = _alike(text, left) if found[address] == [(0, len(text), index)] else None
            if nearest is not None:
                found[address] = _carried(left.pop(nearest), nearest, text, index)
    return found


def _alike(text: str, others: Iterable[str]) -> str | None:
    """The one of some paragraphs that is most like a text, if one is alike enough to be the same, edited."""
    own = words_of(text)
    known = [(similarity(own, words_of(other)), other) for other in others]
    like, best = max(known, default=(0.0, ""))
    return best if like >= SAME_ELSEWHERE and len(text) >= NOT_BY_CHANCE else None


def _carried(runs: list[_Run], old: str, new: str, index: int) -> list[_Run]:
    if old == new:
        return runs
    result: list[_Run] = []
    at = shift = 0
    for edit in word_edits(old, new):
        result.extend(_cut(runs, at, edit.start, shift))
        result.extend(_within(runs, edit, edit.start + shift, index))
        shift += len(edit.new) - len(edit.old)
        at = edit.end
    result.extend(_cut(runs, at, len(old), shift))
    return result


def _within(runs: list[_Run], edit: WordEdit, at: int, index: int) -> list[_Run]:
    """The runs of an edit's new words, which stand at `at`. A comparison reads near changes as one; the words between
    them, where each stands once before and after, were there already."""
    result: list[_Run] = []
    last = 0
    for old_start, new_start, size in _stayed(edit.old, edit.new):
        if new_start > last:
            result.append((at + last, at + new_start, index))
        start = edit.start + old_start
        result.extend(_cut(runs, start, start + size, at + new_start - start))
        last = new_start + size
    if len(edit.new) > last:
        result.append((at + last, at + len(edit.new), index))
    return result


def _stayed(old: str, new: str) -> list[tuple[int, int, int]]:
    """(place in old, place in new, length) of words that stand once in both, in the same order."""
    before, after = _once(old), _once(new)
    left = [word for word in before if word in after]
    right = [word for word in after if word in before]
    if not left or len(left) > _MOST_WORDS:
        return []
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    words = [word for block in blocks for word in left[block.a : block.a + block.size]]
    return [(before[word], after[word], len(word)) for word in words]


def _once(text: str) -> dict[str, int]:
    """Where each word stands that stands once in a text, in order."""
    words = [(match.group(), match.start()) for match in _WORDS.finditer(text)]
    counts = Counter(word for word, _ in words)
    return {word: place for word, place in words if counts[word] == 1}


def _cut(runs: list[_Run], start: int, end: int, shift: int) -> list[_Run]:
    return [
        (max(a, start) + shift, min(b, end) + shift, edition) for a, b, edition in runs if min(b, end) > max(a, start)
    ]
