"""Units of a law that a reader names by number or by a citation."""

from __future__ import annotations

import re

from amendments.law.citations import parse_citation
from amendments.law.edition import Edition, is_law
from amendments.law.naming import is_code
from amendments.law.nearest import nearest
from amendments.law.settling import Custom, settle
from service.web.presenters.citation import split_step

_NUMBER = re.compile(r"^(?P<words>[^\d]*?)\s*(?P<number>\d+(?:-\d+)*)(?P<bracket>\)?)\s*[-–]?\s*(?P<after>[^\d]*)$")
_KINDS = {
    "art": ("статья", "статьи", "статье", "ст.", "ст", "бап", "бабы", "бабының", "бапта"),
    "pt": ("пункт", "пункта", "пункте", "п.", "тармақ", "тармағы", "тармағының"),
    "sub": ("подпункт", "подпункта", "подпункте", "подп.", "пп.", "тармақша", "тармақшасы"),
    "ch": ("глава", "главы", "главе", "гл.", "тарау", "тарауы"),
}
_KAZAKH = ("бап", "баб", "тар")
_NAMES = frozenset(word for words in _KINDS.values() for word in words if word.isalpha() and len(word) > 2)
UNIT_WORDS = {
    "ru": frozenset(word for word in _NAMES if not word.startswith(_KAZAKH)),
    "kk": frozenset(word for word in _NAMES if word.startswith(_KAZAKH)),
}
"""Language → names of units as a reader writes them before or after a number."""


def numbered(edition: Edition, query: str) -> list[str]:
    """Addresses of the units that a query names by number: «35-1», «статья 35-1», «12-1) тармақша»; or by a
    citation in either language: «подпункт 3) пункта 1 статьи 9», «9-баптың 1-тармағы»."""
    step = _step(query)
    if step is not None:
        return [address for address, _ in edition if split_step(address.rsplit("/", 1)[-1]) == step and is_law(address)]
    cited = _cited(query)
    if not cited:
        return []
    address = settle(edition, cited, Custom(code=is_code(edition)))
    return [address] if address is not None and edition.locate(address) is not None else []


def meant(query: str) -> str:
    """The address of the one unit that a query names, whether there is such a unit or not; "" for none."""
    step = _step(query)
    return f"{step[0]}_{step[1]}" if step else _cited(query)


def near_units(edition: Edition, query: str) -> list[str]:
    """Units nearest to one that a query names and the edition does not have; empty where none is like it."""
    address = meant(query)
    return [near for near in nearest(edition, address) if is_law(near)] if address else []


def _step(query: str) -> tuple[str, str] | None:
    """Kind and number, where the query is a number with at most the name of a unit."""
    found = _NUMBER.match(query.strip())
    if found is None:
        return None
    words = (found["words"] + " " + found["after"]).strip(" -–").casefold()
    kind = next((kind for kind, names in _KINDS.items() if words in names), None)
    if words and kind is None:
        return None
    return kind or ("sub" if found["bracket"] else "art"), found["number"]


def _cited(query: str) -> str:
    if not any(char.isdigit() for char in query):
        return ""
    for language in ("ru", "kk"):
        citation = parse_citation(query, language)
        if citation.problem is None:
            return citation.address
    return ""
