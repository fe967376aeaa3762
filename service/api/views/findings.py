"""Clarity findings: list with filters, look up, answer."""

from __future__ import annotations

from datetime import date
from typing import Literal

from flask import Response
from pydantic import BaseModel, Field

from amendments.documents.citing import cite
from service import context
from service.api.answers import cut, listing, one
from service.api.blueprint import reads, writes
from service.api.editions import edition_row
from service.api.models.clarity import NewSuggested, SuggestedOut, Wording, WordingList, suggested_out
from service.api.models.findings import (
    Factor,
    FindingDetail,
    FindingList,
    FindingState,
    FindingVotes,
    Level,
    NewAnswer,
    NewFindingVote,
    finding,
    finding_detail,
    names_for,
)
from service.api.requests import PRINTED, Address, AnyQuery, BillNumber, Id, PageQuery, TextLanguage
from service.api.tags import CLARITY
from service.api.views.acts import ActPath
from service.clock import today
from service.errors import Forbidden, NotFound
from service.security.current import account_id, can, current_actor
from service.security.permissions import Permission
from service.store.acts import get_act
from service.store.amendments import get_amendment_row
from service.store.bills import get_bill
from service.store.findings import (
    BillFindings,
    FindingFilter,
    Place,
    amendment_findings,
    get_finding,
    list_findings,
)
from service.store.suggesting import store_suggestion, suggest_amendment, wordings_for
from service.store.tables import Act, EditionRow, Opinion, VerdictKind
from service.store.verdicts import decide_finding, finding_votes, verdict_history, vote_on_finding

Change = Literal["added", "removed", "kept", "moved"]


class FindingPath(BaseModel):
    """A finding."""

    finding: Id


class AmendmentOfFindingsPath(BaseModel):
    """An amendment."""

    amendment: Id


class NarrowedQuery(AnyQuery):
    """Which findings of an edition or a bill."""

    language: TextLanguage = Field("ru", description="Language of the text.")
    on: date | None = Field(None, description="A date of the edition; else the one in force today.")
    factor: Factor | None = Field(None, description="Only this factor.")
    weight: int | None = Field(None, ge=1, le=3, description="This weight or more: 1 low, 2 medium, 3 high.")
    article: Address | None = Field(None, description="Only in this article (art_18).")
    address: Address | None = Field(None, description="Only in this very provision.")
    state: FindingState | Literal["waiting"] | None = Field(
        None, description="open, asked_again, confirmed or dismissed; waiting: open or asked_again."
    )
    level: Level | None = Field(None, description="Only powers of this level of local government.")
    rule: str | None = Field(None, max_length=100, pattern=PRINTED, description="Only tags of this rule.")
    bill: BillNumber | None = Field(
        None, description="Instead of an edition: what the live amendments of this bill bring in."
    )


class FindingsQuery(NarrowedQuery, PageQuery):
    """The same, page by page."""


class AmendmentFindingsQuery(PageQuery):
    """Which findings of an amendment."""

    language: TextLanguage = Field("ru", description="Language of the text.")
    change: Change | None = Field(None, description="Only what the amendment brings in, takes away, or leaves.")


@reads("/acts/<act>/findings", FindingList, CLARITY, problems=(404,))
def findings(path: ActPath, query: FindingsQuery) -> Response:
    """List the findings of an edition

    In the order of the law, with the answers that people gave.
    """
    session = context.reading()
    place, _ = place_of(get_act(session, path.act), query)
    page = list_findings(session, place, narrowed_by(query), query.paging)
    names = names_for(page.items)
    return listing(FindingList, page, lambda entry: finding(entry, names))


@reads("/amendments/<amendment>/findings", FindingList, CLARITY, problems=(404,))
def findings_of_amendment(path: AmendmentOfFindingsPath, query: AmendmentFindingsQuery) -> Response:
    """List the findings of an amendment

    What its latest revision brings in, takes away and leaves in the articles that it touches.
    """
    session = context.reading()
    get_amendment_row(session, path.amendment)
    found = amendment_findings(session, path.amendment, query.language)
    page = cut([entry for entry in found if query.change in (None, entry.finding.change)], query.paging)
    names = names_for(page.items)
    return listing(FindingList, page, lambda entry: finding(entry, names))


@reads("/findings/<finding>", FindingDetail, CLARITY, problems=(404,))
def one_finding(path: FindingPath, query: AnyQuery) -> Response:
    """Look up a finding

    With all answers that it ever had.
    """
    return _shown(path.finding)


@writes(
    "/findings/<finding>/answers",
    FindingDetail,
    CLARITY,
    permission=Permission.DECIDE_FINDING,
    problems=(404,),
)
def answer_finding(path: FindingPath, query: AnyQuery, body: NewAnswer) -> Response:
    """Confirm or dismiss a finding

    Dismissing needs a reason. Earlier answers stay in the history.
    """
    with context.writing() as session:
        decide_finding(session, current_actor(), path.finding, VerdictKind(body.kind), body.reason)
    return _shown(path.finding, 201)


@writes("/findings/<finding>/votes", FindingVotes, CLARITY, permission=Permission.VOTE, problems=(404,))
def vote_finding(path: FindingPath, query: AnyQuery, body: NewFindingVote) -> Response:
    """Vote on a finding

    One vote per deputy on words as they stand; voting again changes it.
    """
    with context.writing() as session:
        votes = vote_on_finding(session, current_actor(), path.finding, account_id(), Opinion(body.value))
    return one(FindingVotes(vague=votes[Opinion.VAGUE], clear=votes[Opinion.CLEAR]), 201)


@reads("/findings/<finding>/wordings", WordingList, CLARITY, problems=(404,))
def wordings(path: FindingPath, query: AnyQuery) -> Response:
    """List suggested wordings

    Up to three, of the rule that tagged the words. Suggestions: nothing is changed by itself.
    """
    found = wordings_for(context.reading(), path.finding)
    return one(WordingList(wordings=[Wording(wording=words, to_fill=blanks) for words, blanks in found]))


@writes(
    "/findings/<finding>/amendments",
    SuggestedOut,
    CLARITY,
    permission=Permission.WRITE_AMENDMENT,
    heavy=True,
    problems=(404, 409),
)
def amend_finding(path: FindingPath, query: AnyQuery, body: NewSuggested) -> Response:
    """Make an amendment of a wording

    Shows what it would order and do; with save, stores it in the bill that is named or in a new draft bill.
    """
    if not body.save:
        return one(suggested_out(suggest_amendment(context.reading(), path.finding, body.wording), None, None), 201)
    if not body.bill and not can(Permission.DRAFT_BILL):
        raise Forbidden("not_allowed")
    with context.writing() as session:
        suggested = suggest_amendment(session, path.finding, body.wording)
        place = cite(suggested.finding.address, suggested.finding.language)
        title = body.title.strip() or f"{place}: «{suggested.finding.quote}»"
        bill, made = store_suggestion(
            session, current_actor(), suggested, bill_number=body.bill, title=title, prefix="П"
        )
        answer = suggested_out(suggested, bill.number, made.id)
    return one(answer, 201)


def place_of(act: Act, query: NarrowedQuery) -> tuple[Place, EditionRow]:
    """Where the findings of a query are: an edition, or a bill on the act with its base edition."""
    session = context.reading()
    if query.bill is None:
        row = edition_row(act, query.language, query.on or today())
        return row, row
    bill = get_bill(session, query.bill).bill
    if bill.act_id != act.id:
        raise NotFound("bill_not_found", number=query.bill)
    row = edition_row(act, query.language, bill.base_date)
    return BillFindings(bill.id or 0, query.language), row


def narrowed_by(query: NarrowedQuery) -> FindingFilter:
    """How a query narrows its list."""
    return FindingFilter(
        factor=query.factor,
        weight=query.weight,
        article=query.article,
        address=query.address,
        state=query.state,
        level=query.level,
        rule=query.rule,
    )


def _shown(finding_id: int, status: int = 200) -> Response:
    session = context.reading()
    entry = get_finding(session, finding_id)
    votes = finding_votes(session, [entry.finding.fingerprint]).get(entry.finding.fingerprint, {})
    return one(finding_detail(entry, names_for([entry]), verdict_history(session, finding_id), votes), status)
