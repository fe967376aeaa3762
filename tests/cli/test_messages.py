"""The message catalogue: complete in three languages, the same particulars in each, nothing unused."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

from service.config import SETTINGS
from service.errors import LANGUAGES, catalogue, message

SERVICE = Path(__file__).resolve().parents[2] / "service"
KAZAKH = set("әғқңөұүһі")


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def words_in_code() -> set[str]:
    """Every text literal of the service's code: codes are always written out."""
    found = set()
    for path in SERVICE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def raised() -> set[tuple[str, frozenset[str]]]:
    """(code, names of particulars) of every error that is raised with its code written out."""
    kinds = {
        "UserError",
        "NotFound",
        "Invalid",
        "Conflict",
        "Forbidden",
        "TooLarge",
        "TooMany",
        "Unauthenticated",
        "Busy",
    }
    found = set()
    for path in SERVICE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in kinds):
                continue
            if node.args and isinstance(node.args[0], ast.Constant):
                names = frozenset(keyword.arg or "**" for keyword in node.keywords)
                found.add((str(node.args[0].value), names))
    return found


@pytest.mark.parametrize("code", catalogue())
def test_a_sentence_in_three_languages(code: str) -> None:
    wording = catalogue()[code]
    assert set(wording) == set(LANGUAGES)
    assert len({frozenset(fields(sentence)) for sentence in wording.values()}) == 1
    assert all(sentence.strip() == sentence and sentence for sentence in wording.values())
    assert wording["ru"] != wording["kk"] or not wording["ru"].isalpha()
    if not code.startswith("expected_"):
        assert KAZAKH & set(wording["kk"].lower())
        assert all(sentence[-1] in ".:" or sentence.endswith(("-C.", "--help")) for sentence in wording.values())


def test_every_error_has_its_sentence_and_what_fills_it() -> None:
    assert len(raised()) > 50
    for code, names in raised():
        assert code in catalogue(), code
        if "**" not in names:
            assert fields(catalogue()[code]["en"]) <= names, code


def test_no_sentence_is_left_over() -> None:
    used = words_in_code() | {setting.expected for setting in SETTINGS}
    assert set(catalogue()) - used == set()


def test_an_unknown_language_falls_back_to_russian() -> None:
    assert message("comment_empty", "fr", {}) == catalogue()["comment_empty"]["ru"]
