"""Forms of a noun: what a reader learns from the ending it meets, the same for both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amendments.law.ordinals import Gender

# abl and attr («-дағы», what is in the place) are Kazakh; Russian has six cases.
NounCase = Literal["nom", "gen", "dat", "acc", "ins", "loc", "abl", "attr"]


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a word form. `key` names the noun: a kind of unit, or «words», «digits»…"""

    key: str
    case: NounCase
    plural: bool = False
    possessed: bool = False  # Kazakh: with the third person's ending («тармағы»)
    short: bool = False  # an abbreviation («п.», «ст.»): case and number are not shown
    gender: Gender = "m"


FormTable = dict[str, tuple[Form, ...]]


def add_form(table: dict[str, list[Form]], word: str, form: Form) -> None:
    """Put one reading into a table under construction, once."""
    known = table.setdefault(word, [])
    if form not in known:
        known.append(form)


def freeze(table: dict[str, list[Form]]) -> FormTable:
    """The finished table."""
    return {word: tuple(forms) for word, forms in table.items()}
