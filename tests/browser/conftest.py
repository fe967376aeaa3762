"""A demonstration in a real browser: `site` is its address, `tab` opens a page of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from service.web import jobs
from tests.support.databases import sqlite_url
from tests.support.live import served
from tests.support.pages import demonstration
from tests.support.service import application

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LIMITS = {"TUZETU_RATE_LIMIT": "100000", "TUZETU_SIGN_IN_LIMIT": "1000"}
Tab = Callable[..., "Page"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def site(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running demonstration that nobody changes."""
    folder = tmp_path_factory.mktemp("site")
    yield from running(sqlite_template, folder)


@pytest.fixture
def own_site(sqlite_template: Path, tmp_path: Path) -> Iterator[str]:
    """A running demonstration that the test may change."""
    yield from running(sqlite_template, tmp_path)


def running(template: Path, folder: Path) -> Iterator[str]:
    path = folder / "site.sqlite3"
    shutil.copyfile(template, path)
    demonstration(sqlite_url(path))
    with application(sqlite_url(path), folder, **LIMITS) as app, served(app) as address:
        yield address


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """`tab(address, width=…, **context)`: a page in a fresh context; what it complains of fails the test.

    Nothing glides unless a test asks for it: a page that is still scrolling has no places to be measured.
    """
    contexts = []
    said: list[str] = []

    def open_tab(address: str, *, width: int = 1440, height: int = 900, **options: Any) -> Page:
        settings = {"viewport": {"width": width, "height": height}, "reduced_motion": "reduce", **options}
        context = browser.new_context(**settings)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(address)
        return page

    yield open_tab
    for context in contexts:
        context.close()
    # an answer of 4xx to the page itself is what some tests ask for
    assert [words for words in said if "Failed to load resource" not in words] == []


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Readers who wait for the outcome itself, however busy this machine is."""
    monkeypatch.setattr(jobs, "PATIENCE", 60.0)
