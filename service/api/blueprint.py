"""The API's blueprint, and the two ways to add an address to it: `reads` and `writes`.

Everything that must hold for each address is done here once: who may, the language, the form of the body, which
problems are documented.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from typing import Any, Final, TypeVar

from flask import g, request
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import BaseModel

from service import context
from service.api import errors
from service.api.language import reader_language
from service.api.problems import MEDIA_TYPE, TYPES, ApiError
from service.api.wording import codes, title
from service.errors import UserError
from service.security.current import account_id, check
from service.security.limits import limiter
from service.security.permissions import Permission, allowed
from service.store.tables import Role

PREFIX: Final = "/api/v1"
BODY_LIMIT: Final = 2 * 1024 * 1024
"""Greatest body in bytes: the longest instruction (200,000 characters) with room for JSON's escapes."""
HEAVY: Final = 10
"""How many ordinary requests one that computes for long counts as."""
SCHEME: Final = "token"
"""Name of the security scheme in the description."""

View = TypeVar("View", bound=Callable[..., Any])
Content = dict[str, Any]

PROBLEMS: Final = {
    400: ("json_malformed", "The request cannot be read: malformed JSON, wrong encoding."),
    401: ("token_needed", "A token is needed, or the one given is not valid."),
    403: ("not_allowed", "The token's account or scope does not allow this."),
    404: ("act_not_found", "There is no such thing."),
    409: ("amendment_not_applied", "This cannot be done as things stand."),
    413: ("body_too_large", f"The body is larger than {BODY_LIMIT // 1024 // 1024} MB, or too much work is asked for."),
    415: ("media_type", "The body is not application/json."),
    422: ("request_invalid", "A value does not fit its description."),
    429: ("too_many_requests", "Too many requests; Retry-After says how many seconds to wait."),
    500: ("internal_error", "A defect on our side; it is in the log."),
}
"""Status → the code of a problem that has it, as an example, and what it means."""
_ALWAYS = (401, 422, 429, 500)
_WITH_BODY = (400, 413, 415)


def _problem(status: int) -> Content:
    """A problem in the description, with an example."""
    code, about = PROBLEMS[status]
    example = {
        "type": f"{TYPES}/{code}",
        "title": title(status, "en"),
        "status": status,
        "detail": codes()[code]["en"],
        "instance": f"{PREFIX}/acts/demo-1",
        "code": code,
        "errors": [],
    }
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}, "example": example}}
    return {"description": about, "content": content}


def _operation_id(*, name: str, path: str, method: str) -> str:
    """Operations are called as their functions; `path` and `method` are part of the signature that is asked for."""
    return name


api = APIBlueprint("api", __name__, url_prefix=PREFIX, operation_id_callback=_operation_id)
errors.attach(api)
needs: dict[str, Permission] = {}
"""Endpoint → the permission that a request for it must have."""
closed: set[str] = set()
"""Endpoints that are not for visitors."""


def reads(
    rule: str,
    answer: type[BaseModel] | Content,
    tag: Tag,
    *,
    permission: Permission = Permission.READ,
    personal: bool = False,
    heavy: bool = False,
    problems: tuple[int, ...] = (),
) -> Callable[[View], View]:
    """Decorate a view that answers GET: `answer` is the model of its success, `problems` what it may say besides.

    `personal`: it is about the caller, so that a token is needed whatever the permission. `heavy`: it computes for
    long, so that one caller may ask a tenth as often.
    """
    return _adding(api.get, rule, {200: answer}, tag, permission, problems, personal=personal, heavy=heavy)


def writes(
    rule: str,
    answer: type[BaseModel],
    tag: Tag,
    *,
    permission: Permission,
    status: int = 201,
    heavy: bool = False,
    problems: tuple[int, ...] = (),
) -> Callable[[View], View]:
    """Decorate a view that answers POST with a JSON body; `heavy` as for `reads`."""
    return _adding(api.post, rule, {status: answer}, tag, permission, (*_WITH_BODY, *problems), heavy=heavy)


def deletes(
    rule: str, answer: type[BaseModel], tag: Tag, *, permission: Permission, problems: tuple[int, ...] = ()
) -> Callable[[View], View]:
    """Decorate a view that answers DELETE."""
    return _adding(api.delete, rule, {200: answer}, tag, permission, problems)


def _adding(
    add: Callable[..., Any],
    rule: str,
    answers: dict[int, Any],
    tag: Tag,
    permission: Permission,
    problems: tuple[int, ...],
    *,
    personal: bool = False,
    heavy: bool = False,
) -> Callable[[View], View]:
    public = allowed(Role.VISITOR, permission) and not personal
    documented = {status: _problem(status) for status in sorted({*_ALWAYS, *problems, *(() if public else (403,))})}

    def decorate(view: View) -> View:
        endpoint = f"{api.name}.{view.__name__}"
        needs[endpoint] = permission
        if not public:
            closed.add(endpoint)
        summary, _, description = (inspect.getdoc(view) or "").partition("\n")
        add(
            rule,
            tags=[tag],
            summary=summary,
            description=description.strip() or summary,
            responses={**answers, **documented},
            security=[{}, {SCHEME: []}] if public else [{SCHEME: []}],
        )(limiter.shared_limit(_heavy_rate, scope="api-heavy")(view) if heavy else view)
        return view

    return decorate


def _heavy_rate() -> str:
    return f"{max(1, context.settings().rate_limit // HEAVY)} per minute"


@api.before_request
def admit() -> None:
    """Before any view: the language of the answer, whether this caller may, whether the body can be read."""
    g.language = reader_language()
    endpoint = request.endpoint or ""
    check(needs[endpoint])
    if endpoint in closed:
        account_id()
    request.max_content_length = BODY_LIMIT
    if request.method in ("POST", "PUT", "PATCH"):
        _check_json()


def _check_json() -> None:
    """Raise unless the body is a JSON object."""
    if (request.content_length or 0) > BODY_LIMIT:
        raise ApiError(413, "body_too_large", limit=BODY_LIMIT // 1024)
    if not request.is_json:
        error = UserError("media_type")
        error.status = 415
        raise error
    try:
        content = json.loads(request.get_data(cache=True).decode("utf-8"))
    except UnicodeDecodeError:
        raise ApiError(400, "json_encoding") from None
    except json.JSONDecodeError as error:
        raise ApiError(400, "json_malformed", line=error.lineno, column=error.colno) from None
    except (RecursionError, ValueError):  # nested a thousand deep, or a number of thousands of digits
        raise ApiError(400, "json_too_deep") from None
    if not isinstance(content, dict):
        raise ApiError(422, "value_object", field="")


__all__ = ["BODY_LIMIT", "PREFIX", "PROBLEMS", "SCHEME", "api", "deletes", "needs", "reads", "writes"]
