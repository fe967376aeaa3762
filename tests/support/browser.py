"""A real Chromium for tests and screenshots, kept from looking anything up outside."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ABSENT = "There is no Chromium here: install it (on Debian: apt-get install chromium), or name it in TUZETU_CHROMIUM."
FLAGS = (
    "--no-sandbox",  # tests run as root in CI; the pages are our own
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--font-render-hinting=none",
)


def find_chromium() -> Path | None:
    """The Chromium named in TUZETU_CHROMIUM, else the one on the path, else none."""
    named = os.environ.get("TUZETU_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    return Path(named) if named and Path(named).exists() else None


@contextmanager
def launched(executable: Path) -> Iterator[Browser]:
    """A headless Chromium for the length of the block."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(executable), args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()
