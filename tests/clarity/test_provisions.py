"""Provisions of other fields of law in our own words (`provisions/ru.txt`, `kk.txt`), marked after the guidelines.

A line is a provision; «[w:принимает меры]» marks the words that carry a defect and its factor by the first letter
below. A finding hits as the guidelines rule: the same factor, half of the shorter span shared, not over-long.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from amendments.clarity import find

FACTORS = {
    "d": "discretion",
    "t": "no_term",
    "o": "open_list",
    "e": "evaluative",
    "u": "undefined_object",
    "w": "weak_function",
    "b": "blank_reference",
    "l": "blurred_level",
}
MARK = re.compile(r"\[([dtoeuwbl]):([^]]+)]")
HERE = Path(__file__).parent / "provisions"


def provisions(language: str) -> list[str]:
    """The marked lines of a language, headings left out."""
    lines = (HERE / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def unmarked(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The provision without its brackets, and the marks as (start, end, factor)."""
    text, at = "", 0
    marks = []
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        marks.append((len(text), len(text) + len(mark[2]), FACTORS[mark[1]]))
        text += mark[2]
        at = mark.end()
    return text + line[at:], marks


def hits(found: tuple[int, int, str], mark: tuple[int, int, str]) -> bool:
    """Whether a finding answers a mark, as the guidelines rule."""
    shared = min(found[1], mark[1]) - max(found[0], mark[0])
    length, wanted = found[1] - found[0], mark[1] - mark[0]
    return found[2] == mark[2] and shared * 2 >= min(length, wanted) and length <= max(3 * wanted, 40)


@pytest.mark.parametrize(
    ("language", "line"), [(language, line) for language in ("ru", "kk") for line in provisions(language)]
)
def test_a_provision_is_marked_where_its_brackets_are_and_nowhere_else(language: str, line: str) -> None:
    text, left = unmarked(line)
    false = []
    for finding in find(text, language):
        span = (finding.start, finding.end, finding.factor)
        mark = next((mark for mark in left if hits(span, mark)), None)
        if mark is None:
            false.append((finding.factor, finding.quote))
        else:
            left.remove(mark)
    assert (false, [(factor, text[start:end]) for start, end, factor in left]) == ([], [])


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_there_are_enough_provisions_and_every_factor_is_among_them(language: str) -> None:
    lines = provisions(language)
    assert len(lines) >= 120
    assert {factor for line in lines for _, _, factor in unmarked(line)[1]} == set(FACTORS.values())
