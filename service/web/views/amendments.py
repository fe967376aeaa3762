"""One amendment: what it orders, what was, what becomes, what is said about it, and the decision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from amendments.law.edition import Edition
from service import context
from service.errors import NotFound, UserError
from service.security.current import current_account, current_actor, require
from service.security.permissions import Permission
from service.store.amendments import all_amendments, get_amendment_by_number, vote
from service.store.bills import BillEntry, get_bill
from service.store.cache import cache_of
from service.store.clarity_deltas import amendment_delta
from service.store.clashes import clashes_of
from service.store.comments import Target, list_comments
from service.store.database import Session
from service.store.deciding import last_decisions
from service.store.decisions import decide_amendment
from service.store.effects import Effect, amendment_effect, redline_rows
from service.store.findings import FindingEntry, amendment_findings
from service.store.paging import MAX_PER_PAGE, Paging
from service.store.tables import AmendmentRevision, AmendmentState, VoteValue
from service.store.warnings import left_behind
from service.web.kept import kept
from service.web.presenters.amendments import (
    ASKS_REASON,
    AmendmentLine,
    amendment_line,
    in_law_order,
    ordered,
    outcome,
    positions,
    same_in_both,
)
from service.web.presenters.bills import STATE_CHIPS, STATES, bill_title
from service.web.presenters.citation import speak_of
from service.web.presenters.clarity import card
from service.web.presenters.clarity_delta import delta_view
from service.web.presenters.collisions import clash_lines
from service.web.presenters.history import decision_lines
from service.web.presenters.people import in_language, person
from service.web.presenters.runs import Span
from service.web.presenters.talk import count, talk
from service.web.presenters.warnings import WarningList, dangling_lines
from service.web.shell import in_section, page_language
from service.web.views.decision_forms import DECISIONS, undo_offer
from service.web.views.editing_form import may_edit
from service.web.views.editions import place_link
from service.web.views.offers import amendment_exports


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/bills/<number>/<int:amendment>/")(amendment_page)
    web.post("/bills/<number>/<int:amendment>/decision")(decide)
    web.post("/bills/<number>/<int:amendment>/vote")(give_vote)


@kept
def amendment_page(number: str, amendment: int) -> str:
    """The page of one amendment."""
    return draw(number, amendment)


def draw(number: str, amendment: int, *, typed: Mapping[str, str] | None = None, wrong: UserError | None = None) -> str:
    """Draw the page; after a form that did not fit, with what was typed in it and the sentence about it."""
    in_section("bills")
    session, language = context.reading(), page_language()
    bill = get_bill(session, number)
    detail = get_amendment_by_number(session, bill.bill, amendment)
    key = detail.amendment.id or 0
    effects = {code: effect_in(session, key, code) for code in ("ru", "kk")}
    effect = effects[language]
    if effect is not None:
        speak_of(effect.base)
    findings = amendment_findings(session, key, language)
    here = url_for("web.amendment_page", number=number, amendment=amendment)
    account = current_account()
    remarks = talk(
        list_comments(session, Target(amendment_id=key), Paging(1, MAX_PER_PAGE)).items,
        language,
        account.id if account else None,
    )
    entries = all_amendments(session, bill.bill)
    entry = next(one for one in entries if one.amendment.id == key)
    order = law_positions(session, effect.base) if effect else {}
    lines = {one.amendment.number: amendment_line(one, language, order) for one in entries}
    neighbours = around(lines.values(), amendment)
    return render_template(
        "amendment.html",
        bill=bill.bill,
        bill_title=bill_title(bill.bill, language),
        amendment=detail.amendment,
        title=in_language(detail.amendment.title_ru, detail.amendment.title_kk, language),
        grounds=in_language(detail.amendment.grounds_ru, detail.amendment.grounds_kk, language),
        author=person(detail.author, language) if detail.author else None,
        revision=detail.revision,
        revisions=len(detail.revisions),
        carried=entry.carried,
        taken_into=entry.taken_into,
        places=lines[amendment].places,
        orders=[ordered(found, language) for found in both_languages(effects, language)],
        outcome=effect and outcome(effect, redline_rows(session, key, language), vague_in(findings, here)),
        effect=effect,
        same=same_in_both(effects["ru"], effects["kk"]),
        added=[card(entry, language) for entry in findings if entry.finding.change == "added"],
        removed=[card(entry, language) for entry in findings if entry.finding.change == "removed"],
        clarity=delta_view(amendment_delta(findings), language) if effect and effect.exact else None,
        collisions=clash_lines(
            clashes_of(session, entries, language, effect.base) if effect else (),
            amendment,
            lines,
            language,
        ),
        dangling=left_dangling(session, bill, effect, detail.revision) if effect else None,
        remarks=remarks,
        remarks_count=count(remarks),
        state_words=STATES[detail.amendment.state],
        state_chip=STATE_CHIPS[detail.amendment.state],
        decisions=decision_lines(detail.decisions, language),
        undo=undo_offer(session, bill.bill, language, detail.decisions[0][0].id if detail.decisions else None),
        buttons=[(state.value, state in ASKS_REASON, words) for state, words in DECISIONS],
        votes={value.value: detail.votes.get(value, 0) for value in VoteValue},
        previous=neighbours[0],
        next=neighbours[1],
        exports=amendment_exports(number, amendment, language) if effect and effect.exact else [],
        typed=typed or {},
        wrong={wrong.field or "text": wrong.message(language)} if wrong else {},
        text_language=language,
        invented=bill.bill.demonstration,
        self_address=here,
        edit_address=url_for("web.edit_amendment", number=number, amendment=amendment) if may_edit(detail) else "",
    )


@require(Permission.DECIDE_AMENDMENT)
def decide(number: str, amendment: int) -> Response | tuple[str, int]:
    """Store a decision, or take it back."""
    bill = get_bill(context.reading(), number)
    detail = get_amendment_by_number(context.reading(), bill.bill, amendment)
    reason = request.form.get("reason", "")
    try:
        state = AmendmentState(request.form.get("state", ""))
    except ValueError:
        raise NotFound("amendment_not_found", amendment=amendment) from None
    try:
        with context.writing() as session:
            decide_amendment(
                session,
                current_actor(),
                detail.amendment.id or 0,
                state,
                reason if page_language() == "ru" else "",
                reason if page_language() == "kk" else "",
                version=request.form.get("version", 0, type=int),
            )
            made = last_decisions(session, [detail.amendment.id or 0])[detail.amendment.id or 0][0].id
    except UserError as error:
        error.field = f"reason-{state.value}" if (error.field or "").startswith("reason") else "decision"
        typed = {f"reason-{state.value}": reason}
        return draw(number, amendment, typed=typed, wrong=error), error.status
    if state is AmendmentState.PENDING:
        flash(_("The decision was taken back. It stays in the history."))
    else:
        flash(_("Decided: %(state)s.", state=STATES[state]))
    here = url_for("web.amendment_page", number=number, amendment=amendment, decided=made, _anchor="said")
    return redirect(here)


@require(Permission.VOTE)
def give_vote(number: str, amendment: int) -> Response:
    """Store a deputy's vote."""
    bill = get_bill(context.reading(), number)
    detail = get_amendment_by_number(context.reading(), bill.bill, amendment)
    account = current_account()
    given = request.form.get("value", "")
    if account is not None and given in {value.value for value in VoteValue}:
        with context.writing() as session:
            vote(session, current_actor(), detail.amendment.id or 0, account.id or 0, VoteValue(given))
        flash(_("Your voice is counted. You may change it until the decision."))
    return redirect(url_for("web.amendment_page", number=number, amendment=amendment, _anchor="said"))


def effect_in(session: Session, amendment_id: int, language: str) -> Effect | None:
    """The effect in a language; None where the act has no edition in it on the bill's base date."""
    try:
        return amendment_effect(session, amendment_id, language)
    except NotFound:
        return None


def left_dangling(session: Session, bill: BillEntry, effect: Effect, revision: AmendmentRevision) -> WarningList:
    """References that the amendment leaves pointing at nothing, with links into the edition that it changes."""

    def link(address: str, _of: str) -> str:
        if effect.base.locate(address) is None:
            return ""
        return place_link(effect.base, address, bill.act.code, revision.base_date)

    return dangling_lines(left_behind(session, effect, revision.id or 0), page_language(), link, effect.language)


def both_languages(effects: Mapping[str, Effect | None], first: str) -> list[Effect]:
    """The effects that there are, the page's language first."""
    order = (first, "kk" if first == "ru" else "ru")
    return [effect for code in order if (effect := effects[code]) is not None]


def vague_in(findings: list[FindingEntry], here: str) -> dict[str, list[Span]]:
    """Vague words of the outcome by address."""
    spans: dict[str, list[Span]] = {}
    for entry in findings:
        finding = entry.finding
        if finding.change in ("added", "kept") and entry.state != "dismissed":
            target = f"{here}#finding-{finding.id}" if finding.change == "added" else ""
            if target:
                spans.setdefault(finding.address, []).append(Span(finding.start, finding.end, "vague", target))
    return spans


def around(lines: Iterable[AmendmentLine], number: int) -> tuple[int | None, int | None]:
    """Numbers of the amendments before and after this one in the law's order."""
    numbers = [line.number for line in in_law_order(lines)]
    at = numbers.index(number)
    return (numbers[at - 1] if at > 0 else None), (numbers[at + 1] if at < len(numbers) - 1 else None)


def law_positions(session: Session, edition: Edition) -> dict[str, int]:
    """`positions`, kept with the edition."""
    return cache_of(session).get(("positions", edition.root.full_hash), lambda: positions(edition))
