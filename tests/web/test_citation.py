"""Addresses in the reader's words, in both languages."""

from __future__ import annotations

import pytest

from service.web.presenters.citation import address_of, anchor, capital, cite, cite_range, cite_short


@pytest.mark.parametrize(
    ("address", "russian", "kazakh"),
    [
        ("art_18/pt_1/sub_7", "статья 18, пункт 1, подпункт 7)", "18-бап, 1-тармақ, 7) тармақша"),
        ("art_35-1", "статья 35-1", "35-1-бап"),
        ("ch_2-1", "глава 2-1", "2-1-тарау"),
        ("art_3/pt_3/cl_2", "статья 3, пункт 3, часть 2", "3-бап, 3-тармақ, 2-бөлік"),
        ("art_3/pt_3/sub_3/ind_5", "статья 3, пункт 3, подпункт 3), абзац 5", "3-бап, 3-тармақ, 3) тармақша, 5-абзац"),
        ("art_35/heading", "статья 35, заголовок", "35-бап, тақырып"),
        ("pre", "преамбула", "кіріспе"),
        ("annex", "приложение", "қосымша"),
        ("annex_1/art_2", "приложение 1, статья 2", "1-қосымша, 2-бап"),
        ("art_5~2", "статья 5", "5-бап"),
        ("", "", ""),
    ],
)
def test_a_place_is_named_from_the_large_to_the_small(address: str, russian: str, kazakh: str) -> None:
    assert cite(address, "ru") == russian
    assert cite(address, "kk") == kazakh


def test_short_for_tables() -> None:
    assert cite_short("art_18/pt_1/sub_7", "ru").replace("\u00a0", " ") == "ст. 18, п. 1, подп. 7)"
    assert cite_short("art_18/pt_1", "kk") == "18-бап, 1-тармақ"


@pytest.mark.parametrize(
    ("kind", "first", "last", "russian", "kazakh"),
    [
        ("sub", "1", "6", "подпункты 1)–6)", "1)–6) тармақшалар"),
        ("pt", "2", "4", "пункты 2–4", "2–4-тармақтар"),
        ("art", "5", "5", "статья 5", "5-бап"),
        ("pre", "", "", "преамбула", "кіріспе"),
    ],
)
def test_units_in_a_row(kind: str, first: str, last: str, russian: str, kazakh: str) -> None:
    assert cite_range(kind, first, last, "ru") == russian
    assert cite_range(kind, first, last, "kk") == kazakh


@pytest.mark.parametrize("address", ["", "art_1", "art_35/pt_1/sub_21-1", "annex_1/art_2/heading"])
def test_an_anchor_leads_back_to_its_address(address: str) -> None:
    assert address_of(anchor(address)) == address
    assert "/" not in anchor(address)


def test_only_the_first_letter_is_made_large() -> None:
    assert capital("статья 18, пункт 1") == "Статья 18, пункт 1"
    assert capital("") == ""
