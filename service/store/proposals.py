"""Proposals of deputies and akims that are not amendments yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from service.clock import now
from service.errors import Conflict, Invalid, NotFound
from service.store.audit import Action, Actor, record
from service.store.fields import MAX_PROPOSAL, MAX_REASON, MAX_TITLE, plain
from service.store.paging import MAX_ID, Page, Paging, fetch_page
from service.store.places import check_address
from service.store.tables import Account, Act, Proposal, ProposalKind, ProposalSource, ProposalState, Role

LANGUAGES = ("ru", "kk")
LEVELS = ("region", "district", "city_district", "rural")
BODIES = ("maslikhat", "akimat", "akim", "apparatus", "assembly", "gathering")
MOST = 1_000
"""Proposals on one act that are taken into account at once."""
SOURCES = {Role.AKIM: ProposalSource.AKIM, Role.DEPUTY: ProposalSource.DEPUTY}


@dataclass(frozen=True, slots=True)
class ProposalEntry:
    """A proposal with its author."""

    proposal: Proposal
    author: Account | None


def list_proposals(
    session: Session, act: Act | None = None, paging: Paging | None = None, *, state: ProposalState | None = None
) -> Page[ProposalEntry]:
    """Proposals, newest first. Two queries, whatever the length."""
    query = _with_author().order_by(col(Proposal.id).desc())
    if act is not None:
        query = query.where(Proposal.act_id == act.id)
    if state is not None:
        query = query.where(Proposal.state == state)
    page = fetch_page(session, query, paging or Paging())
    return page.of([ProposalEntry(*row) for row in page.items])


def proposals_of(session: Session, act: Act) -> list[ProposalEntry]:
    """The act's proposals that were not declined, newest first, `MOST` at most. One query."""
    query = _with_author().where(Proposal.act_id == act.id, col(Proposal.state) != ProposalState.DECLINED)
    return [ProposalEntry(*row) for row in session.exec(query.order_by(col(Proposal.id).desc()).limit(MOST)).all()]


def get_proposal(session: Session, proposal_id: int) -> ProposalEntry:
    """One proposal. Raises NotFound("proposal_not_found")."""
    found = session.exec(_with_author().where(Proposal.id == proposal_id)).first() if proposal_id <= MAX_ID else None
    if found is None:
        raise NotFound("proposal_not_found", proposal=proposal_id)
    return ProposalEntry(*found)


@dataclass(frozen=True, slots=True)
class Wish:
    """What an author of a proposal writes.

    `to_body` is whose a transferred or added power should be, `words_ru` and `words_kk` what the provision should say,
    `of_algorithm` that it takes over what the algorithm proposes.
    """

    kind: ProposalKind
    language: str
    title: str
    text: str
    address: str = ""
    from_level: str = ""
    to_level: str = ""
    to_body: str = ""
    words_ru: str = ""
    words_kk: str = ""
    of_algorithm: bool = False


def create_proposal(
    session: Session, actor: Actor, act: Act, wish: Wish, *, author_id: int | None, at: datetime | None = None
) -> Proposal:
    """Add a proposal; `at` is when it was made, where it is brought in from elsewhere.

    Raises Invalid("proposal_empty" | "unknown_language" | "level_unknown" | "body_unknown"),
    NotFound("address_not_found"), TooLarge("field_too_long").
    """
    if wish.language not in LANGUAGES:
        raise Invalid("unknown_language", field="language", given=wish.language[:20])
    for name, level in (("from_level", wish.from_level), ("to_level", wish.to_level)):
        if level and level not in LEVELS:
            raise Invalid("level_unknown", field=name, given=level[:20], known=", ".join(LEVELS))
    if wish.to_body and wish.to_body not in BODIES:
        raise Invalid("body_unknown", field="to_body", given=wish.to_body[:20], known=", ".join(BODIES))
    proposal = Proposal(
        act_id=act.id or 0,
        address=wish.address,
        kind=wish.kind,
        from_level=wish.from_level,
        to_level=wish.to_level,
        to_body=wish.to_body,
        words_ru=plain(wish.words_ru, "words_ru", MAX_PROPOSAL),
        words_kk=plain(wish.words_kk, "words_kk", MAX_PROPOSAL),
        source=ProposalSource.ALGORITHM if wish.of_algorithm else _source(session, author_id),
        language=wish.language,
        title=plain(wish.title, "title", MAX_TITLE),
        text=plain(wish.text, "text", MAX_PROPOSAL),
        author_id=author_id,
        state=ProposalState.NEW,
        created_at=at or now(),
    )
    if not (proposal.text and proposal.title):
        raise Invalid("proposal_empty", field="text")
    check_address(session, act, wish.address)
    session.add(proposal)
    session.flush()
    record(session, actor, Action.PROPOSAL_CREATED, f"proposal/{proposal.id}", act=act.code, address=wish.address)
    return proposal


def decide_proposal(
    session: Session, actor: Actor, proposal_id: int, state: ProposalState, reason: str = ""
) -> Proposal:
    """Decline a proposal (reason needed: Invalid("reason_needed")) or open it again.

    Raises NotFound("proposal_not_found"), Conflict("proposal_taken_up") where an amendment was made of it.
    """
    proposal = get_proposal(session, proposal_id).proposal
    words = plain(reason, "reason", MAX_REASON)
    if proposal.state is ProposalState.TAKEN_UP:
        raise Conflict("proposal_taken_up")
    if state is ProposalState.TAKEN_UP:
        raise Invalid("proposal_state", field="state")
    if state is ProposalState.DECLINED and not words:
        raise Invalid("reason_needed", field="reason")
    proposal.state, proposal.reason = state, words
    session.add(proposal)
    session.flush()
    record(session, actor, Action.PROPOSAL_DECIDED, f"proposal/{proposal_id}", state=state.value)
    return proposal


def _source(session: Session, author_id: int | None) -> ProposalSource:
    """As what a person proposes: akims and deputies as such, all others for the Government or the chamber."""
    author = session.get(Account, author_id) if author_id is not None else None
    return ProposalSource.UNKNOWN if author is None else SOURCES.get(author.role, ProposalSource.GOVERNMENT)


def _with_author() -> Any:
    return select(Proposal, Account).outerjoin(Account, col(Account.id) == col(Proposal.author_id))
