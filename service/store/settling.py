"""A conflict of two amendments is settled: one gives way, or a joint text takes the place of both."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from service.errors import Conflict, Invalid
from service.store.amendments import Wording, get_amendment_row, revise_amendment
from service.store.audit import Actor
from service.store.decisions import decide_amendment
from service.store.tables import Amendment, AmendmentState


@dataclass(frozen=True, slots=True)
class Seen:
    """An amendment as the person who settles saw it: id and version."""

    id: int
    version: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, in one language or both."""

    ru: str = ""
    kk: str = ""


def give_way(session: Session, actor: Actor, rejected: Seen, kept: Seen, reason: Reason) -> Amendment:
    """Reject one of two amendments.

    Raises Invalid("reason_needed"), Conflict("amendment_changed") where either has changed since it was seen.
    """
    _unchanged(session, kept)
    return decide_amendment(
        session, actor, rejected.id, AmendmentState.REJECTED, reason.ru, reason.kk, version=rejected.version
    )


def take_together(
    session: Session, actor: Actor, host: Seen, other: Seen, instructions: tuple[str, str], reason: Reason, note: str
) -> Amendment:
    """Save a joint text (`instructions` in ru and kk) as a revision of `host`, in the working group's wording.

    `other` is decided the same way and marked as taken into `host`, so that it is not applied by itself any more.
    Raises Invalid("joint_empty" | "reason_needed"), Conflict("amendment_changed") where either has changed since.
    """
    row = word_anew(session, actor, host, instructions, reason, note)
    state = AmendmentState.ACCEPTED_AS_WORDED
    decide_amendment(session, actor, other.id, state, reason.ru, reason.kk, version=other.version, taken_into=host.id)
    return row


def word_anew(
    session: Session, actor: Actor, host: Seen, instructions: tuple[str, str], reason: Reason, note: str
) -> Amendment:
    """Save a text as a revision of the one amendment that is left of a settled conflict, decided as it is worded.

    Raises as `take_together` does.
    """
    if not any(text.strip() for text in instructions):
        raise Invalid("joint_empty", field="instruction_ru")
    if not (reason.ru.strip() or reason.kk.strip()):
        raise Invalid("reason_needed", field="reason_ru")
    row = get_amendment_row(session, host.id)
    wording = Wording(
        *instructions, row.title_ru, row.title_kk, row.grounds_ru, row.grounds_kk, note,
        guidance={},  # the joint text was read without anybody's choices
    )  # fmt: skip
    state = AmendmentState.ACCEPTED_AS_WORDED
    revise_amendment(session, actor, host.id, wording, version=host.version)
    decide_amendment(session, actor, host.id, state, reason.ru, reason.kk, version=host.version + 1)
    return row


def _unchanged(session: Session, seen: Seen) -> None:
    """Raise Conflict("amendment_changed") where an amendment is not as it was seen."""
    row = get_amendment_row(session, seen.id)
    if row.version != seen.version:
        raise Conflict("amendment_changed", seen=seen.version, now=row.version)
