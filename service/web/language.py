"""The language of a page stands in its address: /ru/…, /kk/…."""

from __future__ import annotations

from typing import Final

from flask import Request, request

LANGUAGES: Final = ("ru", "kk")
DEFAULT: Final = "ru"
COOKIE: Final = "tuzetu_language"
# Names as their own speakers write them; never translated.
NAMES: Final = {"ru": "Русский", "kk": "Қазақша"}
SHORT_NAMES: Final = {"ru": "Рус", "kk": "Қаз"}


def preferred(asked: Request) -> str:
    """The language for an address without one: chosen earlier, else the browser's, else Russian."""
    chosen = asked.cookies.get(COOKIE, "")
    if chosen in LANGUAGES:
        return chosen
    return asked.accept_languages.best_match(LANGUAGES, DEFAULT) or DEFAULT


def language_of_path(path: str) -> str | None:
    """The language that a path begins with, or None."""
    first = path.lstrip("/").split("/", 1)[0]
    return first if first in LANGUAGES else None


def same_page_in(language: str, place: str = "") -> str:
    """The address of this page in another language: same page, same filters, and the `place` (an id) where known."""
    path = request.path
    if language_of_path(path) is None:
        return f"/{language}/"
    rest = path.lstrip("/").split("/", 1)
    query = request.query_string.decode("utf-8", "replace")
    page = f"/{language}/{rest[1] if len(rest) > 1 else ''}" + (f"?{query}" if query else "")
    return f"{page}#{place}" if place else page
