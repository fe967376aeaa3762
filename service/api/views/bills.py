"""Bills: list, look up, as one text."""

from __future__ import annotations

from typing import Literal

from flask import Response
from pydantic import BaseModel, Field

from service import context
from service.api.answers import listing, one
from service.api.blueprint import reads
from service.api.documents import ANSWER, word
from service.api.language import reader_language
from service.api.models.amendments import AmendmentList, BillRedline, LeftOut, amendment_entry
from service.api.models.bills import Bill, BillList, bill
from service.api.models.redlines import chosen, counts
from service.api.requests import Address, AnyQuery, BillNumber, Code, PageQuery, TextLanguage
from service.api.tags import BILLS
from service.security.permissions import Permission
from service.store.acts import get_act
from service.store.amendments import all_amendments, list_amendments
from service.store.bill_texts import BillText, bill_text, live
from service.store.bills import BillEntry, get_bill, list_bills
from service.store.tables import AmendmentState

State = Literal[
    "pending", "accepted", "accepted_in_part", "accepted_as_worded", "rejected", "withdrawn", "postponed"
]  # fmt: skip


class BillPath(BaseModel):
    """A bill."""

    bill: BillNumber


class BillsQuery(PageQuery):
    """Which bills."""

    act: Code | None = Field(None, description="Only bills that change this act.")


class AmendmentsQuery(PageQuery):
    """Which amendments of a bill."""

    state: State | None = Field(None, description="Only amendments in this state.")
    article: Address | None = Field(None, description="Only amendments that touch this article (art_18).")


class BillTextQuery(AnyQuery):
    """Which amendments go into the text."""

    language: TextLanguage = Field("ru", description="Language of the text.")
    amendments: Literal["live", "accepted"] = Field(
        "live", description="live: all but rejected and withdrawn ones; accepted: only accepted ones."
    )


class BillRedlineQuery(BillTextQuery):
    """The same, and how much to tell."""

    rows: Literal["changed", "all", "none"] = Field("changed", description="Which rows of the redline.")


@reads("/bills", BillList, BILLS, problems=(404,))
def bills(query: BillsQuery) -> Response:
    """List the bills

    Newest first.
    """
    session = context.reading()
    act = get_act(session, query.act) if query.act is not None else None
    return listing(BillList, list_bills(session, query.paging, act=act), bill)


@reads("/bills/<bill>", Bill, BILLS, problems=(404,))
def one_bill(path: BillPath, query: AnyQuery) -> Response:
    """Look up a bill"""
    return one(bill(get_bill(context.reading(), path.bill)))


@reads("/bills/<bill>/amendments", AmendmentList, BILLS, problems=(404,))
def amendments(path: BillPath, query: AmendmentsQuery) -> Response:
    """List the amendments of a bill

    By number.
    """
    session = context.reading()
    found = get_bill(session, path.bill).bill
    state = AmendmentState(query.state) if query.state is not None else None
    page = list_amendments(session, found, query.paging, state=state, article=query.article)
    return listing(AmendmentList, page, lambda entry: amendment_entry(entry, found.number))


@reads("/bills/<bill>/redline", BillRedline, BILLS, heavy=True, problems=(404,))
def bill_redline(path: BillPath, query: BillRedlineQuery) -> Response:
    """Read a bill as one text

    The base edition with its amendments, applied one after the other by number. One that cannot be applied exactly
    is left out and named with the reason.
    """
    found = get_bill(context.reading(), path.bill)
    text = _text(found, query)
    return one(
        BillRedline(
            bill=found.bill.number,
            language=query.language,
            base_date=found.bill.base_date,
            amendments=list(text.included),
            left_out=_left_out(text),
            counts=counts(text.rows),
            rows=chosen(text.rows, query.rows),
        )
    )


@reads("/bills/<bill>/redline.docx", ANSWER, BILLS, permission=Permission.EXPORT, heavy=True, problems=(404,))
def bill_document(path: BillPath, query: BillTextQuery) -> Response:
    """Download a bill as a Word document

    The same text with tracked changes.
    """
    found = get_bill(context.reading(), path.bill)
    row = found.bill
    text = _text(found, query)
    return word(
        text.rows,
        f"{row.number}-{query.language}",
        title=row.title_kk if query.language == "kk" else row.title_ru,
        author=row.initiator_kk if query.language == "kk" else row.initiator_ru,
        at=row.created_at,
        language=query.language,
    )


def _text(found: BillEntry, query: BillTextQuery) -> BillText:
    session = context.reading()
    chosen = live(all_amendments(session, found.bill), accepted_only=query.amendments == "accepted")
    return bill_text(session, found, query.language, chosen)


def _left_out(text: BillText) -> list[LeftOut]:
    language = reader_language()
    return [
        LeftOut(id=out.id, number=out.number, reasons=[reason.describe(language) for reason in out.reasons])
        for out in text.left_out
    ]
