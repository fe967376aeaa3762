"""Finding words and numbers in a law, as a reader types them."""

from __future__ import annotations

import pytest

from amendments.law.reader import read
from service.web.presenters.search import Seeker, excerpt, find_in, numbered
from tests.support.store import KK, RU


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Аким чистит дорогу.", "аким", ["Аким"]),
        ("Акимат и аким", "аким", ["Акимат", "аким"]),
        ("Аким района – аким", "район", ["района"]),
        ("надлежащий порядок", "лежащий", []),
        ("«аким» — это лицо", '"аким" - это', ["аким» — это"]),
        ("в течение десяти дней", "десяти дней", ["десяти дней"]),
        ("отчёт акима", "отчет", ["отчёт"]),
        ("ничего такого", "   ", []),
        ("İ аким", "аким", ["аким"]),
        ("Люди идут к акимам домой", "аким", ["акимам"]),
        ("проводятся собрания жителей", "собрание жителя", ["собрания жителей"]),
        ("ведёт учёт, дорог", "учёт дороги", ["учёт, дорог"]),
        ("на дорогах и улицах", "улица", ["улицах"]),
        ("ведёт учёт дорог", "«учёта»", []),
        ("не ведёт учёта дорог", "«учёта дорог»", ["учёта дорог"]),
        ("по дороге", "по", ["по"]),
    ],
)
def test_words_are_found_in_any_form(text: str, query: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in Seeker(query, "ru", [text]).places(text)] == found


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Әкімдердің есебі тыңдалады.", "әкім", ["Әкімдердің"]),
        ("1-тармағында көрсетілген", "тармақ", ["тармағында"]),
        ("жолдар мен көшелердің есебі", "көше", ["көшелердің"]),
        ("ауылдарда жол салынады", "ауылдың жолы", ["ауылдарда жол"]),
        ("ауылдардың жолдары", "ауыл жолы", ["ауылдардың жолдары"]),
        ("жолдау жарияланады", "жол", ["жолдау"]),
        ("жолдау жарияланады", "жолдар", []),
        ("iшкi iстер бөлiмi", "ішкі істердің бөлімі", ["iшкi iстер бөлiмi"]),
    ],
)
def test_kazakh_words_are_found_in_any_form(text: str, query: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in Seeker(query, "kk", [text]).places(text)] == found


def test_hits_are_numbered_in_the_law_s_order() -> None:
    hits = find_in(read(RU, "ru"), "дорог")
    numbers = [span.ref for hit in hits for span in hit.spans]
    assert numbers == [f"hit-{place + 1}" for place in range(len(numbers))]
    assert [hit.address for hit in hits][-1] == "art_2/pt_1/sub_2"


def test_notes_are_not_searched() -> None:
    assert find_in(read(RU, "ru"), "Сноска") == []


@pytest.mark.parametrize(
    ("query", "addresses"),
    [
        ("2", ["art_2"]),
        ("статья 2", ["art_2"]),
        ("ст. 2", ["art_2"]),
        ("подпункт 2-1)", ["art_1/pt_2/sub_2-1"]),
        ("подпункт 2-1) пункта 2 статьи 1", ["art_1/pt_2/sub_2-1"]),
        ("1-баптың 2-тармағының 2-1) тармақшасы", ["art_1/pt_2/sub_2-1"]),
        ("в подпункте 9) пункта 2 статьи 1", []),
        ("2-1)", ["art_1/pt_2/sub_2-1"]),
        ("пункт 2", ["art_1/pt_2"]),
        ("глава 1", ["ch_1"]),
        ("статья 99", []),
        ("дорога 2", []),
        ("дорога", []),
    ],
)
def test_a_number_names_units(query: str, addresses: list[str]) -> None:
    assert numbered(read(RU, "ru"), query) == addresses


def test_a_number_names_units_in_kazakh() -> None:
    law = read(KK, "kk")
    assert numbered(law, "2-бап") == ["art_2"]
    assert numbered(law, "2-1) тармақша") == ["art_1/pt_2/sub_2-1"]


def test_an_excerpt_is_cut_at_spaces_around_the_first_place() -> None:
    law = read("### Статья 1. Дорога\n\n1. " + "слово " * 60 + "дорога " + "слово " * 60 + "дорога.\n", "ru")
    hit = next(hit for hit in find_in(law, "дорог") if hit.address == "art_1/pt_1")
    text, spans = excerpt(hit)
    assert text.startswith("… слово")
    assert text.endswith("слово …")
    assert [text[span.start : span.end] for span in spans] == ["дорога"]
