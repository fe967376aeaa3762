"""The audit log: a chain in which every later change shows."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import text

from service.store.audit import CLI, Action, Actor, canonical, entries, record, verify
from service.store.database import Database


def three(database: Database) -> None:
    with database.writing() as session:
        record(session, CLI, Action.ACT_IMPORTED, "act/1", requisite="Закон № 1")
        record(session, Actor(None, "serik", "web", "192.0.2.7"), Action.SIGNED_IN, "account/serik")
        record(session, CLI, Action.ACT_IMPORTED, "act/2", requisite="Закон № 2")


def test_a_chain_that_nobody_touched_is_whole(database: Database) -> None:
    with database.reading() as session:
        assert verify(session).broken_at is None
    three(database)
    with database.reading() as session:
        report = verify(session)
    assert (report.rows, report.broken_at) == (3, None)


TAMPERING = {
    "a changed word": ('UPDATE audit SET detail = \'{"requisite":"Закон № 9"}\' WHERE number = 2', 2),
    "another person": ("UPDATE audit SET login = 'other' WHERE number = 2", 2),
    "another time": ("UPDATE audit SET at = '2020-01-01 00:00:00' WHERE number = 1", 1),
    "a row taken out": ("DELETE FROM audit WHERE number = 2", 2),
    "the end cut off": ("DELETE FROM audit WHERE number = 3", 3),
    "everything removed": ("DELETE FROM audit", 1),
    "a hash made anew": ("UPDATE audit SET hash = previous_hash WHERE number = 3", 3),
}


@pytest.mark.parametrize("case", TAMPERING)
def test_tampering_shows(database: Database, case: str) -> None:
    statement, broken_at = TAMPERING[case]
    three(database)
    with database.writing() as session:
        session.execute(text(statement))
    with database.reading() as session:
        assert verify(session).broken_at == broken_at


def test_a_deed_that_is_undone_leaves_no_row(database: Database) -> None:
    def undone() -> None:
        with database.writing() as session:
            record(session, CLI, Action.ACT_IMPORTED, "act/1")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        undone()
    with database.reading() as session:
        assert entries(session).total == 0


def test_the_history_of_one_thing(database: Database) -> None:
    three(database)
    with database.reading() as session:
        assert [row.number for row in entries(session).items] == [3, 2, 1]
        (row,) = entries(session, subject="account/serik").items
    assert (row.login, row.client, row.via, row.action) == ("serik", "192.0.2.7", "web", "account:signed_in")


def test_many_writers_at_once_make_one_chain(database: Database) -> None:
    def write() -> None:
        for _ in range(5):
            with database.writing() as session:
                record(session, CLI, Action.EXPORTED)

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as session:
        report = verify(session)
    assert (report.rows, report.broken_at) == (20, None)


def test_canonical_json_does_not_depend_on_order() -> None:
    assert canonical({"b": 1, "a": "ә"}) == canonical({"a": "ә", "b": 1}) == '{"a":"ә","b":1}'
