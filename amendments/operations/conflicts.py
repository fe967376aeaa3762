"""Amendments of one bill that cannot both be applied, or whose order decides the outcome.

Amendments that do not conflict give the same text in either order. That is also how a suspected pair is judged:
both orders are tried on the text. Suspected are only pairs whose places touch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from amendments.law.edition import Edition
from amendments.law.provision import Provision
from amendments.operations.apply import try_apply
from amendments.operations.extract import WHOLE, Extracts
from amendments.operations.footprint import Footprint, ancestors, footprint, suspects
from amendments.operations.model import Insert, Move, Operation, Remove, Restate

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


def conflicts(amendments: Sequence[Sequence[Operation]], base: Edition) -> tuple[Conflict, ...]:
    """All conflicting pairs among amendments, each a list of operations on `base`, in order of the pairs.

    An amendment that cannot be applied even alone is left out: that is its refusal, not a conflict.
    """
    trials = _Trials(amendments, base)
    found = []
    for first, second in sorted(suspects(trials.prints)):
        one, two = trials.prints[first], trials.prints[second]
        if one.applied.refusals or two.applied.refusals:
            continue
        forward, backward = trials.after(first, second), trials.after(second, first)
        if forward is not None and backward is not None and _same_units(forward, backward):
            continue
        kind, *where = _classify(amendments[first], amendments[second], one, two)
        found.append(Conflict(kind, first, second, where[0], where[1], _resolutions(forward, backward)))
    return tuple(found)


_Outcome = tuple[Provision, ...] | None  # None: the second of two amendments is refused after the first


class _Trials:
    """Tries amendments one after another, on the articles that both act in where these can be told."""

    def __init__(self, amendments: Sequence[Sequence[Operation]], base: Edition) -> None:
        self.amendments = amendments
        self.base = base
        self.extracts = Extracts(base)
        self.named = [self.extracts.named(operations) for operations in amendments]
        self.prints = [
            footprint(operations, base if named == WHOLE else self.extracts.of(named))
            for operations, named in zip(amendments, self.named, strict=True)
        ]

    def after(self, first: int, second: int) -> _Outcome:
        """What comes of the second amendment after the first: the units that it was tried on."""
        articles = self._scope(first, second)
        own, edition = self.named[first], self.prints[first].applied.edition
        if articles is not None:
            edition = self.extracts.of(articles, edition, own)
        elif own != WHOLE:
            edition = try_apply(self.amendments[first], self.base, explain=False).edition
        for index, operation in enumerate(self.amendments[second]):
            applied = try_apply([operation], edition, explain=False)
            if applied.refusals and not self._replaces_elsewhere(second, index, articles):
                return None
            edition = applied.edition
        return (edition.root,) if articles is None else edition.root.children

    def _scope(self, first: int, second: int) -> frozenset[str] | None:
        """The articles that both must be tried on; None for the whole act.

        Beside them only a replacement throughout can act, and does the same in either order.
        """
        one, two = self.prints[first], self.prints[second]
        reached = {*one.places, *one.trees, *two.places, *two.trees}
        if one.throughout and two.throughout:
            reached = reached.union(*one.spread.values(), *two.spread.values())
        articles = frozenset(address.split("/", 1)[0] for address in reached)
        return articles if self.extracts.has(articles) else None

    def _replaces_elsewhere(self, number: int, index: int, articles: frozenset[str] | None) -> bool:
        """Whether a replacement throughout has something to replace outside the articles looked at."""
        spread = self.prints[number].spread.get(index, frozenset())
        return articles is not None and any(place.split("/", 1)[0] not in articles for place in spread)


def _same_units(these: tuple[Provision, ...], those: tuple[Provision, ...]) -> bool:
    """Whether two outcomes are the same; of some articles only, their order is that in which they were tried."""
    if len(these) != len(those):
        return False
    if all(map(_same, these, those)):
        return True
    return sorted(unit.full_hash for unit in these) == sorted(unit.full_hash for unit in those)


def _same(one: Provision, other: Provision) -> bool:
    """Whether two trees are the same. Most of both is one object: hashing what changed would cost more."""
    return one is other or (
        one.text == other.text
        and one.number == other.number
        and one.kind == other.kind
        and one.own == other.own
        and one.close == other.close
        and len(one.children) == len(other.children)
        and all(map(_same, one.children, other.children))
    )


def _resolutions(forward: _Outcome, backward: _Outcome) -> tuple[Resolution, ...]:
    orders: list[Resolution] = []
    if forward is not None:
        orders.append("order_first")
    if backward is not None:
        orders.append("order_second")
    return (*orders, "one_of_two", "joint_text")


def _classify(
    first: Sequence[Operation], second: Sequence[Operation], one: Footprint, two: Footprint
) -> tuple[Kind, str, str]:
    numbers_one, numbers_two = _inserted(one, first), _inserted(two, second)
    for address in sorted(numbers_one & numbers_two):
        return "same_number", address, address
    units_one, units_two = _units(first), _units(second)
    for address in sorted(units_one & units_two):
        return "same_unit", address, address
    for mine, theirs, swap in ((units_one, two, False), (units_two, one, True)):
        for address in sorted(theirs.places | theirs.trees):
            above = next((ancestor for ancestor in [*ancestors(address), address] if ancestor in mine), None)
            if above is not None:
                return ("parent_removed", address, above) if swap else ("parent_removed", above, address)
    for address in sorted(one.places & two.places):
        return "same_words", address, address
    where_one = first[0].address if first else ""
    where_two = second[0].address if second else ""
    return "order", where_one, where_two


def _units(operations: Sequence[Operation]) -> set[str]:
    return {operation.address for operation in operations if isinstance(operation, Restate | Remove | Move)}


def _inserted(alone: Footprint, operations: Sequence[Operation]) -> set[str]:
    found = set()
    for change in alone.applied.changes:
        operation = operations[change.operation]
        if isinstance(operation, Insert) and any(unit.number for unit in operation.units):
            found |= {touch.address for touch in change.touches if touch.what == "inserted"}
    return found
