"""Two amendments in conflict on one page: what stands, what each makes of it, and the ways to settle it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from service import context
from service.errors import Invalid, NotFound, UserError
from service.security.current import account_id, can, current_actor, require
from service.security.permissions import Permission
from service.store.amendment_drafts import (
    drop_draft,
    keep_draft,
    leave,
    list_drafts,
    note_presence,
    others_here,
)
from service.store.bills import BillEntry, get_bill
from service.store.fields import MAX_REASON, plain
from service.store.joint_texts import WAYS
from service.store.rewriting import Rewritten
from service.store.settling import Reason, give_way, take_together
from service.store.tables import AmendmentDraft
from service.web.presenters.amendments import amendment_line
from service.web.presenters.bills import bill_title
from service.web.presenters.citation import cite, speak_of
from service.web.presenters.collisions import KINDS
from service.web.presenters.editing import differences, sheet, unreadable
from service.web.presenters.people import name_of
from service.web.shell import in_section, page_language
from service.web.views import asked
from service.web.views.amendments import law_positions
from service.web.views.editing_form import LANGUAGES, Form, form_of_draft, form_sent_by, worked
from service.web.views.solving_merge import Settling, happened, merge_page, picked, save_settled, seen
from service.web.views.solving_pair import (
    Pair,
    as_started,
    find_pair,
    order_outcomes,
    places_of,
    start_form,
    start_wording,
)

Answer = Response | str | tuple[str, int]


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/bills/<number>/conflicts/<int:first>/<int:second>/")(solve_page)
    web.post("/bills/<number>/conflicts/<int:first>/<int:second>/")(solve_step)


def solve_page(number: str, first: int, second: int) -> Answer:
    """The conflict, and for those who may settle it the ways to do so; the joint text as the draft kept it."""
    session = context.reading()
    bill = get_bill(session, number)
    pair = find_pair(session, bill, first, second)
    start = asked.word("start", WAYS, "")
    row = None
    if can(Permission.SOLVE_CONFLICT):
        with context.writing() as writing:
            note_presence(writing, account_id(), pair.first.amendment.id or 0)
        drafts = list_drafts(session, account_id(), pair.first.amendment.id or 0, joint=pair.second.amendment.id or 0)
        row = None if start and pair.clashes else next(iter(drafts), None)
    form = form_of_draft(row) if row is not None else start_form(session, pair, start or "joined")
    second_now = pair.second.revision.number
    settling = _kept_settling(row, second_now) if row else Settling(start=start or "joined", second=second_now)
    if not pair.clashes:
        if row is None:
            raise _gone(pair)
        return merge_page(bill, pair, form, settling, row, said=happened(pair, form, settling, {}))
    return _draw(bill, pair, form, settling, row=row)


def _gone(pair: Pair) -> NotFound:
    first, second = pair.numbers
    return NotFound("conflict_settled", first=first, second=second)


@require(Permission.SOLVE_CONFLICT)
def solve_step(number: str, first: int, second: int) -> Answer:
    """Show and keep the joint text, save it, throw the draft away, or let one of the two give way."""
    session = context.reading()
    bill = get_bill(session, number)
    pair = find_pair(session, bill, first, second)
    step = request.form.get("step", "look")
    if step == "discard":
        return _discarded(pair, number)
    settling = _settling_sent(pair)
    form = start_form(session, pair, settling.start)
    try:
        if step == "give_way":
            return _given_way(pair, number, settling)
        plain(settling.reason, "reason", MAX_REASON)
        form = form_sent_by(pair.first.revision.number)
        if step == "merged":
            form = replace(picked(form), revision=request.form.get("seen-first", 0, type=int))
            settling = replace(settling, second=request.form.get("seen-second", 0, type=int))
    except UserError as error:
        shown = _drawn(pair, form, settling)
        return _draw(bill, shown, form, settling, wrong=error, raw=request.form, now=pair), error.status
    found = worked(form, pair.bases, None)
    form = form.with_outcome(found)
    row = _kept(pair, form, found, settling)
    stale = not pair.clashes or (form.revision, settling.second) != pair.revisions
    if step == "merge" or (stale and step == "save") or (step == "merged" and not pair.clashes):
        return _merged(bill, pair, form, settling, found, row)
    if step != "save":
        return _draw(bill, _drawn(pair, form, settling), form, settling, found=found, row=row, now=pair, look=True)
    try:
        _check(pair, form, found, settling)
        return _saved(pair, number, form, settling, row)
    except UserError as error:
        return _draw(bill, pair, form, settling, found=found, row=row, wrong=error), error.status


def _merged(
    bill: BillEntry,
    pair: Pair,
    form: Form,
    settling: Settling,
    found: Mapping[str, Rewritten],
    row: AmendmentDraft | None,
) -> Answer:
    """Mine and theirs side by side; or, where the conflict is settled and a text was picked, that text saved."""
    step = request.form.get("step", "")
    said = happened(pair, form, settling, _versions_sent(pair))
    if step != "merged":
        page = merge_page(bill, pair, form, settling, row, said=said)
        return page if step == "merge" else (page, 409)
    try:
        return save_settled(pair, bill.bill.number, form, settling, found, row)
    except UserError as error:
        return merge_page(bill, pair, form, settling, row, said=said, wrong=error), error.status


def _drawn(pair: Pair, form: Form, settling: Settling) -> Pair:
    """The pair that the page shows: as it is, or as it was when the form was opened, where the conflict is settled.

    Raises NotFound("conflict_settled") where it cannot be shown any more.
    """
    if pair.clashes:
        return pair
    started = as_started(context.reading(), pair, (form.revision, settling.second))
    if not started.clashes:
        raise _gone(pair)
    return started


def _versions_sent(pair: Pair) -> dict[int, int]:
    return {number: sent for number in pair.numbers if (sent := request.form.get(f"version-{number}", 0, type=int))}


def _settling_sent(pair: Pair) -> Settling:
    sent = request.form
    host = sent.get("host", 0, type=int)
    start = sent.get("start", "")
    return Settling(
        sent.get("reason", ""),
        host if host in pair.numbers else 0,
        start if start in WAYS else "joined",
        sent.get("give-reason", ""),
        sent.get("keep", 0, type=int),
        sent.get("revision-second", pair.second.revision.number, type=int),
    )


def _kept_settling(row: AmendmentDraft, second: int) -> Settling:
    kept = row.content
    start = kept.get("start", "joined")
    return Settling(
        kept.get("reason", ""),
        kept.get("host", 0),
        start if start in WAYS else "joined",
        second=kept.get("second", second),
    )


def _kept(pair: Pair, form: Form, found: Mapping[str, Rewritten], settling: Settling) -> AmendmentDraft | None:
    """Keep what was typed; None where it is only what the page came with."""
    began = start_form(context.reading(), pair, settling.start)
    same = all(one.instruction == began.typed[code].instruction for code, one in form.typed.items())
    touched = not same or any(one.changed for one in found.values()) or settling.reason or settling.host or form.note
    key = pair.first.amendment.id or 0
    content = form.content() | {
        "joint": pair.second.amendment.id or 0,
        "reason": settling.reason,
        "host": settling.host,
        "start": settling.start,
        "second": settling.second,
    }
    with context.writing() as session:
        note_presence(session, account_id(), key)
        if not form.draft and not touched:
            return None
        return keep_draft(
            session, account_id(), key, content, revision=form.revision, draft_id=form.draft, serial=form.serial
        )


def _check(pair: Pair, form: Form, found: Mapping[str, Rewritten], settling: Settling) -> None:
    """Raise why the joint text cannot be saved yet."""
    if settling.host not in pair.numbers:
        raise Invalid("joint_host_needed", field="host")
    for code, one in found.items():
        if not one.settled:
            raise Invalid("revision_not_exact", field=code)
    if not any(one.instruction.strip() for one in form.typed.values()):
        raise Invalid("joint_empty")
    if not settling.reason.strip():
        raise Invalid("reason_needed", field="reason")


def _saved(pair: Pair, number: str, form: Form, settling: Settling, row: AmendmentDraft | None) -> Response:
    host, other = (pair.first, pair.second) if settling.host == pair.numbers[0] else (pair.second, pair.first)
    key = pair.first.amendment.id or 0
    with context.writing() as session:
        take_together(
            session,
            current_actor(),
            seen(host),
            seen(other),
            (form.typed["ru"].instruction, form.typed["kk"].instruction),
            _reason(settling.reason),
            form.note,
        )
        drop_draft(session, account_id(), key, row.id or 0 if row else 0)
        leave(session, account_id(), key)
    flash(
        _(
            "The joint text is saved in amendment No %(host)s; No %(other)s is taken into it.",
            host=host.amendment.number,
            other=other.amendment.number,
        )
    )
    return redirect(url_for("web.bill", number=number, _anchor="said"))


def _given_way(pair: Pair, number: str, settling: Settling) -> Response:
    """Reject the one that was not chosen to stay."""
    if settling.keep not in pair.numbers:
        raise NotFound("amendment_not_found", amendment=settling.keep)
    if not pair.clashes:
        error = _gone(pair)
        error.field = "give-reason"
        raise error
    kept, rejected = (pair.first, pair.second) if settling.keep == pair.numbers[0] else (pair.second, pair.first)
    try:
        with context.writing() as session:
            give_way(session, current_actor(), seen(rejected), seen(kept), _reason(settling.give_reason))
    except UserError as error:
        error.field = "give-reason"
        raise
    flash(
        _(
            "No %(kept)s stays, No %(rejected)s is rejected.",
            kept=kept.amendment.number,
            rejected=rejected.amendment.number,
        )
    )
    return redirect(url_for("web.bill", number=number, _anchor="said"))


def _discarded(pair: Pair, number: str) -> Response:
    key = pair.first.amendment.id or 0
    with context.writing() as session:
        drop_draft(session, account_id(), key, request.form.get("draft", 0, type=int))
        leave(session, account_id(), key)
    flash(_("The draft was thrown away. Both amendments are as they were."))
    if not pair.clashes:
        return redirect(url_for("web.bill", number=number, _anchor="said"))
    first, second = pair.numbers
    return redirect(url_for("web.solve_page", number=number, first=first, second=second))


def _reason(words: str) -> Reason:
    return Reason(ru=words) if page_language() == "ru" else Reason(kk=words)


def _draw(
    bill: BillEntry, pair: Pair, form: Form, settling: Settling, *, found: Mapping[str, Rewritten] | None = None,
    row: AmendmentDraft | None = None, wrong: UserError | None = None, raw: Mapping[str, str] | None = None,
    now: Pair | None = None, look: bool = False,
) -> str:  # fmt: skip
    in_section("bills")
    session, language = context.reading(), page_language()
    if language in pair.bases:
        speak_of(pair.bases[language])
    text_language = language if language in pair.clashes else next(iter(pair.clashes))
    if found is None:
        started = start_wording(session, pair, settling.start)
        found = started if row is None else worked(form, pair.bases, None)
    now = now or pair
    versions = {one.amendment.number: one.amendment.version for one in (pair.first, pair.second)}
    said = happened(now, form, settling, _versions_sent(pair))
    order = law_positions(session, pair.bases[text_language])
    first, second = pair.numbers
    clash = pair.clashes[text_language].conflict
    rows = places_of(session, pair, text_language)
    mine = can(Permission.SOLVE_CONFLICT)
    key = pair.first.amendment.id or 0
    drafts = list_drafts(session, account_id(), key, joint=pair.second.amendment.id or 0) if mine else []
    return render_template(
        "solve.html",
        bill=bill.bill,
        bill_title=bill_title(bill.bill, language),
        first=amendment_line(pair.first, language, order),
        second=amendment_line(pair.second, language, order),
        versions=versions | (_versions_sent(pair) if look else {}),
        said=said,
        settled=not now.clashes,
        merges=not now.clashes or (form.revision, settling.second) != now.revisions,
        kind=str(KINDS[clash.kind]),
        place=cite(clash.first_address, language),
        rows=[one for one in rows if one.collides] or rows,
        beside=[one for one in rows if not one.collides] if any(one.collides for one in rows) else [],
        orders=order_outcomes(session, pair, text_language),
        left=pair.left(session, settling.start, language),
        sheets=[
            sheet(code, found[code], language) if code in found else unreadable(code, form.typed[code].instruction)
            for code in (language, *(one for one in LANGUAGES if one != language))
        ],
        differences=differences(found, language),
        form=form,
        settling=settling,
        row=row,
        raw=raw or {},
        other_drafts=[one for one in drafts if row is None or one.id != row.id],
        here_too=[name_of(one, language) for one in others_here(session, account_id(), key)] if mine else [],
        wrong=wrong.message(language) if wrong else "",
        wrong_field=wrong.field or "" if wrong else "",
        text_language=text_language,
        self_address=url_for("web.solve_page", number=bill.bill.number, first=first, second=second),
        invented=bill.bill.demonstration,
    )
