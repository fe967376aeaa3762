"""The language of sentences in answers: `?lang=`, else Accept-Language, else Russian."""

from __future__ import annotations

from flask import request

from service.errors import LANGUAGES

DEFAULT = "ru"


def reader_language() -> str:
    """Language that the caller reads: ru, kk or en. Texts of laws are in the language that their address names."""
    asked = request.args.get("lang", "")
    if asked in LANGUAGES:
        return asked
    return request.accept_languages.best_match(LANGUAGES, DEFAULT) or DEFAULT
