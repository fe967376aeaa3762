"""Pages kept as the bytes they were sent as, for as long as nothing that they show has changed.

A page is kept for the one who read it: names, rights and forms on it are theirs. The token of its forms is cut out and
put in anew for every answer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import Response, g, request, session
from flask_wtf.csrf import generate_csrf
from werkzeug.wrappers import Response as BaseResponse

from service import context
from service.clock import today
from service.security.current import current_account
from service.store.audit import last_change
from service.store.cache import cache_of

P = ParamSpec("P")
_FLASHES = "_flashes"  # where flask keeps what is to be said once, on the next page
_TOKEN = "csrf_token"  # noqa: S105 - where flask-wtf keeps the token of a request
_HTML = "text/html; charset=utf-8"


def kept(view: Callable[P, str | BaseResponse]) -> Callable[P, str | BaseResponse]:
    """Decorate the view of a page that depends on its address, its reader, the day and what the journal records."""

    @wraps(view)
    def answered(*args: P.args, **kwargs: P.kwargs) -> str | BaseResponse:
        if request.method != "GET" or session.get(_FLASHES):
            return view(*args, **kwargs)
        store, account = context.reading(), current_account()
        reader = (account.id, account.session_number) if account is not None else None
        key = ("page", request.full_path, reader, today(), last_change(store))
        made: list[BaseResponse] = []

        def make() -> tuple[bytes, ...]:
            page = view(*args, **kwargs)
            if not isinstance(page, str):
                made.append(page)
                raise _NoPage
            token = g.get(_TOKEN)  # there is one where the page has a form
            return tuple(page.encode().split(token.encode())) if token else (page.encode(),)

        try:
            pieces = cache_of(store).get(key, make, lambda parts: sum(map(len, parts)))
        except _NoPage:
            return made[0]
        token = generate_csrf().encode() if len(pieces) > 1 else b""
        return Response(token.join(pieces), content_type=_HTML)

    return answered


class _NoPage(Exception):
    """The view answered with something else than a page, which is not kept."""
