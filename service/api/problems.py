"""The one shape of every error: RFC 9457 problem details, in the caller's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from flask import Response, request
from pydantic import BaseModel, Field

from service.api.language import reader_language
from service.api.wording import say, title
from service.errors import NotFound, UserError

MEDIA_TYPE = "application/problem+json"
TYPES = "/api/v1/problems"
"""Where the kinds of problems are explained; the `type` of a problem is an address below it."""


class FieldProblem(BaseModel):
    """One value that does not fit."""

    pointer: str = Field(description="JSON Pointer to the value: in the body, or the name of a parameter after «/».")
    place: str = Field(description="Where the value stands: body, query or path.", alias="in")
    detail: str = Field(description="What is wrong with it and what to do.")


class NearPlace(BaseModel):
    """A place that exists, near the one that was asked for."""

    address: str
    citation: str = Field(description="The same place as a person cites it.")


class Problem(BaseModel):
    """What went wrong, as RFC 9457 lays down; `code` names it for programs, `detail` says it to people."""

    type: str = Field(description="Address of this kind of problem; it can be opened.")
    title: str = Field(description="The status in words.")
    status: int = Field(description="HTTP status, the same as of the answer.")
    detail: str = Field(description="What is wrong and what to do, in the language of ?lang= or Accept-Language.")
    instance: str = Field(description="The address that was called.")
    code: str = Field(description="Stable name of the problem.")
    errors: list[FieldProblem] = Field(description="The values at fault, where the problem lies in single values.")
    nearest: list[NearPlace] | None = Field(None, description="For an unknown address: places near it that exist.")


@dataclass(frozen=True, slots=True)
class Fault:
    """What a problem is made from: all but the language and the address."""

    status: int
    code: str
    detail: str
    errors: tuple[Mapping[str, str], ...] = ()
    nearest: tuple[tuple[str, str], ...] = ()
    headers: dict[str, str] = field(default_factory=dict)


class ApiError(UserError):
    """A mistake in calling the API, worded in the API's own catalogue."""

    def __init__(self, status: int, code: str, *, field: str | None = None, **params: Any) -> None:
        super().__init__(code, field=field, **params)
        self.status = status

    def message(self, language: str = "ru") -> str:
        """The sentence in `language`."""
        return say(self.code, language, **self.params)


class UnknownPlace(NotFound):
    """An address that an edition does not have; `nearest` are (address, citation) of places that it has."""

    def __init__(self, address: str, nearest: Iterable[tuple[str, str]]) -> None:
        super().__init__("address_not_found", field="address", address=address[:200])
        self.nearest = tuple(nearest)

    def message(self, language: str = "ru") -> str:
        """The sentence, with the nearest places named."""
        words = super().message(language)
        if not self.nearest:
            return words
        places = "; ".join(f"{address} – {citation}" for address, citation in self.nearest)
        return f"{words} {say('nearest', language, places=places)}"


def answer(fault: Fault) -> Response:
    """The answer for a fault."""
    language = reader_language()
    content: dict[str, Any] = {
        "type": f"{TYPES}/{fault.code}",
        "title": title(fault.status, language),
        "status": fault.status,
        "detail": fault.detail,
        "instance": quote(request.path),
        "code": fault.code,
        "errors": list(fault.errors),
    }
    if fault.nearest:
        content["nearest"] = [{"address": address, "citation": citation} for address, citation in fault.nearest]
    body = Problem.model_validate(content).model_dump_json(by_alias=True, exclude_none=True)
    response = Response(body, status=fault.status, mimetype=MEDIA_TYPE)
    response.headers["Content-Language"] = language
    response.vary.add("Accept-Language")
    response.headers.update(fault.headers)
    return response
