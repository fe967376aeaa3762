"""A running service with the demonstration, a browser's window on it, and what must not happen on any page."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.support.live import served


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a service of this run's own, started as `make run` starts it."""
    with served(tmp_path_factory.mktemp("live")) as where:
        yield where


@pytest.fixture
def window(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh window; the test fails if a page broke a rule of its own or asked another host for anything."""
    context = browser.new_context(base_url=address, viewport={"width": 1440, "height": 900})
    complaints: list[str] = []
    context.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    context.on("weberror", lambda raised: complaints.append(str(raised.error)))
    context.on(
        "request",
        lambda sent: complaints.append(f"asked {sent.url}") if urlsplit(sent.url).hostname != "127.0.0.1" else None,
    )
    yield context.new_page()
    context.close()
    assert complaints == []
