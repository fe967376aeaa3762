"""Proposals of deputies and akims that are not amendments yet."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session

from service.store.audit import Actor
from service.store.paging import Page, Paging
from service.store.tables import Account, Act, Proposal, ProposalState


@dataclass(frozen=True, slots=True)
class ProposalEntry:
    """A proposal with its author."""

    proposal: Proposal
    author: Account | None


def list_proposals(
    session: Session, act: Act | None = None, paging: Paging | None = None, *, state: ProposalState | None = None
) -> Page[ProposalEntry]:
    """Proposals, newest first."""
    raise NotImplementedError


def get_proposal(session: Session, proposal_id: int) -> ProposalEntry:
    """One proposal. Raises NotFound("proposal_not_found")."""
    raise NotImplementedError


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
    """Add a proposal in one or both languages. Raises Invalid("proposal_empty"), TooLarge("text_too_long")."""
    raise NotImplementedError
