"""Every mistake and defect under /api/ becomes problem details, whatever raised it and wherever."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import singledispatch
from typing import NoReturn

from flask import Blueprint, Flask, Response, request
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException, default_exceptions

from service.api.language import reader_language
from service.api.problems import MEDIA_TYPE, Fault, UnknownPlace, answer
from service.api.values import field_problems
from service.api.wording import say
from service.errors import Busy, TooMany, UserError, message
from service.store.deciding import Overtaken
from service.store.failures import is_busy

log = logging.getLogger(__name__)

PREFIX = "/api/"
_CODES = {
    400: "bad_request",
    404: "page_not_found",
    405: "method_not_allowed",
    413: "request_too_large",
    415: "media_type",
    429: "too_many_requests",
    500: "internal_error",
}
_KEPT_HEADERS = ("Allow", "Retry-After")
_WAIT = 60
"""Seconds to wait where nobody knows better."""


class InvalidRequest(Exception):
    """Values of a request that do not fit their description."""

    def __init__(self, cause: ValidationError) -> None:
        super().__init__(cause.title)
        self.cause = cause


def refuse(cause: ValidationError) -> NoReturn:
    """What the description's checks call for a request that does not fit."""
    raise InvalidRequest(cause)


def attach(api: Blueprint) -> None:
    """Answer errors of the API's views with problems."""
    for kind in (InvalidRequest, UserError):
        api.register_error_handler(kind, _answer)
    for status in default_exceptions:
        api.register_error_handler(status, _answer)


def register(app: Flask) -> None:
    """Turn what is refused before any view into problems too."""
    app.before_request(_no_such_address)
    app.after_request(_only_problems)


def _no_such_address() -> Response | None:
    """An address or method that the API does not have; redirects go on."""
    wrong = request.routing_exception
    if wrong is None or not request.path.startswith(PREFIX) or (wrong.code or 500) < 400:
        return None
    return answer(_fault(wrong))


def _answer(error: Exception) -> Response | HTTPException:
    """The answer to anything that was raised while a request of the API was worked on.

    The trace of a defect of ours goes to the log; the answer tells nothing of it.
    """
    if isinstance(error, HTTPException) and error.response is not None:
        return error
    original = getattr(error, "original_exception", None)
    return answer(_fault(original or error))


def _only_problems(response: Response) -> Response:
    """The net under the handlers: what an extension refused before any view (too often) is a problem too."""
    refused = response.status_code >= 400 and response.mimetype != MEDIA_TYPE
    if not (refused and request.path.startswith(PREFIX)):
        return response
    return answer(_http_fault(response.status_code, response.headers.items()))


@singledispatch
def _fault(error: BaseException) -> Fault:
    if is_busy(error):
        log.error("the database did not take %s %s", request.method, request.path, exc_info=error)
        return _plain(503, "database_busy", {"Retry-After": str(_WAIT)})
    log.error("API failed: %s %s", request.method, request.path, exc_info=error)
    return _plain(500, "internal_error", {})


@_fault.register
def _(error: InvalidRequest) -> Fault:
    language = reader_language()
    errors = field_problems(error.cause, language)
    first = errors[0]["detail"]
    detail = first if len(errors) == 1 else say("request_invalid", language, count=len(errors), first=first)
    return Fault(422, "request_invalid", detail, tuple(errors))


@_fault.register
def _(error: UserError) -> Fault:
    """A mistake that the store, the security or a view found."""
    language = reader_language()
    code, detail = error.code, error.message(language)
    headers: dict[str, str] = {}
    if error.status == 401:
        headers["WWW-Authenticate"] = _challenge(error.code)
    if error.code == "sign_in_needed":  # pages are signed in to, the API takes tokens
        code, detail = "token_needed", say("token_needed", language)
    if isinstance(error, TooMany):
        headers["Retry-After"] = str(error.params.get("seconds", _WAIT))
    if isinstance(error, Busy):
        headers["Retry-After"] = str(error.seconds)
    errors = ({"pointer": f"/{error.field}", "in": _place(error.field), "detail": detail},) if error.field else ()
    nearest = error.nearest if isinstance(error, UnknownPlace) else ()
    return Fault(error.status, code, detail, errors, nearest, headers)


@_fault.register
def _(error: Overtaken) -> Fault:
    """Somebody was quicker: each amendment that it is about is named by its place in the body, or else by number."""
    language = reader_language()
    body = request.get_json(silent=True)
    given = [one.get("number") for one in body.get("amendments", ())] if isinstance(body, dict) else []
    errors = []
    for number in error.numbers:
        place = f"/amendments/{given.index(number)}" if number in given else "/decision"
        detail = say("amendment_overtaken", language, number=number)
        errors.append({"pointer": place, "in": "body" if number in given else "path", "detail": detail})
    return Fault(error.status, error.code, error.message(language), tuple(errors))


@_fault.register
def _(error: HTTPException) -> Fault:
    """What Flask, Werkzeug or an extension refused: no such address, another method, too often, too large."""
    return _http_fault(error.code or 500, error.get_headers())


def _http_fault(status: int, given: Iterable[tuple[str, str]]) -> Fault:
    headers = {name: value for name, value in given if name in _KEPT_HEADERS}
    if status == 429:
        headers.setdefault("Retry-After", str(_WAIT))
    return _plain(status, _CODES.get(status, "request_failed"), headers)


def _plain(status: int, code: str, headers: dict[str, str]) -> Fault:
    return Fault(status, code, message(code, reader_language(), {"status": status}), headers=headers)


def _place(field: str) -> str:
    if field in (request.view_args or {}):
        return "path"
    return "body" if request.method in ("POST", "PUT", "PATCH") else "query"


def _challenge(code: str) -> str:
    """What a 401 asks for (RFC 6750)."""
    realm = 'Bearer realm="tuzetu"'
    return f'{realm}, error="invalid_token"' if code == "token_invalid" else realm
