"""Rules of clarity as the page about them shows them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from amendments.clarity.finding import FACTORS
from amendments.clarity.loading import default_rules
from amendments.clarity.rule import OFFICIAL_CLASSES, Rule
from service.store.rule_scores import RuleScore
from service.web.presenters.clarity import FACTOR_NAMES, WEIGHTS
from service.web.presenters.runs import Run, Span, cut

_MARKED = re.compile(r"\[\[(.+?)\]\]")
EXAMPLES = 4
"""Examples shown of each kind; the rule files have all of them."""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule in the reader's language. `examples` have the tagged words lit; `silent` are not tagged."""

    id: str
    version: int
    factor: str
    factor_name: str
    official: str
    weight_name: str
    seeks: tuple[str, ...]
    explanation: str
    advice: str
    source: str
    examples: tuple[tuple[Run, ...], ...]
    silent: tuple[str, ...]
    suggestions: tuple[str, ...]
    score: RuleScore
    percent: str


def rule_lines(scores: Mapping[str, RuleScore], language: str, reader: str) -> list[RuleLine]:
    """The rules for texts in `language`, said in the language `reader`, factor by factor."""
    rules = [rule for rule in default_rules() if rule.language == language]
    rules.sort(key=lambda rule: (FACTORS.index(rule.factor), rule.id))
    return [_line(rule, scores.get(rule.id, RuleScore()), reader) for rule in rules]


def _line(rule: Rule, score: RuleScore, reader: str) -> RuleLine:
    ru, kk = OFFICIAL_CLASSES[rule.official_class]
    precision = score.precision
    return RuleLine(
        id=rule.id,
        version=rule.version,
        factor=rule.factor,
        factor_name=str(FACTOR_NAMES[rule.factor]),
        official=f"{rule.official_class}. {kk if reader == 'kk' else ru}",
        weight_name=str(WEIGHTS[rule.weight]),
        seeks=rule.patterns,
        explanation=rule.explain.get(reader, ""),
        advice=rule.advice.get(reader, ""),
        source=rule.source,
        examples=tuple(marked(example) for example in rule.match[:EXAMPLES]),
        silent=rule.no_match[:EXAMPLES],
        suggestions=rule.suggest,
        score=score,
        percent="" if precision is None else f"{precision:.0%}".replace("%", "\u00a0%"),
    )


def marked(example: str) -> tuple[Run, ...]:
    """An example («слова [[цитата]] слова») with what is quoted lit."""
    text, spans, last = "", [], 0
    for found in _MARKED.finditer(example):
        text += example[last : found.start()]
        spans.append(Span(len(text), len(text) + len(found[1]), "lit"))
        text += found[1]
        last = found.end()
    return cut(text + example[last:], spans)
