"""Saying something about an amendment, answering, taking back."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from service import context
from service.errors import Forbidden, UserError
from service.security.current import account_id, can, current_actor, require
from service.security.permissions import Permission
from service.store.amendments import get_amendment_by_number
from service.store.bills import get_bill
from service.store.comments import Target, create_comment, get_comment, reply, withdraw_comment
from service.web.shell import page_language
from service.web.views.amendments import draw

Answer = Response | tuple[str, int]


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.post("/bills/<number>/<int:amendment>/comments")(say)
    web.post("/bills/<number>/<int:amendment>/comments/<int:comment>/reply")(answer)
    web.post("/bills/<number>/<int:amendment>/comments/<int:comment>/withdraw")(take_back)


@require(Permission.COMMENT)
def say(number: str, amendment: int) -> Answer:
    """Store a remark; one that does not fit comes back with what was typed and a sentence about it."""
    bill = get_bill(context.reading(), number)
    detail = get_amendment_by_number(context.reading(), bill.bill, amendment)
    text = request.form.get("text", "")
    try:
        with context.writing() as session:
            entry = create_comment(
                session, current_actor(), Target(amendment_id=detail.amendment.id), author_id=account_id(),
                language=page_language(), text=text,
            )  # fmt: skip
            made = entry.comment.id
    except UserError as error:
        error.field = "text"
        return draw(number, amendment, typed={"text": text}, wrong=error), error.status
    flash(_("Your remark is published."))
    return redirect(url_for("web.amendment_page", number=number, amendment=amendment, _anchor=f"comment-{made}"))


@require(Permission.COMMENT)
def answer(number: str, amendment: int, comment: int) -> Answer:
    """Store an answer to a remark."""
    text = request.form.get("text", "")
    try:
        with context.writing() as session:
            entry = reply(
                session, current_actor(), comment, author_id=account_id(), language=page_language(), text=text
            )
            made = entry.comment.id
    except UserError as error:
        error.field = f"reply-{comment}"
        return draw(number, amendment, typed={f"reply-{comment}": text}, wrong=error), error.status
    flash(_("Your answer is published."))
    return redirect(url_for("web.amendment_page", number=number, amendment=amendment, _anchor=f"comment-{made}"))


@require(Permission.WITHDRAW_OWN_COMMENT)
def take_back(number: str, amendment: int, comment: int) -> Answer:
    """Take one's own remark back; its place stays."""
    entry = get_comment(context.reading(), comment)
    if entry.author.id != account_id() and not can(Permission.MODERATE):
        raise Forbidden("not_allowed")
    with context.writing() as session:
        withdraw_comment(session, current_actor(), comment)
    flash(_("The remark was taken back."))
    return redirect(url_for("web.amendment_page", number=number, amendment=amendment, _anchor="talk"))
