"""Amendments: list, look up, write, revise, decide, vote."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from service.store.audit import Actor
from service.store.paging import Page, Paging
from service.store.tables import (
    Account,
    Amendment,
    AmendmentRevision,
    AmendmentState,
    Bill,
    Decision,
    VoteValue,
)


@dataclass(frozen=True, slots=True)
class AmendmentEntry:
    """An amendment in a list, with what a list shows of it."""

    amendment: Amendment
    author: Account | None
    revision: AmendmentRevision
    comments: int
    findings: dict[str, int]
    """Findings in what it brings in, by change («added», «removed», «kept»), both languages."""


@dataclass(frozen=True, slots=True)
class AmendmentDetail:
    """All that the page of one amendment needs, except its effect (`effects.amendment_effect`)."""

    amendment: Amendment
    bill: Bill
    author: Account | None
    revision: AmendmentRevision
    revisions: list[AmendmentRevision]
    """Oldest first."""
    decisions: list[tuple[Decision, Account | None]]
    """Newest first; the first one counts."""
    votes: dict[VoteValue, int]


@dataclass(frozen=True, slots=True)
class Wording:
    """What an author writes: instruction, title and grounds in both languages (plain text)."""

    instruction_ru: str
    instruction_kk: str
    title_ru: str = ""
    title_kk: str = ""
    grounds_ru: str = ""
    grounds_kk: str = ""
    note: str = ""


def list_amendments(
    session: Session,
    bill: Bill,
    paging: Paging | None = None,
    *,
    state: AmendmentState | None = None,
    article: str | None = None,
    author_id: int | None = None,
) -> Page[AmendmentEntry]:
    """Amendments of a bill by number, filtered. A fixed number of queries, whatever the length.

    `article` is an address («art_35»): amendments whose operations touch that article.
    """
    raise NotImplementedError


def get_amendment(session: Session, amendment_id: int) -> AmendmentDetail:
    """One amendment. Raises NotFound("amendment_not_found")."""
    raise NotImplementedError


def get_amendment_by_number(session: Session, bill: Bill, number: int) -> AmendmentDetail:
    """One amendment by its number in the bill. Raises NotFound("amendment_not_found")."""
    raise NotImplementedError


def create_amendment(
    session: Session, actor: Actor, bill: Bill, wording: Wording, *, author_id: int | None, number: int | None = None
) -> Amendment:
    """Add an amendment with its first revision; `number` None takes the next free one.

    Raises Invalid("amendment_empty") when neither language has an instruction, Invalid("text_too_long").
    """
    raise NotImplementedError


def revise_amendment(
    session: Session, actor: Actor, amendment_id: int, wording: Wording, *, version: int
) -> Amendment:
    """Add a revision. `version` is the number the author saw; Conflict("amendment_changed") when it moved on."""
    raise NotImplementedError


def decide_amendment(
    session: Session, actor: Actor, amendment_id: int, state: AmendmentState, reason: str, *, version: int
) -> Amendment:
    """Decide (or take a decision back with PENDING). Every decision stays in the history.

    Raises Conflict("amendment_changed"), Invalid("reason_needed") for every state except ACCEPTED and PENDING.
    """
    raise NotImplementedError


def vote(session: Session, actor: Actor, amendment_id: int, account_id: int, value: VoteValue) -> dict[VoteValue, int]:
    """Give or change a vote; returns the counts after it."""
    raise NotImplementedError
