"""Paragraphs as a document shows them become lines as the mirror prints them, ready for the reader of law."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from amendments.law.languages import LANGUAGES, Language
from amendments.sources.source import language_of_text

Look = Literal["", "title", "heading", "note", "signature"]


@dataclass(frozen=True)
class Line:
    """A printed paragraph and how it looks."""

    text: str
    look: Look = ""


def to_text(lines: Sequence[Line]) -> tuple[str, str]:
    """The lines as a text with the marks of the mirror, and its language (ru, kk or "").

    Headings are marked only where every line that reads like the heading of a unit also looks like one: a document
    that dresses some of its articles only must not lose the others.
    """
    kept = [replace(line, text=line.text.strip(_BLANK)) for line in lines]
    kept = [line for line in kept if line.text]
    code = language_of_text("\n".join(line.text for line in kept))
    table = LANGUAGES.get(code)
    marked = table is not None and _consistent(kept, table)
    out: list[str] = []
    titled = False
    for line in kept:
        mark = _unit(line.text, table) if table else ""
        if line.look == "note":
            out.append(f"> {line.text}")
        elif line.look == "signature":
            out.append(f"**{line.text}**")
        elif mark and line.look in ("heading", "title"):
            titled = True
            out.append(f"{mark}{line.text}" if marked else line.text)
        elif line.look in ("heading", "title") and not titled and not out:
            titled = True
            out.append(f"# {line.text}")
        else:
            out.append(line.text)
    return "\n\n".join(out) + ("\n" if out else ""), code


_BLANK = " \t\r\n\u00a0\u2007\u202f\ufeff"


def _consistent(lines: Sequence[Line], table: Language) -> bool:
    units = [line.look for line in lines if line.look != "note" and _unit(line.text, table)]
    return bool(units) and all(look in ("heading", "title") for look in units)


def _unit(text: str, table: Language) -> str:
    """The mark for a line that reads like the heading of an article or a larger unit, else ""."""
    for kind, pattern in table.headings:
        found = pattern.match(text)
        if found:
            rest = text[found.end() :]
            if (kind != "annex" and rest and (not rest[0].isupper() and rest[0] not in '«"(')) or rest.endswith(";"):
                return ""
            return "### " if kind == "article" else "## "
    return ""
