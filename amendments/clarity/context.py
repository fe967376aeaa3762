"""What is known about a provision besides its own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Place = Literal["", "competence", "definitions", "rights", "procedure", "final"]
Holder = Literal["body", "person", "thing"]

PLACES: Final[tuple[Place, ...]] = ("competence", "definitions", "rights", "procedure", "final")


@dataclass(frozen=True, slots=True)
class Context:
    """Where a text stands; all of it may be left out.

    `kind` is the provision's kind (headings, notes and signatures are not searched); `excluded` that its place is
    held by an editorial marker; `place` what its article is about; `holder` who the introduction of its list names
    («Аким района:» is a body); `defined` the terms that the act defines; `address` is copied into findings.
    """

    address: str = ""
    kind: str = ""
    excluded: bool = False
    place: Place = ""
    holder: Holder | None = None
    defined: tuple[str, ...] = ()
