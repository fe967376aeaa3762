"""The service with a small law in it, on SQLite and on PostgreSQL, asked through its API."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from service import context
from service.app import create_app
from service.config import load
from service.store.database import Database
from tests.api.village import settle
from tests.support.databases import Cluster, sqlite_url


@dataclass
class Service:
    """A running service: `tokens` by login. Answers are those of Flask's test client."""

    app: Flask
    tokens: dict[str, str]
    database: Database
    spec: dict[str, Any] = field(default_factory=dict)

    def ask(
        self, path: str, *, method: str = "GET", token: str = "", prefix: str = "/api/v1", **more: Any
    ) -> TestResponse:
        """Call the API; `token` is a login of the village."""
        headers = dict(more.pop("headers", {}))
        if token:
            headers["Authorization"] = f"Bearer {self.tokens[token]}"
        return self.app.test_client().open(f"{prefix}{path}", method=method, headers=headers, **more)

    def get(self, path: str, **more: Any) -> Any:
        """The JSON of a successful GET."""
        answer = self.ask(path, **more)
        assert answer.status_code == 200, answer.get_data(as_text=True)
        return answer.get_json()

    def post(self, path: str, body: Any, **more: Any) -> TestResponse:
        """The answer to a POST of JSON."""
        return self.ask(path, method="POST", json=body, **more)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def service(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The village on both databases. Shared by the tests of a run: what they write, others may meet."""
    folder = tmp_path_factory.mktemp("village")
    if request.param == "sqlite":
        path = folder / "village.sqlite3"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        with started(sqlite_url(path), folder) as running:
            yield running
    else:
        cluster: Cluster = request.getfixturevalue("cluster")
        with cluster.database(migrated=True) as url, started(url, folder) as running:
            yield running


@contextmanager
def started(url: str, folder: Path, *, rate: int = 100_000) -> Iterator[Service]:
    """A service on a migrated database, with the village in it."""
    settings = load({"TUZETU_DATA": str(folder), "TUZETU_DATABASE_URL": url, "TUZETU_RATE_LIMIT": str(rate)})
    app = create_app(settings)
    database: Database = app.extensions[context.DATABASE_KEY]
    try:
        yield Service(app, settle(database, folder), database, app.api_doc)
    finally:
        database.close()
