"""The eight slots of each power: how much a provision says of it. Empty slots are no findings and are kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import Session

from amendments.law.edition import Edition
from service.store.cache import cache_of
from service.store.editions import row_id
from service.store.powers import powers_of
from service.store.tables import EditionRow

if TYPE_CHECKING:
    from amendments.clarity import Slots


@dataclass(frozen=True, slots=True)
class PowerSlots:
    """A power, the levels that have it, the words of its provision, and its slots."""

    address: str
    levels: tuple[str, ...]
    text: str
    slots: Slots


def power_slots(session: Session, row: EditionRow) -> Sequence[PowerSlots]:
    """The powers in force of an edition in the law's order, each provision once. Cached by the edition's text."""
    from amendments.clarity import slots

    def read() -> Sequence[PowerSlots]:
        powers = powers_of(session, row)
        levels: dict[str, dict[str, None]] = {}
        for power in powers.register.powers:
            if power.state == "in_force" and power.levels:
                levels.setdefault(power.address, {}).update(dict.fromkeys(power.levels))
        found = []
        for address, names in levels.items():
            node = powers.edition.at(address)
            if node is not None:
                filled = slots(node.text, row.language, introduction(powers.edition, address))
                found.append(PowerSlots(address, tuple(names), node.text, filled))
        return tuple(found)

    return cache_of(session).get(("power slots", row_id(row), row.source_hash), read)


def introduction(edition: Edition, address: str) -> str:
    """The words that introduce the list which a provision is an item of; "" where there are none."""
    above = address.rpartition("/")[0]
    while above:
        node = edition.at(above)
        if node is not None and node.kind != "article" and node.text.rstrip().endswith(":"):
            return node.text
        above = above.rpartition("/")[0]
    return ""
