"""What follows from whole editions: inversion, composition, and which act brought each word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amendments.law.edition import Edition, walk
from amendments.operations.apply import apply
from amendments.operations.compare import compare
from amendments.operations.mapping import Mapping
from amendments.operations.model import Operation
from amendments.operations.worddiff import word_edits


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
    current: dict[str, list[tuple[int, int, int]]] = {address: [(0, len(unit.text), 0)] for address, unit in history[0]}
    for index in range(1, len(history)):
        current = _next(current, history[index - 1], history[index], index)
    return {
        address: tuple(Run(start, end, edition) for start, end, edition in runs if end > start)
        for address, runs in current.items()
    }


def _next(
    runs: dict[str, list[tuple[int, int, int]]], old: Edition, new: Edition, index: int
) -> dict[str, list[tuple[int, int, int]]]:
    mapping = Mapping(old, new)
    names = {path: address for address, _, path in walk(new.root)}
    found = {address: [(0, len(unit.text), index)] for address, unit in new}
    for address, before, path in walk(old.root):
        kept = mapping.follow(path)
        if kept is not None:
            found[names[kept.path]] = _carried(runs[address], before.text, kept.new.text, index)
    return found


def _carried(runs: list[tuple[int, int, int]], old: str, new: str, index: int) -> list[tuple[int, int, int]]:
    if old == new:
        return runs
    result: list[tuple[int, int, int]] = []
    at = shift = 0
    for edit in word_edits(old, new):
        result.extend(_cut(runs, at, edit.start, shift))
        if edit.new:
            result.append((edit.start + shift, edit.start + shift + len(edit.new), index))
        shift += len(edit.new) - len(edit.old)
        at = edit.end
    result.extend(_cut(runs, at, len(old), shift))
    return result


def _cut(runs: list[tuple[int, int, int]], start: int, end: int, shift: int) -> list[tuple[int, int, int]]:
    return [
        (max(a, start) + shift, min(b, end) + shift, edition) for a, b, edition in runs if min(b, end) > max(a, start)
    ]
