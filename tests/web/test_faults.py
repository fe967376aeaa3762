"""What pages say when the database is busy or a day has no text, and how much they ask of it."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

from amendments.sources.akn import read_akn
from service import context
from service.store import database as store
from service.store.amendments import Wording, create_amendment
from service.store.audit import CLI
from service.store.bills import get_bill
from service.store.comments import Target, create_comment, recent_comments
from service.store.database import Database, count_queries
from service.store.paging import Paging
from service.store.tables import Account
from service.web.views.home import recent_remarks
from tests.support.databases import locked
from tests.support.pages import ACT, BILL, LAST, send, soup, text_of, visitor

BUSY = {"ru": "База данных занята", "kk": "Дерекқор бос емес"}


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_busy_database_is_a_sentence_that_says_to_wait(
    reading_app: Flask, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    def busy(*_arguments: object) -> None:
        raise locked()

    monkeypatch.setattr("service.web.views.home.list_bills", busy)
    monkeypatch.setattr(reading_app, "testing", False)
    answer = reading_app.test_client().get(f"/{language}/")
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert BUSY[language] in text_of(answer)


def test_a_writer_whose_turn_does_not_come_is_told_so_and_nothing_is_written(
    service: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "BUSY_TIMEOUT_MS", 200)
    database: Database = service.extensions[context.DATABASE_KEY]
    database.engine.dispose()
    deputy = visitor(service, "nurlan")
    page = f"/ru/bills/{BILL}/1/"
    before = len(soup(deputy.get(page)).select("#talk .comment, [id^=comment-]"))
    with database.writing():
        answer = send(deputy, page, "/comments", text="Прошу уточнить срок.")
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert BUSY["ru"] in text_of(answer)
    assert len(soup(deputy.get(page)).select("#talk .comment, [id^=comment-]")) == before


@pytest.mark.parametrize(
    ("language", "asked", "first"),
    [("ru", "1 января 1999 г.", "1 марта 2025 г."), ("kk", "1999 ж. 1 қаңтар", "2025 ж. 1 наурыз")],
)
def test_a_day_before_the_first_edition_is_written_as_readers_write_it(
    pages: FlaskClient, language: str, asked: str, first: str
) -> None:
    answer = pages.get(f"/{language}/acts/{ACT}/1999-01-01/")
    assert answer.status_code == 404
    said = text_of(answer).replace("\u00a0", " ")
    assert asked in said
    assert first in said
    assert "1999-01-01" not in said
    assert f"акта {ACT}" not in said
    assert f"{ACT} актісінің" not in said


def test_remarks_on_the_start_page_take_one_query_however_many_they_are(service: Flask) -> None:
    database: Database = service.extensions[context.DATABASE_KEY]
    with database.writing() as session:
        author = session.exec(select(Account).where(Account.login == "nurlan")).one()
        for amendment in range(1, 7):
            target = Target(amendment_id=amendment)
            create_comment(session, CLI, target, author_id=author.id or 0, language="ru", text="Согласен.")
    with database.reading() as session:
        entries = recent_comments(session, Paging(1, 6)).items
    assert len({entry.comment.amendment_id for entry in entries}) == 6
    with service.test_request_context("/ru/"):
        context.reading().connection()  # SQLite counts the beginning of a transaction
        for shown in (entries[:1], entries):
            with count_queries() as counted:
                found = recent_remarks(shown, "ru")
            assert counted[0] == 1
            assert len(found) == len(shown)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_an_edition_can_be_taken_away_in_every_form_that_is_offered(pages: FlaskClient, language: str) -> None:
    page = soup(pages.get(f"/{language}/acts/{ACT}/{LAST}/"))
    offered = {str(link["href"]).rpartition("/")[2]: str(link["href"]) for link in page.select(".side .btns a[href]")}
    assert {"docx", "txt"} <= set(offered)
    words = {"ru": "Статья 1", "kk": "1-бап"}[language]
    plain = pages.get(offered["txt"])
    assert plain.mimetype == "text/plain"
    assert words in plain.get_data(as_text=True)
    document = pages.get(offered["docx"])
    assert f"{ACT}-{LAST}-{language}.docx" in document.headers["Content-Disposition"]
    printed = "\n".join(paragraph.text for paragraph in Document(BytesIO(document.data)).paragraphs)
    assert words in printed
    if "akn" in offered:
        assert read_akn(pages.get(offered["akn"]).data).edition(language).locate("art_1") is not None


def test_the_page_of_a_bill_asks_as_little_while_nothing_is_kept_in_memory(service: Flask) -> None:
    database: Database = service.extensions[context.DATABASE_KEY]

    def cold() -> int:
        client = service.test_client()
        database.cache.clear()
        with count_queries() as counted:
            assert client.get(f"/ru/bills/{BILL}/").status_code == 200
        return counted[0]

    def refused(first: int, last: int) -> None:
        with database.writing() as session:
            made = get_bill(session, BILL).bill
            for number in range(first, last):
                words = f"в статье 2 слово «слово-{number}» исключить."
                create_amendment(session, CLI, made, Wording(words, ""), author_id=None)

    cold()  # the first page of a process also asks what it asks once
    refused(0, 1)
    few = cold()
    refused(1, 21)
    assert cold() == few
