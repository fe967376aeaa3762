"""Finding words and numbers in a law, as a reader types them."""

from __future__ import annotations

import pytest

from amendments.law.reader import read
from service.web.presenters.search import Seeker, excerpt, find_in
from service.web.presenters.search_help import begun, corrected, retyped
from service.web.presenters.standing import Standing, standings
from service.web.presenters.units import near_units, numbered
from tests.support.store import KK, RU


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Аким чистит дорогу.", "аким", ["Аким"]),
        ("Акимат и аким", "аким", ["аким"]),
        ("решение акимата района", "акима района", []),
        ("аким и акимат", "акимат", ["акимат"]),
        ("торги и торговля", "торг", ["торги"]),
        ("торги и торговля", "торг*", ["торги", "торговля"]),
        ("осуществляется и осуществляющий", "осуществляет", ["осуществляется", "осуществляющий"]),
        ("торг идёт", "*", []),
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
        ("жолдау жарияланады", "жол", []),
        ("әкімдік, әкімшілік және әкімдігінің", "әкім", []),
        ("әкімнің, әкімге, әкімдер", "әкім", ["әкімнің", "әкімге", "әкімдер"]),
        ("әкімі мен әкімдіктің", "әкімдік", ["әкімдіктің"]),
        ("әкімдігі шешеді", "әкімдіктер", ["әкімдігі"]),
        ("тұрғыдан, тұрғындардың", "тұрғын", ["тұрғындардың"]),
        ("халқының саны", "халық", ["халқының"]),
        ("жұмысты жүзеге асырады, асырып, асырмайды", "асыру", ["асырады", "асырып", "асырмайды"]),
        ("комиссияның сайтында", "сауда", []),
        ("көше саудасының орны", "сауда", ["саудасының"]),
        ("қалды, қалада", "қала", ["қалада"]),
        ("басқа тұлға, басына", "бас", ["басына"]),
        ("шешім алынды, алады", "алу", ["алады"]),
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


def test_words_apart_are_found_in_any_order_where_all_of_them_stand() -> None:
    texts = ["уличной торговли нет", "торговля на улице", "торговля"]
    seeker = Seeker("улица торговля", "ru", texts, apart=True)
    assert [[text[start:end] for start, end in seeker.places(text)] for text in texts] == [
        [],
        ["торговля", "улице"],
        [],
    ]


@pytest.mark.parametrize(
    ("typed", "read_as"), [("frbv", "аким"), ("frbv 35-1", "аким 35-1"), ("аким", ""), ("35-1", "")]
)
def test_what_was_typed_on_the_other_keyboard_is_read(typed: str, read_as: str) -> None:
    assert retyped(typed) == read_as


KNOWN = {"акимат", "акимата", "аким", "района", "азамат", "статья", "торговля"}


@pytest.mark.parametrize(
    ("query", "better"),
    [
        ("акемат", ["акимат"]),
        ("торгволя", ["торговля"]),
        ("стотья 3", ["статья 3"]),
        ("акемат района", ["акимат района"]),
        ("аким района", []),
        ("водолаз", []),
        ("ам", []),
    ],
)
def test_a_word_that_no_text_has_is_replaced_by_the_nearest(query: str, better: list[str]) -> None:
    assert corrected(query, KNOWN, "ru") == better


@pytest.mark.parametrize(
    ("query", "starred"), [("торг", "торг*"), ("торг*", ""), ("торг района", ""), ("водолаз", ""), ("то", "")]
)
def test_a_beginning_of_words_is_offered_with_a_star(query: str, starred: str) -> None:
    assert begun(query, KNOWN) == starred


@pytest.mark.parametrize(
    ("query", "near"),
    [("статья 3", ["art_2", "art_1"]), ("подпункт 7) пункта 1 статьи 2", ["art_2/pt_1/sub_2", "art_2/pt_1/sub_1"])],
)
def test_units_near_to_one_that_is_not_there_are_named(query: str, near: list[str]) -> None:
    assert near_units(read(RU, "ru"), query)[:2] == near


def test_a_place_stands_from_one_edition_to_another() -> None:
    first, second, third = {"art_1": "дорога", "art_2": "путь"}, {"art_1": "дорога и путь"}, {"art_3": "дорога и путь"}
    assert standings([first, second, third]) == [
        Standing("art_2", "путь", 0, 0),
        Standing("art_3", "дорога и путь", 0, 2),
    ]
    assert standings([first, {}, first])[0] == Standing("art_1", "дорога", 0, 0)
    assert standings([second, third], follow=False) == [
        Standing("art_1", "дорога и путь", 0, 0),
        Standing("art_3", "дорога и путь", 1, 1),
    ]
