"""A bill is carried onto a newer edition: every amendment clean, adjusted or broken, each settled, then all at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from service import context
from service.errors import NotFound, UserError
from service.jobs.running import Outcome, Tell, Work
from service.security.current import current_actor, require
from service.security.permissions import Permission
from service.store.bills import BillEntry, get_bill
from service.store.carry_choices import drop, move_bill, seen, settle
from service.store.carrying import LANGUAGES, Carried, CarriedSide, carried, targets
from service.store.database import Session
from service.store.editions import get_edition
from service.store.effects import instruction_effect, instruction_in
from service.store.fields import MAX_INSTRUCTION, plain
from service.store.guidance import guidance_of
from service.store.tables import CarryWay
from service.web.jobs import address_of, run, said
from service.web.presenters.amendments import amendment_line
from service.web.presenters.bills import bill_title
from service.web.presenters.carrying import CHIPS, STATUSES, carry_line, carry_side, counts, settled_words
from service.web.presenters.citation import speak_of
from service.web.presenters.people import in_language
from service.web.shell import in_section, page_language
from service.web.views import asked
from service.web.views.amendments import law_positions

Answer = Response | str | tuple[str, int]
FILTERS = ("clean", "adjusted", "broken", "open")


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/bills/<number>/rebase/")(carry_list)
    web.post("/bills/<number>/rebase/")(carry_all)
    web.get("/bills/<number>/rebase/<int:amendment>/")(carry_one)
    web.post("/bills/<number>/rebase/<int:amendment>/")(settle_one)


@require(Permission.EDIT_BILL)
def carry_list(number: str) -> Answer:
    """All amendments of a bill on a newer edition, filtered by what became of them."""
    return _looked_through(number) or _list(number)


@require(Permission.EDIT_BILL)
def carry_all(number: str) -> Answer:
    """Move the bill with everything that was settled; where something is open or has changed, nothing moves."""
    bill = get_bill(context.reading(), number)
    target = _target(context.reading(), bill)
    try:
        answer = run("carry", number, _moving(number, target, request.form.get("seen", "")))
    except UserError as error:
        return _list(number, wrong=error), error.status
    if isinstance(answer, Response):
        return answer
    flash(said(answer.code, answer.params))
    return redirect(address_of(answer.place, "said"))


def _moving(number: str, target: date, mark: str) -> Work:
    """The work of moving a bill, for the one who asks now and has seen what `mark` stands for."""
    database, actor = context.database(), current_actor()

    def work(tell: Tell) -> Outcome:
        with database.writing() as session:
            moved = move_bill(session, actor, number, target, mark, tell)
        return Outcome("bill_carried", asdict(moved), place={"endpoint": "web.bill", "number": number})

    return work


@require(Permission.EDIT_BILL)
def carry_one(number: str, amendment: int) -> Answer:
    """One amendment on the newer edition."""
    return _looked_through(number) or _one(number, amendment)


def _looked_through(number: str) -> Response | None:
    """Find out what becomes of every amendment; the way to the job's page where that takes long.

    Outcomes are kept in memory, so that only the first look at an edition takes long.
    """
    bill = get_bill(context.reading(), number)
    target = _target(context.reading(), bill)
    database = context.database()

    def work(tell: Tell) -> Outcome:
        with database.reading() as session:
            found = carried(session, get_bill(session, number), target, tell)
        place = {"endpoint": "web.carry_list", "number": number, "to": target.isoformat()}
        return Outcome("bill_looked_through", {"count": len(found)}, place=place)

    answer = run("carry_look", number, work)
    return answer if isinstance(answer, Response) else None


@require(Permission.EDIT_BILL)
def settle_one(number: str, amendment: int) -> Answer:
    """Keep what was settled about an amendment, take it back, or show what a typed wording does."""
    bill = get_bill(context.reading(), number)
    target = _target(context.reading(), bill)
    step = request.form.get("step", "look")
    typed = {code: request.form.get(f"instruction-{code}", "") for code in LANGUAGES}
    if step == "look":
        return _one(number, amendment, typed=typed)
    try:
        with context.writing() as session:
            if step == "undo":
                found = _found(carried(session, get_bill(session, number), target), amendment)
                drop(session, found.entry.amendment.id or 0)
            else:
                settle(session, current_actor(), number, amendment, target, _way(step), typed)
    except UserError as error:
        return _one(number, amendment, typed=typed, wrong=error), error.status
    flash(
        _("Taken back: it is open again.") if step == "undo" else _("Settled. Nothing changes until you confirm all.")
    )
    return redirect(url_for("web.carry_list", number=number, to=target.isoformat(), _anchor=f"amendment-{amendment}"))


def _way(step: str) -> CarryWay:
    try:
        return CarryWay(step)
    except ValueError:
        raise NotFound("amendment_not_found", amendment=step[:20]) from None


def _target(session: Session, bill: BillEntry) -> date:
    """The edition that is asked for, else the newest. Raises NotFound("edition_not_found")."""
    given = request.values.get("to", "")
    known = targets(session, bill)
    wanted = asked.day(given) if given else next(iter(known), bill.bill.base_date)
    if wanted not in known:
        dates = ", ".join(day.isoformat() for day in known)
        raise NotFound("edition_not_found", code=bill.act.code, on=wanted, dates=dates)
    return wanted


def _list(number: str, *, wrong: UserError | None = None) -> str:
    in_section("bills")
    session, language = context.reading(), page_language()
    bill = get_bill(session, number)
    target = _target(session, bill)
    found = carried(session, bill, target)
    chosen = asked.word("show", FILTERS, "")
    order = _order(session, bill, target)
    lines = [carry_line(one, amendment_line(one.entry, language, order), language) for one in found]
    lines.sort(key=lambda one: (one.line.order, one.line.number))
    tally = counts(found)
    return render_template(
        "rebase.html",
        bill=bill.bill,
        bill_title=bill_title(bill.bill, language),
        target=target,
        targets=targets(session, bill),
        lines=[one for one in lines if chosen in ("", one.status) or (chosen == "open" and not one.settled)],
        total=len(lines),
        tally=tally,
        filters=[(name, str(STATUSES[name]), CHIPS[name]) for name in STATUSES],
        chosen=chosen,
        mark=seen(found),
        to=lambda show=None, on=None: url_for(
            "web.carry_list", number=number, to=(on or target).isoformat(), show=show
        ),
        wrong=wrong.message(language) if wrong else "",
        invented=bill.bill.demonstration,
    )


def _one(number: str, amendment: int, *, typed: Mapping[str, str] | None = None, wrong: UserError | None = None) -> str:
    in_section("bills")
    session, language = context.reading(), page_language()
    bill = get_bill(session, number)
    target = _target(session, bill)
    found = carried(session, bill, target)
    one = _found(found, amendment)
    order = _order(session, bill, target)
    entry = one.entry
    words = _kept(one) if typed is None else typed
    sides = sorted(one.sides, key=lambda side: side.language != language)
    waiting = [other.entry.amendment.number for other in found if not other.settled and other is not one]
    return render_template(
        "rebase_one.html",
        bill=bill.bill,
        bill_title=bill_title(bill.bill, language),
        amendment=entry.amendment,
        title=in_language(entry.amendment.title_ru, entry.amendment.title_kk, language),
        line=carry_line(one, amendment_line(entry, language, order), language),
        target=target,
        sides=[
            carry_side(
                _tried(session, bill, one, side, words.get(side.language), target),
                instruction_in(entry.revision, side.language),
                language,
                words.get(side.language),
            )
            for side in sides
        ],
        can_accept=one.status == "adjusted",
        choice=one.choice,
        choice_words=settled_words(one),
        next_open=next((at for at in waiting if at > amendment), next(iter(waiting), None)),
        wrong=wrong.message(language) if wrong else "",
        invented=bill.bill.demonstration,
    )


def _kept(one: Carried) -> dict[str, str]:
    """The wording that a person gave before, by language."""
    if one.choice is None or one.choice.way is not CarryWay.REWORDED:
        return {}
    texts = {"ru": one.choice.instruction_ru, "kk": one.choice.instruction_kk}
    return {code: text for code, text in texts.items() if text}


def _tried(
    session: Session, bill: BillEntry, one: Carried, side: CarriedSide, text: str | None, target: date
) -> CarriedSide:
    """The side with the effect of a typed wording on the newer edition, or with the reasons against it."""
    if text is None or text.strip() == side.instruction.strip() or side.no_text:
        return side
    try:
        words = plain(text, f"instruction-{side.language}", MAX_INSTRUCTION)
    except UserError as error:
        return replace(side, effect=None, reasons=(_Said(error),))
    base = get_edition(session, bill.act, side.language, target)
    effect = instruction_effect(base, words, side.language, guidance_of(one.entry.revision, side.language))
    if effect.exact:
        return replace(side, effect=effect)
    return replace(side, effect=None, steps=(), reasons=(*effect.problems, *effect.refusals))


class _Said:
    """A mistake that says its sentence as other reasons do."""

    def __init__(self, error: UserError) -> None:
        self.error = error

    def describe(self, language: str = "ru") -> str:
        """The sentence."""
        return self.error.message(language)


def _found(every: list[Carried], number: int) -> Carried:
    for one in every:
        if one.entry.amendment.number == number:
            return one
    raise NotFound("amendment_not_found", amendment=number)


def _order(session: Session, bill: BillEntry, target: date) -> dict[str, Any]:
    try:
        edition = get_edition(session, bill.act, page_language(), target)
    except NotFound:
        return {}
    speak_of(edition)
    return dict(law_positions(session, edition))
