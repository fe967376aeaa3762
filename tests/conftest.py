"""Fixtures that every test may ask for: databases (both kinds, real), the real texts, a real browser.

- ``database_url``: a fresh database at the newest migration, once on SQLite and once on PostgreSQL.
- ``empty_database_url``: the same without any table, for tests of the migrations themselves.
- ``corpus``: the folder of real official texts; absent, the test is skipped, in CI it fails.
- ``browser``: a running Chromium; absent, the test is skipped, in CI it fails.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.browser import ABSENT, find_chromium, launched
from tests.support.databases import Cluster, sqlite_url
from tests.support.profiles import register

ROOT = Path(__file__).resolve().parent.parent
CLUSTER = "TUZETU_TEST_CLUSTER"

register()


def pytest_configure(config: pytest.Config) -> None:
    """One folder for the PostgreSQL cluster, shared by all workers of a run."""
    if not hasattr(config, "workerinput"):
        os.environ[CLUSTER] = tempfile.mkdtemp(prefix="tuzetu-pg-")


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput") and CLUSTER in os.environ:
        shutil.rmtree(os.environ.pop(CLUSTER), ignore_errors=True)


def absent(sentence: str) -> None:
    """Skip with a sentence; in CI the same sentence is a failure, so that CI never passes by not looking."""
    if os.environ.get("CI"):
        pytest.fail(f"{sentence} In CI this may not be skipped.", pytrace=False)
    pytest.skip(sentence)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real official texts, read-only: none of their sentences enters the repository."""
    folder = Path(os.environ.get("TUZETU_CORPUS", ROOT.parent / "shared" / "corpus"))
    if not (folder / "law148" / "meta.yaml").is_file():
        if os.environ.get("TUZETU_CORPUS_ABSENT"):
            pytest.skip("The real texts are nowhere above this clone; CI has said so in its first lines.")
        absent("The real texts are not here: put them at ../shared/corpus or name their folder in TUZETU_CORPUS.")
    return folder


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A real PostgreSQL server, shared by the workers of this run."""
    with Cluster(Path(os.environ[CLUSTER]) / "data") as started:
        yield started


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, made once and copied for every test."""
    from service.store.migrate import upgrade

    path = tmp_path_factory.mktemp("template") / "template.sqlite3"
    upgrade(sqlite_url(path))
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a fresh database without tables, once per kind."""
    if request.param == "sqlite":
        yield sqlite_url(tmp_path / "empty.sqlite3")
    else:
        with request.getfixturevalue("cluster").database() as url:
            yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a fresh database at the newest migration, once per kind."""
    if request.param == "sqlite":
        path = tmp_path / "test.sqlite3"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        yield sqlite_url(path)
    else:
        with request.getfixturevalue("cluster").database(migrated=True) as url:
            yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A running Chromium (a ``playwright.sync_api.Browser``); open a fresh context per test."""
    executable = find_chromium()
    if executable is None:
        absent(ABSENT)
    with launched(executable) as running:
        yield running
