"""An amendment is written: its instruction or the text that it leads to, in both languages, with nothing lost."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from service import context
from service.errors import Conflict, Forbidden, Invalid, UserError
from service.security.current import account_id, current_actor, require
from service.security.permissions import Permission
from service.store.amendment_drafts import (
    drop_draft,
    get_draft,
    keep_draft,
    leave,
    list_drafts,
    note_presence,
    others_here,
)
from service.store.amendments import AmendmentDetail, Wording, get_amendment_by_number, revise_amendment, written_by
from service.store.bills import BillEntry, get_bill
from service.store.effects import instruction_in
from service.store.rewriting import Rewritten
from service.store.tables import AmendmentDraft
from service.web.presenters.bills import STATES, bill_title
from service.web.presenters.citation import speak_of
from service.web.presenters.editing import differences, sheet, unreadable
from service.web.presenters.people import in_language, name_of
from service.web.shell import in_section, page_language
from service.web.views.editing_form import (
    LANGUAGES,
    Form,
    bases,
    form_of_draft,
    form_of_revision,
    form_sent,
    may_edit,
    worked,
)
from service.web.views.merging import joint_sent, merge_page

Answer = Response | str | tuple[str, int]


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/bills/<number>/<int:amendment>/edit")(edit_amendment)
    web.post("/bills/<number>/<int:amendment>/edit")(edit_step)


@require(Permission.WRITE_AMENDMENT)
def edit_amendment(number: str, amendment: int) -> Answer:
    """The form: as the draft kept it, else as the last revision has it."""
    bill, detail = _found(number, amendment)
    key = detail.amendment.id or 0
    with context.writing() as session:
        note_presence(session, account_id(), key)
    drafts = list_drafts(context.reading(), account_id(), key)
    asked = get_draft(context.reading(), account_id(), key, request.args.get("draft", 0, type=int))
    row = asked or next(iter(drafts), None)
    form = form_of_draft(row) if row is not None else form_of_revision(detail.revision)
    return _draw(bill, detail, form, worked(form, bases(context.reading(), bill), detail.revision), row=row)


@require(Permission.WRITE_AMENDMENT)
def edit_step(number: str, amendment: int) -> Answer:
    """Show what was typed, keep it, save it as a revision, merge it with a colleague's, or throw it away."""
    bill, detail = _found(number, amendment)
    step = request.form.get("step", "look")
    if step == "discard":
        return _discarded(number, detail)
    editions = bases(context.reading(), bill)
    try:
        form = form_sent(detail)
        if step == "merged":
            form = joint_sent(form, detail)
    except UserError as error:
        return _unkept(bill, detail, error)
    found = worked(form, editions, detail.revision)
    form = form.with_outcome(found)
    row = _kept(form, found, detail)
    if step not in ("save", "merge"):
        return _draw(bill, detail, form, found, row=row)
    if wrong := _unsettled(form, found, detail):
        return _draw(bill, detail, form, found, row=row, wrong=wrong), wrong.status
    if step == "merge" or form.revision != detail.amendment.revision:
        return merge_page(bill, detail, form, row, editions), 200 if step == "merge" else 409
    return _saved(bill, detail, form, found, row)


def _found(number: str, amendment: int) -> tuple[BillEntry, AmendmentDetail]:
    session = context.reading()
    bill = get_bill(session, number)
    detail = get_amendment_by_number(session, bill.bill, amendment)
    if not may_edit(detail):
        raise Forbidden("not_allowed")
    return bill, detail


def _kept(form: Form, found: Mapping[str, Rewritten], detail: AmendmentDetail) -> AmendmentDraft | None:
    """Keep the form as a draft; None where nothing was typed that the last revision has not."""
    key = detail.amendment.id or 0
    with context.writing() as session:
        note_presence(session, account_id(), key)
        if not form.draft and not form.note and not _changed(form, found, detail):
            return None
        return keep_draft(
            session, account_id(), key, form.content(), revision=form.revision, draft_id=form.draft, serial=form.serial
        )


def _changed(form: Form, found: Mapping[str, Rewritten], detail: AmendmentDetail) -> bool:
    """Whether the instructions are others than the last revision has, or the text does not say what they say."""
    return any(one.changed for one in found.values()) or any(
        one.instruction != instruction_in(detail.revision, code) for code, one in form.typed.items()
    )


def _unsettled(form: Form, found: Mapping[str, Rewritten], detail: AmendmentDetail) -> UserError | None:
    """Why the form cannot become a revision: a language that was changed says nothing exact, or nothing changed."""
    for code, one in found.items():
        stored = instruction_in(detail.revision, code)
        if not one.settled and (one.changed or form.typed[code].instruction != stored):
            return Invalid("revision_not_exact", field=code)
    if not any(one.instruction for one in form.typed.values()):
        return Invalid("amendment_empty")
    same = all(one.instruction == instruction_in(detail.revision, code) for code, one in form.typed.items())
    if same and form.revision == detail.amendment.revision:
        return Invalid("revision_same")
    return None


def _saved(
    bill: BillEntry, detail: AmendmentDetail, form: Form, found: Mapping[str, Rewritten], row: AmendmentDraft | None
) -> Answer:
    amendment = detail.amendment
    wording = Wording(
        form.typed["ru"].instruction, form.typed["kk"].instruction, amendment.title_ru, amendment.title_kk,
        amendment.grounds_ru, amendment.grounds_kk, form.note,
    )  # fmt: skip
    key = amendment.id or 0
    try:
        with context.writing() as session:
            revise_amendment(session, current_actor(), key, wording, version=amendment.version)
            drop_draft(session, account_id(), key, row.id or 0 if row else 0)
            leave(session, account_id(), key)
    except Conflict as error:
        return _draw(bill, detail, form, found, row=row, wrong=error), error.status
    flash(_("Revision %(number)s is saved.", number=amendment.revision + 1))
    if request.form.get("version", amendment.version, type=int) != amendment.version:
        flash(_("While you wrote, the amendment was decided: %(state)s.", state=STATES[amendment.state]))
    return redirect(url_for("web.amendment_page", number=bill.bill.number, amendment=amendment.number, _anchor="said"))


def _discarded(number: str, detail: AmendmentDetail) -> Response:
    key = detail.amendment.id or 0
    with context.writing() as session:
        drop_draft(session, account_id(), key, request.form.get("draft", 0, type=int))
        leave(session, account_id(), key)
    flash(_("The draft was thrown away. The amendment is as it was saved last."))
    return redirect(url_for("web.amendment_page", number=number, amendment=detail.amendment.number, _anchor="said"))


def _unkept(bill: BillEntry, detail: AmendmentDetail, error: UserError) -> tuple[str, int]:
    """The form with what was typed, where it is too long or no text: it is not kept, and says so."""
    stored = form_of_revision(detail.revision)
    found = worked(stored, bases(context.reading(), bill), detail.revision)
    row = get_draft(context.reading(), account_id(), detail.amendment.id or 0, request.form.get("draft", 0, type=int))
    return _draw(bill, detail, stored, found, row=row, wrong=error, raw=request.form), error.status


def _draw(
    bill: BillEntry,
    detail: AmendmentDetail,
    form: Form,
    found: Mapping[str, Rewritten],
    *,
    row: AmendmentDraft | None = None,
    wrong: UserError | None = None,
    raw: Mapping[str, str] | None = None,
) -> str:
    in_section("bills")
    language, key = page_language(), detail.amendment.id or 0
    for one in found.values():
        if one.effect.language == language:
            speak_of(one.effect.base)
    session = context.reading()
    drafts = list_drafts(session, account_id(), key)
    newest = detail.revisions[-1]
    return render_template(
        "edit.html",
        bill=bill.bill,
        bill_title=bill_title(bill.bill, language),
        amendment=detail.amendment,
        title=in_language(detail.amendment.title_ru, detail.amendment.title_kk, language),
        sheets=[
            sheet(code, found[code], language) if code in found else unreadable(code, form.typed[code].instruction)
            for code in (language, *(one for one in LANGUAGES if one != language))
        ],
        differences=differences(found, language),
        note=form.note,
        form=form,
        row=row,
        raw=raw or {},
        other_drafts=[one for one in drafts if row is None or one.id != row.id],
        here_too=[name_of(one, language) for one in others_here(session, account_id(), key)],
        newer=newest if newest.number > form.revision else None,
        newer_by=name_of(written_by(session, newest), language),
        wrong=wrong.message(language) if wrong else "",
        self_address=url_for("web.edit_amendment", number=bill.bill.number, amendment=detail.amendment.number),
        invented=bill.bill.demonstration,
    )
