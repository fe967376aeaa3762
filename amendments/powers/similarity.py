"""How alike two powers are: the words of what is done to what, each weighted by how rare it is in the register."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from math import log, sqrt
from typing import Final

from amendments.powers.holders import mentions
from amendments.powers.loading import actions, bodies, table
from amendments.powers.memory import Memo, once
from amendments.powers.model import Power
from amendments.powers.words import View, Word, family, key, reading

_SMALL: Final = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "INTJ", "PRED"})
_ENOUGH: Final = 10.0  # the weight of words from which a likeness counts in full, less `_UNSURE`
_UNSURE: Final = 0.3
_LEAVE: Final = ("basis", "condition", "deadline")
_COMMON: Final = 250  # powers; a word that more of them hold says nothing of two of them
_PART: Final = re.compile(r"[,;]|(?<!\w)(?:и|а также|или|либо|және|мен|пен|немесе|сондай-ақ)(?!\w)")
_PART_SHARE: Final = 0.58  # what a part wholly contained in another power is worth
_PART_WEIGHT: Final = 7.5  # the weight of words from which a part counts in full
_ROUNDING: Final = 1e-9
_FAMILY: Final = 0.7  # what a word of the same family is worth beside the same word


@dataclass(frozen=True, slots=True)
class Features:
    """The words that a power is compared by, key → the form that stands in the text; `parts` are its conjuncts.

    `families` says of which family a word is, for those that are of one.
    """

    words: Mapping[str, str]
    parts: tuple[frozenset[str], ...] = ()
    families: Mapping[str, str] = field(default_factory=dict)
    kin: frozenset[str] = field(init=False, compare=False)
    """All families of its words."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "kin", frozenset(self.families.values()))


@dataclass(frozen=True, slots=True)
class Alike:
    """Two powers (by their places in a list) with their likeness from 0 to 1."""

    left: int
    right: int
    score: float


@cache
def stop_words(language: str) -> frozenset[str]:
    """Keys of words that do not tell one power from another."""
    return frozenset(key(word, language) for word in table("similarity")["stop"][language])


def features(power: Power, language: str) -> Features:
    """The words of a power's action, object and items without law's furniture, names of territories and bodies."""
    found: dict[str, str] = {}
    parts: list[frozenset[str]] = []
    part: set[str] = set()
    kinds: dict[str, str] = {}
    for word, view, opens in _words(power, language):
        if opens:
            parts.append(frozenset(part))
            part = set()
        if word is None or not _counts(word, language):
            continue
        name = key(word.form, language)
        if len(name) < 3 or name in stop_words(language):
            continue
        found.setdefault(name, view.source[slice(*view.span(word.start, word.end))])
        part.add(name)
        if kin := family(word.form, language):
            kinds[name] = kin
    parts.append(frozenset(part))
    whole = frozenset(found)
    return Features(found, tuple(one for one in parts if one and one != whole), kinds)


def _words(power: Power, language: str) -> Iterator[tuple[Word | None, View, bool]]:
    """The words of a power with the text they stand in, and whether a new conjunct opens before each."""
    view = View(power.action.words)
    light = actions(language).light
    for word in view.words:
        if language != "ru" or reading(word.form).lemma not in light:
            yield word, view, False
    own = power.object
    gone = [
        (slot.start - own.start, slot.end - own.start)
        for name in _LEAVE
        if (slot := getattr(power, name)) is not None and slot.address == own.address
    ]
    for text in (own.words, *(item.words for item in power.items), power.antecedent):
        view, mark = View(text), 0
        cut = [*_names(view, language), *(gone if text is own.words else [])]
        for word in view.words:
            if not any(start <= word.start and word.end <= end for start, end in cut):
                yield word, view, bool(_PART.search(view.lower[mark : word.start]))
                mark = word.end
        yield None, view, True


def _names(view: View, language: str) -> list[tuple[int, int]]:
    places = [(match.start(), match.end()) for match in bodies(language).places.finditer(view.lower)]
    return [*places, *((mention.name, mention.name_end) for mention in mentions(view, language))]


def _counts(word: Word, language: str) -> bool:
    if len(word.form) < 3 or word.form[0].isdigit():
        return False
    return language != "ru" or reading(word.form).pos not in _SMALL


def remembered(powers: Sequence[Power], language: str, memo: Memo | None = None) -> list[Features]:
    """The features of each power; `memo` keeps them between calls by the power itself."""
    return [once(memo, ("features", language, power), partial(features, power, language)) for power in powers]


def weights(all_features: Sequence[Features]) -> dict[str, float]:
    """Key of a word or family → weight: how rare it is among the powers."""
    count: Counter[str] = Counter()
    for one in all_features:
        count.update((*one.words, *one.kin))
    return {name: log(1 + len(all_features) / number) for name, number in count.items()}


def alike(all_features: Sequence[Features], least: float) -> list[Alike]:
    """All pairs whose likeness is at least `least`, in no order. Cost grows with the words that powers share."""
    weight = weights(all_features)
    matches = _Matches(Index(all_features), weight)
    scores = _whole(all_features, weight, matches)
    for pair, score in _by_parts(all_features, weight, matches, least).items():
        if score > scores.get(pair, 0.0):
            scores[pair] = score
    return [Alike(left, right, round(score, 4)) for (left, right), score in scores.items() if score >= least]


class Index:
    """Which powers hold a word, or another word of its family; a word that too many hold leads to none."""

    def __init__(self, all_features: Sequence[Features]) -> None:
        self.features = all_features
        self.words: dict[str, list[int]] = defaultdict(list)
        self.families: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(all_features):
            for name in one.words:
                self.words[name].append(number)
            for kin in one.kin:
                self.families[kin].append(number)
        for posting in (self.words, self.families):
            for name in [name for name, held in posting.items() if len(held) > _COMMON]:
                del posting[name]

    def sharing(self, wanted: Features) -> list[int]:
        """The powers that hold a word of `wanted` or one of its family, in order."""
        found: set[int] = set()
        for name in wanted.words:
            found.update(self.words.get(name, ()))
            found.update(self.families.get(wanted.families.get(name, ""), ()))
        return sorted(found)


class _Matches:
    """For a word of one power the powers that hold it too, each word looked up once."""

    def __init__(self, index: Index, weight: Mapping[str, float]) -> None:
        self._index = index
        self._weight = weight
        self._known: dict[tuple[str, str], list[tuple[int, float]]] = {}

    def of(self, name: str, kin: str) -> list[tuple[int, float]]:
        """The powers with what the match is worth: a word of the same family is worth less than the word itself."""
        known = self._known.get((name, kin))
        if known is None:
            known = self._known[name, kin] = self._sought(name, kin)
        return known

    def _sought(self, name: str, kin: str) -> list[tuple[int, float]]:
        index, weight = self._index, self._weight
        found = [(number, weight[name]) for number in index.words.get(name, ())]
        if kin in index.families:
            worth = _FAMILY * min(weight[name], weight[kin])
            found += [(one, worth) for one in index.families[kin] if name not in index.features[one].words]
        return found


def _whole(
    all_features: Sequence[Features], weight: Mapping[str, float], matches: _Matches
) -> dict[tuple[int, int], float]:
    """Likeness of whole powers: the cosine of their words, and how much of the lighter stands in the other."""
    length = [sqrt(sum(weight[name] ** 2 for name in one.words)) for one in all_features]
    total = [sum(weight[name] for name in one.words) for one in all_features]
    scores: dict[tuple[int, int], float] = {}
    for number, one in enumerate(all_features):
        dot: dict[int, float] = defaultdict(float)
        plain: dict[int, float] = defaultdict(float)
        least = total[number]
        for name in one.words:
            own = weight[name]
            for other, worth in matches.of(name, one.families.get(name, "")):
                if total[other] > least or (total[other] == least and other > number):
                    dot[other] += worth * own
                    plain[other] += worth
        sure = min(1.0, _UNSURE + least / _ENOUGH)
        for other, product in dot.items():
            cosine = product / (length[number] * length[other])
            pair = (number, other) if number < other else (other, number)
            scores[pair] = (0.6 * (cosine if cosine < 1.0 else 1.0) + 0.4 * plain[other] / least) * sure
    return scores


def _by_parts(
    all_features: Sequence[Features], weight: Mapping[str, float], matches: _Matches, least: float
) -> dict[tuple[int, int], float]:
    """Pairs of which one power has a conjunct that the other contains, where that alone makes them `least` alike."""
    scores: dict[tuple[int, int], float] = {}
    for number, one in enumerate(all_features):
        for part in (*one.parts, frozenset(one.words)):
            whole = sum(weight[name] for name in part)
            covered: dict[int, float] = defaultdict(float)
            for name in part:
                for other, worth in matches.of(name, one.families.get(name, "")):
                    covered[other] += worth
            if not covered:
                continue
            full = min(1.0, whole / _PART_WEIGHT)
            enough = whole * sqrt(least / (_PART_SHARE * full)) - _ROUNDING
            for other, sum_of in covered.items():
                if sum_of < enough:
                    continue
                pair = (min(number, other), max(number, other))
                score = _PART_SHARE * full * (sum_of / whole) ** 2
                if other != number and score > scores.get(pair, 0.0):
                    scores[pair] = score
    return scores


def common(left: Features, right: Features) -> tuple[str, ...]:
    """The words that two powers share, as the second says them; words of one family count as shared."""
    kin = left.kin
    return tuple(
        dict.fromkeys(
            form for name, form in right.words.items() if name in left.words or right.families.get(name, "") in kin
        )
    )


def differing(left: Features, right: Features) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of the one that the other does not have, and the reverse."""
    return _missing(left, right), _missing(right, left)


def _missing(one: Features, other: Features) -> tuple[str, ...]:
    words, kin, families = other.words, other.kin, one.families
    return tuple(
        dict.fromkeys(
            [form for name, form in one.words.items() if name not in words and families.get(name, "") not in kin]
        )
    )


def contains(held: Features, wanted: Features, weight: Mapping[str, float]) -> float:
    """How much of the weight of what is wanted stands in what is held, from 0 to 1; words of one family count less."""
    whole = sum(weight[name] for name in wanted.words)
    kin = held.kin
    met = sum(
        weight[name] if name in held.words else _FAMILY * weight[name]
        for name in wanted.words
        if name in held.words or wanted.families.get(name, "") in kin
    )
    return met / whole if whole else 0.0
