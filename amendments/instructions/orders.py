"""Orders of a statement: each verb with its place, its words and its units, whatever their order in the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from amendments.instructions.items import Item
from amendments.instructions.places import combine_all, holds, steps_in
from amendments.instructions.problem import Misread
from amendments.law.citations import Steps, depth, inherit
from amendments.law.references import Group
from amendments.law.tokens import Token

_AFTER_VERB = frozenset({"with_words", "with_unit", "block"})
_FLAGS = frozenset({"content", "redaction", "respectively", "inflected", "throughout"})


@dataclass
class Order:
    """One verb with what belongs to it. `where` are its places inside the context, [()] for the context itself."""

    verb: str
    where: list[Steps] = field(default_factory=lambda: [()])
    named: bool = False  # whether the statement names a place or unit at all
    object_units: bool = False  # whether the last of `where` was named as a unit, not as a place
    words: list[Token] = field(default_factory=list)
    new: list[Token] = field(default_factory=list)
    anchors: list[tuple[str, Token]] = field(default_factory=list)
    anchor_unit: tuple[str, Steps] | None = None
    with_units: list[Group] = field(default_factory=list)
    blocks: list[Token] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    ranged: bool = False  # whether units are named as a range
    genitive: bool = False  # Kazakh: its place ends with «-ның», which only «мәтін» and «күші» may follow
    outer: list[Steps] | None = None  # its places before one that follows its words («слова «…» в пункте 3»)
    first: int = 0
    last: int = 0

    @property
    def done(self) -> bool:
        """Whether the order is complete, so that a next one may begin."""
        if self.verb in ("replace", "put"):
            return bool(self.new) and bool(self.words)
        if self.verb == "add":
            return bool(self.new) or bool(self.with_units)
        if self.verb == "count":
            return bool(self.with_units)
        return bool(self.words) or self.named


@dataclass
class Run:
    """Items of one verb: those before it and those after."""

    verb: str
    before: list[Item]
    after: list[Item]
    at: int = 0  # one past the token of the verb; 0 where the verb is left out


def runs_of(items: Sequence[Item]) -> list[Run]:
    """Items cut at verbs. Raises Misread where something stands with no verb."""
    runs: list[Run] = []
    pending: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        if item.kind == "unknown":
            raise Misread("words", item.first, item.last)
        if item.kind != "verb":
            pending.append(item)
            at += 1
            if _elliptic(pending, items, at, runs):
                runs.append(Run(runs[-1].verb, pending, []))
                pending = []
            continue
        run = Run(_meant(item, pending), pending, [], item.last)
        pending = []
        at = _absorb(run, items, at + 1)
        runs.append(run)
    if any(item.kind not in ("separator",) and item.key != "filler" for item in pending):
        if not runs:
            raise Misread("no_verb")
        raise Misread("extra", pending[0].first, pending[-1].last)
    return runs


def _meant(verb: Item, before: Sequence[Item]) -> str:
    """«жазылсын» behind «… деген сөздердің орнына» puts words, it gives no new edition."""
    put = verb.key == "restate" and any(item.key == "instead" for item in before)
    return "put" if put and not any(item.key == "redaction" for item in before) else verb.key


def _elliptic(pending: list[Item], items: Sequence[Item], at: int, runs: list[Run]) -> bool:
    """«…, слова «в» – словами «г»»: the verb of the order before is meant."""
    if not runs or runs[-1].verb != "replace" or pending[-1].kind != "with_words":
        return False
    if not any(item.kind == "words" for item in pending):
        return False
    following = next((item for item in items[at:] if item.kind not in ("separator",)), None)
    return following is None or following.kind in ("words", "place")


def _absorb(run: Run, items: Sequence[Item], at: int) -> int:
    """Take what follows a verb and belongs to it; returns the index of the next item."""
    while at < len(items):
        item = items[at]
        step = at
        while step < len(items) and items[step].kind == "separator":
            step += 1
        if step >= len(items):
            return step
        item = items[step]
        belongs = _follows(run, item) or (item.kind == "mark" and item.key in (*_FLAGS, "filler"))
        if item.kind == "mark" and item.key in ("throughout", "throughout_of"):
            belongs = step == at and not _has_place(run)
        if not belongs and step == at:
            belongs = _needed(run, item)
        if not belongs:
            return at
        run.after.append(item)
        at = step + 1
    return at


def _follows(run: Run, item: Item) -> bool:
    """Whether what stands behind a verb is its new text: Kazakh, whose verb comes last, has it before the verb."""
    if item.kind == "block":
        return True
    if item.kind not in _AFTER_VERB or run.verb not in ("replace", "add", "count"):
        return False
    return not any(part.kind in ("with_words", "with_unit") for part in run.before)


def _has_place(run: Run) -> bool:
    return any(item.kind in ("place", "unit") or item.key.startswith("throughout") for item in run.before)


def _needed(run: Run, item: Item) -> bool:
    """Whether a verb that came first still wants what follows («исключить слова «…» в пункте 2»)."""
    kinds = {part.kind for part in (*run.before, *run.after)}
    if run.verb == "put" and item.kind == "words":
        same = [part for part in (*run.before, *run.after) if part.kind == "words" and _gives_way(part, item)]
        return not same
    if run.verb in ("replace", "remove") and item.kind == "words":
        return "words" not in kinds and "unit" not in kinds
    if item.kind == "unit":
        wanted = run.verb in ("remove", "restate", "count", "repeal") and not kinds & {"unit", "words"}
        return wanted or (run.verb == "add" and not kinds & {"unit", "place"})
    if item.kind == "place":
        return not kinds & {"unit", "place"}
    if item.kind in ("anchor", "anchor_unit"):
        return run.verb == "add" and "anchor" not in kinds and "with_words" not in kinds
    return False


def _gives_way(one: Item, other: Item) -> bool:
    """Whether two quotations are both of words that give way, or both of words that come."""
    return (one.key == "instead") == (other.key == "instead")


def orders_of(run: Run, language: str, tokens: Sequence[Token], inherited: list[Steps]) -> list[Order]:
    """The orders of one verb: several where it has several places with words of their own.

    `inherited`: the places of the order before in the same line, for an order that names none itself.
    """
    builder = _Builder(run, language, inherited)
    for item in run.before:
        builder.take(item)
    for item in run.after:
        builder.take(item, after=True)
    return builder.finish()


class _Builder:
    def __init__(self, run: Run, language: str, inherited: list[Steps]) -> None:
        self.run = run
        self.language = language
        self.orders = [Order(run.verb, where=list(inherited))]
        self.link = ""
        self.previous = ""

    @property
    def order(self) -> Order:
        return self.orders[-1]

    def _new(self) -> Order:
        last = self.order
        where = last.where if last.outer is None else last.outer
        self.orders.append(Order(self.run.verb, where=list(where), named=last.named, flags=set(last.flags)))
        return self.order

    def take(self, item: Item, *, after: bool = False) -> None:
        """Put an item into the order it belongs to. Raises Misread for one that no formula takes."""
        if item.kind == "separator":
            self.link = "and" if item.key not in (",", ":", "-") else item.key
            return
        if item.kind in ("place", "unit"):
            self._where(item, after)
        elif item.kind == "words":
            if (item.key == "instead") != (self.run.verb == "put"):
                self._put(item)
                return
            order = self._new() if self._starts_anew() else self.order
            order.words.extend(item.quotes)
        elif item.kind == "anchor":
            order = self._new() if self.order.new else self.order
            order.anchors.extend((item.key, quote) for quote in item.quotes)
        else:
            self._take_rest(item)
        self.order.last = item.last
        self.link = ""
        self.previous = item.kind

    def _put(self, item: Item) -> None:
        """What comes «вместо слов «…»»: no other verb takes words so."""
        if self.run.verb != "put":
            raise Misread("extra", item.first, item.last)
        self.order.new.extend(item.quotes)
        self.order.last, self.link, self.previous = item.last, "", item.kind

    def _take_rest(self, item: Item) -> None:
        order = self.order
        if item.kind == "mark":
            self._mark(item)
        elif item.kind == "with_words" and self.run.verb != "put":
            order.new.extend(item.quotes)
        elif item.kind == "with_unit":
            order.with_units.extend(item.groups)
        elif item.kind == "block":
            order.blocks.extend(item.quotes)
        elif item.kind == "anchor_unit":
            steps = steps_in(item.groups, self.language)
            if len(steps) != 1 or order.anchor_unit:
                raise Misread("order", item.first, item.last)
            order.anchor_unit = (item.key, steps[0])
        elif item.kind == "act":
            order.flags.add("act")
        else:
            raise Misread("extra", item.first, item.last)

    def _starts_anew(self) -> bool:
        """Whether words that now come belong to a next order."""
        order = self.order
        if order.new or order.outer is not None:
            return True
        return order.object_units and bool(self.link) and not order.words

    def _mark(self, item: Item) -> None:
        if item.key in _FLAGS:
            self.order.flags.add(item.key)
        elif item.key == "throughout_of":
            self.order.flags |= {"throughout", "of"}
        elif item.key not in ("filler", "amend"):
            raise Misread("extra", item.first, item.last)

    def _where(self, item: Item, after: bool) -> None:
        order = self.order
        if self.run.verb == "count" and order.object_units and not self.link:
            order.with_units.extend(item.groups)  # «3-тармақ 4-тармақ деп есептелсін»
            return
        steps = steps_in(item.groups, self.language)
        order.genitive = item.key == "gen"
        order.ranged = any(reference.ranged for group in item.groups for reference in group)
        if order.words or order.new or (order.anchors and not after):
            if (after and not order.named) or (order.words and not order.new and not self.link):
                order.outer = order.outer or list(order.where)
                order.where, order.named = combine_all(order.where, steps), True
                return
            order = self._new()
            order.named = True
            order.where = combine_all(order.where[:1], steps)
            order.object_units = item.kind == "unit"
            return
        beside = order.named and self.link and self.previous in ("place", "unit", "mark")
        if beside and not _deeper(steps, order.where, self.link):
            if self.language == "ru" and steps:  # «в заголовке и в пункте 1 статьи 5»
                order.where = [inherit(place, steps[0]) for place in order.where]
            order.where = [*order.where, *combine_all(self._base or [()], steps)]
        elif order.named and "throughout" in order.flags and _headings(order.where):
            order.where = combine_all(self._base or [()], steps)  # «в заголовке и по всему тексту статьи 5»
        elif order.named:
            if not all(holds(base, inner) for base in order.where for inner in steps):
                raise Misread("order", item.first, item.last)
            order.where = combine_all(order.where, steps)
        else:
            self._base = list(order.where)
            order.where = combine_all(order.where, steps)
        order.named = True
        order.object_units = item.kind == "unit"

    _base: list[Steps] | None = None

    def finish(self) -> list[Order]:
        """The orders; those that share the new words at the end get them."""
        last = self.order
        for order in self.orders:
            if order.genitive and "throughout" not in order.flags and order.verb != "repeal":
                raise Misread("incomplete", missing="тармағы, мәтіні")
        for order in self.orders[:-1]:
            if order.verb in ("replace", "add") and not order.new and not order.with_units:
                order.new = list(last.new)
                order.flags |= last.flags
            if not order.blocks:
                order.blocks = list(last.blocks) if order.with_units or order.verb == "restate" else []
        if len(self.orders) > 1 and "respectively" in last.flags:
            _share(self.orders)
        return self.orders


def _headings(places: list[Steps]) -> bool:
    return all(place and place[-1][0] == "heading" for place in places)


def _deeper(steps: list[Steps], where: list[Steps], link: str) -> bool:
    """«в статье 5, в пункте 3»: the second place lies in the first."""
    if link != "," or not steps or not where or not where[-1] or not steps[0]:
        return False
    return depth(steps[0][0]) > depth(where[-1][-1])


def _share(orders: list[Order]) -> None:
    """«слова «а» в пункте 1, слова «б» в пункте 2 заменить соответственно словами «в» и «г»»."""
    new = orders[-1].new
    if any(order.new != new for order in orders) or sum(len(order.words) for order in orders) != len(new):
        return
    at = 0
    for order in orders:
        order.new = new[at : at + len(order.words)]
        at += len(order.words)
