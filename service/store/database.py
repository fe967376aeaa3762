"""The connection to SQLite or PostgreSQL: one `Database` per process, short sessions from it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url, text
from sqlalchemy.exc import OperationalError
from sqlmodel import Session as Session  # part of what this module gives: layers above know no SQL library

from service.errors import Busy
from service.store.cache import Cache
from service.store.failures import is_busy

BUSY_TIMEOUT_MS = 15_000
"""How long a SQLite writer waits for another one before it gives up."""

WRITERS_LOCK = 7_418_032
"""Key of PostgreSQL's advisory lock that writers hold; any number, the same in every process."""

_queries: ContextVar[list[int] | None] = ContextVar("queries", default=None)


class Database:
    """An engine with this project's settings, and the cache of what never changes in it."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.cache = Cache()
        self.engine = _engine(url)
        self._writer = self.engine.execution_options(writing=True)

    @property
    def is_sqlite(self) -> bool:
        """True for SQLite, False for PostgreSQL."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session for reading; whatever was changed in it is not kept."""
        with self.session(writing=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are kept when the block ends well, and undone when it raises.

        One writer at a time, on both databases: the transaction takes the write lock at its start, so that
        two writers wait for each other instead of failing half-way, and nothing that one of them read can
        change under it.
        """
        with self.session(writing=True) as session:
            _take_turn(session)
            yield session
            session.commit()

    def session(self, *, writing: bool) -> Session:
        """A plain session that the caller closes; prefer `reading` and `writing`."""
        bind = self._writer if writing else self.engine
        return Session(bind, expire_on_commit=False, info={"cache": self.cache})

    def ping(self) -> None:
        """Ask the database the smallest question; raises SQLAlchemyError when it does not answer."""
        with self.engine.connect() as connection:
            connection.execute(text("SELECT 1"))

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()


@contextmanager
def count_queries() -> Iterator[list[int]]:
    """Count the statements that run inside the block: `with count_queries() as n: …; n[0]`."""
    counter = [0]
    token = _queries.set(counter)
    try:
        yield counter
    finally:
        _queries.reset(token)


def _take_turn(session: Session) -> None:
    """Begin the writer's transaction now. Raises Busy("database_busy") when its turn does not come."""
    try:
        session.connection()
    except OperationalError as error:
        if is_busy(error):
            raise Busy("database_busy") from error
        raise


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(parsed)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        engine = create_engine(parsed, pool_pre_ping=True)
        event.listen(engine, "begin", _begin_postgresql)
    event.listen(engine, "before_cursor_execute", _count)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Take transactions out of the driver's hands and switch on what SQLite leaves off."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.close()


def _begin_sqlite(connection: Any) -> None:
    """Readers begin lazily, writers take the lock at once."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _begin_postgresql(connection: Any) -> None:
    """Writers take the one lock of writers, and do not wait for it for ever."""
    if connection.get_execution_options().get("writing", False):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {BUSY_TIMEOUT_MS}")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})")


def _count(*_arguments: Any) -> None:
    counter = _queries.get()
    if counter is not None:
        counter[0] += 1
