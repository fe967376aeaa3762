"""The start page: what there is, and what waits."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, render_template, url_for
from flask_babel import gettext as _

from service import context
from service.security.current import current_account
from service.store.acts import list_acts
from service.store.amendments import amendments_with_bills
from service.store.bills import list_bills
from service.store.comments import CommentEntry, recent_comments
from service.store.findings import count_findings
from service.store.names import finding_ids
from service.store.paging import Paging
from service.store.tables import Act, AmendmentState
from service.web.presenters.bills import act_lines, bill_lines
from service.web.presenters.people import in_language
from service.web.presenters.talk import Said, said
from service.web.shell import in_section, page_language
from service.web.views.clarity import current_row
from service.web.views.desk import desk

SHOWN = 6


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/")(home)
    web.get("/keys")(keys)


def home() -> str:
    """Acts, bills and the latest remarks; for a person who has signed in, what changed and what waits."""
    in_section("home")
    return visitor_home() if current_account() is None else own_home()


def own_home() -> str:
    """The morning list, and under it the bills and the acts."""
    session, language = context.reading(), page_language()
    bills, acts = list_bills(session, Paging(1, SHOWN)), list_acts(session, Paging(1, SHOWN))
    return render_template(
        "desk.html",
        desk=desk(),
        bills=bill_lines(bills.items, language),
        bills_total=bills.total,
        acts=act_lines(acts.items, language),
        acts_total=acts.total,
        invented=any(entry.act.demonstration for entry in acts.items),
    )


def visitor_home() -> str:
    """Acts, bills and the latest remarks."""
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
        pending=sum(entry.states.get(AmendmentState.PENDING, 0) for entry in bills.items),
        tags=[waiting for entry in acts.items if (waiting := waiting_tags(entry.act, language)) is not None],
        comments=recent_remarks(comments.items, language),
        invented=any(entry.act.demonstration for entry in acts.items),
    )


def keys() -> str:
    """The list of keys, for those who read it without a script."""
    return render_template("keys.html")


@dataclass(frozen=True, slots=True)
class WaitingTags:
    """Tags on the wording of an act that nobody has answered."""

    code: str
    title: str
    count: int


def waiting_tags(act: Act, language: str) -> WaitingTags | None:
    """How many tags of the act's edition in force wait; None where none do."""
    session = context.reading()
    row = current_row(session, act, language)
    count = count_findings(session, row).waiting if row is not None else 0
    return WaitingTags(act.code, in_language(act.title_ru, act.title_kk, language), count) if count else None


def recent_remarks(entries: list[CommentEntry], language: str) -> list[Said]:
    """Remarks with the amendment or the vague words that each is about, in one query for all of each kind."""
    session = context.reading()
    named = {key for entry in entries if (key := entry.comment.amendment_id) is not None}
    amendments = amendments_with_bills(session, named)
    tagged = finding_ids(session, (entry.comment.finding for entry in entries))
    found = []
    for entry in entries:
        about = link = ""
        if entry.comment.finding in tagged:
            about = f"«{entry.quote}»"
            link = url_for("web.finding_page", finding_id=tagged[entry.comment.finding], _anchor="talk")
        if entry.comment.amendment_id is not None:
            amendment, bill = amendments[entry.comment.amendment_id]
            about = _("No %(number)s", number=amendment.number) + ", "
            about += in_language(amendment.title_ru, amendment.title_kk, language)
            link = url_for("web.amendment_page", number=bill.number, amendment=amendment.number)
            link += f"#comment-{entry.comment.id}"
        if not entry.comment.withdrawn_at:
            found.append(said(entry, language, None, about, link))
    return found
