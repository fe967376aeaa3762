"""Editions as the API gives them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

from service.api.answers import Listing
from service.store.editions import EditionStatus
from service.store.tables import Act, EditionRow


class Unread(BaseModel):
    """A place that the reader of the text kept without being sure what it is."""

    line: int
    reason: str
    text: str


class EditionSummary(BaseModel):
    """The text of an act from a date on, in one language."""

    act: str = Field(description="Code of the act.")
    language: Literal["ru", "kk"]
    in_force_from: date
    status: Literal["in_force", "past", "future", "draft"] = Field(description="Where it stands today in Kazakhstan.")
    caused_by: str = Field(description="Requisite of the act that brought it about; empty for the first edition.")
    caused_by_code: str = Field(description="Code of that act, where known.")
    source_hash: str = Field(description="SHA-256 of the text in UTF-8.")
    characters: int = Field(description="Length of the text.")
    provisions: int = Field(description="Printed paragraphs in it.")


class EditionDetail(EditionSummary):
    """One edition."""

    unread: list[Unread]


class EditionList(Listing[EditionSummary]):
    """One page of editions, oldest first."""


def edition_summary(act: Act, row: EditionRow, status: EditionStatus) -> EditionSummary:
    """An edition of a list."""
    return EditionSummary(
        act=act.code,
        language="kk" if row.language == "kk" else "ru",
        in_force_from=row.in_force_from,
        status=status.value,
        caused_by=row.caused_by,
        caused_by_code=row.caused_by_code,
        source_hash=row.source_hash,
        characters=row.characters,
        provisions=row.provisions,
    )


def edition_detail(act: Act, row: EditionRow, status: EditionStatus) -> EditionDetail:
    """One edition with what its reader was not sure of."""
    summary = edition_summary(act, row, status)
    return EditionDetail(unread=[Unread.model_validate(place) for place in row.unread], **summary.model_dump())
