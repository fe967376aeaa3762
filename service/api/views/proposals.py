"""Proposals: list and write."""

from __future__ import annotations

from typing import Literal

from flask import Response, url_for
from pydantic import BaseModel, Field

from service import context
from service.api.answers import listing, one
from service.api.blueprint import reads, writes
from service.api.editions import edition_row
from service.api.models.proposals import (
    NewDecision,
    NewDraft,
    NewProposal,
    Proposal,
    ProposalDraft,
    ProposalList,
    proposal,
    proposal_draft,
)
from service.api.requests import AnyQuery, BillNumber, Code, Id, PageQuery
from service.api.tags import PROPOSALS
from service.clock import today
from service.security.current import account_id, current_actor
from service.security.permissions import Permission
from service.store.acts import act_of, get_act
from service.store.amendments import Wording
from service.store.bills import get_bill
from service.store.names import act_codes
from service.store.power_drafts import Place, drafted, save_drafted
from service.store.proposals import create_proposal, decide_proposal, get_proposal, list_proposals
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


class DraftQuery(AnyQuery):
    """Against which edition."""

    bill: BillNumber | None = Field(
        None, description="The bill whose base edition is amended; else the edition in force."
    )


@reads("/proposals/<proposal>/draft", ProposalDraft, PROPOSALS, heavy=True, problems=(404, 409))
def proposal_as_amendment(path: ProposalPath, query: DraftQuery) -> Response:
    """Draft the amendment of a proposal

    In both languages at once, or refused (409) with the reason. Nothing is stored.
    """
    session = context.reading()
    row = get_proposal(session, path.proposal).proposal
    if query.bill is not None:
        base = get_bill(session, query.bill).bill.base_date
    else:
        base = edition_row(act_of(session, row.act_id), row.language, today()).in_force_from
    return one(proposal_draft(path.proposal, drafted(session, row, base)))


@writes(
    "/proposals/<proposal>/amendment",
    Proposal,
    PROPOSALS,
    permission=Permission.WRITE_AMENDMENT,
    heavy=True,
    problems=(404, 409),
)
def store_proposal_amendment(path: ProposalPath, query: AnyQuery, body: NewDraft) -> Response:
    """Store the amendment of a proposal in a bill

    Refused (409) where the instructions are not those of its draft. The proposal is taken up with it.
    """
    wording = Wording(
        body.instruction_ru, body.instruction_kk, body.title_ru, body.title_kk, body.grounds_ru, body.grounds_kk
    )
    with context.writing() as session:
        save_drafted(session, current_actor(), path.proposal, Place(body.bill), wording)
    return _shown(path.proposal, 201)


@writes(
    "/proposals/<proposal>/decision", Proposal, PROPOSALS, permission=Permission.DECIDE_PROPOSAL, problems=(404, 409)
)
def decide_on_proposal(path: ProposalPath, query: AnyQuery, body: NewDecision) -> Response:
    """Decline a proposal, or open it again

    Declining needs a reason.
    """
    with context.writing() as session:
        decide_proposal(session, current_actor(), path.proposal, ProposalState(body.state), body.reason)
    return _shown(path.proposal, 201)


def _shown(proposal_id: int, status: int = 200) -> Response:
    session = context.reading()
    entry = get_proposal(session, proposal_id)
    location = url_for("api.one_proposal", proposal=proposal_id) if status == 201 else None
    return one(proposal(entry, act_codes(session, [entry.proposal.act_id])), status, location=location)
