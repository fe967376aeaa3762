"""Nothing in the demonstration is copied: no eight words in a row are those of a real text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.seeds.demonstration import SEEDS

RUN = 8
LETTER_I = str.maketrans("iI", "іІ")  # older Kazakh texts print the Latin letter
#: Titles of bodies and places are nobody's words: each counts as one.
TITLES = (
    "города районного значения поселка села сельского округа",
    "района города областного значения",
    "местного государственного управления и самоуправления",
    "аудандық маңызы бар қала кент ауыл ауылдық округ",
    "аудан облыстық маңызы бар қала",
    "жергілікті мемлекеттік басқару және өзін өзі басқару",
)


def words(text: str) -> list[str]:
    """The words of a text in small letters, numbers among them, marks of punctuation left out."""
    plain = " ".join(re.findall(r"\w+", text.translate(LETTER_I).lower()))
    for title in TITLES:
        plain = plain.replace(title, title.replace(" ", "_"))
    return plain.split()


def runs(text: str) -> Iterator[tuple[str, ...]]:
    found = words(text)
    return (tuple(found[start : start + RUN]) for start in range(len(found) - RUN + 1))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for part in value.values() for text in strings(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in strings(part))


@pytest.fixture(scope="module")
def official(corpus: Path) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for path in corpus.glob("law148/*/*.md"):
        found.update(runs(path.read_text(encoding="utf-8")))
    for path in corpus.glob("*/*.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            found.update(run for text in strings(json.loads(line)) for run in runs(text))
    assert len(found) > 50_000
    return found


def test_runs_are_found_across_punctuation_and_kinds_of_letters() -> None:
    assert set(runs("Әкім – аумақты, 2) ЖЕРГIЛIКТI орган: бір екі үш")) == {
        ("әкім", "аумақты", "2", "жергілікті", "орган", "бір", "екі", "үш")
    }


@pytest.mark.corpus
@pytest.mark.parametrize("path", sorted(SEEDS.rglob("*.*")), ids=lambda path: str(path.relative_to(SEEDS)))
def test_a_file_of_the_demonstration_is_in_our_own_words(path: Path, official: set[tuple[str, ...]]) -> None:
    shared = [" ".join(run) for run in runs(path.read_text(encoding="utf-8")) if run in official]
    assert not shared, f"{RUN} words in a row of a real text: {shared[:3]}"
