"""The audit log: who did what, when, in a chain of hashes that shows any later change.

Rows are added inside the transaction of the deed itself, so a deed and its row stand or fall together.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlmodel import Session

from service.store.paging import Page, Paging
from service.store.tables import AuditRow


class Action(StrEnum):
    """Tags of the log: `subject:deed`."""

    ACT_IMPORTED = "act:imported"
    EDITION_IMPORTED = "edition:imported"
    BILL_CREATED = "bill:created"
    BILL_CHANGED = "bill:changed"
    AMENDMENT_CREATED = "amendment:created"
    AMENDMENT_REVISED = "amendment:revised"
    AMENDMENT_DECIDED = "amendment:decided"
    AMENDMENT_VOTED = "amendment:voted"
    FINDING_DECIDED = "finding:decided"
    COMMENT_CREATED = "comment:created"
    COMMENT_WITHDRAWN = "comment:withdrawn"
    PROPOSAL_CREATED = "proposal:created"
    PROPOSAL_DECIDED = "proposal:decided"
    ACCOUNT_CREATED = "account:created"
    ACCOUNT_CHANGED = "account:changed"
    PASSWORD_CHANGED = "account:password_changed"
    SIGNED_IN = "account:signed_in"
    SIGN_IN_FAILED = "account:sign_in_failed"
    SIGNED_OUT = "account:signed_out"
    TOKEN_ISSUED = "token:issued"
    TOKEN_REVOKED = "token:revoked"
    EXPORTED = "document:exported"
    DEMONSTRATION_LOADED = "demonstration:loaded"


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
    raise NotImplementedError


def entries(session: Session, paging: Paging | None = None, *, subject: str | None = None) -> Page[AuditRow]:
    """The log, newest first; `subject` («amendment/12») narrows it to one thing's history."""
    raise NotImplementedError


def verify(session: Session) -> ChainReport:
    """Recompute the whole chain."""
    raise NotImplementedError
