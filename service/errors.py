"""Mistakes that a person makes, as opposed to defects of ours.

Every such mistake is a `UserError`: a code of the message catalogue (`messages/errors.toml`) and the
particulars that fill the sentence. The command line prints the sentence and ends with 2, the web shows
it on the page, the API answers with problem details (RFC 9457). None of them ever shows a traceback.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

LANGUAGES = ("ru", "kk", "en")


@dataclass(frozen=True)
class Phrase:
    """A part of a sentence that is itself in the catalogue, so that it comes in the sentence's language."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)


class UserError(Exception):
    """Something asked for that cannot be done as asked.

    `code` names the sentence in the catalogue, `params` fill it, `status` is the HTTP status.
    `field` names the form field or parameter at fault, where there is one.
    """

    status = 400

    def __init__(self, code: str, /, *, field: str | None = None, **params: Any) -> None:
        self.code = code
        self.field = field
        self.params = params
        super().__init__(code)

    def message(self, language: str = "ru") -> str:
        """The sentence in `language` (ru, kk or en): what is wrong and what to do."""
        return message(self.code, language, {"field": self.field, **self.params})

    def __str__(self) -> str:
        return self.message("en")


class Unauthenticated(UserError):
    """Signing in (or a valid token) is needed."""

    status = 401


class Forbidden(UserError):
    """The person may not do this."""

    status = 403


class NotFound(UserError):
    """What was asked for is not there."""

    status = 404


class Conflict(UserError):
    """Somebody else changed it first, or it exists already."""

    status = 409


class TooLarge(UserError):
    """The upload or field is over its limit."""

    status = 413


class Invalid(UserError):
    """A value does not fit its field."""

    status = 422


class TooMany(UserError):
    """Too many attempts; `params["seconds"]` says how long to wait."""

    status = 429


class Busy(UserError):
    """Others are at it; trying again after `seconds` helps."""

    status = 503
    seconds = 60


def message(code: str, language: str, params: dict[str, Any]) -> str:
    """Sentence `code` of the catalogue in `language`, filled with `params`; KeyError for an unknown code."""
    chosen = language if language in LANGUAGES else "ru"
    filled = {
        name: message(value.code, chosen, value.params) if isinstance(value, Phrase) else value
        for name, value in params.items()
    }
    return catalogue()[code][chosen].format(**filled)


@lru_cache(maxsize=1)
def catalogue() -> dict[str, dict[str, str]]:
    """The message catalogue: code → language → sentence."""
    with resources.files("service.messages").joinpath("errors.toml").open("rb") as source:
        return tomllib.load(source)
