"""Candidates for duplicated powers: the same action over the same object at two levels, or twice in one article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal

from amendments.powers.divided import Division, division, facts
from amendments.powers.loading import actions, table
from amendments.powers.memory import Memo, once
from amendments.powers.model import Power, Register
from amendments.powers.similarity import Alike, alike, common, differing, remembered
from amendments.powers.subjects import OTHER, About, about_all, subjects

Grade = Literal["identical", "same_object", "overlapping", "divided"]
_SAME_ACTION: Final = 0.06
# Within one level like words are weaker evidence: (above, at the lower levels) for one body and for two.
_SAME_BODY: Final = (0.6, 0.7)
_SAME_LEVEL: Final = (0.8, 1.0)
_LOWER: Final = 0.05  # the order asks for the powers of village akims first
_LOWER_LEVELS: Final = frozenset({"city_district", "rural"})
_SAME_SUBJECT: Final = 0.04
_OTHER_SUBJECT: Final = 0.08
_MOST: Final = 1 + _LOWER + _SAME_SUBJECT
_OWN: Final = 0.6  # a body's own organisation is said in like words everywhere
_TWIN: Final = 0.5  # how much a pair yields to the nearer twins that both its powers have
_NEAR: Final = 0.7  # a pair that is no division counts for its units when it is this near to the best


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two powers of different provisions over one object, best candidates with the highest score.

    `common` are the words they share, `left_only` and `right_only` those that differ. `division` says why a pair
    graded "divided" is no duplication.
    """

    left: Power
    right: Power
    grade: Grade
    score: float
    common: tuple[str, ...]
    left_only: tuple[str, ...]
    right_only: tuple[str, ...]
    division: Division | None = None

    @property
    def addresses(self) -> tuple[str, str]:
        """The two provisions, in document order."""
        return self.left.address, self.right.address


def duplicates(
    register: Register, memo: Memo | None = None, about: Mapping[str, About] | None = None
) -> tuple[Duplicate, ...]:
    """Pairs of provisions whose powers are alike, the best first; divided labour stands among them, graded so.

    Each pair of provisions is given once, by its most alike powers. A candidate is advice, never a verdict.
    `memo` keeps what was worked out of a power between calls; `about` are the subjects by the id of a power (see
    `subjects.about_all`, which is asked where they are None).
    """
    return _Comparison(register, memo, about_all(register) if about is None else about).found()


@dataclass(frozen=True, slots=True)
class _Pair:
    """A pair of powers by their places, with what was found of it."""

    left: int
    right: int
    grade: Grade
    score: float
    division: Division | None


class _Comparison:
    """The powers of a register with what they are compared by."""

    def __init__(self, register: Register, memo: Memo | None, about: Mapping[str, About]) -> None:
        sides = actions(register.language).sides
        self.language = register.language
        self.powers = [power for power in register.in_force if not _open(power, sides)]
        self.about = [about[power.id].subject for power in self.powers]
        self.features = remembered(self.powers, self.language, memo)
        self.facts = [
            once(memo, ("facts", self.language, power), partial(facts, power, self.language)) for power in self.powers
        ]
        self.grades: Mapping[str, float] = table("similarity")["grade"]

    def found(self) -> tuple[Duplicate, ...]:
        """The pairs, the best first."""
        units = [_unit(power.address) for power in self.powers]
        pairs = [p for p in alike(self.features, self.grades["least"]) if units[p.left] != units[p.right]]
        nearest = _nearest(pairs, self.powers)
        best: dict[tuple[str, str], _Pair] = {}
        for pair in pairs:
            graded = self._graded(pair, nearest)
            key = (self.powers[pair.left].address, self.powers[pair.right].address)
            if key not in best or _better(graded, best[key]):
                best[key] = graded
        return tuple(sorted((self._said(pair) for pair in best.values()), key=_rank))

    def _graded(self, pair: Alike, nearest: Nearest) -> _Pair:
        left, right = self.powers[pair.left], self.powers[pair.right]
        same_action = bool(set(left.action_classes) & set(right.action_classes))
        divided = division(self.facts[pair.left], self.facts[pair.right], self.language)
        if divided is not None:
            grade: Grade = "divided"
        elif pair.score >= self.grades["identical"] and same_action and self._same_words(pair):
            grade = "identical"
        elif pair.score >= self.grades["same"]:
            grade = "same_object"
        else:
            grade = "overlapping"
        return _Pair(pair.left, pair.right, grade, self._score(pair, same_action, nearest), divided)

    def _same_words(self, pair: Alike) -> bool:
        left, right = self.features[pair.left], self.features[pair.right]
        apart = sum(len(words) for words in differing(left, right))
        return apart <= self.grades["differing"] * (apart + len(common(left, right)))

    def _score(self, pair: Alike, same_action: bool, nearest: Nearest) -> float:
        """The likeness, less what speaks against a duplication, from 0 to 1."""
        left, right = self.powers[pair.left], self.powers[pair.right]
        score = min(1.0, pair.score + (_SAME_ACTION if same_action else 0.0))
        nearer = min(nearest[pair.left, right.levels, right.body], nearest[pair.right, left.levels, left.body])
        score -= _TWIN * (nearer - pair.score)
        lower = bool(_LOWER_LEVELS & {*left.levels, *right.levels})
        if pair.score < self.grades["identical"] and left.levels == right.levels:
            same_body = left.body == right.body
            score *= (_SAME_BODY if same_body else _SAME_LEVEL)[lower]
        score += _LOWER if lower else 0.0
        return round(_by_subject(score, self.about[pair.left], self.about[pair.right]) / _MOST, 4)

    def _said(self, pair: _Pair) -> Duplicate:
        left, right = self.features[pair.left], self.features[pair.right]
        return Duplicate(
            self.powers[pair.left],
            self.powers[pair.right],
            pair.grade,
            pair.score,
            common(left, right),
            *differing(left, right),
            pair.division,
        )


Nearest = Mapping[tuple[int, tuple[str, ...], str], float]


def _open(power: Power, sides: Mapping[str, str]) -> bool:
    """Whether a sentence says what a body is or before whom it answers, which is nothing to compare."""
    return any(sides[name] == "open" for name in power.action_classes)


def _nearest(pairs: list[Alike], powers: list[Power]) -> dict[tuple[int, tuple[str, ...], str], float]:
    """(power, levels and body of the others) → the likeness of its nearest twin there."""
    found: dict[tuple[int, tuple[str, ...], str], float] = {}
    for pair in pairs:
        for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
            where = (one, powers[other].levels, powers[other].body)
            found[where] = max(found.get(where, 0.0), pair.score)
    return found


def _unit(address: str) -> str:
    return "/".join(part for part in address.split("/") if part.split("_", 1)[0] not in ("cl", "ind"))


def _by_subject(score: float, left: str, right: str) -> float:
    """The score with what the subjects of both powers say: one subject is a sign, two are one against it."""
    if left == right:
        return score * _OWN if subjects()[left].own else score + (_SAME_SUBJECT if left != OTHER else 0.0)
    return score - (_OTHER_SUBJECT if OTHER not in (left, right) else 0.0)


def _better(new: _Pair, old: _Pair) -> bool:
    """Whether a pair of powers says more about its two provisions than the one known."""
    if (new.grade == "divided") != (old.grade == "divided"):
        plain, other = (old, new) if new.grade == "divided" else (new, old)
        return (plain.score >= _NEAR * other.score) == (plain is new)
    return new.score > old.score


def _rank(found: Duplicate) -> tuple[object, ...]:
    return -found.score, found.addresses


def candidates(found: Iterable[Duplicate]) -> tuple[Duplicate, ...]:
    """Those that are no divided labour."""
    return tuple(one for one in found if one.grade != "divided")
