"""Bills: the list, one bill with its amendments in the law's order, and its text as a redline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, render_template, url_for

from service import context
from service.errors import NotFound
from service.store.amendments import AmendmentEntry, all_amendments
from service.store.bill_texts import bill_text as composed_text
from service.store.bill_texts import live
from service.store.bills import BillEntry, get_bill, list_bills
from service.store.carrying import targets
from service.store.clarity_deltas import bill_delta
from service.store.database import Session
from service.store.editions import get_edition
from service.store.tables import AmendmentState
from service.web.kept import kept
from service.web.presenters.amendments import AmendmentLine, amendment_line, in_law_order
from service.web.presenters.bill_text import cards, refused
from service.web.presenters.bills import STATE_CHIPS, STATES, bill_line, bill_lines
from service.web.presenters.chapters import chapters
from service.web.presenters.citation import capital, cite, speak_of
from service.web.presenters.clarity_delta import DeltaView, delta_view
from service.web.presenters.collisions import KINDS, Clash
from service.web.presenters.redline_page import change_contents, change_words, table_contents
from service.web.presenters.redlining import Look, excluded_in, redlined
from service.web.shell import in_section, page_language
from service.web.views import asked
from service.web.views.against import held_against
from service.web.views.amendments import clashes_of, law_positions
from service.web.views.decision_forms import many_form, undo_offer
from service.web.views.offers import bill_exports

VIEWS = ("inline", "side", "table")
SHOWS = ("changes", "chapters", "all")
CHOICES = ("live", "accepted")


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/bills/")(bills)
    web.get("/bills/<number>/")(bill)
    web.get("/bills/<number>/text/")(bill_text)


def bills() -> str:
    """The list of bills."""
    in_section("bills")
    page = list_bills(context.reading(), asked.paging())
    return render_template(
        "bills.html",
        bills=bill_lines(page.items, page_language()),
        page=page,
        invented=any(entry.bill.demonstration for entry in page.items),
    )


@kept
def bill(number: str) -> str:
    """One bill: its amendments in the law's order, filtered by state and article."""
    state = asked.word("state", tuple(item.value for item in AmendmentState), "")
    return draw_bill(number, state, asked.text("article", 60))


def draw_bill(number: str, state: str, article: str, typed: Mapping[str, str] | None = None, wrong: str = "") -> str:
    """Draw the page; after a choice that did not fit, with what was chosen and typed, and the sentence about it."""
    in_section("bills")
    session, language = context.reading(), page_language()
    found = get_bill(session, number)
    entries = all_amendments(session, found.bill)
    every = lines_of(session, found, language, entries)
    shown = fitting(every, state, article)
    clashes = bill_clashes(session, found, language, entries)
    articles = {place: capital(cite(place, language)) for line in every for place in line.articles}
    return render_template(
        "bill.html",
        bill=found.bill,
        line=bill_line(found, language),
        act=found.act,
        amendments=shown,
        total=len(every),
        states=[
            (item.value, STATES[item], STATE_CHIPS[item], found.states[item])
            for item in AmendmentState
            if found.states.get(item)
        ],
        state=state,
        article=article,
        articles=articles,
        clarity=bill_clarity(session, found, language, entries),
        newer=next(iter(targets(session, found)), None),
        clashes=[(clash, str(KINDS[clash.conflict.kind])) for clash in clashes],
        exports=bill_exports(number, language) if every else [],
        invented=found.bill.demonstration,
        undo=undo_offer(session, found.bill, language),
        many=many_form(typed or {}, wrong) if shown else None,
    )


def fitting(lines: Sequence[AmendmentLine], state: str, article: str) -> list[AmendmentLine]:
    """Those of a bill's amendments that its page shows under a filter; "" leaves a filter open."""
    return [line for line in lines if state in ("", line.state) and (not article or article in line.articles)]


@kept
def bill_text(number: str) -> str:
    """The bill's base edition with its amendments applied, as a redline. `with=accepted` takes only those accepted;
    `against=DATE` compares the bill's text with another edition than its base."""
    in_section("bills")
    session, language = context.reading(), asked.text_language(page_language())
    found = get_bill(session, number)
    choice = asked.word("with", CHOICES, "live")
    view, show = asked.word("view", VIEWS, "inline"), asked.word("show", SHOWS, "changes")
    chosen = live(all_amendments(session, found.bill), accepted_only=choice == "accepted")
    composed = composed_text(session, found, language, chosen)
    speak_of(composed.base)
    order = law_positions(session, composed.base)
    lines = {entry.amendment.number: amendment_line(entry, page_language(), order) for entry in chosen}
    look = Look(show == "all", asked.opened(), {}, excluded_in(composed.edition), by_chapter=show == "chapters")
    held = held_against(session, found, language, composed)
    result = redlined(held.rows, language, look)
    return render_template(
        "bill_text.html",
        bill=found.bill,
        line=bill_line(found, page_language()),
        act=found.act,
        view=view,
        show=show,
        choice=choice,
        links=links(number, language, view, show, choice),
        result=result,
        chapters=chapters(result) if show == "chapters" and view != "table" else [],
        contents=(table_contents if view == "table" else change_contents)(result, held.edition, composed.edition),
        held=held,
        summary=change_words(result),
        cards=cards(composed, lines, result.changes),
        refused=refused(composed, lines, page_language()),
        text_language=language,
        exports=bill_exports(number, language),
        invented=found.bill.demonstration,
    )


def lines_of(
    session: Session, found: BillEntry, language: str, entries: Sequence[AmendmentEntry]
) -> list[AmendmentLine]:
    """All amendments of a bill in the order of the law."""
    order = _order(session, found, language)
    return in_law_order(amendment_line(entry, language, order) for entry in entries)


def bill_clashes(
    session: Session, found: BillEntry, language: str, entries: Sequence[AmendmentEntry]
) -> tuple[Clash, ...]:
    """Conflicts among the bill's live amendments; none where the act has no base text in the language."""
    try:
        base = get_edition(session, found.act, language, found.bill.base_date)
    except NotFound:
        return ()
    return clashes_of(session, entries, language, base)


def bill_clarity(
    session: Session, found: BillEntry, language: str, entries: Sequence[AmendmentEntry]
) -> DeltaView | None:
    """What the bill's live amendments do to clarity; None without amendments or without a text in the language."""
    chosen = live(entries)
    try:
        return delta_view(bill_delta(session, found, language, chosen), language) if chosen else None
    except NotFound:
        return None


def links(number: str, language: str, view: str, show: str, choice: str) -> dict[str, Any]:
    """Addresses of this page in its other forms."""
    opened = list(asked.opened()) or None
    text = language if language != page_language() else None
    against = asked.text("against", 10) or None

    def link(**changed: Any) -> str:
        values: dict[str, Any] = {
            "number": number,
            "text": text,
            "view": None if view == "inline" else view,
            "show": None if show == "changes" else show,
            "with": None if choice == "live" else choice,
            "against": against,
        }
        return url_for("web.bill_text", **(values | changed))

    return {
        "self": link(open=opened),
        "views": {"inline": link(view=None, open=opened), "side": link(view="side", open=opened),
                  "table": link(view="table", show=None)},
        "shows": {"changes": link(show=None), "chapters": link(show="chapters"), "all": link(show="all")},
        "choices": {"live": link(**{"with": None}), "accepted": link(**{"with": "accepted"})},
        "fold": lambda name: link(open=[*asked.opened(), name], _anchor=name),
        "texts": {code: link(text=code if code != page_language() else None) for code in ("ru", "kk")},
    }  # fmt: skip


def _order(session: Session, found: BillEntry, language: str) -> dict[str, int]:
    try:
        base = get_edition(session, found.act, language, found.bill.base_date)
    except NotFound:
        return {}
    speak_of(base)
    return law_positions(session, base)
