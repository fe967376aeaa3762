"""Acts as the API gives them."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, Field

from service.api.answers import Listing
from service.api.models.common import Both
from service.store.acts import ActEntry
from service.store.tables import Act, EditionRow


class ActSummary(BaseModel):
    """A law or another act."""

    code: str = Field(description="Code of the act, for addresses.")
    requisite: str = Field(description="Kind, date and number, as the source gives them.")
    title: Both
    form: str = Field(description="Form of the act as the source codes it.")
    approved_on: date | None
    demonstration: bool = Field(description="True for texts that were written for demonstration and are no law.")
    languages: list[str] = Field(description="Languages that it has editions in.")
    editions: int = Field(description="Dates from which an edition is in force.")
    first_date: date | None = Field(description="From when the first edition is in force.")
    last_date: date | None = Field(description="From when the last edition is in force.")


class ActList(Listing[ActSummary]):
    """One page of acts."""


def act_entry(entry: ActEntry) -> ActSummary:
    """An act of a list."""
    return _summary(entry.act, list(entry.languages), entry.editions, entry.first_date, entry.last_date)


def act_with(act: Act, editions: list[EditionRow]) -> ActSummary:
    """One act with its editions counted."""
    dates = sorted({row.in_force_from for row in editions})
    languages = sorted({row.language for row in editions}, reverse=True)
    first, last = (dates[0], dates[-1]) if dates else (None, None)
    return _summary(act, languages, len(dates), first, last)


def _summary(act: Act, languages: list[str], editions: int, first: date | None, last: date | None) -> ActSummary:
    return ActSummary(
        code=act.code,
        requisite=act.requisite,
        title=Both(ru=act.title_ru, kk=act.title_kk),
        form=act.form,
        approved_on=act.approved_on,
        demonstration=act.demonstration,
        languages=languages,
        editions=editions,
        first_date=first,
        last_date=last,
    )
