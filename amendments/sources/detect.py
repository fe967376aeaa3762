"""A file of any kind: what it is, by its first bytes, and its text."""

from __future__ import annotations

import codecs
from typing import Final

from amendments.sources.akn import read_akn
from amendments.sources.docx import Tracked, read_docx
from amendments.sources.error import SourceError
from amendments.sources.html import read_html
from amendments.sources.limits import FILE_BYTES, check_size
from amendments.sources.package import OLE
from amendments.sources.pdf import read_pdf
from amendments.sources.plain import read_plain
from amendments.sources.source import Source

_PAGE: Final = (b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<meta")
_LOOKED_AT: Final = 2048


def read_source(data: bytes, *, language: str = "", tracked: Tracked = "refuse", limit: int = FILE_BYTES) -> Source:
    """The text of an act in a file of whatever kind: Word, PDF, a page of Әділет, Akoma Ntoso, text or Markdown.

    The kind is told by the content, never by a name. `language` (ru, kk) is taken where the text does not
    tell; `tracked` is for Word files, see `read_docx`; `limit` is the greatest size in bytes. Raises SourceError
    with a sentence for the person who chose the file.
    """
    check_size(len(data), limit)
    start = data[:_LOOKED_AT].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if data.startswith((b"PK", OLE)):
        return read_docx(data, language=language, limit=limit, tracked=tracked)
    if start.startswith(b"%pdf"):
        return read_pdf(data, language=language, limit=limit)
    if start.startswith(b"{\\rtf"):
        raise SourceError("rtf")
    if start.startswith(_PAGE) or (start.startswith(b"<?xml") and b"<html" in start):
        return read_html(data, language=language, limit=limit)
    if start.startswith((b"<?xml", b"<akomantoso", b"<!doctype")) or data.startswith((b"<\0?\0", b"\xff\xfe<\0?\0")):
        return read_akn(data, language=language, limit=limit)
    return read_plain(data, language=language, limit=limit)
