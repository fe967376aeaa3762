"""Bills: list, look up, as one text."""

from __future__ import annotations

from typing import Literal

from flask import Response
from pydantic import BaseModel, Field

from service import context
from service.api.answers import listing, one
from service.api.blueprint import reads
from service.api.documents import ANSWER, CLEAN, MARKED_PDF, TABLE, Form, sent, text_alone, word
from service.api.language import reader_language
from service.api.models.amendments import AmendmentList, BillRedline, LeftOut, amendment_entry
from service.api.models.bills import Bill, BillList, bill
from service.api.models.progress import BillConflicts, BillProgress, conflicts, progress_of
from service.api.models.redlines import chosen, counts
from service.api.requests import Address, AnyQuery, BillNumber, Code, PageQuery, TextLanguage
from service.api.tags import BILLS
from service.bill_table import bill_table
from service.clock import now, today
from service.printing import bill_file, bill_printed
from service.security.permissions import Permission
from service.store.acts import get_act
from service.store.amendments import AmendmentEntry, all_amendments, list_amendments
from service.store.bill_texts import BillText, bill_text, chosen_by, together
from service.store.bills import BillEntry, get_bill, list_bills
from service.store.clashes import clashes_among, clashes_of
from service.store.editions import get_edition
from service.store.progress import by_number, progress
from service.store.tables import AmendmentState

State = Literal[
    "pending", "accepted", "accepted_in_part", "accepted_as_worded", "rejected", "withdrawn", "postponed"
]  # fmt: skip


MAX_CHOICE = 8000
"""Characters of a choice of amendments."""


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
    amendments: str = Field(
        "live",
        max_length=MAX_CHOICE,
        pattern=r"^(live|accepted|all|none|[0-9]{1,9}(-[0-9]{1,9})?(,[0-9]{1,9}(-[0-9]{1,9})?)*)$",
        description="live: accepted ones and those that wait, all but rejected and withdrawn; accepted: only accepted "
        "ones; all; none; or numbers: 1,3-5.",
    )


class ProgressQuery(AnyQuery):
    """In which language conflicts are looked for."""

    language: TextLanguage = Field("ru", description="Language of the text in which conflicts are looked for.")


class BillRedlineQuery(BillTextQuery):
    """The same, and how much to tell."""

    rows: Literal["changed", "all", "none"] = Field("changed", description="Which rows of the redline.")


class BillDocumentQuery(BillTextQuery):
    """The same, and in which form."""

    form: Form = Field("pdf", description="docx, pdf, akn (Akoma Ntoso 3.0) or txt.")


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
    picked = _chosen(found, query)
    text = bill_text(context.reading(), found, query.language, picked)
    return one(
        BillRedline(
            bill=found.bill.number,
            language=query.language,
            base_date=found.bill.base_date,
            amendments=list(text.included),
            left_out=_left_out(text),
            conflicts=conflicts(clashes_among(context.reading(), together(picked), query.language, text.base)),
            counts=counts(text.rows),
            rows=chosen(text.rows, query.rows),
        )
    )


@reads("/bills/<bill>/table.docx", TABLE, BILLS, permission=Permission.EXPORT, heavy=True, problems=(404,))
def bill_comparative_table(path: BillPath, query: BillTextQuery) -> Response:
    """Download a bill as a comparative table

    The law in force beside the law with the same amendments, with their grounds.
    """
    found = get_bill(context.reading(), path.bill)
    row, picked = found.bill, _chosen(found, query)
    text = bill_text(context.reading(), found, query.language, picked)
    content = bill_table(
        text,
        picked,
        title=row.title_kk if query.language == "kk" else row.title_ru,
        author=row.initiator_kk if query.language == "kk" else row.initiator_ru,
        at=row.created_at,
        invented=row.demonstration,
    )
    return sent(content, f"{row.number}-table-{query.language}")


@reads("/bills/<bill>/conflicts", BillConflicts, BILLS, heavy=True, problems=(404,))
def bill_conflicts(path: BillPath, query: BillTextQuery) -> Response:
    """List the conflicts between a bill's amendments

    Pairs of the chosen amendments that cannot both be applied, or whose order decides the outcome.
    """
    found = get_bill(context.reading(), path.bill)
    session = context.reading()
    base = get_edition(session, found.act, query.language, found.bill.base_date)
    clashes = clashes_among(session, _chosen(found, query), query.language, base)
    return one(BillConflicts(bill=found.bill.number, language=query.language, conflicts=conflicts(clashes)))


@reads("/bills/<bill>/progress", BillProgress, BILLS, heavy=True, problems=(404,))
def bill_progress(path: BillPath, query: ProgressQuery) -> Response:
    """Say how far a bill has come

    By article: how many amendments it has, in which states, how many are decided, wait, or are in conflict.
    """
    session = context.reading()
    found = get_bill(session, path.bill)
    entries = all_amendments(session, found.bill)
    base = get_edition(session, found.act, query.language, found.bill.base_date)
    clashes = clashes_of(session, entries, query.language, base)
    order = {address: index for index, address in enumerate(base.addresses)}
    return one(progress_of(found.bill.number, progress(entries, by_number(clashes), order)))


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
        invented=row.demonstration,
    )


@reads("/bills/<bill>/redline.pdf", MARKED_PDF, BILLS, permission=Permission.EXPORT, heavy=True, problems=(404,))
def bill_pdf(path: BillPath, query: BillTextQuery) -> Response:
    """Download a bill as a PDF

    The same text with the changes marked, to be printed.
    """
    found = get_bill(context.reading(), path.bill)
    content = bill_printed(found.bill, _text(found, query), at=now(), on=today())
    return sent(content, f"{found.bill.number}-{query.language}", "pdf")


@reads("/bills/<bill>/document", CLEAN, BILLS, permission=Permission.EXPORT, heavy=True, problems=(404, 409))
def bill_text_document(path: BillPath, query: BillDocumentQuery) -> Response:
    """Download what becomes of the law

    The base edition with the chosen amendments, nothing marked. PDF, plain text and Akoma Ntoso say that it is a draft
    and not in force.
    """
    found = get_bill(context.reading(), path.bill)
    text, row = _text(found, query), found.bill
    content = bill_file(found.act, row, text, query.form, at=row.created_at, on=today())
    return text_alone(content, f"{row.number}-clean-{query.language}", query.form)


def _text(found: BillEntry, query: BillTextQuery) -> BillText:
    return bill_text(context.reading(), found, query.language, _chosen(found, query))


def _chosen(found: BillEntry, query: BillTextQuery) -> list[AmendmentEntry]:
    return chosen_by(all_amendments(context.reading(), found.bill), query.amendments)


def _left_out(text: BillText) -> list[LeftOut]:
    language = reader_language()
    return [
        LeftOut(id=out.id, number=out.number, reasons=[reason.describe(language) for reason in out.reasons])
        for out in text.left_out
    ]
