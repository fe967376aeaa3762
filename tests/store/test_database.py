"""Transactions: one writer at a time, all or nothing, readers undisturbed; pages of lists; proposals."""

from __future__ import annotations

import threading

import pytest
from sqlmodel import select

from service.errors import Busy, Invalid, NotFound, TooLarge
from service.store import database as module
from service.store.acts import get_act
from service.store.audit import SYSTEM
from service.store.database import Database
from service.store.paging import MAX_PAGE, Page, Paging
from service.store.proposals import Wish, create_proposal, get_proposal, list_proposals
from service.store.tables import Meta, ProposalKind
from tests.support.store import CODE, person


def test_two_writers_count_to_the_same_number(database: Database) -> None:
    with database.writing() as session:
        session.add(Meta(key="counter", value="0"))

    def count() -> None:
        for _ in range(10):
            with database.writing() as session:
                counter = session.get_one(Meta, "counter")
                counter.value = str(int(counter.value) + 1)

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as session:
        assert session.get_one(Meta, "counter").value == "40"


def test_a_writer_whose_turn_does_not_come_is_told_so(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BUSY_TIMEOUT_MS", 50)
    database = Database(database_url)
    with (
        database.writing(),
        pytest.raises(Busy, match="busy"),
        database.writing(),
    ):
        pass
    database.close()


def test_a_reader_is_not_held_up_by_a_writer(database: Database) -> None:
    with database.writing() as writer:
        writer.add(Meta(key="new", value="1"))
        writer.flush()
        with database.reading() as reader:
            assert reader.get(Meta, "new") is None
    with database.reading() as reader:
        assert reader.get(Meta, "new") is not None


def test_what_raises_is_undone(database: Database) -> None:
    def fail() -> None:
        with database.writing() as session:
            session.add(Meta(key="half", value="1"))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with database.reading() as session:
        assert session.exec(select(Meta).where(Meta.key == "half")).first() is None


def test_reading_keeps_nothing(database: Database) -> None:
    with database.reading() as session:
        session.add(Meta(key="lost", value="1"))
        session.flush()
    with database.reading() as session:
        assert session.get(Meta, "lost") is None


@pytest.mark.parametrize(("page", "per_page"), [(0, 50), (-1, 50), (MAX_PAGE + 1, 50), (1, 0), (1, 201), (10**30, 1)])
def test_numbers_of_pages_are_bounded(page: int, per_page: int) -> None:
    with pytest.raises(Invalid):
        Paging(page, per_page)


def test_a_page_knows_its_neighbours() -> None:
    page = Page(["a"], total=101, page=2, per_page=50)
    assert (page.pages, page.previous, page.next) == (3, 1, 3)
    empty: Page[str] = Page([], total=0, page=1, per_page=50)
    assert (empty.pages, empty.previous, empty.next) == (1, None, None)


def test_the_last_page_there_could_be_is_empty_and_no_error(with_act: Database) -> None:
    with with_act.reading() as session:
        assert list_proposals(session, None, Paging(MAX_PAGE, 200)).items == []


def test_proposals(with_act: Database) -> None:
    wish = Wish(ProposalKind.TRANSFER, "ru", "Дороги району", "Отдать дороги.", "art_2/pt_1/sub_1", "rural", "district")
    with with_act.writing() as session:
        act, author = get_act(session, CODE), person(session)
        made = create_proposal(session, SYSTEM, act, wish, author_id=author.id)
        for bad, kind in (
            (Wish(ProposalKind.ADD, "ru", "", "Текст"), Invalid),
            (Wish(ProposalKind.ADD, "ru", "Название", "x" * 20_001), TooLarge),
            (Wish(ProposalKind.ADD, "fr", "Название", "Текст"), Invalid),
            (Wish(ProposalKind.ADD, "ru", "Название", "Текст", "art_99"), NotFound),
            (Wish(ProposalKind.ADD, "ru", "Название", "Текст", to_level="галактика"), Invalid),
        ):
            with pytest.raises(kind):
                create_proposal(session, SYSTEM, act, bad, author_id=author.id)
    with with_act.reading() as session:
        (entry,) = list_proposals(session, act).items
        assert (entry.proposal.id, entry.author.login if entry.author else "") == (made.id, "aliya")
        with pytest.raises(NotFound):
            get_proposal(session, 10**20)
