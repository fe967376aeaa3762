"""PDF with a text layer. A PDF has lines and no paragraphs: they are rebuilt, and the reader of it is told so."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Final

from amendments.law.languages import LANGUAGES
from amendments.sources.error import SourceError
from amendments.sources.limits import FILE_BYTES, MEGABYTE, PART_BYTES, PDF_PAGES, check_size
from amendments.sources.source import Source, language_of_text

_LETTERS_A_PAGE: Final = 20  # fewer on average, and the pages are pictures with a stray number or stamp
_PAGE_NUMBER = re.compile(r"^[\s–-]*\d{1,4}[\s–-]*$")
_NUMBERED = re.compile(r"^\s*(?:\d+(?:-\d+)*\s?[.)]\s|\d+(?:-\d+)*\)|>|#)")
_ENDED: Final = (".", ";", ":", "!", "?", ".»", ";»")
# What a damaged file makes the library stumble over, besides its own errors.
_STUMBLES: Final = (
    ValueError, KeyError, TypeError, IndexError, AttributeError, AssertionError, RecursionError, OverflowError,
    OSError, zlib.error, UnicodeError, NotImplementedError,
)  # fmt: skip


def read_pdf(data: bytes, *, language: str = "", limit: int = FILE_BYTES) -> Source:
    """The text of a PDF; `language` (ru, kk) is taken where the letters do not tell.

    Raises SourceError: empty, too_big, password, pdf_damaged, too_many_pages, scanned, unpacks_too_big.
    """
    check_size(len(data), limit)
    pages = _pages(data)
    letters = sum(char.isalpha() for page in pages for char in page)
    if letters < _LETTERS_A_PAGE * max(1, len(pages)):
        raise SourceError("scanned", pages=len(pages))
    found = language_of_text("\n".join(pages)) or language
    text = "\n\n".join(_paragraphs(_lines(pages), found)) + "\n"
    return Source(text, found, "pdf", {}, ("paragraphs_guessed",))


def _pages(data: bytes) -> list[str]:
    # here, not above: the library is slow to import, and most sources are no PDF
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError("password")
        count = len(reader.pages)
        if count > PDF_PAGES:
            raise SourceError("too_many_pages", pages=count, limit=PDF_PAGES)
        return [page.extract_text() for page in reader.pages]
    except (FileNotDecryptedError, DependencyError) as error:
        raise SourceError("password") from error
    except LimitReachedError as error:
        raise SourceError("unpacks_too_big", limit=PART_BYTES // MEGABYTE) from error
    except (PyPdfError, *_STUMBLES) as error:
        raise SourceError("pdf_damaged") from error


def _lines(pages: Iterable[str]) -> Iterator[str]:
    for page in pages:
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        if lines and _PAGE_NUMBER.match(lines[0]):
            lines = lines[1:]
        elif lines and _PAGE_NUMBER.match(lines[-1]):
            lines = lines[:-1]
        yield from lines


def _paragraphs(lines: Iterable[str], language: str) -> Iterator[str]:
    """Lines put together: a paragraph begins with a number or a unit's name, or after the end of a sentence."""
    held, heading = "", False
    for line in lines:
        begins = _is_heading(line, language)
        capital = line[:1].isupper() or line[:1] in '«"'
        if held and (begins or _NUMBERED.match(line) or (capital and (heading or held.endswith(_ENDED)))):
            yield held
            held = ""
        if not held:
            held, heading = line, begins
        else:
            held = f"{held} {line}"
    if held:
        yield held


def _is_heading(line: str, language: str) -> bool:
    table = LANGUAGES.get(language)
    for _, pattern in table.headings if table else ():
        found = pattern.match(line)
        if found:
            rest = line[found.end() :]
            return not rest or rest[0].isupper()
    return False
