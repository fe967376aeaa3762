"""Proposals of deputies and akims that are not amendments yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from service.clock import now
from service.errors import Invalid, NotFound
from service.store.audit import Action, Actor, record
from service.store.fields import MAX_PROPOSAL, MAX_TITLE, plain
from service.store.paging import MAX_ID, Page, Paging, fetch_page
from service.store.places import check_address
from service.store.tables import Account, Act, Proposal, ProposalKind, ProposalState

LANGUAGES = ("ru", "kk")
LEVELS = ("region", "district", "city_district", "rural")


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


def get_proposal(session: Session, proposal_id: int) -> ProposalEntry:
    """One proposal. Raises NotFound("proposal_not_found")."""
    found = session.exec(_with_author().where(Proposal.id == proposal_id)).first() if proposal_id <= MAX_ID else None
    if found is None:
        raise NotFound("proposal_not_found", proposal=proposal_id)
    return ProposalEntry(*found)


@dataclass(frozen=True, slots=True)
class Wish:
    """What an author of a proposal writes."""

    kind: ProposalKind
    language: str
    title: str
    text: str
    address: str = ""
    from_level: str = ""
    to_level: str = ""


def create_proposal(
    session: Session, actor: Actor, act: Act, wish: Wish, *, author_id: int | None, at: datetime | None = None
) -> Proposal:
    """Add a proposal; `at` is when it was made, where it is brought in from elsewhere.

    Raises Invalid("proposal_empty" | "unknown_language" | "level_unknown"), NotFound("address_not_found"),
    TooLarge("field_too_long").
    """
    if wish.language not in LANGUAGES:
        raise Invalid("unknown_language", field="language", given=wish.language[:20])
    for name, level in (("from_level", wish.from_level), ("to_level", wish.to_level)):
        if level and level not in LEVELS:
            raise Invalid("level_unknown", field=name, given=level[:20], known=", ".join(LEVELS))
    proposal = Proposal(
        act_id=act.id or 0,
        address=wish.address,
        kind=wish.kind,
        from_level=wish.from_level,
        to_level=wish.to_level,
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


def _with_author() -> Any:
    return select(Proposal, Account).outerjoin(Account, col(Account.id) == col(Proposal.author_id))
