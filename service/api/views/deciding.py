"""Deciding about many amendments at once, undoing decisions, deadlines of bills."""

from __future__ import annotations

from typing import Annotated

from flask import Response
from pydantic import Field

from service import context
from service.api.answers import one
from service.api.blueprint import writes
from service.api.models.bills import Bill, bill
from service.api.models.deciding import DecidedAmendments, NewDeadline, NewDecisions, Undoing, decided
from service.api.problems import ApiError
from service.api.requests import AnyQuery
from service.api.tags import BILLS
from service.api.views.bills import BillPath
from service.errors import NotFound
from service.security.current import current_account, current_actor
from service.security.permissions import Permission
from service.store.bills import get_bill, set_deadline
from service.store.deciding import decide_many, decisions_together, undo_decision
from service.store.paging import MAX_ID
from service.store.tables import AmendmentState


class DecisionPath(BillPath):
    """A decision about an amendment of a bill."""

    decision: Annotated[int, Field(ge=1, le=MAX_ID, description="Id of the decision, as an amendment names it.")]


@writes(
    "/bills/<bill>/decisions",
    DecidedAmendments,
    BILLS,
    permission=Permission.DECIDE_AMENDMENT,
    problems=(404, 409),
)
def decide_amendments(path: BillPath, query: AnyQuery, body: NewDecisions) -> Response:
    """Decide about amendments of a bill

    One decision with one reason about all that are named, or about none: when somebody has changed one of them since
    its version was seen, a problem (409) names these in errors. Those that are so already stay as they are. Each
    decision stands in the history of its amendment and in the audit log.
    """
    seen = {chosen.number: chosen.version for chosen in body.amendments}
    if len(seen) < len(body.amendments):
        raise ApiError(422, "named_twice", field="amendments")
    with context.writing() as session:
        found = get_bill(session, path.bill).bill
        state, reason = AmendmentState(body.state), body.reason
        made = decide_many(session, current_actor(), found, seen, state, reason.ru, reason.kk)
        answer = decided(found.number, made, current_account())
    return one(answer, 201)


@writes(
    "/bills/<bill>/decisions/<decision>/undo",
    DecidedAmendments,
    BILLS,
    permission=Permission.DECIDE_AMENDMENT,
    problems=(404, 409),
)
def undo_decisions(path: DecisionPath, query: AnyQuery, body: Undoing) -> Response:
    """Undo a decision

    The state and the reason before it come back, as a decision of its own that names the one it undid. When somebody
    has decided since, nothing is changed and a problem (409) says about which amendments.
    """
    with context.writing() as session:
        found = get_bill(session, path.bill).bill
        named = decisions_together(session, path.decision)
        if not named or named[0][1].bill_id != found.id:
            raise NotFound("decision_not_found", field="decision", decision=path.decision)
        made = undo_decision(session, current_actor(), path.decision, together=body.together)
        answer = decided(found.number, made, current_account())
    return one(answer, 201)


@writes("/bills/<bill>/deadline", Bill, BILLS, permission=Permission.EDIT_BILL, status=200, problems=(404, 409))
def change_deadline(path: BillPath, query: AnyQuery, body: NewDeadline) -> Response:
    """Set the deadline of a bill

    The day by which its amendments are to be decided.
    """
    with context.writing() as session:
        set_deadline(session, current_actor(), path.bill, body.decision_due, seen=body.seen)
    return one(bill(get_bill(context.reading(), path.bill)))
