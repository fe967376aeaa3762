"""Divided labour told apart from duplication: one rules and another carries out, or each level has its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from amendments.powers.loading import bodies, table
from amendments.powers.model import Power
from amendments.powers.words import View

_PLACE: Final = {"ru": r"(?:на территории|в пределах|в границах) [^,;]*", "kk": r"[^,;]*(?:аумағы\w*|шегінде)"}

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


def division(left: Power, right: Power, language: str) -> Division | None:
    """The rule by which two powers over one object are divided labour, or None: then they overlap."""
    by_verbs = _verbs(left, right, language)
    if by_verbs is not None:
        return by_verbs
    if any(other.relation == "through" for power in (left, right) for other in power.named):
        return Division("through", _table()["through"]["reason"])
    if left.holder.head and right.holder.head and _article(left) != _article(right):
        return Division("head", _table()["head"]["reason"])
    if set(left.levels) & set(right.levels):
        return _siblings(left, right, language) if _narrow(left, language) or _narrow(right, language) else None
    mine, other = _text(left), _text(right)
    given = _given(language)
    if not (given.search(mine) or given.search(other)):
        for rule, pattern, reason in _own(language):
            if pattern.search(mine) and pattern.search(other):
                return Division(rule, reason)
    first, second = _levels_named(mine, language), _levels_named(other, language)
    if first and second and not first & second:
        return Division("level", _table()["level"]["reason"])
    return _siblings(left, right, language)


def _verbs(left: Power, right: Power, language: str) -> Division | None:
    mine, other = set(left.action_classes), set(right.action_classes)
    if mine & other:
        return None
    for entry in _table()["verbs"]:
        above, below = set(entry["above"]), set(entry["below"])
        for upper, one, lower in ((left, mine, other), (right, other, mine)):
            apart = one & above and lower & below and not one & below and not lower & above
            if apart and _about_document(upper, entry, language):
                return Division(entry["id"], entry["reason"])
    return None


def _about_document(power: Power, entry: Mapping[str, Any], language: str) -> bool:
    if "document" not in entry:
        return True
    words = [word.form for word in View(power.object.words).words if word.form not in _HANDED]
    return any(re.match(entry["document"][language], word) for word in words[:_HEAD])


def _article(power: Power) -> str:
    return power.address.split("/", 1)[0]


def _text(power: Power) -> str:
    return View(f"{power.words} {power.antecedent}").lower


def _levels_named(text: str, language: str) -> set[str]:
    """The levels whose own things a text names; a territory where something happens is not one of them."""
    text = re.sub(_PLACE[language], " ", text)
    names = bodies(language).places
    found = {(match.lastgroup or "").rsplit("_", 1)[0] for match in names.finditer(text)}
    rest = names.sub(" ", text)
    return found | {level for level, pattern in _adjectives(language).items() if pattern.search(rest)}


def _narrow(power: Power, language: str) -> set[str]:
    """The holder's levels that the object names, where it names some of them only."""
    named = _levels_named(_text(power), language) & set(power.levels)
    return named if named != set(power.levels) else set()


def _siblings(left: Power, right: Power, language: str) -> Division | None:
    """Levels beside each other, neither above the other, each in its own territory."""
    mine = _narrow(left, language) or set(left.levels)
    other = _narrow(right, language) or set(right.levels)
    for row in _table()["level"]["siblings"]:
        if mine and other and mine <= set(row) and other <= set(row) and not mine & other:
            return Division("level", _table()["level"]["reason"])
    return None
