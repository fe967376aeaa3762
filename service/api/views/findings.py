"""Clarity findings: list with filters, look up, answer."""

from __future__ import annotations

from datetime import date
from typing import Literal

from flask import Response
from pydantic import BaseModel, Field

from service import context
from service.api.answers import cut, listing, one
from service.api.blueprint import reads, writes
from service.api.editions import edition_row
from service.api.models.findings import (
    Factor,
    FindingDetail,
    FindingList,
    FindingState,
    NewAnswer,
    finding,
    finding_detail,
    names_for,
)
from service.api.requests import Address, AnyQuery, Id, PageQuery, TextLanguage
from service.api.tags import CLARITY
from service.api.views.acts import ActPath
from service.clock import today
from service.security.current import current_actor
from service.security.permissions import Permission
from service.store.acts import get_act
from service.store.amendments import get_amendment_row
from service.store.findings import (
    FindingFilter,
    amendment_findings,
    get_finding,
    list_findings,
)
from service.store.tables import VerdictKind
from service.store.verdicts import decide_finding, verdict_history

Change = Literal["added", "removed", "kept"]


class FindingPath(BaseModel):
    """A finding."""

    finding: Id


class AmendmentOfFindingsPath(BaseModel):
    """An amendment."""

    amendment: Id


class FindingsQuery(PageQuery):
    """Which findings of an edition."""

    language: TextLanguage = Field("ru", description="Language of the text.")
    on: date | None = Field(None, description="A date of the edition; else the one in force today.")
    factor: Factor | None = Field(None, description="Only this factor.")
    weight: int | None = Field(None, ge=1, le=3, description="This weight or more: 1 low, 2 medium, 3 high.")
    article: Address | None = Field(None, description="Only in this article (art_18).")
    address: Address | None = Field(None, description="Only in this very provision.")
    state: FindingState | None = Field(None, description="open, confirmed or dismissed.")


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
    row = edition_row(get_act(session, path.act), query.language, query.on or today())
    narrowed = FindingFilter(
        factor=query.factor,
        weight=query.weight,
        article=query.article,
        address=query.address,
        state=query.state,
    )
    page = list_findings(session, row, narrowed, query.paging)
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


def _shown(finding_id: int, status: int = 200) -> Response:
    session = context.reading()
    entry = get_finding(session, finding_id)
    return one(finding_detail(entry, names_for([entry]), verdict_history(session, finding_id)), status)
