"""What a person should look at, as the API gives it: dangling references, and differences between the languages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

from amendments.law.cross_references import CrossReference
from amendments.law.pairing import AuthenticityWarning


class DanglingReference(BaseModel):
    """Words of a provision that point at a unit of the same act that is not there or is excluded."""

    address: str = Field(description="The provision with the reference.")
    start: int = Field(description="First character of the reference in the provision's text.")
    end: int = Field(description="Character after the last one.")
    words: str
    target: str = Field(description="Address that it points at.")
    state: Literal["nothing", "excluded"] = Field(description="There is no such unit, or it is excluded.")


class LanguageDifference(BaseModel):
    """A place where the Russian and the Kazakh text of one edition do not say the same, by what can be counted."""

    kind: Literal["missing", "state", "clauses", "indents", "numbers"]
    address: str
    language: Literal["ru", "kk"] | None = Field(description="For missing: the only language that has the unit.")
    ru: str = Field(description="State, count or numbers in the Russian text.")
    kk: str = Field(description="The same in the Kazakh text.")


class EditionWarnings(BaseModel):
    """What a person should look at in an edition."""

    act: str
    language: Literal["ru", "kk"]
    in_force_from: date
    dangling: list[DanglingReference]
    differences: list[LanguageDifference] | None = Field(
        description="Between the two languages of the edition; null: the act has one language on this date."
    )


def dangling_references(found: Iterable[CrossReference]) -> list[DanglingReference]:
    """References that point at nothing."""
    return [
        DanglingReference(
            address=one.place,
            start=one.start,
            end=one.end,
            words=one.words,
            target=one.address,
            state="excluded" if one.state == "excluded" else "nothing",
        )
        for one in found
    ]


def language_differences(found: Iterable[AuthenticityWarning]) -> list[LanguageDifference]:
    """Differences between the two languages."""
    return [
        LanguageDifference(
            kind=one.kind,
            address=one.address,
            language=None if not one.language else "kk" if one.language == "kk" else "ru",
            ru=one.ru,
            kk=one.kk,
        )
        for one in found
    ]
