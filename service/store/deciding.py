"""Decisions about many amendments at once, all or none; and undoing decisions.

Writers take turns (`Database.writing`), so that what is checked here still holds when it is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func
from sqlmodel import Session, col, select

from service.clock import now
from service.errors import Conflict, Invalid, NotFound
from service.store.audit import Actor
from service.store.decisions import NO_REASON_NEEDED, keep_decision
from service.store.fields import MAX_REASON, plain
from service.store.paging import MAX_ID
from service.store.tables import Account, Amendment, AmendmentState, Bill, Decision

MOST: Final = 1_000
"""Amendments that one decision may be about."""


class Overtaken(Conflict):
    """Somebody was quicker; `numbers` are the amendments of the bill that it is about, in order."""

    def __init__(self, code: str, numbers: Iterable[int]) -> None:
        self.numbers = tuple(sorted(numbers))
        super().__init__(code, numbers=", ".join(map(str, self.numbers)))


@dataclass(frozen=True, slots=True)
class Decided:
    """One of the decisions that were made: of which amendment (with its new version), and what it was before."""

    amendment: Amendment
    decision: Decision
    before: AmendmentState


def decide_many(
    session: Session,
    actor: Actor,
    bill: Bill,
    seen: Mapping[int, int],
    state: AmendmentState,
    reason_ru: str = "",
    reason_kk: str = "",
) -> list[Decided]:
    """Decide about amendments of a bill at once, with one reason: all of them or none.

    `seen` gives for each amendment's number the version that the person saw. Those that are in the state already
    stay as they are. Each other one gets a decision and an audit row of its own; they come back by number.

    Raises Overtaken("amendments_changed") naming those that somebody changed meanwhile,
    NotFound("amendment_not_found"), Invalid("reason_needed" | "nothing_to_decide" | "too_many_at_once").
    """
    reasons = plain(reason_ru, "reason_ru", MAX_REASON), plain(reason_kk, "reason_kk", MAX_REASON)
    if not any(reasons) and state not in NO_REASON_NEEDED:
        raise Invalid("reason_needed", field="reason_ru")
    if len(seen) > MOST:
        raise Invalid("too_many_at_once", field="amendments", given=len(seen), most=MOST)
    found = _numbered(session, bill, seen)
    changed = [row.number for row in found if row.version != seen[row.number]]
    if changed:
        raise Overtaken("amendments_changed", changed)
    chosen: list[Chosen] = [(row, state, reasons, None, None) for row in found if row.state is not state]
    if not chosen:
        raise Invalid("nothing_to_decide", field="amendments")
    return _keep(session, actor, chosen)


def undo_decision(session: Session, actor: Actor, decision_id: int, *, together: bool = False) -> list[Decided]:
    """Restore what held before a decision, as a decision of its own; with `together`, for all made at once with it.

    The state and the reason of the decision before it come back; where there was none, the amendment awaits one.
    Undoing such a decision brings back the one that it had undone.

    Raises NotFound("decision_not_found"), Overtaken("decided_since") naming the amendments about which somebody has
    decided since; then nothing is changed.
    """
    wanted = session.get(Decision, decision_id) if 0 < decision_id <= MAX_ID else None
    if wanted is None:
        raise NotFound("decision_not_found", decision=decision_id)
    undone = [wanted]
    if together and wanted.together_id is not None:
        query = select(Decision).where(Decision.together_id == wanted.together_id)
        undone = list(session.exec(query.order_by(col(Decision.id))).all())
    rows = _rows(session, [decision.amendment_id for decision in undone])
    last = _last(session, rows)
    since = [rows[one.amendment_id].number for one in undone if last[one.amendment_id] != one.id]
    if since:
        raise Overtaken("decided_since", since)
    former = _former(session, undone)
    chosen: list[Chosen] = []
    for decision in sorted(undone, key=lambda one: rows[one.amendment_id].number):
        before = former.get(decision.amendment_id)
        state = before.state if before is not None else AmendmentState.PENDING
        reasons = (before.reason_ru, before.reason_kk) if before is not None else ("", "")
        into = before.taken_into_id if before is not None else None
        chosen.append((rows[decision.amendment_id], state, reasons, into, decision.id))
    return _keep(session, actor, chosen)


def decisions_together(session: Session, decision_id: int) -> list[tuple[Decision, Amendment, Account | None]]:
    """A decision and those made at once with it, with their amendments and who decided, by number. Two queries."""
    wanted = session.get(Decision, decision_id) if 0 < decision_id <= MAX_ID else None
    if wanted is None:
        return []
    query = (
        select(Decision, Amendment, Account)
        .join(Amendment, col(Amendment.id) == col(Decision.amendment_id))
        .outerjoin(Account, col(Account.id) == col(Decision.by_id))
        .order_by(col(Amendment.number))
    )
    if wanted.together_id is None:
        query = query.where(Decision.id == wanted.id)
    else:
        query = query.where(Decision.together_id == wanted.together_id)
    return [(decision, amendment, by) for decision, amendment, by in session.exec(query).all()]


def standing(session: Session, decisions: Sequence[Decision]) -> bool:
    """True while nobody has decided anew about any of these amendments: then the decisions can be undone. One query."""
    last = _last(session, {one.amendment_id: None for one in decisions})
    return bool(decisions) and all(last.get(one.amendment_id) == one.id for one in decisions)


def last_decisions(session: Session, amendments: Iterable[int]) -> dict[int, tuple[Decision, Account | None]]:
    """Amendment → its latest decision and whose it was. Two queries."""
    last = _last(session, amendments)
    query = select(Decision, Account).outerjoin(Account, col(Account.id) == col(Decision.by_id))
    found = session.exec(query.where(col(Decision.id).in_(list(last.values())))).all()
    return {decision.amendment_id: (decision, by) for decision, by in found}


Chosen = tuple[Amendment, AmendmentState, tuple[str, str], int | None, int | None]
"""An amendment, its new state, the reasons, the amendment that takes it in, the decision that is undone."""


def _keep(session: Session, actor: Actor, chosen: Sequence[Chosen]) -> list[Decided]:
    """Write the decisions; several carry the number of the first of them."""
    moment, made, first = now(), [], None
    for row, state, reasons, into, undoes in chosen:
        before = row.state
        row.version += 1
        row.changed_at = moment
        session.add(row)
        decision = keep_decision(
            session, actor, row, state, reasons, at=moment, taken_into=into, together_id=first, undoes_id=undoes
        )
        session.flush()
        if first is None and len(chosen) > 1:
            first = decision.together_id = decision.id
            session.add(decision)
        made.append(Decided(row, decision, before))
    session.flush()
    return made


def _numbered(session: Session, bill: Bill, numbers: Iterable[int]) -> list[Amendment]:
    """Amendments of a bill by their numbers. Raises NotFound("amendment_not_found") for one that is not there."""
    wanted = set(numbers)
    known = [number for number in wanted if 0 < number <= MAX_ID]
    query = select(Amendment).where(Amendment.bill_id == bill.id, col(Amendment.number).in_(known))
    found = list(session.exec(query.order_by(col(Amendment.number))).all())
    missing = wanted - {row.number for row in found}
    if missing:
        raise NotFound("amendment_not_found", amendment=min(missing))
    return found


def _rows(session: Session, ids: Iterable[int]) -> dict[int, Amendment]:
    found = session.exec(select(Amendment).where(col(Amendment.id).in_(list(ids)))).all()
    return {row.id or 0: row for row in found}


def _last(session: Session, amendments: Iterable[int]) -> dict[int, int]:
    """Amendment → its latest decision."""
    query = (
        select(Decision.amendment_id, func.max(Decision.id))
        .where(col(Decision.amendment_id).in_(list(amendments)))
        .group_by(col(Decision.amendment_id))
    )
    return {amendment: latest or 0 for amendment, latest in session.exec(query).all()}


def _former(session: Session, undone: Sequence[Decision]) -> dict[int, Decision]:
    """Amendment → the decision before its latest one."""
    latest = {decision.id for decision in undone}
    query = select(Decision).where(col(Decision.amendment_id).in_([one.amendment_id for one in undone]))
    found = session.exec(query.order_by(col(Decision.id))).all()
    return {decision.amendment_id: decision for decision in found if decision.id not in latest}
