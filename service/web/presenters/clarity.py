"""Clarity findings as pages show them: the words, the question they raise, what to do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

from flask_babel import lazy_gettext as _

from amendments.clarity.loading import default_rules
from amendments.clarity.rule import Rule
from service.store.findings import FindingEntry
from service.store.tables import Account, Verdict, VerdictKind
from service.web.presenters.citation import capital, cite
from service.web.presenters.people import name_of
from service.web.presenters.runs import Run, Span, cut

FACTOR_NAMES: Final[Mapping[str, Any]] = {
    "discretion": _("discretion"),
    "no_term": _("no countable term"),
    "open_list": _("open list"),
    "evaluative": _("evaluative word"),
    "undefined_object": _("undefined persons or things"),
    "weak_function": _("weak function"),
    "blank_reference": _("blank reference"),
    "blurred_level": _("blurred level"),
}
WEIGHTS: Final[Mapping[int, Any]] = {1: _("low"), 2: _("medium"), 3: _("high")}
LEVEL_NAMES: Final[Mapping[str, Any]] = {
    "region": _("region"),
    "district": _("district"),
    "city_district": _("district in a city"),
    "rural": _("rural district"),
}
FINDING_STATES: Final[Mapping[str, Any]] = {
    "open": _("awaits an answer"),
    "asked_again": _("asked again"),
    "confirmed": _("confirmed"),
    "dismissed": _("dismissed"),
}
AROUND = 110


@dataclass(frozen=True, slots=True)
class FormerAnswer:
    """What was answered before the provision changed: about which words, by whom, when, why."""

    kind: str
    quote: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One finding: where it stands, its words lit in their surroundings, the rule behind it and its state."""

    id: int
    address: str
    cited: str
    factor: str
    factor_name: str
    weight: int
    weight_name: str
    quote: str
    runs: tuple[Run, ...]
    rule: str
    rule_version: int
    explanation: str
    advice: str
    state: str
    state_name: str
    reason: str
    by: str
    at: datetime | None
    change: str
    levels: str
    former: FormerAnswer | None
    lineage: str


def card(entry: FindingEntry, language: str, text: str = "") -> FindingCard:
    """A finding for a page in `language`; `text` is its provision's words, for the surroundings."""
    finding, verdict = entry.finding, entry.verdict
    explanation, advice = rule_words(finding.rule, language)
    answered = verdict if entry.state in ("confirmed", "dismissed") else None
    return FindingCard(
        id=finding.id or 0,
        address=finding.address,
        cited=capital(cite(finding.address, language)),
        factor=finding.factor,
        factor_name=str(FACTOR_NAMES.get(finding.factor, finding.factor)),
        weight=level(finding.weight),
        weight_name=str(WEIGHTS[level(finding.weight)]),
        quote=finding.quote,
        runs=surroundings(text, finding.start, finding.end, finding.quote),
        rule=finding.rule,
        rule_version=finding.rule_version,
        explanation=explanation,
        advice=advice,
        state=entry.state,
        state_name=str(FINDING_STATES[entry.state]),
        reason=answered.reason if answered else "",
        by=name_of(entry.by, language) if answered else "",
        at=answered.at if answered else None,
        change=finding.change,
        levels=level_words(finding.levels),
        former=former_answer(entry, language),
        lineage=finding.lineage,
    )


def former_answer(entry: FindingEntry, language: str) -> FormerAnswer | None:
    """The answer that was given before the provision changed; None where nothing is asked again."""
    if entry.state != "asked_again" or entry.former is None:
        return None
    former = entry.former
    kind = str(FINDING_STATES[former.kind.value])
    return FormerAnswer(kind, former.quote, former.reason, name_of(entry.former_by, language), former.at)


def level_words(levels: str) -> str:
    """Stored levels in words: «район, сельский округ»."""
    return ", ".join(str(LEVEL_NAMES[name]) for name in levels.split(",") if name in LEVEL_NAMES)


def level(weight: float) -> int:
    """A stored weight as 1 (low), 2 (medium) or 3 (high)."""
    return min(3, max(1, round(weight)))


def surroundings(text: str, start: int, end: int, quote: str) -> tuple[Run, ...]:
    """The finding's words with some of the law around them, cut at spaces."""
    if text[start:end] != quote:
        return cut(quote, [Span(0, len(quote), "lit")])
    first = 0 if start <= AROUND else text.find(" ", start - AROUND) + 1
    space = text.find(" ", end + AROUND)
    last = len(text) if space < 0 else space
    before, after = ("… " if first else ""), (" …" if last < len(text) else "")
    by = len(before) - first
    return cut(before + text[first:last] + after, [Span(start + by, end + by, "lit")])


def rule_words(rule: str, language: str) -> tuple[str, str]:
    """What a rule says to a deputy: why the words are vague, and what to do. Empty for a rule that is gone."""
    known = _rules().get(rule)
    if known is None:
        return "", ""
    return known.explain.get(language, ""), known.advice.get(language, "")


def rule_of(rule: str) -> Rule | None:
    """A rule by its id; None for one that is gone."""
    return _rules().get(rule)


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer of the history: what was said of which words, by whom, when, about which rule."""

    kind: str
    quote: str
    reason: str
    by: str
    at: datetime
    rule: str
    rule_version: int


def answer_lines(history: Sequence[tuple[Verdict, Account | None]], language: str) -> list[AnswerLine]:
    """Answers as a page in `language` shows them, in the order given."""
    return [
        AnswerLine(
            str(_("answer taken back") if verdict.kind is VerdictKind.OPEN else FINDING_STATES[verdict.kind.value]),
            verdict.quote,
            verdict.reason,
            name_of(account, language),
            verdict.at,
            verdict.rule,
            verdict.rule_version,
        )
        for verdict, account in history
    ]


@lru_cache(maxsize=1)
def _rules() -> Mapping[str, Rule]:
    return {rule.id: rule for rule in default_rules()}
