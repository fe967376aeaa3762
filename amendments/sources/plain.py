"""Plain text and Markdown: bytes become text, exactly, or a sentence says why not."""

from __future__ import annotations

import codecs
import re
from typing import Final

from amendments.sources.error import SourceError
from amendments.sources.limits import FILE_BYTES, check_size
from amendments.sources.source import Source, language_of_text

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# First bytes of files that people choose by mistake.
_MAGIC: Final = (
    (b"PK\x03\x04", "ZIP, DOCX"),
    (b"%PDF", "PDF"),
    (b"\xd0\xcf\x11\xe0", "DOC, XLS"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "ELF"),
)
_ARCHIVES: Final = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
# Letters of Windows-1251 text: lower and upper case, «ё», «Ё», «№» and quotes stand above 0x7F.
_CP1251_LETTERS = re.compile("[а-яёА-ЯЁ]")
_RARE = re.compile("[ЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЄЇЅѕєї\u0098]")


def read_plain(data: bytes, *, language: str = "", limit: int = FILE_BYTES) -> Source:
    """UTF-8 (with or without a mark of byte order) or marked UTF-16 as text, character for character.

    `language` (ru, kk) is taken where the letters do not tell, in very short texts.
    Raises SourceError: empty, too_big, binary, cp1251, encoding, control_character.
    """
    text = decode(data, limit)
    return Source(text, language_of_text(text) or language, "plain")


def decode(data: bytes, limit: int = FILE_BYTES) -> str:
    """The characters of a text file. Raises SourceError as `read_plain` does."""
    check_size(len(data), limit)
    text = _decode(data)
    if not text.strip("\ufeff \t\r\n\u00a0\f\v"):
        raise SourceError("empty")
    control = _CONTROL.search(text)
    if control:
        if control.group() == "\0":
            raise SourceError("binary", what="NUL")
        line = text.count("\n", 0, control.start()) + 1
        raise SourceError("control_character", line=line, char=f"U+{ord(control.group()):04X}")
    return text


def _decode(data: bytes) -> str:
    if data.startswith(_ARCHIVES):
        raise SourceError("archive")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise SourceError("binary", what=what)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise SourceError("binary", what="UTF-16?") from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise SourceError("binary", what="NUL") from error
        if _is_cp1251(data):
            raise SourceError("cp1251") from error
        raise SourceError("encoding", line=data.count(b"\n", 0, error.start) + 1) from error


def _is_cp1251(data: bytes) -> bool:
    """Whether bytes that are not UTF-8 read as Russian in Windows-1251."""
    sample = data[:100_000].decode("cp1251", errors="replace")
    high = sum(char > "\x7f" for char in sample)
    letters = len(_CP1251_LETTERS.findall(sample))
    return letters > 0.9 * high and len(_RARE.findall(sample)) < 0.02 * high
