"""What waits for a person: decisions, votes, wordings to carry on, drafts, answers."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, Final

from sqlalchemy import Subquery, and_, exists, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from service.clock import now
from service.store.amendment_drafts import KEPT_FOR
from service.store.desk_changes import remark_line
from service.store.desk_rows import line, together
from service.store.tables import (
    Act,
    Amendment,
    AmendmentDraft,
    AmendmentRevision,
    AmendmentState,
    Bill,
    Comment,
    Stage,
    Vote,
)

DECIDE, LEFT, VOTE, DRAFT, REPLY = "decide", "left", "vote", "draft", "reply"
KINDS: Final = (DECIDE, VOTE, LEFT, DRAFT, REPLY)
"""Amendments to decide about, to vote on, left on an older edition; own drafts; answers to own remarks."""
OVER: Final = (Stage.ADOPTED, Stage.SIGNED, Stage.WITHDRAWN)
"""Stages in which nothing is decided about amendments any more."""
OUT: Final = (AmendmentState.REJECTED, AmendmentState.WITHDRAWN)


def waiting(account_id: int, kinds: Collection[str]) -> Subquery | None:
    """What waits for this account, of these kinds, as rows of the desk. Bills that are over wait for nothing."""
    makers: dict[str, Callable[[], Any]] = {
        DECIDE: _decide,
        LEFT: _left,
        VOTE: lambda: _vote(account_id),
        DRAFT: lambda: _draft(account_id),
        REPLY: lambda: _reply(account_id),
    }
    return together([makers[kind]() for kind in KINDS if kind in kinds], "waiting")


def live_wordings(session: Session) -> dict[int, list[tuple[int, int]]]:
    """Bill → (number, latest revision) of its live amendments by number; only bills that are not over. One query.

    Those left on an older edition or held by a joint text are not among them: they are in no text of the bill.
    """
    query = (
        select(col(Amendment.bill_id), col(Amendment.number), col(AmendmentRevision.id))
        .join(AmendmentRevision, _latest())
        .join(Bill, col(Bill.id) == col(Amendment.bill_id))
        .where(col(Amendment.state).not_in(OUT), col(Bill.stage).not_in(OVER))
        .where(col(AmendmentRevision.base_date) == col(Bill.base_date), col(Amendment.taken_into_id).is_(None))
        .order_by(col(Amendment.number))
    )
    found: dict[int, list[tuple[int, int]]] = {}
    for bill, number, revision in session.execute(query).all():
        found.setdefault(bill, []).append((number, revision))
    return found


def wordings(session: Session, bill_id: int, ids: Collection[int]) -> tuple[Bill, Act, dict[int, AmendmentRevision]]:
    """A bill, its act, and revisions of its amendments by id. Three queries."""
    bill = session.get_one(Bill, bill_id)
    query = select(AmendmentRevision).where(col(AmendmentRevision.id).in_(ids))
    return bill, session.get_one(Act, bill.act_id), {row.id or 0: row for row in session.scalars(query)}


def _amendments(kind: str) -> Any:
    row = Amendment
    return line(
        kind, ref=col(row.id), at=col(row.created_at), bill=col(row.bill_id), amendment=col(row.id),
        by=col(row.author_id),
    ).join(Bill, col(Bill.id) == col(row.bill_id)).where(col(Bill.stage).not_in(OVER))  # fmt: skip


def _decide() -> Any:
    return _amendments(DECIDE).where(col(Amendment.state) == AmendmentState.PENDING)


def _vote(account_id: int) -> Any:
    given = exists().where(col(Vote.amendment_id) == col(Amendment.id), col(Vote.account_id) == account_id)
    return _amendments(VOTE).where(col(Amendment.state) == AmendmentState.PENDING, ~given)


def _left() -> Any:
    return (
        _amendments(LEFT)
        .join(AmendmentRevision, _latest())
        .where(col(Amendment.state).not_in(OUT), col(AmendmentRevision.base_date) != col(Bill.base_date))
    )


def _draft(account_id: int) -> Any:
    row = AmendmentDraft
    return (
        line(
            DRAFT, ref=col(row.id), at=col(row.at), bill=col(Amendment.bill_id), amendment=col(row.amendment_id),
            by=col(row.account_id),
        )
        .join(Amendment, col(Amendment.id) == col(row.amendment_id))
        .where(col(row.account_id) == account_id, col(row.at) >= now() - KEPT_FOR)
    )  # fmt: skip


def _reply(account_id: int) -> Any:
    """Answers to the person's remarks that the person has not answered in turn."""
    mine, later = aliased(Comment), aliased(Comment)
    answered = exists().where(
        col(later.thread_id) == col(Comment.thread_id),
        col(later.author_id) == account_id,
        col(later.id) > col(Comment.id),
    )
    return (
        remark_line(REPLY)
        .join(mine, col(mine.id) == col(Comment.parent_id))
        .where(
            col(mine.author_id) == account_id,
            col(Comment.author_id) != account_id,
            col(Comment.withdrawn_at).is_(None),
            ~answered,
        )
    )


def _latest() -> Any:
    return and_(
        col(AmendmentRevision.amendment_id) == col(Amendment.id),
        col(AmendmentRevision.number) == col(Amendment.revision),
    )
