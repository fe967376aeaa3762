"""An amendment made of a suggested wording: looked at first, stored when a person says so."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from amendments.operations.redline import redline
from service import context
from service.errors import UserError
from service.security.current import can, current_actor, require
from service.security.permissions import Permission
from service.store.fields import MAX_TITLE
from service.store.suggesting import SuggestedAmendment, bills_for, store_suggestion, suggest_amendment
from service.web.presenters.amendments import outcome
from service.web.presenters.bills import bill_title
from service.web.presenters.citation import cite_short, speak_of
from service.web.shell import in_section, page_language
from service.web.views.finding import draw

Answer = Response | str | tuple[str, int]


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/findings/<int:finding_id>/amendment")(suggestion)
    web.post("/findings/<int:finding_id>/amendment")(save_suggestion)


@require(Permission.WRITE_AMENDMENT)
def suggestion(finding_id: int) -> Answer:
    """What the amendment would order and do. Nothing is stored."""
    wording = request.args.get("wording", "")
    try:
        suggested = suggest_amendment(context.reading(), finding_id, wording)
    except UserError as error:
        return _refused(finding_id, error)
    return _page(suggested)


@require(Permission.WRITE_AMENDMENT)
def save_suggestion(finding_id: int) -> Answer:
    """Store the amendment in the bill that was chosen, or in a new one."""
    number, title = request.form.get("bill", "")[:40], request.form.get("title", "")[: MAX_TITLE + 1]
    if not number and not can(Permission.DRAFT_BILL):
        number = "-"  # no bill has this number: answered as a bill that is not there
    try:
        with context.writing() as session:
            suggested = suggest_amendment(session, finding_id, request.form.get("wording", ""))
            bill, made = store_suggestion(
                session, current_actor(), suggested, bill_number=number, title=title.strip() or title_of(suggested),
                prefix=_("P"),
            )  # fmt: skip
            place = bill.number, made.number
    except UserError as error:
        return _refused(finding_id, error)
    flash(_("The amendment is saved and awaits a decision. The other language still needs its wording."))
    return redirect(url_for("web.amendment_page", number=place[0], amendment=place[1]))


def title_of(suggested: SuggestedAmendment) -> str:
    """What the amendment is called where nobody names it: its place, in the language of the text."""
    place = cite_short(suggested.finding.address, suggested.finding.language)
    return f"{place}: «{suggested.finding.quote}»"[:MAX_TITLE]


def _page(suggested: SuggestedAmendment) -> str:
    in_section("clarity")
    speak_of(suggested.base)
    edition = suggested.effect.edition
    rows = redline(suggested.base, edition) if edition is not None else ()
    return render_template(
        "suggestion.html",
        suggested=suggested,
        finding=suggested.finding,
        outcome=outcome(suggested.effect, rows, {}),
        bills=[(bill.number, bill_title(bill, page_language())) for bill in bills_for(context.reading(), suggested)],
        title=title_of(suggested),
        text_language=suggested.finding.language,
        invented=suggested.act.demonstration,
    )


def _refused(finding_id: int, error: UserError) -> tuple[str, int]:
    if error.field != "wording":
        raise error
    return draw(finding_id, wrong=error), error.status
