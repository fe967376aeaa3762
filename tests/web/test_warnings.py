"""What is to be checked stands on the page of an edition and of an amendment, and in the API's answers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from amendments.law.pairing import AuthenticityWarning
from service import context
from service.store import warnings
from service.store.amendments import create_amendment
from service.web.presenters.warnings import MOST, authenticity_lines, difference
from tests.support.databases import sqlite_url
from tests.support.pages import soup, text_of
from tests.support.service import application
from tests.support.store import CODE, FIRST, SECOND, actor_of, bill, person
from tests.support.talking import WITHOUT, talking_act

EDITION = f"/api/v1/acts/{CODE}/editions/ru"


@pytest.fixture
def app(sqlite_template: Path, tmp_path: Path) -> Iterator[Flask]:
    """A service with the act and an amendment to it."""
    path = tmp_path / "talking.sqlite3"
    shutil.copyfile(sqlite_template, path)
    with application(sqlite_url(path), tmp_path) as made:
        database = made.extensions[context.DATABASE_KEY]
        talking_act(database, tmp_path / "act")
        with database.writing() as session:
            author = person(session)
            create_amendment(session, actor_of(author), bill(session), WITHOUT, author_id=author.id)
        yield made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (f"/ru/acts/{CODE}/{FIRST}/", "1 ссылка ведёт в никуда"),
        (f"/kk/acts/{CODE}/{FIRST}/?text=ru", "1 сілтеме ешқайда апармайды"),
        (f"/ru/acts/{CODE}/{SECOND}/", "1 расхождение русского и казахского текстов"),
        (f"/kk/acts/{CODE}/{SECOND}/", "орысша және қазақша мәтіндер арасында 1 айырма"),
        ("/ru/bills/7/1/", "Поправка оставляет 1 ссылку в никуда"),
    ],
)
def test_the_count_is_on_the_page_and_opens(client: FlaskClient, page: str, words: str) -> None:
    answer = client.get(page)
    assert answer.status_code == 200
    summaries = [summary.get_text() for summary in soup(answer).select("details.more-lines summary")]
    assert words in summaries


def test_a_line_says_what_it_is_and_leads_there(client: FlaskClient) -> None:
    page = soup(client.get(f"/ru/acts/{CODE}/{FIRST}/"))
    (line,) = page.select("#check li:has(span)")
    assert (
        " ".join(line.get_text().split())
        == "Статья 2, пункт 3: нет такого места: статья 9 «статье 9 настоящего Закона»"
    )
    assert line.a is not None
    assert line.a["href"] == f"/ru/acts/{CODE}/{FIRST}/#art_2.pt_3"
    assert page.find(id="art_2.pt_3") is not None


def test_a_unit_of_one_language_leads_to_that_text(client: FlaskClient) -> None:
    (line,) = soup(client.get(f"/kk/acts/{CODE}/{SECOND}/")).select("#check li")
    assert " ".join(line.get_text().split()) == "1-бап, 2-тармақ, 2-1) тармақша: орысша мәтінде ғана бар"
    assert line.a is not None
    assert line.a["href"] == f"/kk/acts/{CODE}/{SECOND}/?text=ru#art_1.pt_2.sub_2-1"


def test_an_amendment_names_the_reference_that_it_leaves(client: FlaskClient) -> None:
    assert "исключено: статья 2, пункт 1, подпункт 2) «подпункту 2) пункта 1 настоящей статьи»" in text_of(
        client.get("/ru/bills/7/1/")
    )


def api(client: FlaskClient, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.get_json()


def test_the_api_tells_the_same(client: FlaskClient) -> None:
    first, second = (api(client, f"{EDITION}/{day}/warnings") for day in (FIRST, SECOND))
    (dangling,) = first["dangling"]
    assert (dangling["address"], dangling["target"], dangling["state"]) == ("art_2/pt_3", "art_9", "nothing")
    assert second["dangling"] == []
    assert second["differences"] == [
        {"kind": "missing", "address": "art_1/pt_2/sub_2-1", "language": "ru", "ru": "", "kk": ""}
    ]
    (effect,) = api(client, "/api/v1/amendments/1")["effects"]
    (left,) = effect["left_dangling"]
    assert (left["address"], left["target"], left["state"]) == ("art_2/pt_3", "art_2/pt_1/sub_2", "excluded")


def test_nothing_is_looked_for_twice(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [f"/ru/acts/{CODE}/{FIRST}/", f"/ru/acts/{CODE}/{SECOND}/", "/ru/bills/7/1/"]
    before = [text_of(client.get(page)) for page in pages]
    for module, name in (
        ("cross_references", "dangling"),
        ("cross_references", "left_dangling"),
        ("pairing", "warnings"),
    ):
        monkeypatch.setattr(f"amendments.law.{module}.{name}", None)
    assert [text_of(client.get(page)) for page in pages] == before
    assert warnings.__doc__


KINDS = {
    AuthenticityWarning(
        "state", "art_1", ru="excluded", kk="in_force"
    ): "в русском тексте: исключено; в казахском: действует",
    AuthenticityWarning("clauses", "art_1", ru="2", kk="1"): "частей без номера: в русском 2, в казахском 1",
    AuthenticityWarning("indents", "art_1", ru="4", kk="3"): "абзацев: в русском 4, в казахском 3",
    AuthenticityWarning("numbers", "art_1", ru="10", kk=""): "числа только в русском тексте: 10",
    AuthenticityWarning("numbers", "art_1", ru="10", kk="15"): (
        "числа только в русском тексте: 10; числа только в казахском тексте: 15"
    ),
}


@pytest.mark.parametrize("warning", KINDS, ids=lambda warning: f"{warning.kind} {warning.ru} {warning.kk}")
def test_every_kind_of_difference_is_told_in_words(app: Flask, warning: AuthenticityWarning) -> None:
    with app.test_request_context("/ru/"):
        app.preprocess_request()
        assert difference(warning) == KINDS[warning]


def test_a_great_number_is_cut_and_counted(app: Flask) -> None:
    many = [AuthenticityWarning("numbers", f"art_{number}", ru="1") for number in range(MOST + 7)]
    with app.test_request_context("/ru/"):
        app.preprocess_request()
        found = authenticity_lines(many, "ru", lambda address, _language: f"#{address}")
    assert (len(found.lines), found.total, found.more) == (MOST, MOST + 7, 7)
