"""One power: both languages, its slots, its twins, what is proposed for it, its way through the editions."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from amendments.powers import Power, proposals, subjects
from service import context
from service.errors import NotFound
from service.security.current import current_actor, require
from service.security.permissions import Permission
from service.security.sign_in import own_address
from service.store.acts import get_act
from service.store.power_lists import group_name, subject_name
from service.store.power_subjects import correct_subject, correction_history
from service.store.powers import judge_powers, power_history, powers_of, rows_of_date
from service.web.presenters.citation import anchor
from service.web.presenters.people import name_of
from service.web.presenters.power_page import other_bodies, slot_rows, turn_lines
from service.web.presenters.power_proposals import KINDS, advice_line, proposal_line
from service.web.presenters.powers import paragraphs, place_of
from service.web.shell import page_language
from service.web.views import asked
from service.web.views.power_base import Opened, opened

_TWINS = 30


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/powers/one/")(power)
    web.post("/powers/subject")(power_subject)


def power() -> str:
    """All that is known of a power. `id` names it in the register."""
    found = opened()
    identifier = asked.text("id", 220)
    if found is None:
        raise NotFound("power_not_found", field="id", power=identifier)
    one = found.power(identifier)
    session, language = context.reading(), page_language()
    texts = _texts(found, one)
    lists, shown = found.lists, found.shown
    pairs = [pair for pair in lists.judgement.duplicates if one.id in (pair.left.id, pair.right.id)]
    about = lists.judgement.about.get(one.id)
    public = judge_powers(session, found.act, found.powers)
    history = [
        {
            "subject": subject_name(entry.correction.subject, language) if entry.correction.subject else "",
            "by": name_of(entry.by, language),
            "at": entry.correction.at,
        }
        for entry in correction_history(session, found.act, one.address)
    ]
    return render_template(
        "power.html",
        **found.about,
        power=shown.line(one),
        heading=place_of(one.address, language),
        number=one.order + 1 if len(found.register.by_address[one.address]) > 1 else 0,
        siblings=[shown.line(other) for other in found.register.by_address[one.address] if other.id != one.id],
        texts={
            code: paragraphs(said, powers_of(session, found.rows[code]).edition) if said is not None else ()
            for code, said in texts.items()
        },
        slots=slot_rows(texts, language),
        others=other_bodies(one, language),
        pairs=[shown.pair(pair) for pair in pairs if pair.grade != "divided"][:_TWINS],
        divided=[shown.pair(pair) for pair in pairs if pair.grade == "divided"][:_TWINS],
        kinds=[shown.non_core(entry) for entry in lists.judgement.non_core if entry.power.address == one.address],
        lacks=[
            shown.missing(entry)
            for entry in lists.judgement.missing
            if entry.power is not None and entry.power.address == one.address
        ],
        subject_words=about.words if about is not None else (),
        subject_group=group_name(subjects()[about.subject].group, language) if about is not None else "",
        subjects=[(entry.id, entry.name[language]) for entry in subjects().values()],
        corrections=history,
        advice_lines=[
            advice_line(entry, language) for entry in proposals(found.register, public) if entry.address == one.address
        ],
        proposals=[
            proposal_line(entry, language) for entry in found.proposals if entry.proposal.address == one.address
        ],
        proposal_kinds=[(kind, str(name)) for kind, name in KINDS.items() if kind != "add"],
        turns=turn_lines(power_history(session, found.act, found.row.language, one.address)),
        law=url_for("web.edition", code=found.act.code, on=found.row.in_force_from, _anchor=anchor(one.address)),
    )


@require(Permission.CORRECT_POWER)
def power_subject() -> Response:
    """Store what a person says a provision's powers are about."""
    form = request.form
    with context.writing() as session:
        act = get_act(session, form.get("act", "")[:40])
        rows = rows_of_date(session, act, asked.day(form.get("on", "")))
        correct_subject(session, current_actor(), act, form.get("address", ""), form.get("subject", "")[:40], rows)
    flash(_("Kept: the subject stays with these words in later editions.") if form.get("subject")
          else _("The subject is the algorithm's again."))  # fmt: skip
    return redirect(own_address(form.get("next")) or url_for("web.powers"))


def _texts(found: Opened, one: Power) -> dict[str, Power | None]:
    """The power in each language that the edition has; None where that text gives none at the address."""
    session = context.reading()
    texts: dict[str, Power | None] = {}
    for code in ("ru", "kk"):
        if code in found.rows:
            twins = powers_of(session, found.rows[code]).register.by_address.get(one.address, ())
            twin = twins[min(one.order, len(twins) - 1)] if twins else None
            texts[code] = one if code == found.row.language else twin
    return texts
