"""A Word document opened for writing, and its bytes: the same input gives the same file, byte for byte."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document

from amendments.documents.blank import LOCALES, Heading, blank
from amendments.documents.printed import legal
from amendments.documents.wordml import Element, run, w

_EPOCH = (1980, 1, 1, 0, 0, 0)


def new_document(
    *,
    title: str,
    author: str,
    at: datetime,
    language: str,
    styles: dict[str, Heading],
    landscape: bool = False,
    tracked: bool = False,
    footnote: str = "",
) -> Document:
    """An empty document in the official layout with its properties set.

    `at` is when the document was made and needs a time zone; `language` is ru, kk or en; `footnote` stands at the foot
    of every page. Raises ValueError.
    """
    if language not in LOCALES:
        raise ValueError(f"unknown language {language!r}; known: {', '.join(LOCALES)}")
    moment = utc(at)
    document = docx.Document(BytesIO(blank(language, styles, landscape=landscape, tracked=tracked)))
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = legal(title)[:255], author[:255], author[:255]
    properties.created = properties.modified = moment.replace(tzinfo=None)
    properties.language, properties.comments, properties.revision = LOCALES[language], "", 1
    header = document.sections[0].header
    header.is_linked_to_previous = False
    line = header.paragraphs[0]
    line.style = "header"
    line._p.append(w("fldSimple", run("2"), instr="PAGE"))
    if footnote:
        for footer in (document.sections[0].footer, document.sections[0].first_page_footer):
            footer.is_linked_to_previous = False
            footer.paragraphs[0].style = "header"
            footer.paragraphs[0]._p.append(run(footnote))
    return document


def utc(at: datetime) -> datetime:
    """The moment in UTC, whole seconds. Raises ValueError for a time without a zone."""
    if at.tzinfo is None:
        raise ValueError("a document's time needs a time zone")
    return at.astimezone(UTC).replace(microsecond=0)


def append(document: Document, *blocks: Element) -> None:
    """Put blocks at the end of the body, before the section's properties."""
    body = document.element.body
    end = body[-1]
    for block in blocks:
        end.addprevious(block)


def to_bytes(document: Document) -> bytes:
    """The document as a file. Times and order inside the archive do not depend on when and where it is made."""
    saved, out = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name))
    return out.getvalue()
