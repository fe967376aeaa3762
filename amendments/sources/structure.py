"""Paragraphs as a document shows them become lines as the mirror prints them, ready for the reader of law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from amendments.law.languages import LANGUAGES, Language
from amendments.sources.source import language_of_text

Look = Literal["", "title", "heading", "note", "signature"]
_BLANK = " \t\r\n\u00a0\u2007\u202f\ufeff"


@dataclass(frozen=True)
class Line:
    """A printed paragraph and how it looks. Line breaks inside it are «\\n»."""

    text: str
    look: Look = ""


def to_text(lines: Iterable[Line]) -> tuple[str, str]:
    """The lines as a text with the marks of the mirror, and its language (ru, kk or "").

    Headings are marked only where every line that reads like the heading of a unit also looks like one: a document
    that dresses some of its articles only must not lose the others.
    """
    given = list(lines)
    code = language_of_text("\n".join(line.text for line in given))
    table = LANGUAGES.get(code)
    kept = [line for whole in given for line in _split(whole, table)]
    marked = table is not None and _consistent(kept, table)
    out: list[str] = []
    for line in kept:
        mark = _unit(line.text, table) if line.look in ("heading", "title") else ""
        if line.look == "note":
            out.append(f"> {line.text}")
        elif line.look == "signature":
            out.append(f"**{line.text}**")
        elif mark:
            out.append(f"{mark}{line.text}" if marked else line.text)
        elif line.look in ("heading", "title") and not out:
            out.append(f"# {line.text}")
        else:
            out.append(line.text)
    return "\n\n".join(out) + ("\n" if out else ""), code


def _split(line: Line, table: Language | None) -> Iterator[Line]:
    """The lines of a paragraph: a heading is one, unless a new unit's name begins on one of them."""
    held = ""
    for piece in line.text.split("\n"):
        text = piece.strip(_BLANK)
        if not text:
            continue
        if held and line.look in ("heading", "title") and not _unit(text, table):
            held = f"{held} {text}"
            continue
        if held:
            yield Line(held, line.look)
        held = text
    if held:
        yield Line(held, line.look)


def _consistent(lines: Sequence[Line], table: Language) -> bool:
    units = [line.look for line in lines if line.look != "note" and _unit(line.text, table)]
    return bool(units) and all(look in ("heading", "title") for look in units)


def _unit(text: str, table: Language | None) -> str:
    """The mark for a line that reads like the heading of an article or a larger unit, else ""."""
    for kind, pattern in table.headings if table else ():
        found = pattern.match(text)
        if found:
            rest = text[found.end() :]
            named = not rest or kind == "annex" or rest[0].isupper() or rest[0] in '«"('
            return ("### " if kind == "article" else "## ") if named and not rest.endswith(";") else ""
    return ""
