"""The start page: what there is, and what waits."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask_babel import gettext as _

from service import context
from service.store.acts import list_acts
from service.store.amendments import get_amendment
from service.store.bills import list_bills
from service.store.comments import CommentEntry, recent_comments
from service.store.paging import Paging
from service.web.presenters.bills import act_lines, bill_lines
from service.web.presenters.people import in_language
from service.web.presenters.talk import Said, said
from service.web.shell import in_section, page_language

SHOWN = 6


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/")(home)
    web.get("/keys")(keys)


def home() -> str:
    """Acts, bills and the latest remarks."""
    in_section("home")
    session, language = context.reading(), page_language()
    bills = list_bills(session, Paging(1, SHOWN))
    acts = list_acts(session, Paging(1, SHOWN))
    comments = recent_comments(session, Paging(1, SHOWN))
    return render_template(
        "home.html",
        bills=bill_lines(bills.items, language),
        bills_total=bills.total,
        acts=act_lines(acts.items, language),
        acts_total=acts.total,
        comments=recent_remarks(comments.items, language),
        invented=any(entry.act.demonstration for entry in acts.items),
    )


def keys() -> str:
    """The list of keys, for those who read it without a script."""
    return render_template("keys.html")


def recent_remarks(entries: list[CommentEntry], language: str) -> list[Said]:
    """Remarks with the amendment that each is about."""
    session = context.reading()
    found = []
    for entry in entries:
        about = link = ""
        if entry.comment.amendment_id is not None:
            detail = get_amendment(session, entry.comment.amendment_id)
            about = _("No %(number)s", number=detail.amendment.number) + ", "
            about += in_language(detail.amendment.title_ru, detail.amendment.title_kk, language)
            link = url_for("web.amendment_page", number=detail.bill.number, amendment=detail.amendment.number)
            link += f"#comment-{entry.comment.id}"
        if not entry.comment.withdrawn_at:
            found.append(said(entry, language, None, about, link))
    return found
