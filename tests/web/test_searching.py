"""The search page: words in any form, names of bills, and the history of words."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient


def test_a_word_is_found_in_another_form(pages: FlaskClient) -> None:
    page = pages.get("/ru/search/?q=торговлей").text
    assert '<mark class="hit">торговл' in page


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
