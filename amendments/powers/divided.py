"""Divided labour told apart from duplication: one rules and another carries out, or each level has its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from amendments.powers.holders import territory
from amendments.powers.loading import bodies, table
from amendments.powers.model import Power
from amendments.powers.words import View

_WHERE: Final = {
    "ru": re.compile(r"(?:на территории|в пределах|в границах)(?: соответствующ\w+)?"),
    "kk": re.compile(r"аумағы\w*|шегінде"),
}

_HEAD: Final = 5  # words of an object among which its head stands
_HANDED: Final = frozenset({"на", "утверждение", "рассмотрение", "в", "маслихат", "маслихата", "соответствующий"})


@dataclass(frozen=True, slots=True)
class Division:
    """Why two powers are no duplication: the rule's name and its reason by language."""

    rule: str
    reason: Mapping[str, str]


@cache
def _table() -> dict[str, Any]:
    return table("divided")


@cache
def _own(language: str) -> tuple[tuple[str, re.Pattern[str], Mapping[str, str]], ...]:
    return tuple((entry["id"], re.compile("|".join(entry[language])), entry["reason"]) for entry in _table()["own"])


@cache
def _adjectives(language: str) -> Mapping[str, re.Pattern[str]]:
    return {level: re.compile(one) for level, one in _table()["level"]["adjective"][language].items()}


@cache
def _given(language: str) -> re.Pattern[str]:
    return re.compile(_table()["level"]["exclude"][language])


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules ask of a power, read once: see `facts`."""

    power: Power
    classes: frozenset[str]
    documents: frozenset[str]
    own: frozenset[str]
    given: bool
    named: frozenset[str]
    narrow: frozenset[str]
    through: bool


def facts(power: Power, language: str) -> Facts:
    """What the rules ask of a power: the rules whose document it is about, the own things it names, its levels."""
    text = View(f"{power.words} {power.antecedent}").lower
    head = [word.form for word in View(power.object.words).words if word.form not in _HANDED][:_HEAD]
    named = _levels_named(text, language)
    narrow = named & set(power.levels)
    return Facts(
        power,
        frozenset(power.action_classes),
        frozenset(
            entry["id"]
            for entry in _table()["verbs"]
            if "document" not in entry or any(re.match(entry["document"][language], word) for word in head)
        ),
        frozenset(rule for rule, pattern, _ in _own(language) if pattern.search(text)),
        bool(_given(language).search(text)),
        frozenset(named),
        frozenset(narrow if narrow != set(power.levels) else ()),
        any(other.relation == "through" for other in power.named),
    )


def division(left: Facts, right: Facts, language: str) -> Division | None:
    """The rule by which two powers over one object are divided labour, or None: then they overlap."""
    by_verbs = _verbs(left, right)
    if by_verbs is not None:
        return by_verbs
    if left.through or right.through:
        return Division("through", _table()["through"]["reason"])
    mine, other = left.power, right.power
    if mine.holder.head and other.holder.head and _article(mine) != _article(other):
        return Division("head", _table()["head"]["reason"])
    if set(mine.levels) & set(other.levels):
        return _siblings(left, right) if left.narrow or right.narrow else None
    if not (left.given or right.given):
        for rule, _, reason in _own(language):
            if rule in left.own and rule in right.own:
                return Division(rule, reason)
    if left.named and right.named and not left.named & right.named:
        return Division("level", _table()["level"]["reason"])
    return _siblings(left, right)


def _verbs(left: Facts, right: Facts) -> Division | None:
    if left.classes & right.classes:
        return None
    for entry in _table()["verbs"]:
        above, below = set(entry["above"]), set(entry["below"])
        for upper, lower in ((left, right), (right, left)):
            one, other = upper.classes, lower.classes
            apart = one & above and other & below and not one & below and not other & above
            if apart and entry["id"] in upper.documents:
                return Division(entry["id"], entry["reason"])
    return None


def _article(power: Power) -> str:
    return power.address.split("/", 1)[0]


def _levels_named(text: str, language: str) -> set[str]:
    """The levels whose own things a text names; a territory where something happens is not one of them."""
    names = bodies(language).places
    for match in reversed(list(_WHERE[language].finditer(text))):
        start, end = territory(text, match.end() if language == "ru" else match.start(), language)
        text = f"{text[:start]} {text[end:]}"
    found = {(match.lastgroup or "").rsplit("_", 1)[0] for match in names.finditer(text)}
    rest = names.sub(" ", text)
    return found | {level for level, pattern in _adjectives(language).items() if pattern.search(rest)}


def _siblings(left: Facts, right: Facts) -> Division | None:
    """Levels beside each other, neither above the other, each in its own territory."""
    mine = left.narrow or frozenset(left.power.levels)
    other = right.narrow or frozenset(right.power.levels)
    for row in _table()["level"]["siblings"]:
        if mine and other and mine <= set(row) and other <= set(row) and not mine & other:
            return Division("level", _table()["level"]["reason"])
    return None
