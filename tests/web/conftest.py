"""The pages of a service with the demonstration, and of one that has nothing.

- ``pages``: a visitor of the demonstration, shared by all tests that only read.
- ``service``: a demonstration of one's own, on SQLite and on PostgreSQL, for tests that change something.
- ``bare``: a service without any law.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from service.web import jobs
from tests.support.databases import Cluster, sqlite_url
from tests.support.jobs import Gate
from tests.support.pages import demonstration, soup, visitor
from tests.support.service import application


@pytest.fixture(scope="session")
def demonstration_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the demonstration, loaded once."""
    path = tmp_path_factory.mktemp("demonstration") / "demonstration.sqlite3"
    shutil.copyfile(sqlite_template, path)
    demonstration(sqlite_url(path))
    return path


@pytest.fixture(scope="session")
def reading_app(demonstration_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The application on the demonstration; nobody changes anything in it."""
    with application(
        sqlite_url(demonstration_file), tmp_path_factory.mktemp("data"), TUZETU_RATE_LIMIT="100000"
    ) as app:
        yield app


@pytest.fixture
def pages(reading_app: Flask) -> FlaskClient:
    """A visitor who has not signed in."""
    return reading_app.test_client()


@pytest.fixture(scope="session")
def opened(reading_app: Flask) -> Callable[[str], BeautifulSoup]:
    """`opened("/ru/")`: the page as a visitor sees it, fetched once for all tests that look at it."""
    client = reading_app.test_client()

    @cache
    def get(address: str) -> BeautifulSoup:
        answer = client.get(address)
        assert answer.status_code == 200, address
        return soup(answer)

    return get


@pytest.fixture(scope="session")
def demonstration_copy(cluster: Cluster) -> Iterator[str]:
    """The URL of a PostgreSQL database with the demonstration, to be copied."""
    with cluster.database(migrated=True) as url:
        demonstration(url)
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def service(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Flask]:
    """An application with a demonstration that the test may change."""
    if request.param == "sqlite":
        path = tmp_path / "test.sqlite3"
        shutil.copyfile(request.getfixturevalue("demonstration_file"), path)
        with application(sqlite_url(path), tmp_path) as app:
            yield app
    else:
        cluster: Cluster = request.getfixturevalue("cluster")
        with (
            cluster.database(like=request.getfixturevalue("demonstration_copy")) as url,
            application(url, tmp_path) as app,
        ):
            yield app


@pytest.fixture
def bare(sqlite_template: Path, tmp_path: Path) -> Iterator[FlaskClient]:
    """A visitor of a service that has nothing."""
    path = tmp_path / "bare.sqlite3"
    shutil.copyfile(sqlite_template, path)
    with application(sqlite_url(path), tmp_path) as app:
        yield app.test_client()


@pytest.fixture
def signed_in(service: Flask) -> Callable[[str], FlaskClient]:
    """`signed_in("saule")`: a client who has signed in with a demonstration account."""
    return lambda login: visitor(service, login)


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers who wait for the outcome itself, however busy this machine is."""
    monkeypatch.setattr(jobs, "PATIENCE", 60.0)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """A gate; nobody waits for work that stands before it."""
    monkeypatch.setattr(jobs, "PATIENCE", 0.05)
    found = Gate()
    yield found
    found.open.set()
