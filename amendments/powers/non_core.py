"""Candidates for powers of another branch's kind: what is laid on akims below the region and may not be theirs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from amendments.powers.loading import LANGUAGES, table
from amendments.powers.model import Power, Register
from amendments.powers.words import View


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of non-core duties: its name, why it may not be theirs and where that is said, by language."""

    id: str
    name: Mapping[str, str]
    reason: Mapping[str, str]
    source: Mapping[str, str]
    levels: frozenset[str]
    sure: bool
    patterns: Mapping[str, re.Pattern[str]]
    unless: Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class NonCore:
    """A candidate: the power, the kind and the words that show it. Advice, never a verdict."""

    power: Power
    kind: Kind
    words: str


@cache
def kinds() -> tuple[Kind, ...]:
    """All kinds in the order of the table."""
    data = table("non_core")
    return tuple(_kind(entry, data["levels"]) for entry in data["kind"])


def _kind(entry: Mapping[str, Any], levels: list[str]) -> Kind:
    return Kind(
        entry["id"],
        entry["name"],
        entry["reason"],
        entry["source"],
        frozenset(entry.get("levels", levels)),
        entry["sure"],
        {language: re.compile(rf"(?<!\w)(?:{'|'.join(entry[language])})\w*") for language in LANGUAGES},
        {language: re.compile(entry[f"unless_{language}"]) for language in LANGUAGES if f"unless_{language}" in entry},
    )


def non_core(register: Register) -> tuple[NonCore, ...]:
    """The candidates of a register, the sure kinds first, each provision once for a kind."""
    found: dict[tuple[str, str], NonCore] = {}
    for power in register.in_force:
        candidate = _of(power, register.language)
        if candidate is not None:
            found.setdefault((power.address, candidate.kind.id), candidate)
    return tuple(sorted(found.values(), key=lambda one: not one.kind.sure))


def _of(power: Power, language: str) -> NonCore | None:
    view = View(power.words)
    around = View(" ".join(slot.words for slot in (power.condition, power.basis) if slot is not None)).lower
    for kind in kinds():
        if not kind.levels & set(power.levels):
            continue
        unless = kind.unless.get(language)
        if unless is not None and unless.search(view.lower):
            continue
        match = kind.patterns[language].search(view.lower)
        if match:
            return NonCore(power, kind, view.source[slice(*view.span(match.start(), match.end()))])
        if kind.sure and kind.id == "statistics" and (said := kind.patterns[language].search(around)):
            return NonCore(power, kind, said.group())
    return None
