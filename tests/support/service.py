"""A running application on a database, and a browser-like client of it, for tests of security, web and API."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask

from service import context
from service.app import create_app
from service.config import load

KEY = "k" * 40


@contextmanager
def application(database_url: str, folder: Path, **variables: str) -> Iterator[Flask]:
    """The application on a migrated database; its connections are given back at the end."""
    environment = {"TUZETU_DATABASE_URL": database_url, "TUZETU_SECRET_KEY": KEY, "TUZETU_DATA": str(folder)}
    app = create_app(load(environment | variables))
    app.testing = True
    try:
        yield app
    finally:
        app.extensions[context.DATABASE_KEY].close()


def form_token(page: str) -> str:
    """The token that a page's form carries."""
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert found is not None, "the page has no form token"
    return found[1]


def bearer(secret: str) -> dict[str, Any]:
    """Headers of an API request with a token."""
    return {"Authorization": f"Bearer {secret}"}
