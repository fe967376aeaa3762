"""Vague provisions: a list with filters, a heat map, and a person's answer to each finding."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from amendments.clarity.finding import FACTORS
from service import context
from service.clock import today
from service.errors import Invalid, NotFound
from service.security.current import current_actor, require
from service.security.permissions import Permission
from service.security.sign_in import own_address
from service.store.acts import ActEntry, get_act, list_acts
from service.store.database import Session
from service.store.editions import edition_row_at, list_editions, load_edition
from service.store.findings import FindingFilter, count_findings, list_findings
from service.store.paging import Paging
from service.store.tables import Act, EditionRow, VerdictKind
from service.store.verdicts import decide_finding as store_verdict
from service.web.presenters.citation import anchor, capital, cite
from service.web.presenters.clarity import FACTOR_NAMES, WEIGHTS, card, heat
from service.web.presenters.people import in_language
from service.web.presenters.reading import heading_words
from service.web.shell import in_section, page_language
from service.web.views import asked

STATES = ("open", "confirmed", "dismissed", "all")
PER_PAGE = 30


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/clarity/")(clarity)
    web.post("/findings/<int:finding_id>/verdict")(decide_finding)


def clarity() -> str:
    """Findings of an act's edition in force, narrowed to a state, a factor, a weight, an article."""
    in_section("clarity")
    session = context.reading()
    entries = list_acts(session, Paging(1, 100)).items
    act, row = chosen(session, entries)
    if act is None or row is None:
        return render_template("clarity_empty.html", acts=bool(entries))
    state = asked.word("state", STATES, "open")
    narrowed = FindingFilter(
        factor=asked.word("factor", FACTORS, "") or None,
        weight=int(asked.word("weight", ("1", "2", "3"), "1")),
        article=asked.text("article", 60) or None,
        state=None if state == "all" else state,
    )
    page = list_findings(session, row, narrowed, asked.paging(PER_PAGE))
    without_state = count_findings(session, row, replace(narrowed, state=None))
    whole = count_findings(session, row)
    in_state = count_findings(session, row, FindingFilter(state=narrowed.state))
    text = load_edition(session, row)
    names = {address: heading_words(address, node, text.language) for address, node in text if node.kind == "article"}
    words = {address: node.text for address, node in text}
    return render_template(
        "clarity.html",
        act=act,
        acts=[
            (entry.act.code, in_language(entry.act.title_ru, entry.act.title_kk, page_language())) for entry in entries
        ],
        title=in_language(act.title_ru, act.title_kk, page_language()),
        row=row,
        findings=[card(entry, page_language(), words.get(entry.finding.address, "")) for entry in page.items],
        page=page,
        state=state,
        narrowed=narrowed,
        states=[(name, state_name(name), _count(without_state.by_state, name, without_state.total)) for name in STATES],
        whole=whole,
        factors=[(factor, FACTOR_NAMES[factor], whole.by_factor.get(factor, 0)) for factor in FACTORS],
        weights=[(str(number), words_) for number, words_ in WEIGHTS.items()],
        articles=[(address, name) for address, name in names.items() if _in(whole.by_article, address)],
        rows=heat(in_state, list(names), {address: _short(address, name) for address, name in names.items()}),
        link=link(act, state, narrowed),
        place=lambda address: url_for("web.edition", code=act.code, on=row.in_force_from, _anchor=anchor(address)),
        text_language=row.language,
        invented=act.demonstration,
    )


@require(Permission.DECIDE_FINDING)
def decide_finding(finding_id: int) -> Response:
    """Store a person's answer to a finding."""
    try:
        kind = VerdictKind(request.form.get("kind", ""))
    except ValueError:
        raise Invalid("finding_state", field="kind", given="", known=", ".join(VerdictKind)) from None
    with context.writing() as session:
        store_verdict(session, current_actor(), finding_id, kind, request.form.get("reason", ""))
    flash(
        {
            VerdictKind.CONFIRMED: _("Confirmed: the words are vague."),
            VerdictKind.DISMISSED: _("Dismissed: the words are clear enough."),
            VerdictKind.OPEN: _("The answer was taken back."),
        }[kind]
    )
    return redirect(own_address(request.form.get("next")) or url_for("web.clarity"))


def chosen(session: Session, entries: list[ActEntry]) -> tuple[Act | None, EditionRow | None]:
    """The act that is asked for, else the first with a text; its edition in force in the page's language."""
    code = asked.text("act", 40)
    acts = [get_act(session, code)] if code else [entry.act for entry in entries]
    for act in acts:
        row = current_row(session, act, page_language())
        if row is not None:
            return act, row
    return (acts[0] if code and acts else None), None


def current_row(session: Session, act: Act, language: str) -> EditionRow | None:
    """The edition in force today, else the first one there is; in the language, else in the other."""
    for code in (language, "kk" if language == "ru" else "ru"):
        try:
            return edition_row_at(session, act, code, today())
        except NotFound:
            rows = list_editions(session, act, code)
            if rows:
                return rows[0]
    return None


def state_name(name: str) -> str:
    """A state of the switch in words."""
    names: dict[str, str] = {
        "open": _("Awaiting an answer"),
        "confirmed": _("Confirmed"),
        "dismissed": _("Dismissed"),
        "all": _("All"),
    }
    return names[name]


def link(act: Act, state: str, narrowed: FindingFilter) -> Any:
    """A function that makes the address of this list with something changed."""

    def make(**changed: Any) -> str:
        values: dict[str, Any] = {
            "act": act.code,
            "state": None if state == "open" else state,
            "factor": narrowed.factor,
            "weight": None if narrowed.weight in (None, 1) else narrowed.weight,
            "article": narrowed.article,
        }
        return url_for("web.clarity", **(values | changed))

    return make


def _count(by_state: dict[str, int], name: str, total: int) -> int:
    return total if name == "all" else by_state.get(name, 0)


def _in(by_article: dict[tuple[str, str], int], article: str) -> bool:
    return any(found == article for found, _factor in by_article)


def _short(address: str, name: str) -> str:
    """«Ст. 18. Аким округа»: the citation and the first words of the heading."""
    words = capital(cite(address, page_language()))
    heading = name.split(". ", 1)[1] if ". " in name else ""
    return f"{words}. {heading}" if heading else words
