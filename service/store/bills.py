"""Bills: list, look up, create."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from service.clock import now
from service.errors import Conflict, Invalid, NotFound
from service.store.audit import Action, Actor, record
from service.store.editions import list_editions
from service.store.fields import MAX_TITLE, plain
from service.store.paging import Page, Paging, fetch_page
from service.store.tables import Act, Amendment, AmendmentState, Bill, Stage

_MAX_NUMBER = 40
_MAX_NAME = 500
_FIRST_YEAR, _LAST_YEAR = 2000, 2100


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
    """Bills, newest first. Three queries, whatever the length."""
    query = select(Bill, Act).join(Act, col(Act.id) == col(Bill.act_id)).order_by(col(Bill.id).desc())
    if act is not None:
        query = query.where(Bill.act_id == act.id)
    page = fetch_page(session, query, paging or Paging())
    states = _states(session, [bill.id for bill, _ in page.items])
    return page.of([BillEntry(bill, of, states.get(bill.id, {})) for bill, of in page.items])


def get_bill(session: Session, number: str) -> BillEntry:
    """The bill with this number. Raises NotFound("bill_not_found")."""
    query = select(Bill, Act).join(Act, col(Act.id) == col(Bill.act_id)).where(Bill.number == number)
    found = session.exec(query).first()
    if found is None:
        raise NotFound("bill_not_found", number=number[:_MAX_NUMBER])
    bill, act = found
    return BillEntry(bill, act, _states(session, [bill.id]).get(bill.id or 0, {}))


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
    """Register a bill.

    Raises Conflict("bill_exists"), Invalid("bill_number" | "bill_title"), NotFound("edition_not_found") when
    the act has no edition of the base date.
    """
    number = plain(number, "number", _MAX_NUMBER)
    if not number or "/" in number:
        raise Invalid("bill_number", field="number")
    titles = plain(title_ru, "title_ru", MAX_TITLE), plain(title_kk, "title_kk", MAX_TITLE)
    if not any(titles):
        raise Invalid("bill_title", field="title_ru")
    if session.exec(select(Bill.id).where(Bill.number == number)).first() is not None:
        raise Conflict("bill_exists", field="number", number=number)
    dates = sorted({row.in_force_from for row in list_editions(session, act)})
    if base_date not in dates:
        known = ", ".join(day.isoformat() for day in dates)
        raise NotFound("edition_not_found", field="base_date", code=act.code, on=base_date, dates=known)
    bill = Bill(
        number=number,
        title_ru=titles[0] or titles[1],
        title_kk=titles[1] or titles[0],
        act_id=act.id or 0,
        base_date=base_date,
        stage=stage,
        initiator_ru=plain(initiator_ru, "initiator_ru", _MAX_NAME),
        initiator_kk=plain(initiator_kk, "initiator_kk", _MAX_NAME),
        lead_committee_ru=plain(lead_committee_ru, "lead_committee_ru", _MAX_NAME),
        lead_committee_kk=plain(lead_committee_kk, "lead_committee_kk", _MAX_NAME),
        decision_due=decision_due,
        demonstration=demonstration,
        created_at=now(),
    )
    session.add(bill)
    session.flush()
    record(session, actor, Action.BILL_CREATED, f"bill/{number}", act=act.code, base_date=base_date.isoformat())
    return bill


def set_deadline(session: Session, actor: Actor, number: str, due: date | None, *, seen: date | None) -> Bill:
    """Say by which day the bill's amendments are to be decided; None for no day. `seen` is what the person saw.

    Raises NotFound("bill_not_found"), Conflict("deadline_changed") when somebody has set another day meanwhile,
    Invalid("deadline_year") for a day that no bill can have.
    """
    bill = get_bill(session, number).bill
    if bill.decision_due != seen:
        raise Conflict("deadline_changed", field="decision_due", now=bill.decision_due or "–")
    if due is not None and not _FIRST_YEAR <= due.year <= _LAST_YEAR:
        raise Invalid("deadline_year", field="decision_due", first=_FIRST_YEAR, last=_LAST_YEAR)
    if due != seen:
        bill.decision_due = due
        session.add(bill)
        words = {name: day and day.isoformat() for name, day in (("due", due), ("before", seen))}
        record(session, actor, Action.DEADLINE_SET, f"bill/{number}", **words)
    return bill


def _states(session: Session, bill_ids: list[int | None]) -> dict[int, dict[AmendmentState, int]]:
    query = (
        select(Amendment.bill_id, Amendment.state, func.count())
        .where(col(Amendment.bill_id).in_(bill_ids))
        .group_by(col(Amendment.bill_id), col(Amendment.state))
    )
    states: dict[int, dict[AmendmentState, int]] = {}
    for bill_id, state, count in session.exec(query).all():
        states.setdefault(bill_id, {})[AmendmentState(state)] = count
    return states
