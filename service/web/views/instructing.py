"""An amending act read and applied before anything is stored: pasted, looked at, mended, saved as a bill."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_limiter.util import get_remote_address
from werkzeug.wrappers import Response

from amendments.instructions import Reading, parse
from amendments.instructions.choices import Chosen, apply_chosen
from amendments.law.edition import Edition
from service import context
from service.errors import TooLarge, UserError
from service.security.current import current_actor, require
from service.security.limits import limiter
from service.security.permissions import Permission
from service.store.acts import get_act, list_acts
from service.store.database import Session
from service.store.drafts import Draft, free_number, save_draft
from service.store.editions import get_edition, list_editions
from service.store.guidance import Guidance
from service.store.paging import MAX_PER_PAGE, Paging
from service.store.tables import Act
from service.web.formats import day
from service.web.presenters.act_pair import act_pair
from service.web.presenters.instructing import bill_title, choice_value, instructed
from service.web.presenters.people import in_language
from service.web.shell import in_section, page_language
from service.web.views.instruction_form import MOST_BYTES, Asked, asked, at_page, edition_value

Answer = str | Response | tuple[str, int]
MOST_WORK: Final = 6_000_000
"""Operations times paragraphs that one page may cost: two thousand orders on the longest ordinary law."""
MOST_ACTS: Final = 500
_HEAVY: Final = 10


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    heavy = limiter.shared_limit(_rate, scope="instructions", key_func=get_remote_address)
    web.get("/instructions/")(start)
    web.post("/instructions/")(heavy(look))
    web.post("/instructions/save")(heavy(save))


def _rate() -> str:
    return f"{max(10, context.settings().rate_limit // _HEAVY)} per minute"


@require(Permission.WRITE_AMENDMENT)
def start() -> str:
    """The empty page: which law, and the text of the amending act. `act` chooses a law beforehand."""
    return _start_page(act=request.args.get("act", "")[:40])


@require(Permission.WRITE_AMENDMENT)
def look() -> Answer:
    """The act sentence by sentence: what it orders, the text before, the text after. Nothing is stored."""
    if request.form.get("step") == "speak":  # the empty page in another language, with what was typed so far
        return _refilled()
    try:
        what = asked()
        if request.form.get("step") == "edit":
            return _start_page(text=what.text, twin=what.twin.text if what.twin else "", chosen=what.edition)
        if request.form.get("step") == "turn":
            what = what.turned()
        if page := request.form.get("to", 0, type=int):
            what = at_page(what, page)
        return _look_page(context.reading(), what)
    except UserError as error:
        return _refused(error)


@require(Permission.DRAFT_BILL)
def save() -> Answer:
    """Store the act as a bill, exactly as it was last shown."""
    typed = {name: request.form.get(name, "") for name in ("number", "title_ru", "title_kk", "initiator")}
    try:
        what = asked()
    except UserError as error:
        return _refused(error)
    if what.touched:
        notice = _("What you changed is shown below. Look at it, then save: nothing is stored unseen.")
        return _look_page(context.reading(), what, notice=str(notice), typed=typed)
    try:
        with context.writing() as session:
            number = save_draft(session, current_actor(), _draft(what), _twin_draft(what), **typed).number
    except UserError as error:
        return _look_page(context.reading(), what, typed=typed, wrong=error), error.status
    flash(_("Saved as a bill. Its amendments await decisions."))
    return redirect(url_for("web.bill", number=number))


def _draft(what: Asked) -> Draft:
    return Draft(what.text, what.act, what.on, what.language, Guidance(what.choices, what.rules))


def _twin_draft(what: Asked) -> Draft | None:
    return _draft(what.turned()) if what.twin else None


def _refused(error: UserError) -> tuple[str, int]:
    """The first page again, with the sentence and with what was typed, unless it is too long to be sent back."""
    return _refilled(wrong=error), error.status


def _refilled(wrong: UserError | None = None) -> str:
    texts = [request.form.get(name, "") for name in ("text", "twin")]
    text, twin = (one if len(one.encode("utf-8", "surrogatepass")) <= MOST_BYTES else "" for one in texts)
    return _start_page(text, twin, request.form.get("edition", "")[:120], wrong=wrong)


def _start_page(text: str = "", twin: str = "", chosen: str = "", act: str = "", wrong: UserError | None = None) -> str:
    in_section("bills")
    session = context.reading()
    choices = _editions(session)
    if not chosen:
        fitting = [value for _title, rows in choices for value, _words in rows if value.endswith(page_language())]
        mine = [value for value in fitting if value.startswith(f"{act}|")]
        chosen = (mine or fitting or [""])[0]
    return render_template(
        "instructions.html",
        editions=choices,
        chosen=chosen,
        text=text,
        twin=twin,
        wrong=wrong.message(page_language()) if wrong else "",
        wrong_field=wrong.field if wrong else "",
    )


def _look_page(
    session: Session,
    what: Asked,
    *,
    notice: str = "",
    typed: Mapping[str, str] | None = None,
    wrong: UserError | None = None,
) -> str:
    in_section("bills")
    act = get_act(session, what.act)
    base = get_edition(session, act, what.language, what.on)
    found = _applied(what, base)
    texts = {what.language: (found, base), **_twin(session, what)}
    result = instructed(what.text, base, found, what.rules, what.page, page_language())
    kept = [choice_value(choice) for choices in found.taken.values() for choice in choices]
    return render_template(
        "instructed.html",
        what=what,
        act=act,
        title=in_language(act.title_ru, act.title_kk, page_language()),
        result=result,
        kept=kept,
        pair=act_pair(texts, page_language()) if what.twin else None,
        twin_kept=[choice_value(choice) for choice in what.twin.choices] if what.twin else [],
        notice=notice,
        typed=typed or _typed(session, what, {tongue: chosen.outcome.reading for tongue, (chosen, _) in texts.items()}),
        wrong={wrong.field or "number": wrong.message(page_language())} if wrong else {},
        invented=act.demonstration,
    )


def _twin(session: Session, what: Asked) -> dict[str, tuple[Chosen, Edition]]:
    """The text in the other language applied to its edition, where there is one."""
    if what.twin is None:
        return {}
    other = what.turned()
    base = get_edition(session, get_act(session, other.act), other.language, other.on)
    return {other.language: (_applied(other, base), base)}


def _applied(what: Asked, base: Edition) -> Chosen:
    reading = parse(what.text, what.language)
    if len(reading.operations) * len(base) > MOST_WORK:
        raise TooLarge("instruction_too_much", field="text", operations=len(reading.operations))
    return apply_chosen(reading, base, what.choices, adjustments=what.rules, partial=False)


def _typed(session: Session, what: Asked, readings: Mapping[str, Reading]) -> dict[str, str]:
    """What the form of saving says at first; a title for each text that has one. `readings` are those of the texts."""
    typed = {"number": free_number(session, _("P")), "title_ru": "", "title_kk": ""}
    for one in (what, what.turned()):
        typed[f"title_{one.language}"] = bill_title(one.text, readings[one.language])
    return typed


def _editions(session: Session) -> list[tuple[str, list[tuple[str, str]]]]:
    """Acts with their editions, newest first: (title, [(value of the form, words)])."""
    acts: list[Act] = []
    number: int | None = 1
    while number is not None and len(acts) < MOST_ACTS:
        page = list_acts(session, Paging(number, MAX_PER_PAGE))
        acts.extend(entry.act for entry in page.items)
        number = page.next
    tongues = {"ru": _("in Russian"), "kk": _("in Kazakh")}
    found = []
    for act in acts:
        rows = [row for row in list_editions(session, act) if not row.draft]
        rows.sort(key=lambda row: (row.in_force_from, row.language == page_language()), reverse=True)
        named = [
            (
                edition_value(act.code, row.in_force_from, row.language),
                _(
                    "edition of %(day)s, %(language)s",
                    day=day(row.in_force_from, page_language()),
                    language=tongues[row.language],
                ),
            )
            for row in rows
        ]
        if named:
            found.append((in_language(act.title_ru, act.title_kk, page_language()), named))
    return found
