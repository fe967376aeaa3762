"""How new text is quoted in an instruction: units as plain paragraphs, marks of the page left out."""

from __future__ import annotations

import re
from typing import Final

from amendments.instructions.quotes import family
from amendments.law.provision import EDITORIAL, Provision

_MARKS: Final = re.compile(r"^[#*_\s]+|\\(?=[.)\]])")
_DIGITS: Final = re.compile(r"[\d\s,.\-–—%]*\d[\d\s,.\-–—%]*$")
_SIGNS: Final = frozenset(".,;:–—-!?()/№%")


def printed(units: tuple[Provision, ...]) -> str:
    """Units as they are quoted: their paragraphs with an empty line between, notes left out."""
    lines: list[str] = []
    for unit in units:
        _print(unit, lines)
    return "\n\n".join(line for line in lines if line)


def _print(unit: Provision, lines: list[str]) -> None:
    if unit.kind in EDITORIAL:
        return
    label = _MARKS.sub("", unit.label)
    own = (label + unit.text).strip()
    if not unit.lead and lines and unit.kind == "clause" and not lines[-1].rstrip()[-1:].isalnum():
        lines[-1] = (
            f"{lines[-1]} {own}"  # the first paragraph of an article without a heading, on the line of its number
        )
    else:
        lines.append(own)
    for child in unit.children:
        _print(child, lines)


def in_quotes(text: str) -> str:
    """Text between quotation marks that its own marks do not disturb: «», else "", else „”.

    Raises ValueError where it has unpaired marks of every kind.
    """
    for opening, closing in ("«»", '""', "„”"):
        if _pairs(text, family(opening)):
            return f"{opening}{text}{closing}"
    raise ValueError("quotation marks of every kind stand unpaired in the text")


def _pairs(text: str, marks: str) -> bool:
    """Whether marks of a family pair in a text, so that it can be quoted with them."""
    found = [char for char in text if char in marks]
    if not found:
        return True
    if marks != "«»":
        return False
    depth = 0
    for char in found:
        depth += 1 if char == "«" else -1
        if depth < 0:
            return False
    return depth == 0


def sort_of_words(words: str) -> str:
    """What quoted words are called: "digits", "sign", "word" or "words"."""
    plain = words.strip()
    if plain and all(char in _SIGNS for char in plain):
        return "sign"
    if _DIGITS.match(plain):
        return "digits"
    return "words" if len(plain.split()) > 1 else "word"
