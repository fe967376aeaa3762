"""A database that is held by others is told apart from one that is broken, by its codes, on both kinds."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError

from service.store.database import Database
from service.store.failures import is_busy
from tests.support.databases import Cluster, sqlite_url

IN_VIEW_OF_OTHERS = {
    psycopg.errors.SerializationFailure: True,
    psycopg.errors.DeadlockDetected: True,
    psycopg.errors.TooManyConnections: True,
    psycopg.errors.LockNotAvailable: True,
    psycopg.errors.AdminShutdown: True,
    psycopg.errors.CannotConnectNow: True,
    psycopg.errors.DiskFull: False,
    psycopg.errors.OutOfMemory: False,
    psycopg.errors.QueryCanceled: False,
    psycopg.errors.UndefinedTable: False,
    psycopg.errors.UniqueViolation: False,
    psycopg.errors.InvalidPassword: False,
    psycopg.OperationalError: False,
}


@pytest.mark.parametrize(("kind", "busy"), IN_VIEW_OF_OTHERS.items())
def test_postgresql_is_believed_by_its_sqlstate(kind: type[psycopg.Error], busy: bool) -> None:
    assert is_busy(DBAPIError("SELECT 1", {}, kind("database is locked"))) is busy


def sqlite_failure(code: int | None) -> OperationalError:
    cause = sqlite3.OperationalError("database is locked")
    if code is not None:
        cause.sqlite_errorcode = code
    return OperationalError("SELECT 1", {}, cause)


@pytest.mark.parametrize(
    ("code", "busy"),
    [
        (sqlite3.SQLITE_BUSY, True),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, True),
        (sqlite3.SQLITE_LOCKED, True),
        (sqlite3.SQLITE_LOCKED_SHAREDCACHE, True),
        (sqlite3.SQLITE_FULL, False),
        (sqlite3.SQLITE_IOERR, False),
        (sqlite3.SQLITE_ERROR, False),
        (None, False),
    ],
)
def test_sqlite_is_believed_by_its_code_and_not_by_its_words(code: int | None, busy: bool) -> None:
    assert is_busy(sqlite_failure(code)) is busy


def test_what_is_no_failure_of_a_database_is_not_busy() -> None:
    assert not is_busy(RuntimeError("database is locked"))
    assert not is_busy(InterfaceError("SELECT 1", {}, Exception("locked")))
    assert not is_busy(IntegrityError("INSERT", {}, sqlite3.IntegrityError("UNIQUE constraint failed")))


def test_a_lock_that_another_holds_is_busy(tmp_path: Path) -> None:
    path = tmp_path / "held.sqlite3"
    engine = create_engine(sqlite_url(path), connect_args={"timeout": 0})
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("CREATE TABLE t (x)")
    holder.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(OperationalError) as caught, engine.connect() as connection:
            connection.execute(text("SELECT * FROM t"))
    finally:
        holder.close()
        engine.dispose()
    assert is_busy(caught.value)


def test_a_lock_that_postgresql_does_not_give_is_busy(cluster: Cluster) -> None:
    with cluster.database() as url:
        engine = create_engine(url)
        with engine.connect() as first, engine.connect() as second:
            first.execute(text("SELECT pg_advisory_lock(1)"))
            second.execute(text("SET lock_timeout = 20"))
            with pytest.raises(OperationalError) as caught:
                second.execute(text("SELECT pg_advisory_lock(1)"))
        engine.dispose()
    assert is_busy(caught.value)


def test_a_table_that_is_not_there_is_a_defect(empty_database_url: str) -> None:
    database = Database(empty_database_url)
    with pytest.raises(DBAPIError) as caught, database.reading() as session:
        session.connection().execute(text("SELECT * FROM a_table_that_is_not_there"))
    database.close()
    assert not is_busy(caught.value)


def test_a_server_that_cannot_be_reached_is_not_busy(tmp_path: Path) -> None:
    engine = create_engine(f"postgresql+psycopg://nobody@/nothing?host={tmp_path}")
    with pytest.raises(OperationalError) as caught, engine.connect():
        pass
    assert not is_busy(caught.value)
