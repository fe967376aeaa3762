"""Acts and bills in lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import lazy_gettext as _

from service.store.acts import ActEntry
from service.store.bills import BillEntry
from service.store.tables import AmendmentState, Bill, Stage
from service.web.presenters.people import in_language

STAGES = {
    Stage.CONSULTATION: _("consultation"),
    Stage.PREPARATION: _("in preparation"),
    Stage.APPROVAL: _("in approval by state bodies"),
    Stage.SUBMITTED: _("submitted to the chamber"),
    Stage.COMMITTEE: _("in committee"),
    Stage.FIRST_READING: _("first reading"),
    Stage.SECOND_READING: _("second reading"),
    Stage.ADOPTED: _("adopted"),
    Stage.SIGNED: _("signed"),
    Stage.RETURNED: _("returned with objections"),
    Stage.WITHDRAWN: _("withdrawn by its initiator"),
}
STATES = {
    AmendmentState.PENDING: _("awaits decision"),
    AmendmentState.ACCEPTED: _("accepted"),
    AmendmentState.ACCEPTED_IN_PART: _("accepted in part"),
    AmendmentState.ACCEPTED_AS_WORDED: _("accepted as worded by the working group"),
    AmendmentState.REJECTED: _("rejected"),
    AmendmentState.WITHDRAWN: _("withdrawn"),
    AmendmentState.POSTPONED: _("postponed"),
}
# What a state looks like; the words say it first.
STATE_CHIPS = {
    AmendmentState.PENDING: "",
    AmendmentState.ACCEPTED: "good",
    AmendmentState.ACCEPTED_IN_PART: "good",
    AmendmentState.ACCEPTED_AS_WORDED: "good",
    AmendmentState.REJECTED: "bad",
    AmendmentState.WITHDRAWN: "",
    AmendmentState.POSTPONED: "vague",
}


@dataclass(frozen=True, slots=True)
class ActLine:
    """An act in a list."""

    code: str
    title: str
    requisite: str
    editions: int
    first_date: date | None
    last_date: date | None
    languages: tuple[str, ...]
    demonstration: bool


@dataclass(frozen=True, slots=True)
class BillLine:
    """A bill in a list, with how many of its amendments wait."""

    number: str
    title: str
    stage: str
    act_title: str
    initiator: str
    committee: str
    base_date: date
    due: date | None
    amendments: int
    pending: int
    demonstration: bool


def act_lines(entries: Sequence[ActEntry], language: str) -> list[ActLine]:
    """Acts as a list shows them."""
    return [
        ActLine(
            code=entry.act.code,
            title=in_language(entry.act.title_ru, entry.act.title_kk, language),
            requisite=entry.act.requisite,
            editions=entry.editions,
            first_date=entry.first_date,
            last_date=entry.last_date,
            languages=entry.languages,
            demonstration=entry.act.demonstration,
        )
        for entry in entries
    ]


def bill_lines(entries: Sequence[BillEntry], language: str) -> list[BillLine]:
    """Bills as a list shows them."""
    return [bill_line(entry, language) for entry in entries]


def bill_line(entry: BillEntry, language: str) -> BillLine:
    """One bill as a list and its own head show it."""
    bill = entry.bill
    return BillLine(
        number=bill.number,
        title=bill_title(bill, language),
        stage=str(STAGES[bill.stage]),
        act_title=in_language(entry.act.title_ru, entry.act.title_kk, language),
        initiator=in_language(bill.initiator_ru, bill.initiator_kk, language),
        committee=in_language(bill.lead_committee_ru, bill.lead_committee_kk, language),
        base_date=bill.base_date,
        due=bill.decision_due,
        amendments=entry.amendments,
        pending=entry.states.get(AmendmentState.PENDING, 0),
        demonstration=bill.demonstration,
    )


def bill_title(bill: Bill, language: str) -> str:
    """A bill's title in the page's language."""
    return in_language(bill.title_ru, bill.title_kk, language)
