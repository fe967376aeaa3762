"""The characters that headings may begin with: no heading begins with another, so that other lines need no patterns."""

from __future__ import annotations

import pytest

from amendments.law.languages import LANGUAGES
from amendments.law.reader import read

HEADINGS = {
    "ru": [
        "Статья 5. Рынки", "СТАТЬЯ 5. РЫНКИ", "Глава 2. Рынки", "ГЛАВА II", "Раздел 1. Рынки", "РАЗДЕЛ 1",
        "Подраздел 1. А", "ПОДРАЗДЕЛ 1. А", "Параграф 1. А", "ПАРАГРАФ 1. А", "§ 1. А", "Приложение 2", "ПРИЛОЖЕНИЕ",
        "ОБЩАЯ ЧАСТЬ", "Особенная часть",
    ],
    "kk": [
        "5-бап. Базарлар", "5 БАП. БАЗАРЛАР", "2-тарау. Базарлар", "II тарау. А", "ХІ-тарау. А", "1-бөлім. А",
        "1-кіші бөлім. А", "1-параграф. А", "2-қосымша", "қосымша", "Қосымша", "ҚОСЫМША", "ЖАЛПЫ БӨЛІК", "Ерекше бөлік",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("language", "line"), [(code, line) for code, lines in HEADINGS.items() for line in lines])
@pytest.mark.parametrize("marks", ["", "**", "### "])
def test_a_heading_is_read_whatever_it_begins_with(language: str, line: str, marks: str) -> None:
    root = read(f"{marks}{line}\n\nА.\n", language).root
    assert root.children[0].kind not in ("clause", "preamble", "indent")


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_no_pattern_takes_a_line_that_begins_otherwise(language: str) -> None:
    table = LANGUAGES[language]
    lines = HEADINGS[language]
    for (
        char
    ) in "абвгдежзиклмнопрстуфхцчшщэюяАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯәғқңөұүһіӘҒҚҢӨҰҮҺІABCDEFGHIJKLMNOPQRSTUVWXYZ«(0359":
        known = char in table.heading_starts or (char.isdecimal() and "0" in table.heading_starts)
        taken = any(pattern.match(char + line[1:]) for _, pattern in table.headings for line in lines)
        assert known or not taken, char
