"""Proposals of deputies and akims that are not amendments yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from service.clock import now
from service.errors import Invalid, NotFound
from service.store.audit import Action, Actor, record
from service.store.fields import MAX_PROPOSAL, MAX_TITLE, plain
from service.store.paging import MAX_ID, Page, Paging, fetch_page
from service.store.places import check_address
from service.store.tables import Account, Act, Proposal, ProposalState


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


def create_proposal(
    session: Session,
    actor: Actor,
    act: Act,
    *,
    author_id: int | None,
    title_ru: str = "",
    title_kk: str = "",
    text_ru: str = "",
    text_kk: str = "",
    address: str = "",
) -> Proposal:
    """Add a proposal in one or both languages.

    Raises Invalid("proposal_empty"), NotFound("address_not_found"), TooLarge("field_too_long").
    """
    proposal = Proposal(
        act_id=act.id or 0,
        address=address,
        title_ru=plain(title_ru, "title_ru", MAX_TITLE),
        title_kk=plain(title_kk, "title_kk", MAX_TITLE),
        text_ru=plain(text_ru, "text_ru", MAX_PROPOSAL),
        text_kk=plain(text_kk, "text_kk", MAX_PROPOSAL),
        author_id=author_id,
        state=ProposalState.NEW,
        created_at=now(),
    )
    if not (proposal.text_ru or proposal.text_kk):
        raise Invalid("proposal_empty", field="text_ru")
    check_address(session, act, address)
    session.add(proposal)
    session.flush()
    record(session, actor, Action.PROPOSAL_CREATED, f"proposal/{proposal.id}", act=act.code, address=address)
    return proposal


def _with_author() -> Any:
    return select(Proposal, Account).outerjoin(Account, col(Account.id) == col(Proposal.author_id))
