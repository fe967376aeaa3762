"""Pages of a code cite its units as the code calls them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from service import context
from service.store.acts import get_act
from service.store.amendments import Wording, create_amendment
from service.store.audit import SYSTEM
from service.store.bills import create_bill
from service.store.importing import import_sources
from service.store.sources import ActDescription, EditionSource
from service.store.tables import Stage
from service.web.presenters.citation import cite, cite_range, cite_short
from tests.support.code import KK, RU
from tests.support.databases import sqlite_url
from tests.support.pages import text_of
from tests.support.service import application
from tests.support.store import actor_of, person

DAY = date(2026, 1, 1)
ORDER = Wording(
    instruction_ru="в пункте 2) части третьей статьи 12 слово «сторожа» заменить словом «соседа».",
    instruction_kk="12-баптың үшінші бөлігінің 2) тармағындағы «күзетшіні» деген сөз "
    "«көршіні» деген сөзбен ауыстырылсын.",
    title_ru="Сосед",
    title_kk="Көрші",
    grounds_ru="Так короче.",
    grounds_kk="Қысқа.",
)


@pytest.fixture(scope="module")
def app(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """A service with the code in both languages and an amendment to it."""
    folder = tmp_path_factory.mktemp("code")
    shutil.copyfile(sqlite_template, folder / "code.sqlite3")
    with application(sqlite_url(folder / "code.sqlite3"), folder) as made:
        sources = []
        for language, text in (("ru", RU), ("kk", KK)):
            (folder / f"{language}.md").write_text(text, encoding="utf-8")
            sources.append(EditionSource(folder / f"{language}.md", language, DAY))
        with made.extensions[context.DATABASE_KEY].writing() as session:
            import_sources(session, ActDescription("code-1", "Кодекс № 1", "О садах", "Бақтар"), sources, SYSTEM)
            bill = create_bill(
                session, SYSTEM, number="9", title_ru="О садах", title_kk="Бақтар туралы",
                act=get_act(session, "code-1"), base_date=DAY, stage=Stage.COMMITTEE,
            )  # fmt: skip
            author = person(session)
            create_amendment(session, actor_of(author), bill, ORDER, author_id=author.id)
        yield made


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("/ru/bills/9/1/", "статья 12, часть 3, пункт 2)"),
        ("/kk/bills/9/1/", "12-бап, 3-бөлік, 2) тармақ"),
        ("/ru/bills/9/text/", "пункт 2-1), часть 2"),
        ("/kk/bills/9/text/", "2-1) тармақ, 2-бөлік"),
    ],
)
def test_a_page_of_a_code(app: Flask, page: str, words: str) -> None:
    answer = app.test_client().get(page)
    assert answer.status_code == 200
    assert words.lower() in text_of(answer).lower()
    assert "подпункт" not in text_of(answer)
    assert "тармақша" not in text_of(answer)


def test_outside_a_request_and_of_another_act_the_names_are_those_of_laws(app: Flask) -> None:
    assert cite("art_12/pt_3/sub_2", "ru") == "статья 12, пункт 3, подпункт 2)"
    with app.test_request_context("/ru/"):
        assert cite_short("art_12/pt_3/sub_2", "ru") == "ст.\u00a012, п.\u00a03, подп.\u00a02)"
        assert cite_range("sub", "1", "3", "kk") == "1)–3) тармақшалар"
