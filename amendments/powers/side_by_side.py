"""Two powers beside each other: which words of a provision both have, and which stand in one of them only."""

from __future__ import annotations

from dataclasses import dataclass

from amendments.powers.model import Power, Slot
from amendments.powers.similarity import Features, features
from amendments.powers.words import View, family, key


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` of the own text of the provision at `address`: words that both powers have, or not.

    Neighbouring words of a kind are one stretch, with the small words between them.
    """

    address: str
    start: int
    end: int
    shared: bool


def stretches(power: Power, other: Power, language: str) -> tuple[Stretch, ...]:
    """The words of a power that the other has too, and those that it has not, in the order of the text.

    Words are compared as duplicates are: another form or another word of the family is the same; names of bodies and
    territories, the law's furniture and small words are neither.
    """
    own, others = features(power, language), features(other, language)
    places: dict[str, dict[int, Stretch]] = {}
    for slot in (power.object, power.action, *power.items):
        # a Kazakh verb may stand in the last item of its own list, and is then read twice
        for word in _in_slot(slot, own, others, language):
            places.setdefault(word.address, {}).setdefault(word.start, word)
    ordered = [words[start] for words in places.values() for start in sorted(words)]
    return tuple(_together(ordered))


def _in_slot(slot: Slot, own: Features, others: Features, language: str) -> list[Stretch]:
    """Each counted word of a slot."""
    view, kin = View(slot.words), set(others.families.values())
    found: list[Stretch] = []
    for word in view.words:
        name = key(word.form, language)
        if name in own.words:
            start, end = view.span(word.start, word.end)
            shared = name in others.words or family(word.form, language) in kin
            found.append(Stretch(slot.address, slot.start + start, slot.start + end, shared))
    return found


def _together(words: list[Stretch]) -> list[Stretch]:
    """Words of a kind that follow one another in a provision as one stretch."""
    found: list[Stretch] = []
    for word in words:
        last = found[-1] if found else None
        if last is not None and (last.address, last.shared) == (word.address, word.shared) and last.end < word.start:
            found[-1] = Stretch(last.address, last.start, word.end, last.shared)
        else:
            found.append(word)
    return found
