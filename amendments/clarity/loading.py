"""Rule files from directories: word classes and pattern sets first, then the rules that use them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from amendments.clarity.pattern import PatternError, Variant, WordTest, element, parse
from amendments.clarity.problems import Problem, RuleError
from amendments.clarity.rule import LANGUAGES, Rule
from amendments.clarity.schema import read_rule

BUILT_IN: Final = Path(__file__).with_name("rules")
MAX_FILE: Final = 1_000_000
MAX_RULES: Final = 2_000
_TABLES: Final = ("defaults", "rule", "class", "set", "language")


@dataclass
class RuleBook:
    """Rules in the order of their files, the word classes they use (per language), and what could not be read."""

    rules: list[Rule] = field(default_factory=list)
    classes: dict[str, dict[str, tuple[WordTest, ...]]] = field(
        default_factory=lambda: {name: {} for name in LANGUAGES}
    )
    sets: dict[str, dict[str, tuple[Variant, ...]]] = field(default_factory=lambda: {name: {} for name in LANGUAGES})
    problems: list[Problem] = field(default_factory=list)


def load(directories: Iterable[Path] = (BUILT_IN,), *, strict: bool = True) -> RuleBook:
    """The rules of all `*.toml` below the directories, in the order of directories and file names.

    A file holds `[[rule]]` tables with `[defaults]`, or `[class.NAME]` and `[set.NAME]` with a `language`. A class
    or set of a later file adds to one of the same name. With `strict` anything wrong raises RuleError; without it
    the bad rules are left out and `problems` says what is wrong with them.
    """
    book = RuleBook()
    files = [(path, label) for directory in directories for path, label in _files(directory, book)]
    tables = [(label, table) for path, label in files if (table := _read(path, label, book)) is not None]
    for label, table in tables:
        _read_words(table, label, book)
    for label, table in tables:
        _read_rules(table, label, book)
    if len(book.rules) > MAX_RULES:
        book.problems.append(Problem("too_many_rules", str(files[-1][1]), params={"limit": MAX_RULES}))
        del book.rules[MAX_RULES:]
    if strict and book.problems:
        raise RuleError(tuple(book.problems))
    return book


@cache
def default_book() -> RuleBook:
    """The rules that come with the service. Read once; treat it as unchangeable."""
    return load()


def default_rules() -> tuple[Rule, ...]:
    """The rules that come with the service, in the order of their files."""
    return tuple(default_book().rules)


def _files(directory: Path, book: RuleBook) -> list[tuple[Path, str]]:
    if not directory.is_dir():
        book.problems.append(Problem("no_directory", str(directory)))
        return []
    return [(path, path.relative_to(directory).as_posix()) for path in sorted(directory.rglob("*.toml"))]


def _read(path: Path, label: str, book: RuleBook) -> dict[str, Any] | None:
    try:
        if path.stat().st_size > MAX_FILE:
            book.problems.append(Problem("too_large", label, params={"limit": MAX_FILE}))
            return None
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        book.problems.append(Problem("encoding", label))
    except tomllib.TOMLDecodeError as error:
        book.problems.append(Problem("toml", label, params={"detail": str(error)}))
    except OSError as error:
        book.problems.append(Problem("unreadable", label, params={"detail": str(error.strerror)}))
    return None


def _read_words(table: Mapping[str, Any], label: str, book: RuleBook) -> None:
    for name in table:
        if name not in _TABLES:
            known = {"known": ", ".join(_TABLES)}
            book.problems.append(Problem("unknown_field", label, field=name, params=known))
    classes, sets = table.get("class", {}), table.get("set", {})
    if not classes and not sets:
        return
    language = table.get("language")
    if language not in LANGUAGES:
        expected = {"expected": ", ".join(LANGUAGES), "found": str(language)}
        book.problems.append(Problem("value", label, field="language", params=expected))
        return
    for name, members in classes.items():
        tests = [test for member in _listed(members, label, name, book) for test in _member(member, label, name, book)]
        book.classes[language][name] = (*book.classes[language].get(name, ()), *tests)
    for name, members in sets.items():
        rows = [row for member in _listed(members, label, name, book) for row in _row(member, label, name, book)]
        book.sets[language][name] = (*book.sets[language].get(name, ()), *rows)


def _listed(value: object, label: str, name: str, book: RuleBook) -> list[str]:
    if isinstance(value, list) and all(isinstance(item, str) and item for item in value):
        return value
    params = {"expected": "list of texts", "found": repr(value)[:80]}
    book.problems.append(Problem("type", label, field=name, params=params))
    return []


def _member(member: str, label: str, name: str, book: RuleBook) -> tuple[WordTest, ...]:
    try:
        step, optional = element(member)
        if optional or step.negated or step.count:
            raise PatternError("element", piece=member)
        return step.tests
    except PatternError as error:
        book.problems.append(Problem(error.code, label, field=name, params={"pattern": member, **error.params}))
        return ()


def _row(member: str, label: str, name: str, book: RuleBook) -> tuple[Variant, ...]:
    try:
        return parse(member)
    except PatternError as error:
        book.problems.append(Problem(error.code, label, field=name, params={"pattern": member, **error.params}))
        return ()


def _read_rules(table: Mapping[str, Any], label: str, book: RuleBook) -> None:
    rules, defaults = table.get("rule", []), table.get("defaults", {})
    if not isinstance(rules, list) or not isinstance(defaults, Mapping):
        book.problems.append(Problem("type", label, field="rule", params={"expected": "[[rule]]", "found": "table"}))
        return
    known = {rule.id: rule.file for rule in book.rules}
    for number, entry in enumerate(rules, 1):
        language = entry.get("language", defaults.get("language"))
        sets = book.sets.get(language, {}) if isinstance(language, str) else {}
        rule, problems = read_rule(entry, defaults, sets, label, number)
        book.problems += problems
        if rule is None:
            continue
        if rule.id in known:
            book.problems.append(Problem("duplicate", label, rule.id, "id", {"other": known[rule.id]}))
            continue
        known[rule.id] = label
        book.rules.append(rule)
