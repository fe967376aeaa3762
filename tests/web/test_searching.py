"""The search page: words in any form, names of bills, and the history of words."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient


def test_a_word_is_found_in_another_form(pages: FlaskClient) -> None:
    page = pages.get("/ru/search/?q=торговлей").text
    assert '<mark class="hit">торговл' in page


def found(pages: FlaskClient, query: str, language: str = "ru", **more: str) -> Tag:
    """The main part of the page of results."""
    answer = pages.get(f"/{language}/search/", query_string={"q": query, **more})
    assert answer.status_code == 200
    main = BeautifulSoup(answer.text, "html.parser").main
    assert main is not None
    return main


def lit(main: Tag) -> set[str]:
    return {mark.get_text().lower() for mark in main.select("mark.hit")}


def test_the_akim_is_not_the_akimat(pages: FlaskClient) -> None:
    assert not any("акимат" in words for words in lit(found(pages, "акима района")))
    assert lit(found(pages, "акимат"))
    in_kazakh = lit(found(pages, "әкім", "kk"))
    assert "әкімнің" in in_kazakh
    assert not any(words.startswith(("әкімді", "әкімш")) and words != "әкімді" for words in in_kazakh)


@pytest.mark.parametrize(
    ("language", "query", "words"),
    [
        ("ru", "акемат", "акимат"),
        ("ru", "frbvfn", "акимат"),
        ("ru", "торг", "торг*"),
        ("ru", "стотья 3", "статья 3"),
        ("ru", "Нурлон", "нурлан"),
        ("ru", "аким әкім", "Каждое слово отдельно: «аким»"),
        ("ru", "подпункт 2) пункта 1 статьи 99", "такого элемента нет"),
        ("ru", "35-1", "Статья 35"),
        ("ru", "водолаз", "Искать во всех редакциях"),
        ("kk", "әким", "әкім"),
        ("kk", "99-бап", "мұндай құрылымдық элемент жоқ"),
    ],
)
def test_an_empty_result_says_what_to_try(pages: FlaskClient, language: str, query: str, words: str) -> None:
    help_ = found(pages, query, language).select_one(".empty")
    assert help_ is not None
    assert words in re.sub(r"\s+", " ", help_.get_text())


@pytest.mark.parametrize("query", ["...", "«»", "?!", "%"])
def test_signs_alone_are_no_question(pages: FlaskClient, query: str) -> None:
    assert "нет ни слова, ни номера" in found(pages, query).get_text()


def test_a_long_text_is_cut_and_said_so(pages: FlaskClient) -> None:
    assert "по первым 200 знакам" in found(pages, "а" * 500).get_text()


@pytest.mark.parametrize(
    ("query", "link"),
    [
        ("У-1", "/bills/У-1/"),
        ("законопроект У-1", "/bills/У-1/"),
        ("у 1", "/bills/У-1/"),
        ("У-1/3", "/bills/У-1/3/"),
        ("У-1, № 3 түзету", "/bills/У-1/3/"),
        ("поправка 3", "/bills/У-1/3/"),
        ("№ 3", "/bills/У-1/3/"),
        ("снега", "/bills/У-1/3/"),
    ],
)
def test_bills_and_amendments_are_found_by_number_and_by_their_words(pages: FlaskClient, query: str, link: str) -> None:
    links = [unquote(str(one["href"])) for one in found(pages, query).select("section[aria-labelledby=named] a")]
    assert any(one.endswith(link) for one in links)


def test_a_number_of_a_subpoint_is_no_bill(pages: FlaskClient) -> None:
    assert not found(pages, "2)").select("section[aria-labelledby=named]")


def test_words_of_the_other_language_are_found_in_its_texts(pages: FlaskClient) -> None:
    main = found(pages, "жалпы")
    assert "показаны места казахских текстов" in main.get_text()
    assert all("text=kk" in str(link["href"]) for link in main.select("section[aria-label] ul a"))


def test_words_apart_are_found_when_they_never_stand_together(pages: FlaskClient) -> None:
    assert "Подряд эти слова нигде не стоят" in found(pages, "торговля улица").get_text()


def test_people_are_named_to_those_who_have_signed_in(
    pages: FlaskClient, signed_in: Callable[[str], FlaskClient]
) -> None:
    assert "Люди" not in found(pages, "Сауле").get_text()
    assert "Люди" in found(signed_in("saule"), "Сауле").get_text()


def test_all_editions_say_since_and_until_when_words_stood(pages: FlaskClient) -> None:
    words = "отчитывается перед избирателями не реже"
    assert not lit(found(pages, f"«{words}»"))
    main = found(pages, words, editions="all")
    text = re.sub(r"\s+", " ", main.get_text())
    assert "Только в других редакциях" in text
    assert "с первой редакции (1 марта 2025 г.) до 1 марта 2026 г." in text
    old = next(str(link["href"]) for link in main.select("section[aria-label] ul a"))
    assert "/2025-09-15/" in old
    assert "с 1 марта 2026 г." in re.sub(r"\s+", " ", found(pages, "снегоуборочную", editions="all").get_text())


def test_a_unit_that_went_is_found_in_all_editions(pages: FlaskClient) -> None:
    text = re.sub(r"\s+", " ", found(pages, "подпункт 17-2) пункта 1 статьи 15", editions="all").get_text())
    assert "с 1 марта 2026 г." in text


def test_more_places_than_shown_are_all_lit_in_the_text(pages: FlaskClient) -> None:
    every = [str(link["href"]) for link in found(pages, "аким").select(".more a") if "/words/" not in str(link["href"])]
    assert every
    assert "q=" in every[0]


def test_a_bill_is_found_by_the_words_of_its_title(pages: FlaskClient) -> None:
    page = pages.get("/ru/search/?q=У-1").text
    assert "/ru/bills/" in page
    assert "Законопроекты и поправки" in page


@pytest.mark.parametrize(
    ("language", "words", "heading"), [("ru", "торговли", "Появились"), ("kk", "сауда", "Пайда болды")]
)
def test_the_history_says_when_words_appeared(pages: FlaskClient, language: str, words: str, heading: str) -> None:
    page = pages.get(f"/{language}/acts/demo-1/words/?q={words}").text
    assert heading in page


def test_words_that_never_stood_are_said_so(pages: FlaskClient) -> None:
    assert "нет ни в одной редакции" in pages.get("/ru/acts/demo-1/words/?q=водолаз").text


def test_nothing_asked_is_a_question(pages: FlaskClient) -> None:
    assert "Напишите слова" in pages.get("/ru/acts/demo-1/words/").text
