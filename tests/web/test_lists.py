"""Lists: the bill's amendments, tags with filters, empty lists, unknown things."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.support.pages import ACT, BILL, soup, text_of


def test_amendments_stand_in_the_law_s_order(pages: FlaskClient) -> None:
    places = [row.get_text() for row in soup(pages.get(f"/ru/bills/{BILL}/")).select(".amendments tbody th .small")]
    first = [re.search(r"татья (\d+)", place) for place in places]
    numbers = [int(found[1]) for found in first if found]
    assert len(numbers) >= 10
    assert numbers == sorted(numbers)


def test_counts_by_state_are_those_of_the_list(pages: FlaskClient) -> None:
    page = soup(pages.get(f"/ru/bills/{BILL}/"))
    for chip in page.select(".tools .chip"):
        count = int(chip.get_text().split()[-1])
        listed = soup(pages.get(str(chip["href"]))).select(".amendments tbody tr")
        assert len(listed) == count, chip.get_text()


def test_colliding_amendments_are_named_on_the_bill_and_on_each(pages: FlaskClient) -> None:
    assert "обе вводят единицу с одним и тем же номером" in text_of(pages.get(f"/ru/bills/{BILL}/"))
    for one, other in ((1, 9), (9, 1)):
        section = soup(pages.get(f"/ru/bills/{BILL}/{one}/")).find(id="collisions")
        assert section is not None
        assert f"№ {other}" in section.get_text()


def test_an_amendment_that_cannot_be_applied_is_left_out_of_the_text_and_says_why(pages: FlaskClient) -> None:
    page = text_of(pages.get(f"/ru/bills/{BILL}/text/"))
    assert "1 поправка не вошла в этот текст" in page
    assert "такая единица уже есть" in page


def test_the_accepted_ones_alone(pages: FlaskClient) -> None:
    every = soup(pages.get(f"/ru/bills/{BILL}/text/")).select("[data-stop]")
    accepted = soup(pages.get(f"/ru/bills/{BILL}/text/?with=accepted")).select("[data-stop]")
    assert 0 < len(accepted) < len(every)


@pytest.mark.parametrize("query", ["", "&factor=discretion", "&weight=3", "&article=art_18", "&factor=nonsense"])
def test_tags_found_are_as_many_as_said(pages: FlaskClient, query: str) -> None:
    page = soup(pages.get(f"/ru/clarity/?state=all{query}"))
    heading = page.find(id="list-title")
    assert heading is not None
    said = int(re.search(r"\d+", heading.get_text())[0])  # type: ignore[index]
    assert len(page.select(".finding")) == min(said, 30)


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ("/ru/", "Законопроектов пока нет"),
        ("/ru/acts/", "Законов пока нет"),
        ("/ru/bills/", "Законопроект появится здесь"),
        ("/ru/clarity/", "Законов пока нет"),
        ("/ru/search/?q=аким", "Ничего не найдено"),
        ("/kk/acts/", "Әзірге заңдар жоқ"),
        ("/kk/search/?q=әкім", "Ештеңе табылмады"),
    ],
)
def test_an_empty_list_says_what_to_do(bare: FlaskClient, page: str, sentence: str) -> None:
    answer = bare.get(page)
    assert answer.status_code == 200
    assert sentence in text_of(answer)


@pytest.mark.parametrize(
    "page",
    [
        "/nothing",
        "/acts/nothing/",
        f"/acts/{ACT}/compare/?old=1999-01-01&new=2026-03-01",
        "/bills/nothing/",
        "/bills/nothing/text/",
        f"/bills/{BILL}/999/",
        f"/bills/{BILL}/99999999999999999999/",
    ],
)
def test_what_is_not_there_is_said_in_the_reader_s_language(pages: FlaskClient, page: str) -> None:
    for language, words in (("ru", "Такой страницы нет"), ("kk", "Мұндай бет жоқ")):
        answer = pages.get(f"/{language}{page}")
        assert answer.status_code == 404
        assert words in text_of(answer)
        assert soup(answer).select(".error-page .btn")


@pytest.mark.parametrize("page", [f"/acts/{ACT}/compare/", f"/acts/{ACT}/compare/?old=yesterday&new=today"])
def test_dates_that_are_none_are_said_to_be_none(pages: FlaskClient, page: str) -> None:
    answer = pages.get(f"/ru{page}")
    assert answer.status_code == 422
    assert "Пишите её как" in text_of(answer)


@pytest.mark.parametrize("page", ["/clarity/?page=0", "/clarity/?page=99999999999", "/acts/?page=-1", "/bills/?page=x"])
def test_page_numbers_out_of_bounds_do_no_harm(pages: FlaskClient, page: str) -> None:
    assert pages.get(f"/ru{page}").status_code == 200


def test_a_defect_of_ours_is_a_sentence_and_no_trace(reading_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise RuntimeError("secret inside")

    monkeypatch.setattr("service.web.views.home.list_bills", broken)
    monkeypatch.setattr(reading_app, "testing", False)
    answer = reading_app.test_client().get("/kk/")
    assert answer.status_code == 500
    assert "журналға жазылды" in text_of(answer)
    assert "secret inside" not in answer.get_data(as_text=True)


def test_the_start_page_counts_what_waits(pages: FlaskClient) -> None:
    page = soup(pages.get("/ru/"))
    bills = [
        int(re.search(r"\d+", chip.get_text())[0])
        for chip in page.select(".rows .chip--vague")
        if "жд" in chip.get_text()
    ]  # type: ignore[index]
    head = page.select_one(".head .chip--vague")
    assert head is not None
    assert int(re.search(r"\d+", head.get_text())[0]) == sum(bills)  # type: ignore[index]
    tags = page.select_one(".head a[href*='/clarity/']")
    assert tags is not None
    listed = soup(pages.get(str(tags["href"]))).find(id="list-title")
    assert listed is not None
    assert re.search(r"\d+", listed.get_text())[0] == re.search(r"\d+", tags.get_text())[0]  # type: ignore[index]
