"""A database of each kind, empty or with the small act in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.store.database import Database
from tests.support.store import import_act


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An empty database at the newest tables, once per kind."""
    opened = Database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def with_act(database: Database, tmp_path: Path) -> Database:
    """The same with the small act in two editions and two languages."""
    import_act(database, tmp_path / "act")
    return database
