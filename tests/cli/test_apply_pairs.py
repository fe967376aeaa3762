"""`tuzetu apply --pair`: both texts of one amending act, applied, and told where they order different things."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tuzetu

TEXTS = {
    "law": "### Статья 1. Сад\n\n1. Аким поливает сад ежегодно.\n\n2. Сад открыт всем.\n",
    "law_kk": "### 1-бап. Бақ\n\n1. Әкім бақты жыл сайын суарады.\n\n2. Бақ бәріне ашық.\n",
    "act": "в пункте 1 статьи 1 слово «ежегодно» заменить словом «ежедневно».",
    "act_kk": "1-баптың 1-тармағындағы «жыл сайын» деген сөздер «күн сайын» деген сөздермен ауыстырылсын.",
}


@pytest.fixture
def at(tmp_path: Path) -> dict[str, Path]:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return {name: tmp_path / f"{name}.txt" for name in TEXTS}


def test_both_texts_are_applied_and_agree(tuzetu: Tuzetu, at: dict[str, Path]) -> None:
    pair = ("--pair", at["law_kk"], at["act_kk"])
    answer = tuzetu("apply", at["law"], "--instruction", at["act"], *pair)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == TEXTS["law"].replace("ежегодно", "ежедневно")
    data = json.loads(tuzetu("apply", at["law"], "--instruction", at["act"], *pair, "--json").out)
    assert data["twin"]["after"] == TEXTS["law_kk"].replace("жыл сайын", "күн сайын")
    assert data["differences"] == []


def test_the_kazakh_text_may_come_first(tuzetu: Tuzetu, at: dict[str, Path]) -> None:
    pair = ("--pair", at["law"], at["act"])
    answer = tuzetu("apply", at["law_kk"], "--instruction", at["act_kk"], "--lang", "kk", *pair)
    assert (answer.code, answer.out) == (0, TEXTS["law_kk"].replace("жыл сайын", "күн сайын"))


def test_what_only_one_of_them_orders_is_told(tuzetu: Tuzetu, at: dict[str, Path]) -> None:
    at["act_kk"].write_text("1-баптың 2-тармағы алып тасталсын.", encoding="utf-8")
    pair = ("--pair", at["law_kk"], at["act_kk"])
    answer = tuzetu("apply", at["law"], "--instruction", at["act"], *pair)
    assert answer.code == 0
    assert len(answer.err.splitlines()) == 2
    assert "казахском" in answer.err
    data = json.loads(tuzetu("apply", at["law"], "--instruction", at["act"], *pair, "--json").out)
    assert {(one["language"], one["address"]) for one in data["differences"]} == {
        ("ru", "art_1/pt_1"),
        ("kk", "art_1/pt_2"),
    }


def test_a_text_that_is_refused_is_told_too(tuzetu: Tuzetu, at: dict[str, Path]) -> None:
    at["act_kk"].write_text(TEXTS["act_kk"].replace("жыл сайын", "ай сайын"), encoding="utf-8")
    answer = tuzetu("apply", at["law"], "--instruction", at["act"], "--pair", at["law_kk"], at["act_kk"])
    assert answer.code == 2
    assert "ай сайын" in answer.err
    assert answer.out == TEXTS["law"].replace("ежегодно", "ежедневно")
