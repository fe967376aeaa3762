"""The audit log: who did what, when, in a chain of hashes that shows any later change.

Rows are added inside the transaction of the deed itself, so a deed and its row stand or fall together.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum
from typing import Any

from sqlmodel import Session, col, select

from service.clock import now
from service.store.paging import Page, Paging, fetch_page
from service.store.tables import AuditRow, Meta

HEAD = "audit_head"
"""Key of the fact that keeps the last row's number and hash, so that cutting off the end shows too."""
GENESIS = "0" * 64
"""What the first row carries as the hash before it."""

LAST_SEEN = "pages_changed"
"""Key of the fact that keeps the number of the last row whose deed shows on pages that others read."""

_READ_AT_ONCE = 1_000


class Action(StrEnum):
    """Tags of the log: `subject:deed`."""

    ACT_IMPORTED = "act:imported"
    EDITION_IMPORTED = "edition:imported"
    BILL_CREATED = "bill:created"
    BILL_CHANGED = "bill:changed"
    DEADLINE_SET = "bill:deadline_set"
    AMENDMENT_CREATED = "amendment:created"
    AMENDMENT_REVISED = "amendment:revised"
    AMENDMENT_DECIDED = "amendment:decided"
    DECISION_UNDONE = "amendment:decision_undone"
    AMENDMENT_VOTED = "amendment:voted"
    FINDING_DECIDED = "finding:decided"
    FINDING_VOTED = "finding:voted"
    FINDING_AMENDED = "finding:amended"
    FINDINGS_SEARCHED = "findings:searched_anew"
    COMMENT_CREATED = "comment:created"
    COMMENT_WITHDRAWN = "comment:withdrawn"
    PROPOSAL_CREATED = "proposal:created"
    PROPOSAL_DECIDED = "proposal:decided"
    POWER_SUBJECT_SET = "power:subject_set"
    ACCOUNT_CREATED = "account:created"
    ACCOUNT_CHANGED = "account:changed"
    PASSWORD_CHANGED = "account:password_changed"  # noqa: S105 - a tag
    SIGNED_IN = "account:signed_in"
    SIGN_IN_FAILED = "account:sign_in_failed"
    SIGNED_OUT = "account:signed_out"
    TOKEN_ISSUED = "token:issued"  # noqa: S105 - a tag
    TOKEN_REVOKED = "token:revoked"  # noqa: S105 - a tag
    EXPORTED = "document:exported"
    DEMONSTRATION_LOADED = "demonstration:loaded"


UNSEEN = frozenset(
    {
        Action.SIGNED_IN,
        Action.SIGN_IN_FAILED,
        Action.SIGNED_OUT,
        Action.TOKEN_ISSUED,
        Action.TOKEN_REVOKED,
        Action.EXPORTED,
    }
)
"""Deeds after which every page of laws, bills and amendments reads as before."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is acting and by what way; every writing function of the store takes one."""

    account_id: int | None
    login: str
    via: str
    client: str = ""


SYSTEM = Actor(None, "", "system")
"""The service itself."""
CLI = Actor(None, "", "cli")
"""Whoever may run commands on the server."""


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What a check of the chain found: rows looked at, and the number of the first row that does not fit."""

    rows: int
    broken_at: int | None


def record(session: Session, actor: Actor, action: Action, subject: str = "", **detail: Any) -> AuditRow:
    """Add a row for a deed to the chain, in the caller's transaction. `detail` must be plain JSON values."""
    head = session.get(Meta, HEAD)
    if head is None:
        head = Meta(key=HEAD, value=f"0:{GENESIS}")
        session.add(head)
    number, _, previous = head.value.partition(":")
    row = AuditRow(
        number=int(number) + 1,
        at=now(),
        account_id=actor.account_id,
        login=actor.login,
        via=actor.via,
        client=actor.client,
        action=action.value,
        subject=subject,
        detail=canonical(detail),
        previous_hash=previous,
        hash="",
    )
    row.hash = row_hash(row)
    head.value = f"{row.number}:{row.hash}"
    if action not in UNSEEN:
        _note_change(session, row.number)
    session.add(row)
    session.flush()
    return row


def last_change(session: Session) -> str:
    """What tells one state of all that pages show from the next: while it is the same, so are they. One query."""
    return session.exec(select(Meta.value).where(Meta.key == LAST_SEEN)).first() or ""


def _note_change(session: Session, number: int) -> None:
    seen = session.get(Meta, LAST_SEEN)
    if seen is None:
        seen = Meta(key=LAST_SEEN, value="")
        session.add(seen)
    seen.value = str(number)


def entries(session: Session, paging: Paging | None = None, *, subject: str | None = None) -> Page[AuditRow]:
    """The log, newest first; `subject` («amendment/12») narrows it to one thing's history."""
    query = select(AuditRow).order_by(col(AuditRow.number).desc())
    if subject is not None:
        query = query.where(col(AuditRow.subject) == subject)
    page = fetch_page(session, query, paging or Paging())
    return page.of([row for (row,) in page.items])


def verify(session: Session) -> ChainReport:
    """Recompute the whole chain."""
    head = session.get(Meta, HEAD)
    number, _, last = (head.value if head is not None else f"0:{GENESIS}").partition(":")
    previous, rows = GENESIS, 0
    query = select(AuditRow).order_by(col(AuditRow.number)).execution_options(yield_per=_READ_AT_ONCE)
    with session.exec(query) as found:
        for row in found:
            rows += 1
            if row.number != rows or row.previous_hash != previous or row.hash != row_hash(row):
                return ChainReport(rows, rows)
            previous = row.hash
    if rows != int(number) or previous != last:
        return ChainReport(rows, rows + 1)
    return ChainReport(rows, None)


def row_hash(row: AuditRow) -> str:
    """SHA-256, hexadecimal, over the canonical JSON of everything in the row except its own hash and id."""
    content = {
        "number": row.number,
        "at": row.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "account": row.account_id,
        "login": row.login,
        "via": row.via,
        "client": row.client,
        "action": row.action,
        "subject": row.subject,
        "detail": row.detail,
        "previous": row.previous_hash,
    }
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def canonical(value: dict[str, Any]) -> str:
    """JSON with sorted keys and no spaces: the same content always gives the same characters."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
