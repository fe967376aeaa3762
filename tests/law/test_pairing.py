"""The two languages of an edition: what can be counted is compared, and false alarms are few."""

from __future__ import annotations

from pathlib import Path

import pytest

from amendments.law.pairing import pair, warnings
from amendments.law.reader import read

RU = """### Статья 5. Аким

1. Аким:

1) ведёт учёт в течение 10 дней;

2) убирает снег;

3) созывает сход.

Отчёт размещается на сайте.

2. Аким отвечает по статье 7.
"""
KK = """### 5-бап. Әкім

1. Әкім:

1) 10 күн ішінде есеп жүргізеді;

2) қар тазалайды;

3) жиын шақырады.

Есеп сайтқа орналастырылады.

2. Әкім 7-бап бойынша жауап береді.
"""


def _kinds(ru: str, kk: str) -> list[tuple[str, str]]:
    return [(warning.kind, warning.address) for warning in warnings(read(ru, "ru"), read(kk, "kk"))]


def test_equal_texts_give_no_warning() -> None:
    assert _kinds(RU, KK) == []


@pytest.mark.parametrize(
    ("old", "new", "kind", "address"),
    [
        ("2) қар тазалайды;\n\n", "", "missing", "art_5/pt_1/sub_2"),
        ("2) қар тазалайды;", "*2) алып тасталды;*", "state", "art_5/pt_1/sub_2"),
        ("Есеп сайтқа орналастырылады.\n\n", "", "clauses", "art_5/pt_1"),
        ("10 күн", "15 күн", "numbers", "art_5/pt_1/sub_1"),
        ("7-бап бойынша", "8-бап бойынша", "numbers", "art_5/pt_2"),
    ],
)
def test_one_difference_is_one_warning_at_its_place(old: str, new: str, kind: str, address: str) -> None:
    assert _kinds(RU, KK.replace(old, new)) == [(kind, address)]


def test_a_missing_article_is_reported_once() -> None:
    assert _kinds(RU + "\n### Статья 6. Сход\n\n1. Сход решает.\n\n2. Сход избирает.\n", KK) == [("missing", "art_6")]


def test_units_stand_beside_their_partners() -> None:
    pairs = pair(read(RU, "ru"), read(KK, "kk"))
    assert all(item.ru is not None and item.kk is not None for item in pairs)
    assert [item.address for item in pairs][:3] == ["art_5", "art_5/pt_1", "art_5/pt_1/sub_1"]


@pytest.mark.corpus
def test_the_defects_of_the_real_pair_are_found_and_not_drowned(corpus: Path) -> None:
    ru, kk = (
        read((corpus / "law148" / folder / "2026-07-14.md").read_bytes().decode(), language)
        for folder, language in (("rus", "ru"), ("kaz", "kk"))
    )
    found = warnings(ru, kk)
    missing = {warning.address for warning in found if warning.kind == "missing" and warning.language == "ru"}
    assert {f"art_6/pt_1/sub_{number}" for number in ("2", "3", "4", "4-1", "4-2")} <= missing
    assert len(found) <= 40
