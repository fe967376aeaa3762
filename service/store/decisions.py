"""Deciding about one amendment. Every decision stays in the history."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlmodel import Session

from service.clock import now
from service.errors import Invalid
from service.store.amendments import locked
from service.store.audit import Action, Actor, record
from service.store.fields import MAX_REASON, plain
from service.store.tables import Amendment, AmendmentState, Decision

NO_REASON_NEEDED: Final = frozenset({AmendmentState.ACCEPTED, AmendmentState.PENDING})


def decide_amendment(
    session: Session,
    actor: Actor,
    amendment_id: int,
    state: AmendmentState,
    reason_ru: str = "",
    reason_kk: str = "",
    *,
    version: int,
    at: datetime | None = None,
    taken_into: int | None = None,
) -> Amendment:
    """Decide (or take a decision back with PENDING), with a reason in one language or both.

    Every decision stays in the history; `at` as in `create_amendment`. `taken_into` is the id of the amendment whose
    joint text holds this one's words; any other decision takes it out again.

    Raises Conflict("amendment_changed"), Invalid("reason_needed") for every state except ACCEPTED and PENDING.
    """
    reasons = plain(reason_ru, "reason_ru", MAX_REASON), plain(reason_kk, "reason_kk", MAX_REASON)
    if not any(reasons) and state not in NO_REASON_NEEDED:
        raise Invalid("reason_needed", field="reason_ru")
    amendment = locked(session, amendment_id, version)
    keep_decision(session, actor, amendment, state, reasons, at=at, taken_into=taken_into)
    return amendment


def keep_decision(
    session: Session,
    actor: Actor,
    amendment: Amendment,
    state: AmendmentState,
    reasons: tuple[str, str],
    *,
    at: datetime | None = None,
    taken_into: int | None = None,
    together_id: int | None = None,
    undoes_id: int | None = None,
) -> Decision:
    """Write a decision and its row of the audit log; the caller has checked it and counted the version on.

    `taken_into` as in `decide_amendment`. `together_id` is the first of the decisions that were made at once,
    `undoes_id` the one that this one undoes.
    """
    amendment.state, amendment.taken_into_id = state, taken_into
    decision = Decision(
        amendment_id=amendment.id or 0,
        state=state,
        reason_ru=reasons[0],
        reason_kk=reasons[1],
        revision=amendment.revision,
        by_id=actor.account_id,
        at=at or now(),
        taken_into_id=taken_into,
        together_id=together_id,
        undoes_id=undoes_id,
    )
    session.add(decision)
    detail = {"taken_into": taken_into, "together": together_id, "undoes": undoes_id}
    record(
        session,
        actor,
        Action.AMENDMENT_DECIDED if undoes_id is None else Action.DECISION_UNDONE,
        f"amendment/{amendment.id}",
        state=state.value,
        revision=amendment.revision,
        **{name: value for name, value in detail.items() if value is not None},
    )
    return decision
