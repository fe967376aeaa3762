"""What stands around every page: language, sections, who is signed in."""

from __future__ import annotations

from typing import Any, Final

from flask import Blueprint, current_app, g, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _later
from werkzeug.wrappers import Response as BaseResponse

from service import context
from service.security.current import can, current_account
from service.security.permissions import Permission
from service.web import formats
from service.web.language import COOKIE, LANGUAGES, NAMES, SHORT_NAMES, language_of_path, preferred, same_page_in
from service.web.presenters.citation import cite, cite_short
from service.web.presenters.people import Person, person

YEAR: Final = 31_536_000
SECTIONS: Final = (
    ("home", "web.home", _later("Today")),
    ("acts", "web.acts", _later("Laws")),
    ("bills", "web.bills", _later("Bills")),
    ("clarity", "web.clarity", _later("Clarity")),
    ("powers", "web.powers", _later("Powers")),
)


def carry_language(web: Blueprint) -> None:
    """Take the language out of each address before its view, put it into each address that a page makes."""

    @web.url_value_preprocessor
    def take(_endpoint: str | None, values: dict[str, Any] | None) -> None:
        g.language = (values or {}).pop("language", None) or preferred(request)

    @web.url_defaults
    def give(_endpoint: str, values: dict[str, Any]) -> None:
        values.setdefault("language", g.get("language") or preferred(request))

    @web.after_request
    def remember(response: BaseResponse) -> Any:
        if request.cookies.get(COOKIE) != context.language():
            response.set_cookie(
                COOKIE, context.language(), max_age=YEAR, httponly=True, samesite="Lax", secure=request.is_secure
            )
        return response


def reader() -> Person | None:
    """The person who is signed in, as pages show them."""
    account = current_account()
    return None if account is None else person(account, context.language())


def names() -> dict[str, Any]:
    """Names that every template knows."""
    return {
        "language": page_language(),
        "language_names": NAMES,
        "short_names": SHORT_NAMES,
        "own_first": sorted(LANGUAGES, key=lambda code: code != page_language()),
        "other_languages": {code: same_page_in(code, g.get("place", "")) for code in LANGUAGES},
        "sections": SECTIONS,
        "section": g.get("section", ""),
        "account": reader(),
        "here": request.full_path.rstrip("?") if request.method == "GET" else "",
        "api_docs": _api_docs(),
    }


def functions() -> dict[str, Any]:
    """Functions that every template and every macro knows; each asks for the language of its request."""
    return {
        "day": lambda value: formats.day(value, page_language()),
        "moment": lambda value: formats.moment(value, page_language()),
        "number": lambda value: formats.number(value, page_language()),
        "signed": formats.signed,
        "may": lambda name: can(Permission(name)),
        "cited": lambda address: cite(address, page_language()),
        "short": lambda address: cite_short(address, page_language()),
        "page_language": page_language,
    }


def page_language() -> str:
    """Language of the page: of its address, else (error pages, the bare address) the one that is preferred."""
    if "language" not in g:
        g.language = language_of_path(request.path) or preferred(request)
    return str(g.language)


def find_language() -> None:
    """Settle the language before anything is said, also on pages that are not there."""
    page_language()


def at_place(identifier: str) -> None:
    """Say which provision the page was opened at, by its id: the links to the other language lead there."""
    g.place = identifier


def in_section(name: str) -> None:
    """Say which section this page belongs to, for the navigation."""
    g.section = name


def _api_docs() -> str:
    for endpoint in ("openapi.swagger", "openapi.openapi"):
        if endpoint in current_app.view_functions:
            return url_for(endpoint)
    return ""


__all__ = [
    "_", "at_place", "carry_language", "find_language", "functions", "in_section", "names", "page_language", "reader",
]  # fmt: skip
