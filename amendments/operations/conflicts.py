"""Amendments of one bill that cannot both be applied, or whose order decides the outcome.

Amendments that do not conflict give the same text in either order. That is also how a suspected pair is judged:
both orders are tried on the text. Suspected are only pairs whose places touch.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from amendments.law.edition import Edition
from amendments.law.normal import find_words
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
)

Kind = Literal["same_words", "same_unit", "parent_removed", "same_number", "order"]
Resolution = Literal["order_first", "order_second", "one_of_two", "joint_text"]


@dataclass(frozen=True)
class Conflict:
    """A pair of amendments, by their indexes in the list, that conflict.

    `first_address` and `second_address` are the places in both; `resolutions` what would settle it: apply the first
    before the second, or after it, take one of the two, or write a joint text.
    """

    kind: Kind
    first: int
    second: int
    first_address: str
    second_address: str
    resolutions: tuple[Resolution, ...]


@dataclass(frozen=True)
class _Footprint:
    """Where an amendment acts: `places` single paragraphs and new units, `trees` units with all that is below."""

    applied: Applied
    places: frozenset[str]
    trees: frozenset[str]
    words: str  # all that it brings in
    throughout: tuple[str, ...]


def conflicts(amendments: Sequence[Sequence[Operation]], base: Edition) -> tuple[Conflict, ...]:
    """All conflicting pairs among amendments, each a list of operations on `base`, in order of the pairs.

    An amendment that cannot be applied even alone is left out: that is its refusal, not a conflict.
    """
    prints = [_footprint(operations, base) for operations in amendments]
    found = []
    for first, second in sorted(_suspects(prints)):
        conflict = _judge(first, second, amendments, prints)
        if conflict is not None:
            found.append(conflict)
    return tuple(found)


def _footprint(operations: Sequence[Operation], base: Edition) -> _Footprint:
    applied = try_apply(operations, base)
    places: set[str] = set()
    trees: set[str] = set()
    words: list[str] = []
    throughout: list[str] = []
    for change in applied.changes:
        operation = operations[change.operation]
        for touch in change.touches:
            (places if touch.what in ("words", "heading", "inserted") else trees).add(touch.address)
        words.extend(_brought(operation))
        _claims(operation, places, trees)
        if isinstance(operation, ReplaceThroughout):
            throughout.extend(old for old, _ in operation.pairs)
    return _Footprint(applied, frozenset(places), frozenset(trees), "\n".join(words), tuple(throughout))


def _claims(operation: Operation, places: set[str], trees: set[str]) -> None:
    """What an operation leans on beside what it touches."""
    if isinstance(operation, Restate | Remove | Move | Renumber):
        trees.add(operation.address)
        if _ordinal(operation.address):
            # Later clauses and indents of the unit are counted anew.
            trees.add(operation.address.rpartition("/")[0])
    elif isinstance(operation, Insert):
        if operation.after:
            places.add(operation.after)
        if any(not unit.number for unit in operation.units):
            trees.add(operation.address)
    elif not isinstance(operation, ReplaceThroughout):
        places.add(operation.address)
        if not isinstance(operation, RenameHeading):
            # «в статье 5 слова …» may stand in any paragraph below, and the end of a unit is its last paragraph.
            trees.add(operation.address)
    if isinstance(operation, Move):
        trees.add(operation.to)
    # A first clause shares its place with its unit.
    trees |= {address.removesuffix("/cl_1") for address in trees if address.endswith("/cl_1")}


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
    return [unit.raw for unit in units]


def _ancestors(address: str) -> list[str]:
    steps = address.split("/")
    return ["/".join(steps[:count]) for count in range(1, len(steps))]


def _suspects(prints: list[_Footprint]) -> set[tuple[int, int]]:
    """Pairs whose places touch: the same paragraph, or a unit of one above a place of the other."""
    at: dict[str, set[int]] = defaultdict(set)
    below: dict[str, set[int]] = defaultdict(set)
    trees: dict[str, set[int]] = defaultdict(set)
    for index, footprint in enumerate(prints):
        for address in footprint.places | footprint.trees:
            at[address].add(index)
            for ancestor in _ancestors(address):
                below[ancestor].add(index)
        for address in footprint.trees:
            trees[address].add(index)
    pairs: set[tuple[int, int]] = set()
    for index, footprint in enumerate(prints):
        others: set[int] = set()
        for address in footprint.places | footprint.trees:
            others |= at[address]
            for ancestor in _ancestors(address):
                others |= trees[ancestor]
        for address in footprint.trees:
            others |= below[address]
        if footprint.throughout:
            others |= {
                other
                for other, print_ in enumerate(prints)
                if any(find_words(print_.words, old) for old in footprint.throughout)
            }
        pairs |= {(min(index, other), max(index, other)) for other in others if other != index}
    return pairs


def _judge(
    first: int, second: int, amendments: Sequence[Sequence[Operation]], prints: list[_Footprint]
) -> Conflict | None:
    one, two = prints[first], prints[second]
    if one.applied.refusals or two.applied.refusals:
        return None
    after_one = try_apply(amendments[second], one.applied.edition)
    after_two = try_apply(amendments[first], two.applied.edition)
    forward, backward = not after_one.refusals, not after_two.refusals
    if forward and backward and after_one.edition.root == after_two.edition.root:
        return None
    resolutions: list[Resolution] = []
    if forward:
        resolutions.append("order_first")
    if backward:
        resolutions.append("order_second")
    resolutions += ["one_of_two", "joint_text"]
    kind, address_one, address_two = _classify(amendments[first], amendments[second], one, two)
    return Conflict(kind, first, second, address_one, address_two, tuple(resolutions))


def _classify(
    first: Sequence[Operation], second: Sequence[Operation], one: _Footprint, two: _Footprint
) -> tuple[Kind, str, str]:
    numbers_one, numbers_two = _inserted(one, first), _inserted(two, second)
    for address in sorted(numbers_one & numbers_two):
        return "same_number", address, address
    units_one, units_two = _units(first), _units(second)
    for address in sorted(units_one & units_two):
        return "same_unit", address, address
    for mine, theirs, swap in ((units_one, two, False), (units_two, one, True)):
        for address in sorted(theirs.places | theirs.trees):
            above = next((ancestor for ancestor in [*_ancestors(address), address] if ancestor in mine), None)
            if above is not None:
                return ("parent_removed", address, above) if swap else ("parent_removed", above, address)
    for address in sorted(one.places & two.places):
        return "same_words", address, address
    where_one = first[0].address if first else ""
    where_two = second[0].address if second else ""
    return "order", where_one, where_two


def _units(operations: Sequence[Operation]) -> set[str]:
    return {operation.address for operation in operations if isinstance(operation, Restate | Remove | Move)}


def _inserted(footprint: _Footprint, operations: Sequence[Operation]) -> set[str]:
    found = set()
    for change in footprint.applied.changes:
        operation = operations[change.operation]
        if isinstance(operation, Insert) and any(unit.number for unit in operation.units):
            found |= {touch.address for touch in change.touches if touch.what == "inserted"}
    return found
