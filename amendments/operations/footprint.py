"""Where an amendment acts, and which amendments of a bill act in places that touch.

Only such pairs can conflict, so that a bill of hundreds of amendments costs little more than its parts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from amendments.law.edition import Edition, address_of
from amendments.law.normal import fold
from amendments.law.provision import Provision
from amendments.operations.apply import Applied, try_apply
from amendments.operations.model import (
    AppendWords,
    Insert,
    InsertWords,
    Move,
    Operation,
    Remove,
    RenameHeading,
    Renumber,
    ReplaceThroughout,
    ReplaceWords,
    Restate,
    Suspend,
)
from amendments.operations.touch import Touch

_DOUBLE = re.compile(r"~\d+")


@dataclass(frozen=True)
class Footprint:
    """Where an amendment acts alone on the text.

    `places` are single paragraphs and new units, `trees` units with all that is below; `shapes` are units among
    whose children one was put by its number or last, `structure` what came, went or is counted anew; `spread` are
    the paragraphs that each replacement throughout reached, by its index. `words` is a folded view of all that it
    brings in and of the paragraphs it changed, `throughout` are folded words that it seeks throughout.
    """

    applied: Applied
    places: frozenset[str]
    trees: frozenset[str]
    shapes: frozenset[str]
    structure: frozenset[str]
    spread: Mapping[int, frozenset[str]]
    words: str
    throughout: tuple[str, ...]

    @property
    def everywhere(self) -> frozenset[str]:
        """All that it reaches."""
        return (self.places | self.trees).union(*self.spread.values())


def footprint(operations: Sequence[Operation], base: Edition) -> Footprint:
    """The footprint of one amendment on `base`."""
    applied = try_apply(operations, base, explain=False)
    claims = _Claims(applied.edition)
    for change in applied.changes:
        operation = operations[change.operation]
        if isinstance(operation, ReplaceThroughout):
            claims.spread[change.operation] = frozenset(touch.address for touch in change.touches)
            claims.throughout.extend(fold(old).strip() for old, _ in operation.pairs)
        else:
            claims.touched(change.touches)
            claims.claim(operation)
        claims.words.extend(_brought(operation))
    return claims.footprint(applied)


class _Claims:
    """Gathers what an amendment touches, and what it leans on beside."""

    def __init__(self, after: Edition) -> None:
        self.after = after
        self.places: set[str] = set()
        self.trees: set[str] = set()
        self.shapes: set[str] = set()
        self.structure: set[str] = set()
        self.spread: dict[int, frozenset[str]] = {}
        self.words: list[str] = []
        self.throughout: list[str] = []

    def touched(self, touches: Sequence[Touch]) -> None:
        for touch in touches:
            if touch.what in ("words", "heading"):
                self.places.add(touch.address)
            else:
                self.structure.add(touch.address)
                (self.places if touch.what == "inserted" else self.trees).add(touch.address)
                if touch.what == "inserted" and (before := _sibling(self.after, touch.address)):
                    # A new last item ends as the one before it did.
                    self.trees.add(before)

    def claim(self, operation: Operation) -> None:
        if isinstance(operation, Restate | Remove | Move | Renumber | Suspend):
            self.trees.add(operation.address)
            if _ordinal(operation.address):
                self._counted(operation.address.rpartition("/")[0])
        if isinstance(operation, Insert | Move):
            if operation.after:
                self.places.add(operation.after)
            holder = operation.address if isinstance(operation, Insert) else operation.to
            self.shapes.add(holder)
            self.places.add(holder)
            if isinstance(operation, Insert) and any(not unit.number for unit in operation.units):
                self._counted(holder)
        elif isinstance(operation, Renumber):
            new = _numbered(operation.address, operation.number)
            self.trees.add(new)
            self.structure.add(new)
        elif not isinstance(operation, Restate | Remove | Suspend):
            self.places.add(operation.address)
            if not isinstance(operation, RenameHeading):
                # «в статье 5 слова …» may stand in any paragraph below, and the end of a unit is its last paragraph.
                self.trees.add(operation.address)

    def _counted(self, holder: str) -> None:
        """Clauses and indents of the unit are counted anew."""
        self.trees.add(holder)
        self.structure.add(holder)

    def footprint(self, applied: Applied) -> Footprint:
        # A first clause shares its place with its unit.
        shared = {address.removesuffix("/cl_1") for address in self.trees if address.endswith("/cl_1")}
        for address in self.places:
            # Words may come to stand together that were apart before.
            if (target := self.after.locate(address)) is not None:
                self.words.append(target.provision.text)
        return Footprint(
            applied,
            frozenset(self.places),
            frozenset(self.trees | shared),
            frozenset(self.shapes),
            frozenset(self.structure),
            self.spread,
            fold("\n".join(self.words)),
            tuple(self.throughout),
        )


def _sibling(edition: Edition, address: str) -> str:
    """The address of the unit before the one at an address, "" where it is the first."""
    target = edition.locate(address)
    if target is None or not target.path or target.path[-1] == 0:
        return ""
    return address_of(edition, (*target.path[:-1], target.path[-1] - 1))


def _numbered(address: str, number: str) -> str:
    """An address whose last unit has another number."""
    return f"{address.rpartition('_')[0]}_{number}"


def _ordinal(address: str) -> bool:
    return address.rpartition("/")[2].split("_")[0] in ("cl", "ind")


def _brought(operation: Operation) -> list[str]:
    if isinstance(operation, ReplaceWords):
        return [operation.new]
    if isinstance(operation, InsertWords | AppendWords):
        return [operation.words]
    if isinstance(operation, RenameHeading):
        return [operation.heading]
    if isinstance(operation, ReplaceThroughout):
        return [new for _, new in operation.pairs]
    units: tuple[Provision, ...] = ()
    if isinstance(operation, Restate):
        units = operation.new
    elif isinstance(operation, Insert):
        units = operation.units
    elif isinstance(operation, Suspend):
        units = operation.temporary
    return [unit.raw for unit in units]


def ancestors(address: str) -> list[str]:
    """The addresses above an address, from the top."""
    steps = address.split("/")
    return ["/".join(steps[:count]) for count in range(1, len(steps))]


def suspects(prints: Sequence[Footprint]) -> set[tuple[int, int]]:
    """Pairs whose places touch: the same paragraph, or a unit of one above a place of the other."""
    index = _Index(prints)
    pairs: set[tuple[int, int]] = set()
    for number, alone in enumerate(prints):
        pairs |= {(min(number, other), max(number, other)) for other in index.near(alone) if other != number}
    return pairs


def _plain(addresses: Iterable[str]) -> set[str]:
    """Addresses without what tells units of one number apart: where one of them goes, the others are named anew."""
    return {_DOUBLE.sub("", address) if "~" in address else address for address in addresses}


class _Index:
    """Who acts at, below and above an address."""

    def __init__(self, prints: Sequence[Footprint]) -> None:
        self.prints = prints
        self.at: dict[str, set[int]] = defaultdict(set)
        self.below: dict[str, set[int]] = defaultdict(set)
        self.trees: dict[str, set[int]] = defaultdict(set)
        self.shapes: dict[str, set[int]] = defaultdict(set)
        for number, alone in enumerate(prints):
            for address in _plain(alone.everywhere):
                self.at[address].add(number)
                for ancestor in ancestors(address):
                    self.below[ancestor].add(number)
            for address in _plain(alone.trees):
                self.trees[address].add(number)
            for address in _plain(alone.shapes):
                self.shapes[address].add(number)

    def near(self, alone: Footprint) -> set[int]:
        found: set[int] = set()
        for address in _plain(alone.everywhere):
            found |= self.at[address]
            for ancestor in ancestors(address):
                found |= self.trees[ancestor]
        for address in _plain(alone.trees):
            found |= self.below[address]
        for address in _plain(alone.structure):
            for above in ("", *ancestors(address), address):
                found |= self.shapes[above]
        for old in alone.throughout:
            found |= {number for number, other in enumerate(self.prints) if old in other.words}
        return found
