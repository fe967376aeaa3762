"""Bringing a database to a version of the tables, up and down, on both kinds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, NullPool, create_engine, event, make_url, text

from service.store.database import BUSY_TIMEOUT_MS
from service.store.tables import METADATA

_LOCK = 7_418_031
"""Any number: on PostgreSQL, services that start together migrate one after the other under it."""


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the database at `url` to `revision`, all steps in one transaction."""
    with _locked(url) as connection:
        command.upgrade(_config(connection), revision)


def downgrade(url: str, revision: str = "base") -> None:
    """Take the database at `url` back to `revision`, all steps in one transaction."""
    with _locked(url) as connection:
        command.downgrade(_config(connection), revision)


def write_revision(url: str, sentence: str, revision: str) -> None:
    """Write a new migration file from the difference between the tables and the database at `url`."""
    with _locked(url) as connection:
        command.revision(_config(connection), message=sentence, autogenerate=True, rev_id=revision)


def current(url: str) -> str | None:
    """The revision that the database at `url` has, None for an empty one."""
    with _locked(url) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest() -> str | None:
    """The newest revision there is."""
    return ScriptDirectory.from_config(_config(None)).get_current_head()


def differences(url: str) -> list[Any]:
    """What Alembic would still change to make the database match the tables; empty when they match."""
    with _locked(url) as connection:
        return list(compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), METADATA))


def _config(connection: Connection | None) -> Config:
    config = Config()
    # "%" would be read as interpolation
    config.set_main_option("script_location", str(resources.files("service.migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


@contextmanager
def _locked(url: str) -> Iterator[Connection]:
    """A connection in a transaction that no other migration runs beside."""
    engine = _engine(url)
    try:
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            yield connection
    finally:
        engine.dispose()


def _engine(url: str) -> Engine:
    engine = create_engine(make_url(url), poolclass=NullPool)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Foreign keys stay off: SQLite changes a table by making it anew, which must not cascade."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.close()


def _begin_sqlite(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
