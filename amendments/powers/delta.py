"""What a bill or a newer edition does to the register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from amendments.law.normal import fold
from amendments.powers.duplicates import Duplicate, duplicates
from amendments.powers.memory import Memo
from amendments.powers.model import SLOTS, Power, Register

ChangeKind = Literal["added", "removed", "moved", "clearer", "vaguer", "reworded", "holder", "state", "text"]
Vagueness = Mapping[str, float]
_DOUBLE: Final = ("identical", "same_object")
_SURE: Final = 0.6  # the score from which a duplication is told of in a delta


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to the powers of one provision; `old` and `new` are empty where there are none.

    `moved`: the same words at another address (`to`). `holder`: the same words, another body or level. `state`:
    excluded, brought into force or announced. `text`: a provision of a competence article that gives no power.
    """

    kind: ChangeKind
    address: str
    old: tuple[Power, ...] = ()
    new: tuple[Power, ...] = ()
    to: str = ""


@dataclass(frozen=True, slots=True)
class Delta:
    """The changes in document order of the new edition, and duplicated powers that appeared or went."""

    changes: tuple[Change, ...]
    duplicates_made: tuple[Duplicate, ...]
    duplicates_gone: tuple[Duplicate, ...]


def delta(
    old: Register,
    new: Register,
    *,
    vague_before: Vagueness | None = None,
    vague_after: Vagueness | None = None,
    memo: Memo | None = None,
) -> Delta:
    """The difference of two registers of one act in one language; nothing that did not change is in it.

    `vague_before` and `vague_after`: address → the weight of its vague wording, from the clarity rules; without them a
    power is called clearer or vaguer by its filled slots alone. Raises ValueError for registers of two languages.
    """
    if old.language != new.language:
        raise ValueError(f"a delta needs one language, not {old.language} and {new.language}")
    changes = _by_address(old, new, vague_before or {}, vague_after or {})
    changes = [*_moves(changes), *_texts(old, new)]
    order = {address: place for place, address in enumerate(_addresses(old, new))}
    changes.sort(key=lambda change: order.get(change.to or change.address, len(order)))
    before, after = _doubles(duplicates(old, memo)), _doubles(duplicates(new, memo))
    moved = {change.address: change.to for change in changes if change.kind == "moved"}
    known = {_moved(pair, moved) for pair in before}
    touched = {change.to or change.address for change in changes} | {change.address for change in changes}
    return Delta(
        tuple(changes),
        tuple(one for pair, one in after.items() if pair not in known and pair & touched),
        tuple(one for pair, one in before.items() if _moved(pair, moved) not in after and pair & touched),
    )


def _moved(pair: frozenset[str], moved: Mapping[str, str]) -> frozenset[str]:
    return frozenset(moved.get(address, address) for address in pair)


def _addresses(old: Register, new: Register) -> list[str]:
    """All addresses in document order: those of the new edition, old ones after the one they stood behind."""
    places: dict[str, list[str]] = {}
    known = [*new.by_address, *(one.address for one in new.unread)]
    last = ""
    for address in old.by_address:
        if address in new.by_address:
            last = address
        else:
            places.setdefault(last, []).append(address)
    ordered = list(places.get("", []))
    for address in known:
        ordered += [address, *places.get(address, [])]
    return ordered


def _by_address(old: Register, new: Register, before: Vagueness, after: Vagueness) -> list[Change]:
    found: list[Change] = []
    for address in dict.fromkeys((*old.by_address, *new.by_address)):
        mine, other = old.by_address.get(address, ()), new.by_address.get(address, ())
        kind = _kind(mine, other, before.get(address, 0.0), after.get(address, 0.0))
        if kind is not None:
            found.append(Change(kind, address, mine, other))
    return found


def _kind(old: tuple[Power, ...], new: tuple[Power, ...], before: float, after: float) -> ChangeKind | None:
    if not old or not new:
        return "removed" if old else "added"
    if {power.state for power in old} != {power.state for power in new}:
        return "state"
    if _said(old) == _said(new):
        same = [(p.levels, p.body) for p in old] == [(p.levels, p.body) for p in new]
        return None if same else "holder"
    if all(power.state != "in_force" for power in new):
        return None
    clearer = (before - after) or (_filled(new) - _filled(old))
    if not clearer:
        return "reworded"
    return "clearer" if clearer > 0 else "vaguer"


def _said(powers: Iterable[Power]) -> tuple[object, ...]:
    """The words of powers as they are compared: white space, quotes and dashes do not matter."""
    return tuple((fold(power.words).strip(), *(_words(power, name) for name in SLOTS[:-1])) for power in powers)


def _words(power: Power, name: str) -> str:
    slot = getattr(power, name)
    return "" if slot is None or slot.address != power.address else fold(slot.words)


def _filled(powers: Iterable[Power]) -> int:
    return max(sum(getattr(power, name) is not None for name in SLOTS) for power in powers)


def _moves(changes: list[Change]) -> list[Change]:
    """The changes with a removal here and the same words added there as one move."""
    gone = {_said(change.old): change for change in changes if change.kind == "removed"}
    found: list[Change] = []
    used: set[str] = set()
    for change in changes:
        source = gone.get(_said(change.new)) if change.kind == "added" else None
        if source is not None and source.address not in used and source.old[0].action.words:
            used.add(source.address)
            found.append(Change("moved", source.address, source.old, change.new, change.address))
        else:
            found.append(change)
    return [change for change in found if not (change.kind == "removed" and change.address in used)]


def _texts(old: Register, new: Register) -> list[Change]:
    """Provisions of competence articles without powers whose words changed, came or went."""
    before, after = _unread(old), _unread(new)
    return [
        Change("text", address)
        for address in dict.fromkeys((*before, *after))
        if before.get(address) != after.get(address) and address not in old.by_address and address not in new.by_address
    ]


def _unread(register: Register) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for one in register.unread:
        found.setdefault(one.address, []).append(fold(one.words))
    return {address: tuple(words) for address, words in found.items()}


def _doubles(found: Iterable[Duplicate]) -> dict[frozenset[str], Duplicate]:
    return {frozenset(one.addresses): one for one in found if one.grade in _DOUBLE and one.score >= _SURE}
