"""From the checks' findings about single values to sentences about them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from service.api.wording import say

MAX_ERRORS = 20
"""So many values are named; a request with more is wrong as a whole."""
_NAME = 60

_SENTENCES = {
    "missing": "value_missing",
    "extra_forbidden": "value_unknown",
    "string_type": "value_text",
    "string_unicode": "value_characters",
    "string_pattern_mismatch": "value_characters",
    "int_type": "value_whole",
    "int_parsing": "value_whole",
    "int_parsing_size": "value_whole",
    "int_from_float": "value_whole",
    "bool_type": "value_yes_or_no",
    "bool_parsing": "value_yes_or_no",
    "date_type": "value_date",
    "date_parsing": "value_date",
    "date_from_datetime_parsing": "value_date",
    "date_from_datetime_inexact": "value_date",
    "literal_error": "value_word",
    "enum": "value_word",
    "greater_than_equal": "value_least",
    "less_than_equal": "value_greatest",
    "string_too_long": "value_long",
    "string_too_short": "value_short",
    "model_type": "value_object",
    "model_attributes_type": "value_object",
    "dict_type": "value_object",
}


def field_problems(cause: ValidationError, language: str) -> list[dict[str, str]]:
    """The values at fault as {pointer, in, detail}, at least one."""
    place = _place(cause.title)
    found = cause.errors(include_url=False)[:MAX_ERRORS]
    return [{"pointer": _pointer(error["loc"]), "in": place, "detail": _sentence(error, language)} for error in found]


def _place(model: str) -> str:
    """Models of parameters are named after their place; everything else is a body."""
    if model.endswith("Query"):
        return "query"
    return "path" if model.endswith("Path") else "body"


def _pointer(steps: tuple[int | str, ...]) -> str:
    """A JSON Pointer (RFC 6901); "" is the whole body."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1")[:_NAME] for step in steps)


def _sentence(error: ErrorDetails, language: str) -> str:
    name = str(error["loc"][-1])[:_NAME] if error["loc"] else "JSON"
    code = _SENTENCES.get(error["type"], "value_other")
    return say(code, language, name=name, **_particulars(error.get("ctx", {}), error["input"]))


def _particulars(context: Mapping[str, Any], given: Any) -> dict[str, Any]:
    bound = next((context[key] for key in ("ge", "le", "max_length", "min_length") if key in context), "")
    known = ", ".join(re.findall(r"'([^']*)'", str(context.get("expected", ""))))
    return {"bound": bound, "known": known, "given": len(given) if isinstance(given, str) else ""}
