"""Files to take away, made on the spot from the same text or redline that the page shows."""

from __future__ import annotations

from io import BytesIO

from flask import Blueprint, abort, send_file
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from amendments.documents import Comment, redline_docx
from amendments.operations.redline import redline
from service import context
from service.bill_table import bill_table
from service.clock import now, today
from service.printing import (
    MEDIA,
    SERVICE,
    amendment_printed,
    bill_file,
    bill_printed,
    comparison_printed,
    edition_file,
    foot,
    noon,
)
from service.security.current import require
from service.security.permissions import Permission
from service.store.acts import get_act
from service.store.amendments import all_amendments, get_amendment_by_number
from service.store.bill_texts import bill_text, chosen_by
from service.store.bills import get_bill
from service.store.comments import Target, list_comments
from service.store.editions import load_edition
from service.store.effects import amendment_effect, redline_rows
from service.store.paging import MAX_PER_PAGE, Paging
from service.web.jobs import file_job
from service.web.presenters.bills import bill_title
from service.web.presenters.people import in_language, name_of
from service.web.shell import page_language
from service.web.views import asked
from service.web.views.bill_text import choice_asked
from service.web.views.editions import edition_row

DOCX = MEDIA["docx"]


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/acts/<code>/<on>/<any(docx, akn, txt, pdf):form>")(export_edition)
    web.get("/acts/<code>/compare/<any(docx, pdf):form>")(export_comparison)
    web.get("/bills/<number>/text/<any(docx, table, pdf, clean, akn, txt):form>")(export_bill)
    web.get("/bills/<number>/<int:amendment>/<any(docx, pdf):form>")(export_amendment)


@require(Permission.EXPORT)
@file_job("edition_file")
def export_edition(code: str, on: str, form: str) -> Response:
    """An edition as a clean Word document, as PDF, Akoma Ntoso or plain text; 404 for a form that it cannot have."""
    session, language = context.reading(), asked.text_language(page_language())
    act = get_act(session, code)
    row = edition_row(act, language, asked.day(on))
    content = edition_file(act, load_edition(session, row), row.in_force_from, form)
    if content is None:
        abort(404)
    return sent(content, f"{code}-{row.in_force_from}-{language}.{form}", MEDIA[form])


@require(Permission.EXPORT)
@file_job("comparison_file")
def export_comparison(code: str, form: str) -> Response:
    """Two editions in one text: Word with tracked changes, or a PDF with the changes marked."""
    session, language = context.reading(), asked.text_language(page_language())
    act = get_act(session, code)
    old = edition_row(act, language, asked.day_of_form("old"))
    new = edition_row(act, language, asked.day_of_form("new"))
    rows = redline(load_edition(session, old), load_edition(session, new))
    name = f"{code}-{old.in_force_from}-{new.in_force_from}-{language}.{form}"
    if form == "pdf":
        return sent(comparison_printed(act, rows, old, new), name, MEDIA[form])
    content = redline_docx(
        rows,
        title=in_language(act.title_ru, act.title_kk, language),
        author=new.caused_by or SERVICE,
        at=noon(new.in_force_from),
        language=language,
        footnote=foot(language, invented=act.demonstration),
    )
    return sent(content, name)


@require(Permission.EXPORT)
@file_job("bill_file")
def export_bill(number: str, form: str) -> Response:
    """The base edition with the chosen amendments of a bill.

    Tracked changes, the same as a PDF, the comparative table; or the text that comes of it, nothing marked.
    """
    session, language = context.reading(), asked.text_language(page_language())
    bill = get_bill(session, number)
    chosen = chosen_by(all_amendments(session, bill.bill), choice_asked())
    composed = bill_text(session, bill, language, chosen)
    title, author = bill_title(bill.bill, language), _("Bill No %(number)s", number=number)
    at, invented = bill.bill.created_at, bill.bill.demonstration
    if form == "table":
        content = bill_table(composed, chosen, title=title, author=author, at=at, invented=invented)
        return sent(content, f"{number}-table-{language}.docx")
    if form == "pdf":
        content = bill_printed(bill.bill, composed, at=now(), on=today())
        return sent(content, f"{number}-{language}.pdf", MEDIA[form])
    if form != "docx":
        kind = "docx" if form == "clean" else form
        clean = bill_file(bill.act, bill.bill, composed, kind, at=at, on=today())
        if clean is None:
            abort(404)
        return sent(clean, f"{number}-clean-{language}.{kind}", MEDIA[kind])
    footnote = foot(language, invented=invented)
    content = redline_docx(composed.rows, title=title, author=author, at=at, language=language, footnote=footnote)
    return sent(content, f"{number}-{language}.{form}")


@require(Permission.EXPORT)
@file_job("amendment_file")
def export_amendment(number: str, amendment: int, form: str) -> Response:
    """What one amendment makes of the law: tracked changes with the remarks in the margin, or a PDF."""
    session, language = context.reading(), asked.text_language(page_language())
    bill = get_bill(session, number)
    detail = get_amendment_by_number(session, bill.bill, amendment)
    key = detail.amendment.id or 0
    effect = amendment_effect(session, key, language)
    if effect.edition is None:
        abort(404)
    rows = redline_rows(session, key, language)
    title = in_language(detail.amendment.title_ru, detail.amendment.title_kk, language)
    author, name = name_of(detail.author, language), f"{number}-{amendment}-{language}.{form}"
    if form == "pdf":
        content = amendment_printed(
            bill.bill, amendment, rows, title=title, author=author, at=detail.revision.at, language=language
        )
        return sent(content, name, MEDIA[form])
    place = next((touch.address for change in effect.changes for touch in change.touches), "")
    said = list_comments(session, Target(amendment_id=key), Paging(1, MAX_PER_PAGE)).items
    comments = [
        Comment(place, entry.text, name_of(entry.author, language), entry.comment.created_at)
        for top in said
        for entry in (top, *top.replies)
        if entry.text
    ]
    content = redline_docx(
        rows,
        title=title,
        author=author or SERVICE,
        at=detail.revision.at,
        language=language,
        comments=comments,
        footnote=foot(language, invented=bill.bill.demonstration),
    )
    return sent(content, name)


def sent(content: bytes, name: str, media_type: str = DOCX) -> Response:
    """A file for the reader to keep."""
    return send_file(BytesIO(content), mimetype=media_type, as_attachment=True, download_name=name)
