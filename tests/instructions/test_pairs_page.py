"""docs/pairs.md is true: every pair of texts on it gives the warnings that stand under it, and every kind is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from amendments.instructions import parse
from amendments.instructions.catalogue import FORMULAS
from amendments.instructions.pairing import paired
from amendments.instructions.twins import Difference

PAGE = Path(__file__).parents[2] / "docs" / "pairs.md"
_EXAMPLE = re.compile(r"^```ru\n(.*?)^```\n\n```kk\n(.*?)^```\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NONE = "предупреждений нет"


def examples() -> list[tuple[str, str, str]]:
    """Each example of the page: the two texts and what is said of them."""
    return [(ru.strip(), kk.strip(), said.strip()) for ru, kk, said in _EXAMPLE.findall(PAGE.read_text("utf-8"))]


def differences_of(ru: str, kk: str) -> list[Difference]:
    readings = {"ru": parse(ru, "ru"), "kk": parse(kk, "kk")}
    for language, reading in readings.items():
        assert not reading.problems, [problem.describe(language) for problem in reading.problems]
        assert reading.operations
    return [one for article in paired(readings) for one in article.differences]


@pytest.mark.parametrize(("ru", "kk", "said"), examples(), ids=[said[:40] for _, _, said in examples()])
def test_a_pair_of_the_page_is_warned_of_as_it_says(ru: str, kk: str, said: str) -> None:
    found = [one.describe("ru") for one in differences_of(ru, kk)]
    assert (found or [NONE]) == said.splitlines()


def test_every_example_is_read_by_the_test() -> None:
    assert PAGE.read_text("utf-8").count("```ru") == len(examples()) > 5


def test_every_kind_of_warning_has_its_example() -> None:
    """The kinds are those that formulas make; changes of words are one."""
    words = {"replace_words", "remove_words", "insert_words", "append_words"}
    kinds = {"words" if formula.makes in words else formula.makes for formula in FORMULAS}
    shown = {one.sort.split()[0] for ru, kk, _ in examples() for one in differences_of(ru, kk)}
    assert shown == kinds
