"""What a power is about: a subject of a two-level classification, by its terms, with the words that decided."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from amendments.powers.loading import table
from amendments.powers.model import Holder, Power, Register, Slot
from amendments.powers.words import View

OTHER: Final = "other"
_STRONG: Final = 3
Corrections = Mapping[str | bytes, str]


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject of the classification: its group and its name by language. `own`: a body's own organisation."""

    id: str
    group: str
    name: Mapping[str, str]
    own: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """The subject of a power, the words that decided it, and whether a person said so."""

    subject: str
    words: tuple[str, ...] = ()
    corrected: bool = False


@cache
def subjects() -> Mapping[str, Subject]:
    """All subjects by id, in the order of the table; "other" is for a power that no term names."""
    found = {
        entry["id"]: Subject(entry["id"], group["id"], entry["name"], entry.get("own", False))
        for group in table("subjects")["group"]
        for entry in group["subject"]
    }
    return {**found, OTHER: Subject(OTHER, OTHER, {"ru": "Прочее", "kk": "Өзге"})}


@cache
def groups() -> Mapping[str, Mapping[str, str]]:
    """Group → its name by language, in the order of the table."""
    return {group["id"]: group["name"] for group in table("subjects")["group"]}


@cache
def _terms(language: str) -> tuple[re.Pattern[str], Mapping[str, tuple[str, int]]]:
    """One pattern over all terms, the longest first, and what each term says: subject and weight."""
    says: dict[str, tuple[str, int]] = {}
    for group in table("subjects")["group"]:
        for entry in group["subject"]:
            for kind, weight in (("strong", _STRONG), ("terms", 1)):
                for term in entry[language][kind]:
                    says.setdefault(term, (entry["id"], weight))
    ordered = sorted(says, key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(re.escape(term) for term in ordered)})\w*"), says


def about(power: Power, language: str, corrections: Corrections | None = None) -> About:
    """The subject of a power.

    `corrections` are what people said, by the hash of the unit's words, by the power's id or by its address; they stand
    over the terms. A correction by hash follows the words to another address.
    """
    for name in (power.unit_hash, power.id, power.address):
        if corrections and name in corrections:
            return About(corrections[name], (), True)
    pattern, says = _terms(language)
    view = View(f"{power.words} {power.antecedent}")
    score: Counter[str] = Counter()
    words: dict[str, list[str]] = {}
    for match in pattern.finditer(view.lower):
        subject, weight = says[match[1]]
        said = view.source[slice(*view.span(match.start(), match.end()))]
        if said not in words.setdefault(subject, []):
            score[subject] += weight
            words[subject].append(said)
    if not score:
        return About(OTHER)
    best = max(score, key=lambda name: (score[name], not subjects()[name].own))
    return About(best, tuple(words[best]))


def about_words(words: str, language: str) -> About:
    """The subject of a request for a power, by its words."""
    nothing = Slot("", "", 0, 0)
    return about(Power("", 0, Holder((), "", nothing), nothing, Slot(words, "", 0, len(words))), language)


def about_all(register: Register, corrections: Corrections | None = None) -> Mapping[str, About]:
    """The subject of every power in force, by id; a power without terms goes with the one before it in its unit."""
    found: dict[str, About] = {}
    before: Power | None = None
    for power in register.in_force:
        own = about(power, register.language, corrections)
        if own.subject == OTHER and before is not None and before.address == power.address:
            own = About(found[before.id].subject, found[before.id].words)
        found[power.id] = own
        before = power
    return found
