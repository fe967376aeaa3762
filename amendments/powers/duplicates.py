"""Candidates for duplicated powers: the same action over the same object at two levels, or twice in one article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from amendments.powers.divided import Division, division
from amendments.powers.loading import actions, table
from amendments.powers.model import Power, Register
from amendments.powers.similarity import Alike, Features, Memo, alike, differing, remembered
from amendments.powers.subjects import OTHER, Corrections, about_all, subjects

Grade = Literal["identical", "same_object", "overlapping", "divided"]
_SAME_ACTION: Final = 0.06
_SAME_HOLDER: Final = 0.7  # within one article a body says different things in like words
_SAME_LEVEL: Final = 0.8  # bodies of one level share its subjects by design
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
    register: Register, memo: Memo | None = None, corrections: Corrections | None = None
) -> tuple[Duplicate, ...]:
    """Pairs of provisions whose powers are alike, the best first; divided labour stands among them, graded so.

    Each pair of provisions is given once, by its most alike powers. A candidate is advice, never a verdict.
    `corrections` are what people said of subjects (see `subjects.about`).
    """
    sides = actions(register.language).sides
    powers = [power for power in register.in_force if not _open(power, sides)]
    known = about_all(register, corrections)
    about = [known[power.id].subject for power in powers]
    all_features = remembered(powers, register.language, memo)
    grades = table("similarity")["grade"]
    pairs = [
        pair
        for pair in alike(all_features, grades["least"])
        if _unit(powers[pair.left].address) != _unit(powers[pair.right].address)
    ]
    nearest = _nearest(pairs, powers)
    best: dict[tuple[str, str], Duplicate] = {}
    for pair in pairs:
        found = _graded(pair, powers, all_features, register.language, grades, nearest, about)
        if found.addresses not in best or _better(found, best[found.addresses]):
            best[found.addresses] = found
    return tuple(sorted(best.values(), key=_rank))


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


def _graded(
    pair: Alike,
    powers: list[Power],
    features: list[Features],
    language: str,
    grades: dict[str, float],
    nearest: dict[tuple[int, tuple[str, ...], str], float],
    about: list[str],
) -> Duplicate:
    left, right = powers[pair.left], powers[pair.right]
    same_action = bool(set(left.action_classes) & set(right.action_classes))
    score = min(1.0, pair.score + (_SAME_ACTION if same_action else 0.0))
    nearer = min(nearest[pair.left, right.levels, right.body], nearest[pair.right, left.levels, left.body])
    score -= _TWIN * (nearer - pair.score)
    lower = bool(_LOWER_LEVELS & {*left.levels, *right.levels})
    if pair.score < grades["identical"] and left.levels == right.levels:
        score *= _SAME_HOLDER if left.body == right.body else 1.0 if lower else _SAME_LEVEL
    score += _LOWER if lower else 0.0
    score = _by_subject(score, about[pair.left], about[pair.right]) / _MOST
    divided = division(left, right, language)
    only = differing(features[pair.left], features[pair.right])
    if divided is not None:
        grade: Grade = "divided"
    elif pair.score >= grades["identical"] and same_action:
        grade = "identical"
    elif pair.score >= grades["same"]:
        grade = "same_object"
    else:
        grade = "overlapping"
    return Duplicate(left, right, grade, round(score, 4), pair.common, *only, divided)


def _by_subject(score: float, left: str, right: str) -> float:
    """The score with what the subjects of both powers say: one subject is a sign, two are one against it."""
    if left == right:
        return score * _OWN if subjects()[left].own else score + (_SAME_SUBJECT if left != OTHER else 0.0)
    return score - (_OTHER_SUBJECT if OTHER not in (left, right) else 0.0)


def _better(new: Duplicate, old: Duplicate) -> bool:
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
