"""Many decisions at once: what will change, then one deed; and undoing what was decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from service import context
from service.errors import Conflict, Invalid, NotFound, UserError
from service.security.current import current_actor, require
from service.security.permissions import Permission
from service.store.amendments import AmendmentEntry, all_amendments
from service.store.bill_texts import IN, live
from service.store.bills import BillEntry, get_bill, set_deadline
from service.store.clashes import Clash, clashes_among, clashes_of
from service.store.database import Session
from service.store.deciding import Overtaken, decide_many, decisions_together, last_decisions, undo_decision
from service.store.progress import Chosen, by_number
from service.store.tables import AmendmentState
from service.web.formats import day
from service.web.presenters.bills import STATE_CHIPS, STATES, bill_line
from service.web.presenters.collisions import KINDS
from service.web.presenters.deciding import deciding_lines
from service.web.shell import in_section, page_language
from service.web.views.bills import base_of, draw_bill
from service.web.views.decision_forms import NAMES, asks_reason

Answer = Response | str | tuple[str, int]


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/bills/<number>/decisions/check")(to_the_bill)
    web.post("/bills/<number>/decisions/check")(check_decisions)
    web.post("/bills/<number>/decisions")(decide_at_once)
    web.post("/bills/<number>/decisions/<int:decision>/undo")(undo)
    web.post("/bills/<number>/deadline")(deadline)


def to_the_bill(number: str) -> Response:
    """Who comes back here by an address alone has chosen nothing: the choice is made on the bill's page."""
    return redirect(url_for("web.bill", number=number))


@require(Permission.DECIDE_AMENDMENT)
def check_decisions(number: str) -> Answer:
    """Show what a decision about the chosen amendments will change; nothing is changed yet."""
    session, form = context.reading(), request.form
    found = get_bill(session, number)
    shown = Chosen(form.get("shown_state", ""), form.get("shown_article", "")[:60], bool(form.get("shown_clash")))
    entries = all_amendments(session, found.bill)
    if form.get("all"):
        base = base_of(session, found, page_language()) if shown.clashing else None
        of = by_number(clashes_of(session, entries, page_language(), base)) if base is not None else {}
        numbers = {entry.amendment.number for entry in entries if shown.has(entry, of)}
    else:
        numbers = numbers_of(form) & {entry.amendment.number for entry in entries}
    state = state_of(form)
    if state is None or not numbers:
        wrong = _("Mark the amendments that you decide about.") if not numbers else _("Choose a decision.")
        return draw_bill(number, shown, form, wrong), 422
    return draw(found, numbers, state, form.get("reason", ""))


@require(Permission.DECIDE_AMENDMENT)
def decide_at_once(number: str) -> Answer:
    """Store one decision about all chosen amendments, or about none."""
    found, form = get_bill(context.reading(), number), request.form
    state, reason = state_of(form), form.get("reason", "")
    if state is None:
        raise NotFound("bill_not_found", number=number[:40])
    seen = {one: form.get(f"version-{one}", 0, type=int) for one in numbers_of(form)}
    reasons = (reason, "") if page_language() == "ru" else ("", reason)
    try:
        with context.writing() as session:
            made = decide_many(session, current_actor(), found.bill, seen, state, *reasons)
            first, count = made[0].decision.id, len(made)
    except NotFound:
        raise
    except UserError as error:
        return draw(found, set(seen), state, reason, error), error.status
    flash(
        ngettext(
            "Decided about %(num)s amendment: %(state)s.",
            "Decided about %(num)s amendments: %(state)s.",
            count,
            state=STATES[state],
        )
    )
    return redirect(url_for("web.bill", number=number, decided=first, _anchor="said"))


@require(Permission.DECIDE_AMENDMENT)
def undo(number: str, decision: int) -> Response:
    """Undo a decision (all made at once with it, when asked), unless somebody has decided since."""
    bill = get_bill(context.reading(), number).bill
    found = decisions_together(context.reading(), decision)
    if not found or found[0][1].bill_id != bill.id:
        raise NotFound("decision_not_found", decision=decision)
    try:
        with context.writing() as session:
            made = undo_decision(session, current_actor(), decision, together=bool(request.form.get("together")))
            states = {one.amendment.state for one in made}
            count = len(made)
    except Overtaken as error:
        flash(error.message(page_language()), "error")
    else:
        words = STATES[states.pop()] if len(states) == 1 else _("as each was before")
        flash(
            ngettext(
                "The decision about %(num)s amendment was undone: %(state)s.",
                "The decision about %(num)s amendments was undone: %(state)s.",
                count,
                state=words,
            )
        )
    amendment = request.form.get("amendment", 0, type=int)
    if amendment:
        return redirect(url_for("web.amendment_page", number=number, amendment=amendment, _anchor="said"))
    return redirect(url_for("web.bill", number=number, _anchor="said"))


@require(Permission.EDIT_BILL)
def deadline(number: str) -> Answer:
    """Say by which day the bill's amendments are to be decided, or that there is no such day."""
    try:
        due, seen = day_given("due"), day_given("seen")
        with context.writing() as session:
            set_deadline(session, current_actor(), number, due, seen=seen)
    except (Invalid, Conflict) as error:
        flash(error.message(page_language()), "error")
    else:
        flash(_("Decision by %(day)s.", day=day(due, page_language())) if due else _("The bill has no deadline now."))
    return redirect(url_for("web.bill", number=number, _anchor="said"))


def day_given(name: str) -> date | None:
    """A date field of a form, None where it is empty. Raises Invalid("date_form")."""
    given = request.form.get(name, "").strip()
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        raise Invalid("date_form", field=name, given=given[:40]) from None


def numbers_of(form: MultiDict[str, str]) -> set[int]:
    """Numbers of the amendments that a form names."""
    return {int(given) for given in form.getlist("amendment") if given.isascii() and given.isdigit()}


def state_of(form: MultiDict[str, str]) -> AmendmentState | None:
    """The decision that a form names, None for none that there is."""
    given = form.get("state", "")
    return AmendmentState(given) if given in {state.value for state in AmendmentState} else None


def draw(
    found: BillEntry, numbers: set[int], state: AmendmentState, reason: str, wrong: UserError | None = None
) -> str:
    """Draw what a decision will change; after one that did not fit, with what was typed and the sentence about it."""
    in_section("bills")
    session, language = context.reading(), page_language()
    entries = all_amendments(session, found.bill)
    chosen = [entry for entry in entries if entry.amendment.number in numbers]
    last = last_decisions(session, [entry.amendment.id or 0 for entry in chosen])
    changed = wrong.numbers if isinstance(wrong, Overtaken) else ()
    lines = deciding_lines(chosen, last, changed, language)
    return render_template(
        "decisions.html",
        bill=found.bill,
        line=bill_line(found, language),
        changing=[line for line in lines if line.state != state.value],
        staying=[line for line in lines if line.state == state.value],
        state=state.value,
        decision=NAMES[state],
        becomes=STATES[state],
        chip=STATE_CHIPS[state],
        reason=reason,
        asks=asks_reason(state),
        clashes=[
            (clash, str(KINDS[clash.conflict.kind])) for clash in new_clashes(session, found, entries, numbers, state)
        ],
        wrong=wrong.message(language) if wrong else "",
        about_reason=wrong is not None and (wrong.field or "").startswith("reason"),
        invented=found.bill.demonstration,
    )


def new_clashes(
    session: Session, found: BillEntry, entries: Sequence[AmendmentEntry], numbers: set[int], state: AmendmentState
) -> list[Clash]:
    """Conflicts between accepted amendments that a decision would bring about; none for one that accepts nothing."""
    if state not in IN:
        return []
    language = page_language()
    base = base_of(session, found, language)
    if base is None:
        return []
    accepted = {entry.amendment.number for entry in live(entries, accepted_only=True)}
    after = [entry for entry in entries if entry.amendment.number in accepted | numbers]
    found_after = clashes_among(session, after, language, base)
    return [clash for clash in found_after if not {clash.first, clash.second} <= accepted]
