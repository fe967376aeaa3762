"""Bills as the API gives them."""

from __future__ import annotations

from datetime import date, datetime

from pydantic import BaseModel, Field

from service.api.answers import Listing
from service.api.models.common import Both
from service.store.bills import BillEntry


class ActOfBill(BaseModel):
    """The act that a bill changes."""

    code: str
    title: Both


class Bill(BaseModel):
    """A bill that carries amendments to an act."""

    number: str = Field(description="Number of the bill, for addresses.")
    title: Both
    act: ActOfBill
    base_date: date = Field(description="Date of the edition that its amendments are written against.")
    stage: str = Field(
        description="consultation, preparation, approval, submitted, committee, first_reading, second_reading, "
        "adopted, signed, returned or withdrawn."
    )
    initiator: Both
    lead_committee: Both
    decision_due: date | None
    demonstration: bool = Field(description="True for a bill that was written for demonstration.")
    amendments: int = Field(description="How many amendments it has.")
    states: dict[str, int] = Field(description="How many of them are in each state.")
    created_at: datetime


class BillList(Listing[Bill]):
    """One page of bills, newest first."""


def bill(entry: BillEntry) -> Bill:
    """A bill with its amendments counted."""
    row, act = entry.bill, entry.act
    return Bill(
        number=row.number,
        title=Both(ru=row.title_ru, kk=row.title_kk),
        act=ActOfBill(code=act.code, title=Both(ru=act.title_ru, kk=act.title_kk)),
        base_date=row.base_date,
        stage=row.stage.value,
        initiator=Both(ru=row.initiator_ru, kk=row.initiator_kk),
        lead_committee=Both(ru=row.lead_committee_ru, kk=row.lead_committee_kk),
        decision_due=row.decision_due,
        demonstration=row.demonstration,
        amendments=entry.amendments,
        states={state.value: count for state, count in sorted(entry.states.items())},
        created_at=row.created_at,
    )
