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
    # not `best_match`: it prefers an exact «ru» of low quality to the «kk-KZ» that stands before it
    liked = (tag.split("-")[0].lower() for tag, quality in request.accept_languages if quality > 0)
    return next((language for language in liked if language in LANGUAGES), DEFAULT)
