"""Bills: list, look up, create."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from service.store.audit import Actor
from service.store.paging import Page, Paging
from service.store.tables import Act, AmendmentState, Bill, Stage


@dataclass(frozen=True, slots=True)
class BillEntry:
    """A bill in a list: its row, its act, and how many amendments it has in each state."""

    bill: Bill
    act: Act
    states: dict[AmendmentState, int]

    @property
    def amendments(self) -> int:
        """All amendments of the bill."""
        return sum(self.states.values())


def list_bills(session: Session, paging: Paging | None = None, *, act: Act | None = None) -> Page[BillEntry]:
    """Bills, newest first. Queries do not grow with the list."""
    raise NotImplementedError


def get_bill(session: Session, number: str) -> BillEntry:
    """The bill with this number. Raises NotFound("bill_not_found")."""
    raise NotImplementedError


def create_bill(
    session: Session,
    actor: Actor,
    *,
    number: str,
    title_ru: str,
    title_kk: str,
    act: Act,
    base_date: date,
    stage: Stage,
    initiator_ru: str = "",
    initiator_kk: str = "",
    lead_committee_ru: str = "",
    lead_committee_kk: str = "",
    decision_due: date | None = None,
    demonstration: bool = False,
) -> Bill:
    """Register a bill. Raises Conflict("bill_exists"), NotFound("edition_not_found") for an unknown base date."""
    raise NotImplementedError
