"""Words are found whichever spaces, dashes, quotes and letters they are printed with; every other character stays."""

from __future__ import annotations

import pytest

from amendments.instructions import apply_instruction
from amendments.law.reader import read
from amendments.operations.apply import apply
from amendments.operations.model import ReplaceWords


@pytest.mark.parametrize(
    ("printed", "sought", "language"),
    [
        ("созыв\u00a0схода", "созыв схода", "ru"),
        ("март\u202f— апрель", "март - апрель", "ru"),
        ("март – апрель", "март — апрель", "ru"),
        ("газета «Ауыл»", 'газета "Ауыл"', "ru"),
        ("газета “Ауыл”", "газета «Ауыл»", "ru"),
        ("iшкi iстер", "ішкі істер", "kk"),
        ("ішкі істер", "iшкi iстер", "kk"),
    ],
)
def test_only_the_words_named_are_touched(printed: str, sought: str, language: str) -> None:
    head = "### Статья 1. Учёт\n\n1. " if language == "ru" else "### 1-бап. Есеп\n\n1. "
    text = f"{head}«Округ»\u00a0— {printed}, iлгері\u00a0–  “тізім”."
    operation = ReplaceWords(address="art_1/pt_1", old=sought, new="наше слово")
    assert apply([operation], read(text, language)).edition.text == text.replace(printed, "наше слово")


def test_inflected_words_take_the_case_of_those_they_replace() -> None:
    law = read("### Статья 1. Учёт\n\n1. Списки районов\u00a0— у района; помощь району бесплатна.", "ru")
    order = "в пункте 1 статьи 1 слова «район» заменить словами «округ» (в соответствующих падежах)"
    outcome = apply_instruction(order, law)
    assert outcome.exact, [refusal.describe("ru") for refusal in outcome.refusals]
    assert outcome.edition.text.endswith("1. Списки округов\u00a0— у округа; помощь округу бесплатна.")
