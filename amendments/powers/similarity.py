"""How alike two powers are: the words of what is done to what, each weighted by how rare it is in the register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log, sqrt
from typing import Final

from amendments.powers.holders import mentions
from amendments.powers.loading import actions, bodies, table
from amendments.powers.model import Power
from amendments.powers.words import View, Word, key, reading

_SMALL: Final = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "INTJ", "PRED"})
_ENOUGH: Final = 3  # words that a power must have of its own for a containment to count in full
_LEAVE: Final = ("basis", "condition", "deadline")
Memo = MutableMapping[object, object]


@dataclass(frozen=True, slots=True)
class Features:
    """The words that a power is compared by: key → the form that stands in the text."""

    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Alike:
    """Two powers (by their places in a list) with their likeness from 0 to 1 and the words that decide it."""

    left: int
    right: int
    score: float
    common: tuple[str, ...]


@cache
def stop_words(language: str) -> frozenset[str]:
    """Keys of words that do not tell one power from another."""
    return frozenset(key(word, language) for word in table("similarity")["stop"][language])


def features(power: Power, language: str) -> Features:
    """The words of a power's action, object and items without law's furniture, names of territories and bodies."""
    found: dict[str, str] = {}
    for word, view in _words(power, language):
        if not _counts(word, language):
            continue
        name = key(word.form, language)
        if len(name) > 2 and name not in stop_words(language):
            found.setdefault(name, view.source[slice(*view.span(word.start, word.end))])
    return Features(found)


def _words(power: Power, language: str) -> Iterator[tuple[Word, View]]:
    view = View(power.action.words)
    light = actions(language).light
    for word in view.words:
        if language != "ru" or reading(word.form).lemma not in light:
            yield word, view
    own = power.object
    gone = [
        (slot.start - own.start, slot.end - own.start)
        for name in _LEAVE
        if (slot := getattr(power, name)) is not None and slot.address == own.address
    ]
    for part in (own, *power.items):
        view = View(part.words)
        cut = [*_names(view, language), *(gone if part is own else [])]
        for word in view.words:
            if not any(start <= word.start and word.end <= end for start, end in cut):
                yield word, view


def _names(view: View, language: str) -> list[tuple[int, int]]:
    places = [(match.start(), match.end()) for match in bodies(language).places.finditer(view.lower)]
    return [*places, *((mention.name, mention.name_end) for mention in mentions(view, language))]


def _counts(word: Word, language: str) -> bool:
    if len(word.form) < 3 or word.form[0].isdigit():
        return False
    return language != "ru" or reading(word.form).pos not in _SMALL


def remembered(powers: Sequence[Power], language: str, memo: Memo | None = None) -> list[Features]:
    """The features of each power; `memo` keeps them between calls by the power itself."""
    if memo is None:
        return [features(power, language) for power in powers]
    found: list[Features] = []
    for power in powers:
        name = ("features", language, power)
        if name not in memo:
            memo[name] = features(power, language)
        found.append(memo[name])  # type: ignore[arg-type]
    return found


def weights(all_features: Sequence[Features]) -> dict[str, float]:
    """Key → weight: how rare the word is among the powers."""
    count: dict[str, int] = defaultdict(int)
    for one in all_features:
        for name in one.words:
            count[name] += 1
    return {name: log(1 + len(all_features) / number) for name, number in count.items()}


def alike(all_features: Sequence[Features], least: float) -> list[Alike]:
    """All pairs whose likeness is at least `least`, in no order. Cost grows with the words that powers share."""
    weight = weights(all_features)
    posting: dict[str, list[int]] = defaultdict(list)
    length = [sqrt(sum(weight[name] ** 2 for name in one.words)) for one in all_features]
    total = [sum(weight[name] for name in one.words) for one in all_features]
    found: list[Alike] = []
    for right, one in enumerate(all_features):
        dot: dict[int, float] = defaultdict(float)
        plain: dict[int, float] = defaultdict(float)
        for name in one.words:
            for left in posting[name]:
                dot[left] += weight[name] ** 2
                plain[left] += weight[name]
            posting[name].append(right)
        for left, product in dot.items():
            cosine = product / (length[left] * length[right])
            small = min(len(all_features[left].words), len(one.words))
            inside = plain[left] / min(total[left], total[right]) * min(1.0, (small + 1) / (_ENOUGH + 1))
            score = 0.6 * cosine + 0.4 * inside
            if score >= least:
                found.append(Alike(left, right, round(score, 4), _common(all_features[left], one)))
    return found


def _common(left: Features, right: Features) -> tuple[str, ...]:
    return tuple(form for name, form in right.words.items() if name in left.words)


def differing(left: Features, right: Features) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of the one that the other does not have, and the reverse."""
    return (
        tuple(form for name, form in left.words.items() if name not in right.words),
        tuple(form for name, form in right.words.items() if name not in left.words),
    )
