"""What pages offer about decisions: the decisions there are, the bar for many at once, undoing the last one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _later

from service.security.current import can
from service.security.permissions import Permission
from service.store.database import Session
from service.store.deciding import decisions_together, standing
from service.store.tables import AmendmentState, Bill
from service.web.presenters.amendments import ASKS_REASON
from service.web.presenters.bills import STATES
from service.web.presenters.people import name_of

DECISIONS = (
    (AmendmentState.ACCEPTED, _later("Accept")),
    (AmendmentState.ACCEPTED_IN_PART, _later("Accept in part")),
    (AmendmentState.ACCEPTED_AS_WORDED, _later("As worded by the working group")),
    (AmendmentState.REJECTED, _later("Reject")),
    (AmendmentState.POSTPONED, _later("Postpone")),
    (AmendmentState.WITHDRAWN, _later("Withdrawn by the author")),
)
"""The order of the buttons at the bottom; always the same."""
NAMES: Mapping[AmendmentState, Any] = dict(DECISIONS) | {AmendmentState.PENDING: _later("Back to waiting")}


@dataclass(frozen=True, slots=True)
class UndoOffer:
    """A decision that can be undone: how many amendments it was about, when made at once."""

    decision: int
    words: str
    count: int
    by: str
    fresh: bool
    """True on the page that is shown after deciding."""


@dataclass(frozen=True, slots=True)
class ManyForm:
    """The bar under a bill's amendments: the decisions, and what was chosen and typed when it did not fit."""

    states: tuple[tuple[str, Any], ...]
    chosen: str
    reason: str
    wrong: str


def undo_offer(session: Session, bill: Bill, language: str, last: int | None = None) -> UndoOffer | None:
    """What may be undone on a page: the decision just made (`decided` of the address), else `last`; None for nothing.

    A decision after which somebody has decided anew is not offered.
    """
    if not can(Permission.DECIDE_AMENDMENT):
        return None
    fresh = request.args.get("decided", 0, type=int)
    wanted = last if last is not None else fresh
    found = decisions_together(session, wanted)
    if not found or found[0][1].bill_id != bill.id:
        return None
    # one of several may have been decided about since: then the rest is undone one by one, on their own pages
    if last is not None and not standing(session, [row for row, _, _ in found]):
        found = [one for one in found if one[0].id == wanted]
    if not standing(session, [row for row, _, _ in found]):
        return None
    decision, _, by = found[0]
    return UndoOffer(wanted, str(STATES[decision.state]), len(found), name_of(by, language), fresh == wanted)


def many_form(typed: Mapping[str, str], wrong: str) -> ManyForm | None:
    """The bar, for those who may decide."""
    if not can(Permission.DECIDE_AMENDMENT):
        return None
    states = tuple((state.value, words) for state, words in NAMES.items())
    return ManyForm(states, typed.get("state", ""), typed.get("reason", ""), wrong)


def asks_reason(state: AmendmentState) -> bool:
    """Whether a decision must be given a reason."""
    return state in ASKS_REASON
