"""Quoted new text as units: read in the place it is meant for, and held against the units that were named."""

from __future__ import annotations

from collections.abc import Sequence

from amendments.instructions.problem import Misread
from amendments.law.citations import Steps
from amendments.law.provision import HEADED, NUMBERED, Provision
from amendments.law.reader import read, read_fragment

_ARTICLE = {"ru": "Статья 1\n\n", "kk": "1-бап\n\n"}


def units_of(text: str, language: str) -> tuple[Provision, ...]:
    """The units of a quoted text. Unnumbered paragraphs come out as clauses with the lists they open."""
    body = text.strip()
    plain = read_fragment(body, language)
    if plain and plain[0].kind in HEADED:
        return plain
    article = read(_ARTICLE[language] + body, language).root.children[0]
    if article.kind != "article" or article.text or len(read(body, language).root.children) == 0:
        return plain
    return article.children


def heading_of(text: str, language: str, place: Steps) -> str:
    """The words of a heading that is quoted with or without its label («Статья 5. …»). Raises Misread for another's."""
    units = read_fragment(text.strip(), language)
    if len(units) == 1 and units[0].kind in HEADED and units[0].text and not units[0].children:
        named = place[-1][1] if place else ""
        if units[0].number and units[0].number != named:
            raise Misread("units_differ", named=named or "—", found=units[0].label.strip())
        return units[0].text
    return text.strip()


def numbered(units: Sequence[Provision], numbers: Sequence[str], kind: str) -> list[Provision]:
    """The units that carry the numbers named, in that order. Raises Misread where they are others."""
    found = {unit.number: unit for unit in units if unit.number}
    if len(found) != len(units) or len(units) != len(numbers) or any(number not in found for number in numbers):
        raise Misread("units_differ", named=", ".join(numbers), found=", ".join(_names(units)))
    chosen = [found[number] for number in numbers]
    if any(not _fits(unit.kind, kind) for unit in chosen):
        raise Misread("units_differ", named=", ".join(numbers), found=", ".join(_names(units)))
    return chosen


def _fits(found: str, named: str) -> bool:
    """A code's «часть» is printed as a point, its «пункт» with a bracket."""
    return found == named or (found in NUMBERED and named in (*NUMBERED, "clause"))


def _names(units: Sequence[Provision]) -> list[str]:
    return [unit.label.strip() or f"«{unit.text[:20]}»" for unit in units][:10]


def as_kind(unit: Provision, kind: str) -> Provision:
    """An unnumbered paragraph as the kind that the order names; lists under it stay."""
    return unit.replace(kind=kind)


def flat(units: Sequence[Provision]) -> tuple[Provision, ...]:
    """Unnumbered paragraphs one by one, whatever list they seem to make; as they are where some carry a number."""
    paragraphs = [node for unit in units for node in unit.paragraphs()]
    if any(node.number for node in paragraphs):
        return tuple(units)
    return tuple(node.replace(children=()) for node in paragraphs)


def without_number(unit: Provision, kind: str) -> Provision:
    """A unit's own paragraph quoted with the unit's number («2. …» for the first clause of point 2)."""
    return unit.replace(kind=kind, number="", label="")


def is_numbered(units: Sequence[Provision]) -> bool:
    """Whether every unit carries a number."""
    return bool(units) and all(unit.number for unit in units)
