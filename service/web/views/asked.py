"""What a request asks for, read and bounded."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import request

from service.errors import Invalid, NotFound
from service.store.paging import MAX_PAGE, Paging
from service.web.language import LANGUAGES

PER_PAGE = 50
MAX_OPEN = 200
"""Folded stretches that one address may open."""


def paging(per_page: int = PER_PAGE) -> Paging:
    """The page of a list that is asked for; page 1 where the number is no number."""
    page = request.args.get("page", 1, type=int)
    return Paging(page if 1 <= page <= MAX_PAGE else 1, per_page)


def word(name: str, known: tuple[str, ...], default: str) -> str:
    """A parameter that must be one of `known`; the default for anything else."""
    given = request.args.get(name, "")
    return given if given in known else default


def text(name: str, limit: int = 200) -> str:
    """A free parameter, trimmed and cut to `limit` characters."""
    return request.args.get(name, "").strip()[:limit]


def day(given: str) -> date:
    """A date of an address. Raises NotFound("date_form") for anything that is no date."""
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise NotFound("date_form", given=given[:40]) from None


def day_of_form(name: str) -> date:
    """A date parameter. Raises Invalid("date_form")."""
    given = request.args.get(name, "")
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise Invalid("date_form", field=name, given=given[:40]) from None


def text_language(page_language: str) -> str:
    """The language of the law's text: the page's, unless `text` asks for the other."""
    return word("text", LANGUAGES, page_language)


def opened() -> tuple[str, ...]:
    """Names of the folded stretches that are asked to be open."""
    return tuple(request.args.getlist("open")[:MAX_OPEN])


def rest(*without: str) -> dict[str, Any]:
    """The other parameters of the query, to be kept in a redirect; options of `url_for` are not the asker's to set."""
    return {name: given for name, given in request.args.items() if not name.startswith("_") and name not in without}
