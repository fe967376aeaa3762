"""How an act calls its numbered units, as data: laws have «пункт» and «подпункт», codes «часть» and «пункт».

Source: Law "On Legal Acts", art. 23(3), and the codes themselves: in the Criminal Code or the Code on Administrative
Offences «пункт 2) части третьей статьи 12» is the second listed item of the third numbered unit, in Kazakh
«12-баптың үшінші бөлігінің 2) тармағы». Other codes (Civil, Tax, Land) keep the names of laws, which their own
references show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from amendments.law.edition import Edition
from amendments.law.normal import fold


@dataclass(frozen=True)
class Naming:
    """A profile of names. `spoken`: kind of unit in the text model → kind whose name is said and written for it."""

    name: str
    spoken: Mapping[str, str] = field(default_factory=dict)

    def noun(self, kind: str) -> str:
        """The kind whose name stands for a unit of this kind."""
        return self.spoken.get(kind, kind)


LAW: Final = Naming("law")
CODE: Final = Naming("code", {"point": "clause", "subpoint": "point"})
NAMINGS: Final = {naming.name: naming for naming in (LAW, CODE)}

_TITLE: Final = {
    "ru": re.compile(r"\bкодекс\b"),
    "kk": re.compile(r"\bкодексі?\b"),
}
# A law about a code («О внесении изменений в Гражданский кодекс») is none itself.
_ABOUT: Final = re.compile(
    r"\b(?:внесени|введени|утвержден|признани|приостановлен|ратификац|некоторы)|\b(?:енгізу|бекіту|тану|кейбір|ратификациялау)"
)
# The line under the title: «Кодекс Республики Казахстан от 3 июля …».
_REQUISITE: Final = re.compile(r"^(?:кодекс республики казахстан\b|қазақстан республикасының кодексі\b)")
_POINTS: Final = {
    "ru": re.compile(r"\bпункт[а-я]{0,3} \d+(?:-\d+)*(?![\d)-])[^.;:]{0,40}? (?:настоящей )?статьи"),
    "kk": re.compile(r"(?:баптың|бабының) \d+(?:-\d+)*-тармағы"),
}
_PARTS: Final = {
    "ru": re.compile(r"\bчаст(?:ь|и|ью|ей|ям|ями|ях) [^.;:]{1,40}? (?:настоящей )?статьи"),
    "kk": re.compile(r"(?:баптың|бабының) (?:\d+(?:-\d+)*-|[а-яәғқңөұүһі]+(?:ншы|нші) )бөлігі"),
}
_ENOUGH: Final = 40  # references, after which it is clear how an act calls its units
_FIRST_LINES: Final = 6


def is_code(edition: Edition) -> bool:
    """Whether the act calls itself a code, in its title or in the line under it."""
    titled = _titled(edition.root.text, edition.language)
    if titled is not None:
        return titled
    first = [node for node in edition.root.children[:_FIRST_LINES] if node.kind in ("preamble", "clause")]
    return any(_under_title(node.text) for node in first)


@lru_cache(maxsize=64)
def _titled(title: str, language: str) -> bool | None:
    """Whether a title is that of a code; None where it does not say. Every instruction on an act asks."""
    words = fold(title).lower()
    return not _ABOUT.search(words) if _TITLE[language].search(words) else None


@lru_cache(maxsize=64)
def _under_title(text: str) -> bool:
    """Whether a line is the one that a code has under its title."""
    return bool(_REQUISITE.search(fold(text).lower()))


def naming_of(edition: Edition) -> Naming:
    """The names that an act uses: those of a code where it is one and its own references do not say «пункт»."""
    if not is_code(edition):
        return LAW
    points = parts = 0
    for text in _texts(edition):
        points += len(_POINTS[edition.language].findall(text))
        parts += len(_PARTS[edition.language].findall(text))
        if points + parts >= _ENOUGH:
            break
    return LAW if points > parts else CODE


def _texts(edition: Edition) -> Iterator[str]:
    return (fold(node.text).lower() for _address, node in edition if node.text)
