"""One amendment: its wordings, what they do to the law, as a redline and as a document."""

from __future__ import annotations

from typing import Annotated, Literal

from flask import Response
from pydantic import BaseModel, Field

from service import context
from service.api.answers import one
from service.api.blueprint import reads
from service.api.documents import ANSWER, MARKED_PDF, sent, word
from service.api.models.amendments import (
    AmendmentDetail,
    AmendmentRedline,
    WordingEffect,
    amendment_detail,
    amendment_redline,
    without_base,
    wording_effect,
)
from service.api.models.redlines import chosen, counts
from service.api.problems import ApiError
from service.api.requests import AnyQuery, Id, TextLanguage
from service.api.tags import BILLS
from service.api.views.bills import BillPath
from service.errors import NotFound
from service.printing import amendment_printed
from service.security.permissions import Permission
from service.store.amendments import AmendmentDetail as Detail
from service.store.amendments import get_amendment, get_amendment_by_number
from service.store.bills import get_bill
from service.store.effects import instruction_in, redline_rows, revision_effect
from service.store.paging import MAX_ID
from service.store.warnings import left_behind


class AmendmentPath(BaseModel):
    """An amendment."""

    amendment: Id


class NumberedAmendmentPath(BillPath):
    """An amendment of a bill."""

    number: Annotated[int, Field(ge=1, le=MAX_ID, description="Number of the amendment in the bill.")]


class WordingQuery(AnyQuery):
    """Which wording."""

    language: TextLanguage = Field("ru", description="Language of the text.")


class RedlineQuery(WordingQuery):
    """Which wording, and how much to tell."""

    rows: Literal["changed", "all", "none"] = Field("changed", description="Which rows of the redline.")


@reads("/amendments/<amendment>", AmendmentDetail, BILLS, problems=(404,))
def one_amendment(path: AmendmentPath, query: AnyQuery) -> Response:
    """Look up an amendment

    Its instruction in both languages, the operations that each orders, what was not understood or cannot be applied,
    all revisions and decisions.
    """
    return _shown(get_amendment(context.reading(), path.amendment))


@reads("/bills/<bill>/amendments/<number>", AmendmentDetail, BILLS, problems=(404,))
def numbered_amendment(path: NumberedAmendmentPath, query: AnyQuery) -> Response:
    """Look up an amendment by its number in a bill"""
    session = context.reading()
    return _shown(get_amendment_by_number(session, get_bill(session, path.bill).bill, path.number))


@reads("/amendments/<amendment>/redline", AmendmentRedline, BILLS, problems=(404,))
def amendment_as_redline(path: AmendmentPath, query: RedlineQuery) -> Response:
    """Read an amendment as a redline

    The base edition and the outcome of its latest revision in one text.
    """
    session = context.reading()
    found = get_amendment(session, path.amendment)
    effect = revision_effect(session, found.revision, query.language)
    rows = redline_rows(session, path.amendment, query.language)
    base = found.revision.base_date
    return one(amendment_redline(path.amendment, effect, base, counts(rows), chosen(rows, query.rows)))


@reads(
    "/amendments/<amendment>/redline.docx", ANSWER, BILLS, permission=Permission.EXPORT, heavy=True, problems=(404, 409)
)
def amendment_document(path: AmendmentPath, query: WordingQuery) -> Response:
    """Download an amendment as a Word document

    With tracked changes. An amendment that cannot be applied has none: a problem (409) says so.
    """
    session = context.reading()
    found = get_amendment(session, path.amendment)
    effect = revision_effect(session, found.revision, query.language)
    if effect.edition is None:
        raise ApiError(409, "amendment_not_applied")
    row, author = found.amendment, found.author
    kazakh = query.language == "kk"
    return word(
        redline_rows(session, path.amendment, query.language),
        f"{found.bill.number}-{row.number}-{query.language}",
        title=row.title_kk if kazakh else row.title_ru,
        author="" if author is None else author.name_kk if kazakh else author.name_ru,
        at=found.revision.at,
        language=query.language,
        invented=found.bill.demonstration,
    )


@reads(
    "/amendments/<amendment>/redline.pdf",
    MARKED_PDF,
    BILLS,
    permission=Permission.EXPORT,
    heavy=True,
    problems=(404, 409),
)
def amendment_pdf(path: AmendmentPath, query: WordingQuery) -> Response:
    """Download an amendment as a PDF

    With the changes marked. An amendment that cannot be applied has none: a problem (409) says so.
    """
    session = context.reading()
    found = get_amendment(session, path.amendment)
    if revision_effect(session, found.revision, query.language).edition is None:
        raise ApiError(409, "amendment_not_applied")
    row, author = found.amendment, found.author
    kazakh = query.language == "kk"
    content = amendment_printed(
        found.bill,
        row.number,
        redline_rows(session, path.amendment, query.language),
        title=row.title_kk if kazakh else row.title_ru,
        author="" if author is None else author.name_kk if kazakh else author.name_ru,
        at=found.revision.at,
        language=query.language,
    )
    return sent(content, f"{found.bill.number}-{row.number}-{query.language}", "pdf")


def _shown(found: Detail) -> Response:
    return one(amendment_detail(found, [effect for code in ("ru", "kk") if (effect := _effect(found, code))]))


def _effect(found: Detail, language: str) -> WordingEffect | None:
    """What the latest revision does in a language; None where it has no instruction in it."""
    instruction = instruction_in(found.revision, language)
    if not instruction:
        return None
    try:
        effect = revision_effect(context.reading(), found.revision, language)
    except NotFound:
        return without_base(instruction, language)
    left = left_behind(context.reading(), effect, found.revision.id or 0)
    return wording_effect(effect, found.revision.base_date, left)
