"""A power as found in a provision, and the register of an edition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, Literal

from amendments.law.provision import State

Relation = Literal["through", "with", "to", "of"]
SLOTS: Final = ("condition", "basis", "deadline", "act", "money", "accountable_to")


@dataclass(frozen=True, slots=True)
class Slot:
    """Words and their place: characters `start` to `end` of the own text of the provision at `address`."""

    words: str
    address: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a power: levels from the top down, a body, whether it is the body's head, and the words that say so."""

    levels: tuple[str, ...]
    body: str
    place: Slot
    head: bool = False
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Another body that a power names, and how: through it, with its consent, addressed to it, or of it."""

    levels: tuple[str, ...]
    body: str
    relation: Relation
    place: Slot


@dataclass(frozen=True, slots=True)
class Power:
    """What a body at a level may or must do, as one sentence of a provision says it.

    `address` is the provision, `order` tells powers of one provision apart, from 0. `level` is the level that the
    power is counted at first; `levels` are all, from the top down. `action_classes` are from the table of actions
    (none where it does not know the words). `items` are the indents of the power's own list. `antecedent` are the
    words that a pronoun of the object stands for («по ее защите»). An excluded or not yet valid power has a `state`,
    the `since` of its marker, and no action. `unit_hash` is the law hash of the provision that was read.
    """

    address: str
    order: int
    holder: Holder
    action: Slot
    object: Slot
    action_classes: tuple[str, ...] = ()
    condition: Slot | None = None
    basis: Slot | None = None
    deadline: Slot | None = None
    act: Slot | None = None
    money: Slot | None = None
    accountable_to: Slot | None = None
    items: tuple[Slot, ...] = ()
    antecedent: str = ""
    named: tuple[Named, ...] = ()
    state: State = "in_force"
    since: date | None = None
    scope: str = ""
    unit_hash: bytes = b""

    @property
    def id(self) -> str:
        """The power's name in the register: its address and, from the second in the provision on, its number."""
        return f"{self.address}#{self.order + 1}" if self.order else self.address

    @property
    def level(self) -> str:
        """The level the power is counted at first: the lowest that its holder names."""
        return self.holder.levels[-1] if self.holder.levels else ""

    @property
    def levels(self) -> tuple[str, ...]:
        """All levels that have the power, from the top down."""
        return self.holder.levels

    @property
    def body(self) -> str:
        """The body that has the power."""
        return self.holder.body

    @property
    def words(self) -> str:
        """Action, object and the items of its list as one text, in the order in which they stand."""
        first = (self.action, self.object) if self.action.start <= self.object.start else (self.object, self.action)
        return " ".join(part.words for part in (*first, *self.items) if part.words)


@dataclass(frozen=True, slots=True)
class Unread:
    """A competence unit, or a sentence of one, that gave no power, and why.

    `body`: it does not say which local body acts; `action`: nor what is done; `list`: its list has no body that acts;
    `describes`: it says what a body is; `long`: a paragraph too long to be a power.
    """

    address: str
    reason: str
    words: str
    start: int = 0


@dataclass(frozen=True)
class Register:
    """The powers of one edition in document order, and what of its competence articles was not read."""

    language: str
    powers: tuple[Power, ...]
    unread: tuple[Unread, ...]
    articles: tuple[str, ...] = ()

    @cached_property
    def by_address(self) -> Mapping[str, tuple[Power, ...]]:
        """Provision → its powers in order."""
        found: dict[str, list[Power]] = {}
        for power in self.powers:
            found.setdefault(power.address, []).append(power)
        return {address: tuple(powers) for address, powers in found.items()}

    @cached_property
    def by_id(self) -> Mapping[str, Power]:
        """Power's id → power."""
        return {power.id: power for power in self.powers}

    @property
    def in_force(self) -> tuple[Power, ...]:
        """The powers that are law today."""
        return tuple(power for power in self.powers if power.state == "in_force")
