"""Pages that answer at once where the work is short, and lead to the job's page where it is long."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from io import BytesIO
from typing import Any, ParamSpec

from flask import copy_current_request_context, g, redirect, request, send_file, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.http import parse_options_header
from werkzeug.wrappers import Response

from service import context
from service.errors import NotFound, message
from service.jobs.running import JobState, Made, Outcome, Tell, Work, begin, mine
from service.security.current import account_id, current_account
from service.web.shell import page_language

P = ParamSpec("P")
PATIENCE = 0.7
"""Seconds that a reader waits for the outcome itself, before the job's page is shown."""


def run(kind: str, subject: str, work: Work, *, origin: str = "") -> Outcome | Response:
    """Do `work` as a job of the reader: its outcome where it ends soon, else the way to the job's page.

    Raises what the work raises, where it ends soon. A job that ended soon leaves no trace. `work` runs in a thread of
    its own, without a request: it must be given all that it needs. `origin` is the page to begin it from again, if
    not the one that is asked for.
    """
    running = begin(context.settings().data, kind, account_id(), work, subject=subject[:80], origin=origin or _here())
    try:
        outcome = running.ended(PATIENCE)
    except Exception:
        running.forget()
        raise
    finally:
        context.refresh()
    if outcome is None:
        return redirect(url_for("web.job", job_id=running.job.id), 303)
    running.forget()
    return outcome


def said(code: str, params: dict[str, object]) -> str:
    """The sentence of an outcome in the page's language."""
    return message(code, page_language(), params)


def address_of(place: Mapping[str, str], anchor: str | None = None) -> str:
    """The address of a place that an outcome names: the view as "endpoint", and what it takes.

    The language of a text is left out where it is the page's own.
    """
    values: dict[str, Any] = {name: value for name, value in place.items() if name != "endpoint"}
    if values.get("text") == page_language():
        del values["text"]
    return url_for(place["endpoint"], _anchor=anchor, **values)


def file_job(kind: str) -> Callable[[Callable[P, Response]], Callable[P, Response]]:
    """Decorate a view that makes a file: the file itself where it is made soon, else the page of a job that makes it.

    Visitors, who have no jobs, always wait for the file. Asking again for a file that is being made leads to its job.
    """

    def decorate(view: Callable[P, Response]) -> Callable[P, Response]:
        @wraps(view)
        def answered(*args: P.args, **kwargs: P.kwargs) -> Response:
            if current_account() is None:
                return view(*args, **kwargs)
            for job in mine(context.settings().data, account_id()):
                if job.state is JobState.RUNNING and (job.kind, job.origin) == (kind, _here()):
                    return redirect(url_for("web.job", job_id=job.id), 303)
            language = page_language()
            refused: list[HTTPException] = []

            @copy_current_request_context
            def make(_tell: Tell) -> Outcome:
                g.language = language
                try:
                    return _outcome(view(*args, **kwargs))
                except HTTPException as error:
                    refused.append(error)
                    raise NotFound("file_not_there") from error

            subject = str(kwargs.get("number") or kwargs.get("code") or request.args.get("act", ""))
            try:
                outcome = run(kind, subject, make)
            except NotFound:
                if refused:
                    raise refused[0] from None
                raise
            if isinstance(outcome, Response) or outcome.made is None:
                return outcome if isinstance(outcome, Response) else redirect(url_for("web.jobs"))
            made = outcome.made
            return send_file(
                BytesIO(made.content), mimetype=made.media_type, as_attachment=True, download_name=made.name
            )

        return answered

    return decorate


def _outcome(answer: Response) -> Outcome:
    answer.direct_passthrough = False
    _, options = parse_options_header(answer.headers["Content-Disposition"])
    return Outcome("file_made", made=Made(options["filename"], answer.headers["Content-Type"], answer.get_data()))


def _here() -> str:
    return request.full_path.rstrip("?")
