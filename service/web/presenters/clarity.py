"""Clarity findings as pages show them: the words, the question they raise, what to do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from flask_babel import lazy_gettext as _

from amendments.clarity.finding import FACTORS
from amendments.clarity.loading import default_rules
from amendments.clarity.rule import Rule
from service.store.findings import FindingCounts, FindingEntry
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
FINDING_STATES: Final[Mapping[str, Any]] = {
    "open": _("awaits an answer"),
    "confirmed": _("confirmed"),
    "dismissed": _("dismissed"),
}
AROUND = 110
HEAT_STEPS = (1, 3, 6, 11)
"""From how many findings on a cell gets its first, second, third, fourth shade."""


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
    explanation: str
    advice: str
    state: str
    state_name: str
    reason: str
    by: str
    change: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One article of the heat map: its name and a cell per factor as (factor, count, shade)."""

    article: str
    name: str
    cells: tuple[tuple[str, int, int], ...]


def card(entry: FindingEntry, language: str, text: str = "") -> FindingCard:
    """A finding for a page in `language`; `text` is its provision's words, for the surroundings."""
    finding, verdict = entry.finding, entry.verdict
    explanation, advice = rule_words(finding.rule, language)
    answered = verdict if entry.state != "open" else None
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
        explanation=explanation,
        advice=advice,
        state=entry.state,
        state_name=str(FINDING_STATES[entry.state]),
        reason=answered.reason if answered else "",
        by=name_of(entry.by, language) if answered else "",
        change=finding.change,
    )


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


def heat(counts: FindingCounts, order: Sequence[str], names: Mapping[str, str]) -> list[HeatRow]:
    """Articles × factors, articles in the law's order; only articles that have findings."""
    rows = []
    for article in order:
        numbers = [counts.by_article.get((article, factor), 0) for factor in FACTORS]
        if any(numbers):
            cells = tuple((factor, count, shade(count)) for factor, count in zip(FACTORS, numbers, strict=True))
            rows.append(HeatRow(article, names.get(article, article), cells))
    return rows


def shade(count: int) -> int:
    """The shade of a cell, 0 (none) to 4."""
    return sum(count >= step for step in HEAT_STEPS)


@lru_cache(maxsize=1)
def _rules() -> Mapping[str, Rule]:
    return {rule.id: rule for rule in default_rules()}
