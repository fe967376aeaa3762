"""Texts as files: Word with tracked changes, PDF, and the text alone in every form."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from io import BytesIO
from typing import Final, Literal

from flask import Response, send_file

from amendments.documents import redline_docx
from amendments.operations.redline import Row
from service.api.problems import ApiError
from service.printing import MEDIA, PDF, SERVICE, foot, noon

DOCX: Final = MEDIA["docx"]
ANSWER: Final = {
    "description": "A Word document: accepting all changes gives the new text, rejecting all the old one.",
    "content": {DOCX: {"schema": {"type": "string", "format": "binary"}}},
}
TABLE: Final = {
    "description": "A Word document with the comparative table in the Government's form.",
    "content": {DOCX: {"schema": {"type": "string", "format": "binary"}}},
}
_BINARY: Final = {"schema": {"type": "string", "format": "binary"}}
MARKED_PDF: Final = {
    "description": "A PDF with the changes marked: new words underlined, deleted ones struck through.",
    "content": {PDF: _BINARY},
}
CLEAN: Final = {
    "description": "The text alone, nothing marked: Word, PDF, Akoma Ntoso or plain text.",
    "content": {media.partition(";")[0]: _BINARY for media in MEDIA.values()},
}
Form = Literal["docx", "pdf", "akn", "txt"]


def word(
    rows: Iterable[Row], name: str, *, title: str, author: str, at: datetime | date, language: str, invented: bool
) -> Response:
    """A redline as a Word file called `name`.docx; `author` and `at` sign its changes.

    `invented` is true for a text of the demonstration: then each page says so.
    """
    moment = at if isinstance(at, datetime) else noon(at)
    footnote = foot(language, invented=invented)
    content = redline_docx(rows, title=title, author=author or SERVICE, at=moment, language=language, footnote=footnote)
    return sent(content, name)


def sent(content: bytes, name: str, form: Form = "docx") -> Response:
    """A file called `name`.`form`."""
    return send_file(BytesIO(content), mimetype=MEDIA[form], as_attachment=True, download_name=f"{name}.{form}")


def text_alone(content: bytes | None, name: str, form: Form) -> Response:
    """A text in a form; a problem (409) for an act whose date of adoption Akoma Ntoso needs and nobody knows."""
    if content is None:
        raise ApiError(409, "no_adoption_date")
    return sent(content, name, form)
