"""What others did since a person was here last: by bill, or by act for what belongs to no bill."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import Subquery, func, or_, select
from sqlmodel import Session, col

from service.clock import ALMATY, local, now, today
from service.store.desk_rows import line, together
from service.store.tables import (
    Account,
    Amendment,
    AmendmentRevision,
    AuditRow,
    Comment,
    Decision,
    EditionRow,
    FindingRow,
    Verdict,
)

NEW, REWORDED, DECIDED, SAID, ANSWERED, EDITION = "new", "reworded", "decided", "said", "answered", "edition"
KINDS: Final = (NEW, REWORDED, DECIDED, SAID, ANSWERED, EDITION)
"""New amendments, new wordings of amendments, decisions, remarks, answers to tags, new editions."""


def changes_since(session: Session, account_id: int) -> datetime:
    """From when on a person is told what changed: the start of the last day before today on which the person did
    anything here (signing in counts), at the latest that of yesterday; but never from before the account was opened:
    what was there already is no news to a person who comes for the first time. Days are Kazakhstan's. One query.
    """
    day = today()
    last_deed = select(func.max(AuditRow.at)).where(
        col(AuditRow.account_id) == account_id, col(AuditRow.at) < _start(day)
    )
    columns: tuple[Any, ...] = (col(Account.created_at), last_deed.scalar_subquery())
    query = select(*columns).where(col(Account.id) == account_id)
    opened: datetime
    opened, last = session.connection().execute(query).one()
    yesterday = day - timedelta(days=1)
    return max(_start(yesterday if last is None else min(local(last).date(), yesterday)), opened)


def changes(account_id: int, since: datetime) -> Subquery | None:
    """What others than this account did from `since` on, as rows of the desk; what was taken back is left out."""

    def others(by: Any, at: Any) -> tuple[Any, Any]:
        # what was brought in with a date to come has not happened yet
        return or_(by.is_(None), by != account_id), at.between(since, now())

    new, wording, decision = col(Amendment.created_at), AmendmentRevision, Decision
    return together(
        [
            line(
                NEW, ref=col(Amendment.id), at=new, bill=col(Amendment.bill_id), amendment=col(Amendment.id),
                by=col(Amendment.author_id),
            ).where(*others(col(Amendment.author_id), new)),
            line(
                REWORDED, ref=col(wording.id), at=col(wording.at), bill=col(Amendment.bill_id),
                amendment=col(wording.amendment_id), by=col(wording.by_id),
            ).join(Amendment, col(Amendment.id) == col(wording.amendment_id))
            .where(col(wording.number) > 1, *others(col(wording.by_id), col(wording.at))),
            line(
                DECIDED, ref=col(decision.id), at=col(decision.at), bill=col(Amendment.bill_id),
                amendment=col(decision.amendment_id), by=col(decision.by_id),
            ).join(Amendment, col(Amendment.id) == col(decision.amendment_id))
            .where(*others(col(decision.by_id), col(decision.at))),
            remark_line(SAID).where(
                col(Comment.withdrawn_at).is_(None), *others(col(Comment.author_id), col(Comment.created_at))
            ),
            line(
                ANSWERED, ref=col(Verdict.id), at=col(Verdict.at), act=_act_of(Verdict.lineage), by=col(Verdict.by_id)
            ).where(*others(col(Verdict.by_id), col(Verdict.at))),
            line(EDITION, ref=col(EditionRow.id), at=col(EditionRow.imported_at), act=col(EditionRow.act_id))
            .where(col(EditionRow.imported_at).between(since, now())),
        ],
        "changes",
    )  # fmt: skip


def remark_line(kind: str) -> Any:
    """Remarks as lines of a kind, each with the bill or the act that it is about."""
    return line(
        kind,
        ref=col(Comment.id),
        at=col(Comment.created_at),
        bill=bill_of_comment(),
        act=act_of_comment(),
        amendment=col(Comment.amendment_id),
        by=col(Comment.author_id),
    ).outerjoin(Amendment, col(Amendment.id) == col(Comment.amendment_id))


def bill_of_comment() -> Any:
    """The bill that a remark is about, where `Amendment` is joined to it."""
    return func.coalesce(col(Comment.bill_id), col(Amendment.bill_id))


def act_of_comment() -> Any:
    """The act that a remark is about: itself, or words of it that were tagged."""
    return func.coalesce(col(Comment.act_id), _act_of(Comment.finding))


def _act_of(lineage: Any) -> Any:
    """The act that tagged words stand in."""
    found = select(func.min(FindingRow.act_id)).where(FindingRow.lineage == lineage, lineage != "")
    return found.correlate_except(FindingRow).scalar_subquery()


def _start(day: Any) -> datetime:
    return datetime.combine(day, time(), ALMATY)
