"""Proposals: list and write."""

from __future__ import annotations

from typing import Literal

from flask import Response, url_for
from pydantic import BaseModel, Field

from service import context
from service.api.answers import listing, one
from service.api.blueprint import reads, writes
from service.api.models.proposals import NewProposal, Proposal, ProposalList, proposal
from service.api.requests import AnyQuery, Code, Id, PageQuery
from service.api.tags import PROPOSALS
from service.security.current import account_id, current_actor
from service.security.permissions import Permission
from service.store.acts import get_act
from service.store.names import act_codes
from service.store.proposals import create_proposal, get_proposal, list_proposals
from service.store.tables import ProposalState


class ProposalPath(BaseModel):
    """A proposal."""

    proposal: Id


class ProposalsQuery(PageQuery):
    """Which proposals."""

    act: Code | None = Field(None, description="Only proposals on this act.")
    state: Literal["new", "taken_up", "declined"] | None = Field(None, description="Only proposals in this state.")


@reads("/proposals", ProposalList, PROPOSALS, problems=(404,))
def proposals(query: ProposalsQuery) -> Response:
    """List proposals

    Newest first.
    """
    session = context.reading()
    act = get_act(session, query.act) if query.act is not None else None
    state = ProposalState(query.state) if query.state is not None else None
    page = list_proposals(session, act, query.paging, state=state)
    codes = act_codes(session, (entry.proposal.act_id for entry in page.items))
    return listing(ProposalList, page, lambda entry: proposal(entry, codes))


@reads("/proposals/<proposal>", Proposal, PROPOSALS, problems=(404,))
def one_proposal(path: ProposalPath, query: AnyQuery) -> Response:
    """Look up a proposal"""
    return _shown(path.proposal)


@writes("/proposals", Proposal, PROPOSALS, permission=Permission.PROPOSE, problems=(404,))
def write_proposal(query: AnyQuery, body: NewProposal) -> Response:
    """Write a proposal

    A wish about a power: to add, exclude, transfer, clarify or keep it.
    """
    with context.writing() as session:
        act = get_act(session, body.act)
        made = create_proposal(session, current_actor(), act, body.wish, author_id=account_id()).id or 0
    return _shown(made, 201)


def _shown(proposal_id: int, status: int = 200) -> Response:
    session = context.reading()
    entry = get_proposal(session, proposal_id)
    location = url_for("api.one_proposal", proposal=proposal_id) if status == 201 else None
    return one(proposal(entry, act_codes(session, [entry.proposal.act_id])), status, location=location)
