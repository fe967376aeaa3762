"""Files that would exhaust or mislead a careless reader, each with words of the sentence that answers it."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from typing import Final

from pypdf import PdfReader, PdfWriter

from tests.sources.test_pdf import FIRST, pdf

_W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS: Final = (
    '<Relationships><Relationship Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>'
)
_LAUGHS: Final = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ха">'
    + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
_MEGABYTE: Final = 1024 * 1024


def document(body: str, **more: bytes) -> bytes:
    """A Word document with this main part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", body)
        for name, content in more.items():
            archive.writestr(name, content)
    return out.getvalue()


def zip_bomb() -> bytes:
    """A small document that unpacks to 190 MB."""
    return document(f"<w:document {_W}/>", media=b" " * (190 * _MEGABYTE))


def two_gigabytes() -> bytes:
    """A part whose header claims two gigabytes."""
    data = bytearray(document(f"<w:document {_W}/>"))
    central = data.rindex(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 2 * 1024 * _MEGABYTE - 1)
    return bytes(data)


def xml_bomb() -> bytes:
    """A document whose entities would grow a thousand million times."""
    return document(f"{_LAUGHS}<w:document {_W}><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>")


def deep() -> bytes:
    """Elements nested a thousand deep."""
    return document("<a>" * 1000 + "</a>" * 1000)


def scan() -> bytes:
    """A PDF of three pages without text."""
    writer = PdfWriter()
    for _ in range(3):
        writer.add_blank_page(595, 842)
    return _written(writer)


def locked_pdf() -> bytes:
    """A PDF that opens with a password only."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(FIRST))))
    writer.encrypt("secret", algorithm="RC4-128")
    return _written(writer)


def locked_docx() -> bytes:
    """A Word document with a password, as Word saves it."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le")


def _written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


_PASSWORD: Final = {"ru": "защищён паролем", "kk": "құпиясөзбен қорғалған", "en": "protected with a password"}
_UNPACKS: Final = {
    "ru": "данных больше, чем допустимо",
    "kk": "рұқсат етілгеннен көп",
    "en": "more data than is allowed",
}

HOSTILE: Final[dict[str, tuple[Callable[[], bytes], dict[str, str]]]] = {
    "zip bomb": (zip_bomb, _UNPACKS),
    "two gigabytes": (two_gigabytes, _UNPACKS),
    "xml bomb": (xml_bomb, {"ru": "сущности XML", "kk": "XML мәндерін", "en": "XML entities"}),
    "deep": (deep, {"ru": "вложены слишком глубоко", "kk": "тым терең", "en": "nested too deeply"}),
    "scan": (scan, {"ru": "Это скан", "kk": "Бұл – скан", "en": "This is a scan"}),
    "locked PDF": (locked_pdf, _PASSWORD),
    "locked DOCX": (locked_docx, _PASSWORD),
}
