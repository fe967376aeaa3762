"""Proposals about powers: written, declined, made into an amendment that a person looks at before it is stored."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from amendments.powers.loading import bodies
from service import context
from service.clock import today
from service.errors import NotFound, UserError
from service.security.current import account_id, check, current_actor, require
from service.security.permissions import Permission
from service.security.sign_in import own_address
from service.store.acts import act_of, get_act
from service.store.amendments import Wording
from service.store.database import Session
from service.store.drafts import free_number
from service.store.editions import list_editions, load_edition
from service.store.names import amendment_places
from service.store.power_drafts import DraftedAmendment, Place, bills_open_to, drafted, save_drafted
from service.store.proposals import Wish, create_proposal, decide_proposal, get_proposal
from service.store.tables import Proposal, ProposalKind, ProposalState
from service.web.presenters.bills import bill_title
from service.web.presenters.citation import capital, cite
from service.web.presenters.people import in_language
from service.web.presenters.power_proposals import KINDS, proposal_line
from service.web.presenters.powers import level_choices
from service.web.shell import in_section, page_language
from service.web.views import asked
from service.web.views.power_base import Opened, opened

Answer = str | Response | tuple[str, int]
FIELDS = ("kind", "title", "text", "to_level", "to_body", "words_ru", "words_kk", "of_algorithm")


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/powers/propose/")(propose)
    web.post("/powers/propose/")(store_proposal)
    web.get("/proposals/<int:proposal_id>/")(proposal)
    web.post("/proposals/<int:proposal_id>/")(save_amendment)
    web.post("/proposals/<int:proposal_id>/decision")(decide_power_proposal)


@require(Permission.PROPOSE)
def propose() -> str:
    """The form of a proposal: `id` is the power (none for one to add), `kind` what is proposed."""
    found = opened()
    if found is None:
        return render_template("powers_empty.html")
    given = {name: asked.text(name, 4_000) for name in FIELDS}
    return _form(found, asked.text("id", 220), given)


@require(Permission.PROPOSE)
def store_proposal() -> Answer:
    """Store a proposal; the form again with the sentence where something is wrong with it."""
    found = opened()
    form = request.form
    if found is None:
        raise NotFound("act_not_found", code=asked.text("act", 40))
    identifier = asked.text("id", 220)
    given = {name: form.get(name, "") for name in FIELDS}
    try:
        one = found.power(identifier) if identifier else None
        wish = Wish(
            ProposalKind(given["kind"]) if given["kind"] in KINDS else ProposalKind.KEEP,
            page_language(),
            given["title"],
            given["text"],
            one.address if one is not None else "",
            one.level if one is not None else "",
            given["to_level"],
            given["to_body"],
            given["words_ru"],
            given["words_kk"],
            bool(given["of_algorithm"]),
        )
        with context.writing() as session:
            act = get_act(session, found.act.code)
            made = create_proposal(session, current_actor(), act, wish, author_id=account_id()).id or 0
    except UserError as error:
        return _form(found, identifier, given, error), error.status
    flash(_("The proposal is stored."))
    return redirect(url_for("web.proposal", proposal_id=made))


def proposal(proposal_id: int) -> str:
    """A proposal with the amendment that would carry it out. `bill` chooses the bill whose edition is amended."""
    return _page(proposal_id)


@require(Permission.WRITE_AMENDMENT)
def save_amendment(proposal_id: int) -> Answer:
    """Store the amendment as it was shown, in the bill chosen or in a new one."""
    form = request.form
    new = not form.get("bill")
    if new:
        check(Permission.DRAFT_BILL)
    shown = Wording(
        form.get("instruction_ru", ""),
        form.get("instruction_kk", ""),
        form.get("title_ru", ""),
        form.get("title_kk", ""),
        form.get("grounds_ru", ""),
        form.get("grounds_kk", ""),
    )
    place = Place(
        form.get("number", "") if new else form.get("bill", ""),
        new,
        form.get("bill_title_ru", ""),
        form.get("bill_title_kk", ""),
        asked.day(form.get("base", "")) if new else None,
    )
    try:
        with context.writing() as session:
            bill, amendment = save_drafted(session, current_actor(), proposal_id, place, shown)
            number, own = bill.number, amendment.number
    except UserError as error:
        return _page(proposal_id, error), error.status
    flash(_("Saved as an amendment. It awaits a decision."))
    return redirect(url_for("web.amendment_page", number=number, amendment=own))


@require(Permission.DECIDE_PROPOSAL)
def decide_power_proposal(proposal_id: int) -> Response:
    """Decline a proposal with a reason, or open it again."""
    state = ProposalState.DECLINED if request.form.get("state") == "declined" else ProposalState.NEW
    with context.writing() as session:
        decide_proposal(session, current_actor(), proposal_id, state, request.form.get("reason", ""))
    flash(_("The proposal is declined.") if state is ProposalState.DECLINED else _("The proposal waits again."))
    return redirect(own_address(request.form.get("next")) or url_for("web.proposal", proposal_id=proposal_id))


def _form(found: Opened, identifier: str, given: dict[str, str], wrong: UserError | None = None) -> str:
    one = found.power(identifier) if identifier else None
    session = context.reading()
    kind = given["kind"] if given["kind"] in KINDS else "add" if one is None else "clarify"
    words = {code: given[f"words_{code}"] for code in ("ru", "kk")}
    if one is not None and kind == "clarify" and not any(words.values()):
        words = {code: _words(session, found, code, one.address) for code in ("ru", "kk")}
    known = bodies(found.register.language).bodies.values()
    return render_template(
        "power_propose.html",
        **found.about,
        power=found.shown.line(one) if one is not None else None,
        kind=kind,
        kinds=[(value, capital(str(name))) for value, name in KINDS.items() if (value == "add") == (one is None)],
        given=given | {f"words_{code}": said for code, said in words.items()},
        levels=level_choices(),
        bodies=[(body.id, body.name[page_language()]) for body in known],
        wrong={wrong.field or "title": wrong.message(page_language())} if wrong else {},
    )


def _words(session: Session, found: Opened, code: str, address: str) -> str:
    node = load_edition(session, found.rows[code]).at(address) if code in found.rows else None
    return node.text if node is not None else ""


def _page(proposal_id: int, wrong: UserError | None = None) -> str:
    in_section("powers")
    session, language = context.reading(), page_language()
    entry = get_proposal(session, proposal_id)
    row = entry.proposal
    act = act_of(session, row.act_id)
    bills = bills_open_to(session, act)
    chosen = request.form.get("bill", "") or asked.text("bill", 40)
    bill = next((one for one in bills if one.number == chosen), None)
    base = bill.base_date if bill is not None else _newest(act.code)
    made, refused = None, wrong.message(language) if wrong else ""
    if row.state is ProposalState.NEW and base is not None and row.kind is not ProposalKind.KEEP:
        try:
            made = drafted(session, row, base)
        except UserError as error:
            refused = refused or error.message(language)
    taken = amendment_places(session, [row.amendment_id]).get(row.amendment_id or 0)
    return render_template(
        "proposal.html",
        act=act,
        title=in_language(act.title_ru, act.title_kk, language),
        proposal=proposal_line(entry, language),
        keeps=row.kind is ProposalKind.KEEP,
        made=made,
        changes=_changes(made, language),
        pointing=_pointing(made, language),
        refused=refused,
        base=base,
        bills=[(one.number, bill_title(one, language)) for one in bills],
        bill=bill,
        typed=_typed(session, row),
        taken=taken,
        invented=act.demonstration,
    )


def _typed(session: Session, row: Proposal) -> dict[str, str]:
    """What the form of saving says at first, or what was typed into it."""
    typed = {"number": free_number(session, _("P"))}
    for code in ("ru", "kk"):
        mine = code == row.language
        typed |= {f"title_{code}": row.title if mine else "", f"grounds_{code}": row.text if mine else ""}
        typed[f"bill_title_{code}"] = row.title if mine else ""
    return typed | {name: request.form[name] for name in typed if name in request.form}


def _changes(made: DraftedAmendment | None, language: str) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """What the amendment does, by language of the text: (citation, before, after)."""
    if made is None:
        return []
    return [
        (code, [(capital(cite(address, language)), before, after) for address, before, after in changes])
        for code, changes in made.changes.items()
    ]


def _pointing(made: DraftedAmendment | None, language: str) -> list[str]:
    """Provisions that refer to a unit that goes."""
    if made is None:
        return []
    places = dict.fromkeys(address for found in made.references.values() for address in found)
    return [capital(cite(address, language)) for address in places]


def _newest(code: str) -> date | None:
    """The edition in force, which a new bill is measured against."""
    session = context.reading()
    rows = [row for row in list_editions(session, get_act(session, code)) if not row.draft]
    begun = [row.in_force_from for row in rows if row.in_force_from <= today()]
    return begun[-1] if begun else rows[0].in_force_from if rows else None
