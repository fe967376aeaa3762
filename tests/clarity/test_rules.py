"""Every rule keeps the promises of its file: what it must find, what it must leave alone, what it tells a deputy."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from amendments.clarity import FACTORS, OFFICIAL_CLASSES, Rule, default_clarity, default_rules

RULES = default_rules()
QUOTE = re.compile(r"\[\[(.+?)\]\]")


def _examples(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in RULES
        for number, example in enumerate(getattr(rule, kind), 1)
    ]


@pytest.mark.parametrize(("rule", "example"), _examples("match"))
def test_an_example_that_must_match_gives_exactly_the_marked_quote(rule: Rule, example: str) -> None:
    marked = QUOTE.search(example)
    assert marked
    text = example.replace("[[", "").replace("]]", "")
    found = [f for f in default_clarity().find(text, rule.language) if f.rule == rule.id]
    assert [(f.start, f.quote) for f in found] == [(marked.start(), marked.group(1))]


@pytest.mark.parametrize(("rule", "example"), _examples("no_match"))
def test_an_example_that_must_not_match_gives_no_finding_of_the_factor(rule: Rule, example: str) -> None:
    found = default_clarity().find(example, rule.language)
    assert [f.quote for f in found if f.factor == rule.factor] == []


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_there_are_at_least_ninety_patterns_and_every_factor_has_rules(language: str) -> None:
    own = [rule for rule in RULES if rule.language == language]
    assert sum(len(rule.patterns) for rule in own) >= 90
    assert {rule.factor for rule in own} == set(FACTORS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_explains_itself_in_both_languages(rule: Rule) -> None:
    for texts in (rule.explain, rule.advice):
        assert set(texts) == {"ru", "kk"}
        assert all(len(text.split()) >= 4 for text in texts.values())
        assert re.search("[әғқңөұүһі]", texts["kk"], re.IGNORECASE)
    assert rule.source
    assert rule.official_class in OFFICIAL_CLASSES
    assert rule.id.startswith(f"{rule.language}.")


def test_rule_ids_are_unique() -> None:
    assert [rule_id for rule_id, count in Counter(rule.id for rule in RULES).items() if count > 1] == []


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.suggest], ids=lambda rule: rule.id)
def test_a_suggestion_is_in_the_language_of_the_text(rule: Rule) -> None:
    kazakh = re.compile("[әғқңөұүһі]", re.IGNORECASE)
    assert all(bool(kazakh.search(wording)) == (rule.language == "kk") for wording in rule.suggest)
