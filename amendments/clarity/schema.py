"""The form of a rule file: which fields there are, what they hold, and what is wrong where they do not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, cast

from amendments.clarity.context import PLACES
from amendments.clarity.finding import FACTORS, HIGH, LOW
from amendments.clarity.pattern import PatternError, Variant, parse
from amendments.clarity.problems import Problem
from amendments.clarity.rule import LANGUAGES, OFFICIAL_CLASSES, WORDS_AROUND, Condition, Rule

_HOLDERS: Final = ("body", "person", "thing", "unknown")
_FIELDS: Final = (
    "id", "version", "factor", "class", "language", "patterns", "when", "unless", "weight",
    "explain", "advice", "source", "match", "no_match", "suggest", "shorten",
)  # fmt: skip
_INHERITED: Final = (
    "factor",
    "class",
    "language",
    "weight",
    "advice",
    "source",
    "suggest",
    "explain",
    "unless",
    "shorten",
)
_CONDITION_FIELDS: Final = (*WORDS_AROUND, "holders", "places", "defined")
_ID: Final = re.compile(r"^[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+$")
_QUOTE: Final = re.compile(r"\[\[[^\[\]]+\]\]")

Report = Callable[[str, str, dict[str, object]], None]
Sets = Mapping[str, tuple[Variant, ...]]


def read_rule(
    table: Mapping[str, Any], defaults: Mapping[str, Any], sets: Sets, file: str, number: int
) -> tuple[Rule | None, list[Problem]]:
    """A rule from its table and its file's defaults; or None and everything that is wrong with it.

    `sets` are the pattern sets of the rule's language; `number` counts the rules of a file from 1.
    """
    name = table["id"] if isinstance(table.get("id"), str) else f"№ {number}"
    problems: list[Problem] = []

    def report(field: str, code: str, params: dict[str, object]) -> None:
        problems.append(Problem(code, file, name, field, params))

    merged = {key: value for key, value in defaults.items() if key in _INHERITED} | dict(table)
    fields = _Fields(merged, report)
    fields.unknown(_FIELDS)
    rule_id = fields.text("id", _ID)
    factor = fields.one_of("factor", FACTORS)
    language = fields.one_of("language", LANGUAGES)
    official = fields.number("class", min(OFFICIAL_CLASSES), max(OFFICIAL_CLASSES))
    weight = fields.number("weight", LOW, HIGH)
    version = fields.number("version", 1, 10_000, default=1)
    source = fields.text("source")
    explain, advice = fields.both_languages("explain"), fields.both_languages("advice")
    patterns = fields.texts("patterns", required=True)
    match, no_match = fields.texts("match"), fields.texts("no_match")
    suggest = fields.texts("suggest")
    if not match or not no_match:
        report("match", "no_examples", {})
    for example in match:
        if not _QUOTE.search(example):
            report("match", "quote", {"found": example})
    variants = tuple(_parsed(pattern, "patterns", report) for pattern in patterns)
    when = read_condition(merged.get("when", {}), "when", sets, report)
    own = read_condition(table.get("unless", {}), "unless", sets, report)
    common = read_condition(defaults.get("unless", {}), "unless", sets, report)
    if problems:
        return None, problems
    rule = Rule(
        rule_id, cast(Any, factor), official, cast(Any, language), tuple(patterns), variants, when, _both(own, common),
        weight, explain, advice, source, tuple(match), tuple(no_match), tuple(suggest), version, fields.flag("shorten"),
        file,
    )  # fmt: skip
    return rule, []


def read_condition(table: object, field: str, sets: Sets, report: Report) -> Condition:
    """A `when` or `unless` table as a condition; what is wrong with it goes to `report`."""
    if not isinstance(table, Mapping):
        report(field, "type", {"expected": "table", "found": type(table).__name__})
        return Condition()
    fields = _Fields(table, report, f"{field}.")
    fields.unknown(_CONDITION_FIELDS)
    around = {
        name: tuple(variant for source in fields.texts(name) for variant in _referred(source, field, sets, report))
        for name in WORDS_AROUND
    }
    holders = tuple(None if holder == "unknown" else holder for holder in fields.some_of("holders", _HOLDERS))
    places = fields.some_of("places", PLACES)
    return Condition(**around, holders=cast(Any, holders), places=cast(Any, places), defined=fields.flag("defined"))


def _both(one: Condition, other: Condition) -> Condition:
    """The two conditions as one that is met where either is."""
    around = {name: (*getattr(one, name), *getattr(other, name)) for name in WORDS_AROUND}
    return Condition(
        **around,
        holders=(*one.holders, *other.holders),
        places=(*one.places, *other.places),
        defined=one.defined or other.defined,
    )


def _referred(source: str, field: str, sets: Sets, report: Report) -> tuple[Variant, ...]:
    """A pattern, or all patterns of a set named as «&set»."""
    if not source.startswith("&"):
        return _parsed(source, field, report)
    if source[1:] not in sets:
        report(field, "set_unknown", {"name": source[1:]})
        return ()
    return sets[source[1:]]


def _parsed(source: str, field: str, report: Report) -> tuple[Variant, ...]:
    try:
        return parse(source)
    except PatternError as error:
        report(field, error.code, {"pattern": source, **error.params})
        return ()


class _Fields:
    """Typed reading of a table's fields; what is wrong is reported, and a harmless value returned."""

    def __init__(self, table: Mapping[str, Any], report: Report, prefix: str = "") -> None:
        self._table = table
        self._report = report
        self._prefix = prefix

    def _wrong(self, name: str, code: str, **params: object) -> None:
        self._report(self._prefix + name, code, params)

    def unknown(self, known: Sequence[str]) -> None:
        for name in self._table:
            if name not in known:
                self._wrong(name, "unknown_field", known=", ".join(known))

    def text(self, name: str, form: re.Pattern[str] | None = None) -> str:
        value = self._table.get(name)
        expected = "text" if form is None else "text like «ru.discretion.may»"
        if value is None:
            self._wrong(name, "missing", expected=expected)
        elif not isinstance(value, str) or not value.strip() or (form and not form.match(value)):
            self._wrong(name, "type", expected=expected, found=repr(value))
        else:
            return value
        return ""

    def texts(self, name: str, *, required: bool = False) -> list[str]:
        value = self._table.get(name)
        if value is None:
            if required:
                self._wrong(name, "missing", expected="list of texts")
            return []
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            self._wrong(name, "type", expected="list of texts", found=repr(value)[:80])
            return []
        if required and not value:
            self._wrong(name, "missing", expected="list of texts")
        return list(value)

    def one_of(self, name: str, known: Sequence[str]) -> str:
        value = self._table.get(name)
        if value is None:
            self._wrong(name, "missing", expected=", ".join(known))
        elif value not in known:
            self._wrong(name, "value", expected=", ".join(known), found=value)
        else:
            return str(value)
        return known[0]

    def some_of(self, name: str, known: Sequence[str]) -> list[str]:
        values = self.texts(name)
        for value in values:
            if value not in known:
                self._wrong(name, "value", expected=", ".join(known), found=value)
        return [value for value in values if value in known]

    def number(self, name: str, least: int, most: int, default: int | None = None) -> int:
        value = self._table.get(name, default)
        expected = f"{least}…{most}"
        if value is None:
            self._wrong(name, "missing", expected=expected)
        elif type(value) is not int or not least <= value <= most:
            self._wrong(name, "type", expected=expected, found=repr(value))
        else:
            return value
        return least

    def flag(self, name: str) -> bool:
        value = self._table.get(name, False)
        if not isinstance(value, bool):
            self._wrong(name, "type", expected="true, false", found=repr(value))
            return False
        return value

    def both_languages(self, name: str) -> dict[str, str]:
        value = self._table.get(name)
        if value is None:
            self._wrong(name, "missing", expected="{ru, kk}")
            return {}
        if not isinstance(value, Mapping):
            self._wrong(name, "type", expected="{ru, kk}", found=repr(value)[:80])
            return {}
        texts = _Fields(value, self._report, f"{self._prefix}{name}.")
        texts.unknown(LANGUAGES)
        return {language: texts.text(language) for language in LANGUAGES}
