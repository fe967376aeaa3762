"""Mistakes and defects as pages: a sentence in the reader's language that says what to do next."""

from __future__ import annotations

import logging
from typing import Any, Final

from flask import Flask, Response, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
from werkzeug.routing.exceptions import RequestRedirect

from service.errors import Busy, Unauthenticated, UserError
from service.store.failures import is_busy
from service.web.shell import page_language

log = logging.getLogger(__name__)
_WRITTEN: Final = ("instruction", "text", "joint", "reason", "note")
"""First words of the names of fields that people write in."""
_MOST_TYPED: Final = 200_000


def register(app: Flask) -> None:
    """Answer errors of pages with pages; the application answers those of the API itself, before these."""
    app.register_error_handler(UserError, _user_error)
    app.register_error_handler(CSRFError, _stale_form)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(500, _defect)
    app.after_request(_say_when)


def page(
    status: int, title: str, *sentences: str, near: list[tuple[str, str]] | None = None, typed: list[str] | None = None
) -> tuple[str, int]:
    """An error page: a title, sentences, places near the one that was asked for as (words, address), words typed."""
    return (
        render_template(
            "error.html", status=status, heading=title, sentences=sentences, near=near or [], typed=typed or []
        ),
        status,
    )


def _user_error(error: UserError) -> Any:
    if isinstance(error, Unauthenticated) and error.code == "sign_in_needed":
        if typed := _typed():
            said = _("You were signed out while you wrote. Sign in again; nothing was changed.")
            return page(error.status, _title(error.status), said, typed=typed)
        return redirect(url_for("web.sign_in", next=request.full_path if request.method == "GET" else ""))
    if isinstance(error, Busy):
        return _busy(error)
    return page(error.status, _title(error.status), error.message(page_language()), near=g.get("near"))


def _http_error(error: HTTPException) -> Any:
    if isinstance(error, RequestRedirect) or error.response is not None:
        return error
    status = error.code or 500
    return page(status, _title(status), *_advice(error))


def _stale_form(error: CSRFError) -> Any:
    return page(
        400,
        _("This form has gone stale"),
        _("Go back, reload the page and send it again: nothing was changed."),
        typed=_typed(),
    )


def _typed() -> list[str]:
    """What a person wrote into a form that cannot be taken, to be copied from the page; no passwords, no marks."""
    if request.method != "POST":
        return []
    found = [words for name, words in request.form.items() if name.split("-")[0] in _WRITTEN and words.strip()]
    return [words[:_MOST_TYPED] for words in found]


def _defect(error: Exception) -> Any:
    """A defect of ours: it is in the log with its trace; the reader gets no trace. A busy database is none."""
    original = getattr(error, "original_exception", None) or error
    if is_busy(original):
        log.error("the database did not take %s %s", request.method, request.path, exc_info=original)
        return _busy(Busy("database_busy"))
    log.error("page failed: %s %s", request.method, request.path, exc_info=original)
    return page(500, _title(500), *_advice(None))


def _busy(error: Busy) -> Any:
    return page(error.status, _title(error.status), error.message(page_language()))


def _say_when(response: Response) -> Response:
    """Tell how long to wait, also where a form came back with what was typed and the sentence beside it."""
    if response.status_code == Busy.status:
        response.headers.setdefault("Retry-After", str(Busy.seconds))
    return response


def _title(status: int) -> str:
    titles: dict[int, str] = {
        400: _("This cannot be read"),
        401: _("Please sign in"),
        403: _("You may not do this"),
        404: _("There is no such page"),
        409: _("Somebody was quicker"),
        413: _("This is too long"),
        422: _("This does not fit"),
        429: _("Too many attempts"),
        500: _("Something broke on our side"),
        503: _("Others are writing just now"),
    }
    return titles.get(status) or str(_("This did not work"))


def _advice(error: HTTPException | None) -> tuple[str, ...]:
    status = 500 if error is None else error.code or 500
    if isinstance(error, RequestEntityTooLarge):
        return (_("What you sent is larger than the service takes. Shorten it, or send it in parts."),)
    return {
        404: (_("The address may be mistyped, or the page has moved. Start from the laws or the bills, or search."),),
        405: (_("This address takes forms only. Go back to the page you came from."),),
        403: (_("Your account has no right to this. If you need it, ask the administrator of the service."),),
        429: (_("Wait a little and try again."),),
        500: (_("It is in the log. Try again; if it happens once more, tell the administrator what you did."),),
    }.get(status, (_("Go back and try again. Nothing was changed."),))
