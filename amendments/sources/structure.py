"""Paragraphs as a document shows them become lines as the mirror prints them, ready for the reader of law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from amendments.law.languages import LANGUAGES, Language
from amendments.sources.source import language_of_text

Look = Literal["", "title", "heading", "note", "signature"]
_DRESSED: Final = ("heading", "title")
_BLANK: Final = " \t\r\n\u00a0\u2007\u202f\ufeff"


@dataclass(frozen=True)
class Line:
    """A printed paragraph and how it looks. Line breaks inside it are «\\n»."""

    text: str
    look: Look = ""


def to_text(lines: Iterable[Line], language: str = "") -> tuple[str, str]:
    """The lines as a text with the marks of the mirror, and its language (ru, kk or "").

    `language` is taken where the letters do not tell.

    Headings are marked only where every line that reads like the heading of a unit also looks like one: a document
    that dresses some of its articles only must not lose the others.
    """
    given = list(lines)
    code = language_of_text("\n".join(line.text for line in given)) or language
    tables = [LANGUAGES[code]] if code in LANGUAGES else list(LANGUAGES.values())
    kept = [line for whole in given for line in _split(whole, tables)]
    marked = _consistent(kept, tables)
    out: list[str] = []
    for line in kept:
        mark = _unit(line.text, tables, dressed=True) if line.look in _DRESSED else ""
        if line.look == "note":
            out.append(f"> {line.text}")
        elif line.look == "signature":
            out.append(f"**{line.text}**")
        elif mark:
            out.append(f"{mark}{line.text}" if marked else line.text)
        elif line.look in _DRESSED and not out:
            out.append(f"# {line.text}")
        else:
            out.append(line.text)
    return "\n\n".join(out) + ("\n" if out else ""), code


def _split(line: Line, tables: Sequence[Language]) -> Iterator[Line]:
    """The lines of a paragraph: a heading is one, unless a new unit's name begins on one of them."""
    held = ""
    for piece in line.text.split("\n"):
        text = piece.strip(_BLANK)
        if not text:
            continue
        if held and line.look in _DRESSED and not _unit(text, tables):
            held = f"{held} {text}"
            continue
        if held:
            yield Line(held, line.look)
        held = text
    if held:
        yield Line(held, line.look)


def _consistent(lines: Sequence[Line], tables: Sequence[Language]) -> bool:
    units = [line for line in lines if line.look != "note" and _unit(line.text, tables, dressed=line.look in _DRESSED)]
    return bool(units) and all(line.look in _DRESSED for line in units)


def _unit(text: str, tables: Sequence[Language], *, dressed: bool = False) -> str:
    """The mark for a line that reads like the heading of an article or a larger unit, else "".

    Of a line that is not dressed as a heading more is asked: «Статья 5 применяется …;» is none.
    """
    for kind, pattern in (heading for table in tables for heading in table.headings):
        found = pattern.match(text)
        if found:
            rest = text[found.end() :]
            named = not rest or kind == "annex" or rest[0].isupper() or rest[0] in '«"('
            if not dressed and (not named or rest.endswith(";")):
                return ""
            return "### " if kind == "article" else "## "
    return ""
