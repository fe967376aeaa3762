"""What follows from whole editions: inversion, composition, and which act brought each word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import reduce
from typing import Final

from amendments.law.edition import Edition
from amendments.law.provision import Provision
from amendments.operations.align import align
from amendments.operations.apply import apply
from amendments.operations.compare import compare
from amendments.operations.likeness import MOST_PAIRS, NOT_BY_CHANCE, SAME_ELSEWHERE, Words, similarity, words_of
from amendments.operations.model import Operation
from amendments.operations.steps import Pair, Step
from amendments.operations.worddiff import WordEdit, word_edits

_WORDS: Final = re.compile(r"\w+")
_MOST_WORDS: Final = 1000  # in one edit; beyond, all of it is new
_Run = tuple[int, int, int]
"""First and last character of a paragraph's words, and the edition that brought them."""


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


class Origins:
    """Which edition of a history brought which words of its last one, ready to be carried on to the next edition.

    Nothing changes in it, and what an edition leaves as it was is shared with the one before: a step from one edition
    to the next costs what was changed, and a look for it.
    """

    def __init__(self, edition: Edition, number: int, marks: _Marks) -> None:
        self.edition = edition
        self._number = number
        self._marks = marks

    @classmethod
    def first(cls, edition: Edition) -> Origins:
        """The origins of the first edition of a history, which brought all it has."""
        return cls(edition, 0, _fresh(edition.root, 0))

    def following(self, edition: Edition) -> Origins:
        """The origins of the edition that comes after this one."""
        number = self._number + 1
        return Origins(edition, number, _Step(number).taken(align(self.edition.root, edition.root), self._marks))

    def runs(self) -> dict[str, tuple[Run, ...]]:
        """For each address of the edition, which edition of the history (0 is the first) brought which of its words."""
        marks = _in_order(self._marks)
        next(marks)  # the act itself, which has no words
        return {
            address: tuple(Run(start, end, edition) for start, end, edition in own.runs if end > start)
            for (address, _), own in zip(self.edition.entries, marks, strict=True)
        }


def blame(history: Sequence[Edition]) -> dict[str, tuple[Run, ...]]:
    """For each address of the last edition, which edition brought which of its words; the first brought all it has.

    `history` are editions of one act in one language in order of date, at least one.
    """
    return reduce(Origins.following, history[1:], Origins.first(history[0])).runs()


class _Marks:
    """Where the words of a provision come from, and those of what hangs under it. Shared once made."""

    __slots__ = ("children", "runs")

    def __init__(self, runs: list[_Run], children: tuple[_Marks, ...]) -> None:
        self.runs = runs
        self.children = children


def _fresh(unit: Provision, number: int) -> _Marks:
    return _Marks([(0, len(unit.text), number)], tuple(_fresh(child, number) for child in unit.children))


def _in_order(marks: _Marks) -> Iterator[_Marks]:
    yield marks
    for child in marks.children:
        yield from _in_order(child)


class _Step:
    """The way from one edition to the next, the one of `number`."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.moved: dict[int, _Marks] = {}
        self.left: dict[str, list[_Run]] = {}
        self.come: list[tuple[_Marks, str]] = []

    def taken(self, root: Pair, marks: _Marks) -> _Marks:
        """The marks of the new edition from those of the old one."""
        if not root.steps and root.old.full_hash == root.new.full_hash:
            return marks
        self.look(root.steps, marks.children)
        made = self.pair(root, marks)
        self.settle()
        return made

    def look(self, steps: list[Step], marks: Sequence[_Marks]) -> None:
        """Note what went, in the order of the old text, and what is to arrive elsewhere."""
        old = iter(marks)
        for step in steps:
            if step.kind in ("insert", "move_in"):
                continue
            own = next(old)
            if step.kind == "remove" and step.old is not None:
                self.leave(step.old, own, step.inner)
            elif step.pair is not None:
                if step.kind == "move_out":
                    self.moved[id(step.pair)] = own
                self.look(step.pair.steps, own.children)

    def leave(self, unit: Provision, marks: _Marks, inner: list[Step]) -> None:
        """Note a unit that went, and what went with it."""
        if len(unit.text) >= NOT_BY_CHANCE:
            self.left[unit.text] = marks.runs
        if inner:
            self.look(inner, marks.children)
        else:
            for child, own in zip(unit.children, marks.children, strict=True):
                self.leave(child, own, [])

    def pair(self, pair: Pair, marks: _Marks) -> _Marks:
        """Marks of the new one of two provisions that are one. Without a step, all under it is the same."""
        runs = _carried(marks.runs, pair.old.text, pair.new.text, self.number)
        return _Marks(runs, self.children(pair.steps, marks.children) if pair.steps else marks.children)

    def children(self, steps: list[Step], marks: Sequence[_Marks]) -> tuple[_Marks, ...]:
        """Marks of the new children; `marks` are those of the old ones."""
        made: list[_Marks] = []
        old = iter(marks)
        for step in steps:
            own = None if step.kind in ("insert", "move_in") else next(old)
            if step.kind == "move_in" and step.pair is not None:
                own = self.moved[id(step.pair)]
            if step.kind == "insert" and step.new is not None:
                made.append(self.arrive(step.new, step.inner))
            elif step.kind not in ("remove", "move_out") and own is not None:
                made.append(own if step.pair is None else self.pair(step.pair, own))
        return tuple(made)

    def arrive(self, unit: Provision, inner: list[Step]) -> _Marks:
        """Marks of a unit that came, and of what came with it."""
        marks = _Marks([(0, len(unit.text), self.number)], ())
        self.come.append((marks, unit.text))
        if inner:
            marks.children = self.children(inner, ())
        else:
            marks.children = tuple(self.arrive(child, []) for child in unit.children)
        return marks

    def settle(self) -> None:
        """A paragraph that only changed its kind or its place brought no words; one that was edited too brought the
        others."""
        fresh = []
        for marks, text in self.come:
            if text in self.left:
                marks.runs = self.left.pop(text)
            else:
                fresh.append((marks, text))
        if len(self.left) * len(self.come) <= MOST_PAIRS:
            known = {text: words_of(text) for text in self.left}
            for marks, text in fresh:
                nearest = _alike(text, known)
                if nearest is not None:
                    del known[nearest]
                    marks.runs = _carried(self.left[nearest], nearest, text, self.number)


def _alike(text: str, others: Mapping[str, Words]) -> str | None:
    """The one of some paragraphs that is most like a text, if one is alike enough to be the same, edited."""
    if len(text) < NOT_BY_CHANCE or not others:
        return None
    own = words_of(text)
    like, best = max((similarity(own, words), other) for other, words in others.items())
    return best if like >= SAME_ELSEWHERE else None


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
