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
from amendments.operations.extract import WHOLE, Extracts, Units, units_of
from amendments.operations.footprint import Footprint, ancestors, footprint, suspects
from amendments.operations.model import Insert, Move, Operation, Remove, ReplaceThroughout, Restate
from amendments.operations.throughout import Throughout

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
        articles = trials.scope(first, second)
        if articles is not None and not articles:
            continue
        forward, backward = trials.after(first, second, articles), trials.after(second, first, articles)
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
        self.named = [[self.extracts.named_by(operation) for operation in operations] for operations in amendments]
        self.own = [WHOLE if WHOLE in named else frozenset[str]().union(*named) for named in self.named]
        self.prints = [
            footprint(operations, base if own == WHOLE else self.extracts.of(own))
            for operations, own in zip(amendments, self.own, strict=True)
        ]
        self._changed: dict[int, Units] = {}
        self._everywhere: dict[int, Throughout] = {}

    def after(self, first: int, second: int, articles: frozenset[str] | None) -> _Outcome:
        """What comes of the second amendment after the first: the units that it was tried on."""
        own, edition = self.own[first], self.prints[first].applied.edition
        if articles is not None and articles != own:
            edition = self.extracts.of(articles, self._units_after(first), own)
        elif articles is None and own != WHOLE:
            edition = try_apply(self.amendments[first], self.base, explain=False).edition
        for index, operation in enumerate(self.amendments[second]):
            if articles is not None and not self._acts_in(second, index, articles):
                continue
            if isinstance(operation, ReplaceThroughout) and not operation.address:
                root = self._throughout(operation).of(edition.root)
                if root is edition.root and not self._replaces_elsewhere(second, index, articles):
                    return None
                edition = edition.with_root(root)
                continue
            applied = try_apply([operation], edition, explain=False)
            if applied.refusals and not self._replaces_elsewhere(second, index, articles):
                return None
            edition = applied.edition
        return (edition.root,) if articles is None else edition.root.children

    def scope(self, first: int, second: int) -> frozenset[str] | None:
        """The articles on which both must be tried; None for the whole act.

        What each does to an article of its own, it does in either order. A replacement throughout acts in all, and
        what it does beside the articles of the other is the same in either order too.
        """
        one, two = self.own[first], self.own[second]
        if one != WHOLE and two != WHOLE:
            return self._closed(one & two, first, second)
        if one == WHOLE and two != WHOLE and self._whole_by_words_alone(first):
            return self._closed(two, first, second)
        if two == WHOLE and one != WHOLE and self._whole_by_words_alone(second):
            return self._closed(one, first, second)
        return self._reached(first, second)

    def _closed(self, articles: frozenset[str], first: int, second: int) -> frozenset[str]:
        """Articles with those that an operation in one of them names beside it («переместить в статью 7»)."""
        found = articles
        joined = [named for number in (first, second) for named in self.named[number] if len(named) > 1]
        while more := [named for named in joined if named & found and not named <= found]:
            found = found.union(*more)
        return found

    def _whole_by_words_alone(self, number: int) -> bool:
        """Whether an amendment concerns the whole act only because it replaces words throughout."""
        return all(
            named != WHOLE or isinstance(operation, ReplaceThroughout)
            for operation, named in zip(self.amendments[number], self.named[number], strict=True)
        )

    def _reached(self, first: int, second: int) -> frozenset[str] | None:
        """The articles that both reach, where these are all of the act that changes."""
        one, two = self.prints[first], self.prints[second]
        reached = {*one.places, *one.trees, *two.places, *two.trees}
        if one.throughout and two.throughout:
            reached = reached.union(*one.spread.values(), *two.spread.values())
        articles = frozenset(address.split("/", 1)[0] for address in reached)
        return articles if self.extracts.has(articles) else None

    def _acts_in(self, number: int, index: int, articles: frozenset[str]) -> bool:
        named = self.named[number][index]
        return named == WHOLE or not named.isdisjoint(articles)

    def _throughout(self, operation: ReplaceThroughout) -> Throughout:
        return self._everywhere.setdefault(id(operation), Throughout(operation.pairs))

    def _units_after(self, number: int) -> Units:
        if number not in self._changed:
            self._changed[number] = units_of(self.prints[number].applied.edition)
        return self._changed[number]

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
        and one.label == other.label
        and one.lead == other.lead
        and one.after == other.after
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
