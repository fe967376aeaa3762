"""The API's own sentences in three languages, beside the service's catalogue of mistakes."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any

from service.errors import LANGUAGES
from service.errors import catalogue as shared


def say(code: str, language: str, **params: Any) -> str:
    """Sentence `code` in `language` (Russian for an unknown one), filled; KeyError for an unknown code."""
    chosen = language if language in LANGUAGES else "ru"
    return own()[code][chosen].format(**params)


def title(status: int, language: str) -> str:
    """The short title of a problem with this HTTP status."""
    code = f"title_{status}"
    return say(code if code in own() else "title_other", language)


def codes() -> dict[str, dict[str, str]]:
    """Every code that a problem may carry → language → its sentence, with {names} not filled."""
    mine = {code: words for code, words in own().items() if not code.startswith(("title_", "value_", "nearest"))}
    return dict(sorted({**shared(), **mine}.items()))


@lru_cache(maxsize=1)
def own() -> dict[str, dict[str, str]]:
    """The API's catalogue: code → language → sentence."""
    with resources.files("service.api").joinpath("messages.toml").open("rb") as source:
        return tomllib.load(source)
