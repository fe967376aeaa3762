"""Word documents with tracked changes, as files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Final

from flask import Response, send_file

from amendments.documents import redline_docx
from amendments.operations.redline import Row

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ANSWER: Final = {
    "description": "A Word document: accepting all changes gives the new text, rejecting all the old one.",
    "content": {DOCX: {"schema": {"type": "string", "format": "binary"}}},
}
TABLE: Final = {
    "description": "A Word document with the comparative table in the Government's form.",
    "content": {DOCX: {"schema": {"type": "string", "format": "binary"}}},
}
NOBODY: Final = "Tüzetu"
"""Who signs changes that no person or act is known to have made."""


def word(rows: Iterable[Row], name: str, *, title: str, author: str, at: datetime | date, language: str) -> Response:
    """A redline as a Word file called `name`.docx; `author` and `at` sign its changes."""
    moment = at if isinstance(at, datetime) else datetime.combine(at, time(12), UTC)
    content = redline_docx(rows, title=title, author=author or NOBODY, at=moment, language=language)
    return sent(content, name)


def sent(content: bytes, name: str) -> Response:
    """A Word file called `name`.docx."""
    return send_file(BytesIO(content), mimetype=DOCX, as_attachment=True, download_name=f"{name}.docx")
