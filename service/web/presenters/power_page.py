"""One power as its page shows it: its slots in both languages, and its way through the editions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from flask_babel import lazy_gettext as _later

from amendments.powers import Power
from service.store.powers import PowerTurn
from service.web.presenters.powers import body_name, holder_name, level_names

SLOTS: Final[Mapping[str, Any]] = {
    "action": _later("does what"),
    "object": _later("over what"),
    "condition": _later("under what condition"),
    "basis": _later("on what basis"),
    "deadline": _later("by when"),
    "act": _later("by what act"),
    "money": _later("with whose money"),
    "accountable_to": _later("answers to whom"),
}
RELATIONS: Final[Mapping[str, Any]] = {
    "through": _later("through it"),
    "with": _later("with its consent"),
    "to": _later("addressed to it"),
    "of": _later("of it"),
}
TURNS: Final[Mapping[str, Any]] = {
    "appeared": _later("appeared"),
    "reworded": _later("changed"),
    "excluded": _later("excluded"),
    "not_yet": _later("announced, not yet in force"),
    "gone": _later("no longer read as a power"),
}


@dataclass(frozen=True, slots=True)
class SlotRow:
    """One slot: its name and the words in Russian and in Kazakh; None where that text has no such power."""

    name: str
    ru: str | None
    kk: str | None


@dataclass(frozen=True, slots=True)
class OtherBody:
    """Another body that a power names."""

    holder: str
    relation: str
    words: str


@dataclass(frozen=True, slots=True)
class TurnLine:
    """An edition in which the power appeared, changed or went, with its words there."""

    day: date
    kind: str
    kind_name: str
    caused_by: str
    words: tuple[str, ...]


def slot_rows(powers: Mapping[str, Power | None], language: str) -> list[SlotRow]:
    """Who, and the eight slots, in both languages; `powers` by language."""

    def row(name: str, said: Callable[[Power], str]) -> SlotRow:
        ru, kk = (said(found) if (found := powers.get(code)) is not None else None for code in ("ru", "kk"))
        return SlotRow(name, ru, kk)

    return [
        row(str(_later("who")), lambda power: holder_name(power, language)),
        *(row(str(name), lambda power, slot=slot: _words(power, slot)) for slot, name in SLOTS.items()),  # type: ignore[misc]
    ]


def other_bodies(power: Power, language: str) -> list[OtherBody]:
    """The bodies that a power names beside its own."""
    return [
        OtherBody(
            ": ".join(filter(None, (body_name(one.body, language), level_names(one.levels)))),
            str(RELATIONS[one.relation]),
            one.place.words,
        )
        for one in power.named
    ]


def turn_lines(turns: Sequence[PowerTurn]) -> list[TurnLine]:
    """The way of a power through the editions, newest first."""
    return [
        TurnLine(
            turn.row.in_force_from,
            turn.kind,
            str(TURNS[turn.kind]),
            turn.row.caused_by,
            tuple(power.words for power in turn.powers if power.words),
        )
        for turn in reversed(turns)
    ]


def _words(power: Power, slot: str) -> str:
    found = getattr(power, slot)
    words = found.words if found is not None else ""
    return " ".join([words, *(item.words for item in power.items)]) if slot == "object" else words
