"""Every list page asks the database as much for a long list as for a short one, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service import context
from service.store.acts import get_act
from service.store.amendments import Wording, create_amendment
from service.store.audit import CLI
from service.store.bills import get_bill
from service.store.database import Database, Session, count_queries
from service.store.importing import import_sources
from service.store.proposals import Wish, create_proposal
from service.store.sources import ActDescription, EditionSource
from service.store.tables import Comment, ProposalKind
from tests.support.pages import text_of
from tests.support.service import application
from tests.support.store import CODE, FIRST, KK, RU, SWEEP, actor_of, bill, import_act, person

AMENDMENTS, COMMENTS, EDITIONS = 500, 5_000, 30
LISTS = (
    "/",
    "/acts/",
    f"/acts/{CODE}/",
    f"/acts/{CODE}/{FIRST}/",
    f"/acts/{CODE}/words/?q=дорога",
    "/bills/",
    "/bills/7/",
    "/bills/7/?state=pending",
    "/bills/7/1/",
    "/bills/7/powers/",
    "/clarity/",
    "/clarity/?state=all",
    "/clarity/?state=all&bill=7",
    "/clarity/rules/",
    "/clarity/slots/",
    "/powers/",
    "/powers/side/?subject=roads",
    "/powers/duplicated/",
    "/powers/missing/",
    "/powers/non_core/",
    "/powers/divided/",
    "/powers/proposals/",
    "/powers/unread/",
    "/powers/languages/",
    "/search/?q=дорога",
    "/search/?q=поправка&where=amendments",
    "/sign-in",
)


@pytest.fixture
def small(database_url: str, tmp_path: Path) -> Iterator[Flask]:
    """A service with the small act in two editions, a bill with one amendment, and one remark."""
    with application(database_url, tmp_path, TUZETU_RATE_LIMIT="100000") as app:
        database: Database = app.extensions[context.DATABASE_KEY]
        import_act(database, tmp_path / "act")
        with database.writing() as session:
            author = person(session)
            made = bill(session)
            create_amendment(session, actor_of(author), made, SWEEP, author_id=author.id)
            talk(session, author.id or 0, 1)
            wish(session, author.id, 1)
        yield app


def talk(session: Session, author: int, count: int) -> None:
    """Remarks on the first amendment."""
    at = datetime(2026, 5, 1, tzinfo=UTC)
    session.add_all(
        Comment(amendment_id=1, author_id=author, language="ru", text=f"Замечание {n}.", created_at=at)
        for n in range(count)
    )
    session.flush()


def wish(session: Session, author: int | None, count: int) -> None:
    """Proposals about the act's powers."""
    act = get_act(session, CODE)
    for number in range(count):
        made = Wish(ProposalKind.TRANSFER, "ru", f"Дороги {number}", "Отдать.", "art_2/pt_1/sub_1", "rural", "district")
        create_proposal(session, CLI, act, made, author_id=author)


def grow(app: Flask, folder: Path) -> None:
    """The same service with all its lists long."""
    database: Database = app.extensions[context.DATABASE_KEY]
    sources = []
    for number in range(EDITIONS):
        day = date(2026, 2, 1) + timedelta(days=number)
        for language, text in (("ru", RU), ("kk", KK)):
            path = folder / f"{language}-{number}.md"
            path.write_text(text.replace("1. ", f"1. {number} ", 1), encoding="utf-8")
            sources.append(EditionSource(path, language, day))
    with database.writing() as session:
        author = person(session, "bolat")
        described = ActDescription(
            CODE, "Учебный закон от 1 декабря 2024 года № 1", "О сельских дорогах", "Ауыл жолдары"
        )
        import_sources(session, described, sources, CLI)
        for number in range(8, 30):
            bill(session, str(number))
        made = get_bill(session, "7").bill
        for number in range(AMENDMENTS):
            # most are refused, so that not all of them conflict with all others
            refused = Wording(f"в статье 2 слово «слово-{number}» исключить.", "")
            create_amendment(session, CLI, made, refused if number % 25 else SWEEP, author_id=author.id)
        talk(session, author.id or 0, COMMENTS)
        wish(session, author.id, 100)


def costs(app: Flask) -> dict[str, int]:
    """List page → queries that drawing it takes, once what never changes is in memory; no page is kept."""
    client: FlaskClient = app.test_client()
    database: Database = app.extensions[context.DATABASE_KEY]
    found: dict[str, int] = {}
    for page in LISTS:
        client.get(f"/ru{page}", follow_redirects=True)
        database.cache.clear("page")
        with count_queries() as counted:
            answer = client.get(f"/ru{page}", follow_redirects=True)
        assert answer.status_code == 200, (page, text_of(answer))
        found[page] = counted[0]
    return found


def test_no_list_asks_more_for_being_long(small: Flask, tmp_path: Path) -> None:
    short = costs(small)
    grow(small, tmp_path)
    long = costs(small)
    assert {page: (short[page], long[page]) for page in LISTS if long[page] > short[page] + ALLOWED.get(page, 0)} == {}
    assert max(long.values()) <= 30


ALLOWED: dict[str, int] = {"/clarity/?state=all&bill=7": 2}
"""What a page may ask more once where its list goes over to further pages."""
