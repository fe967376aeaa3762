"""What becomes of the law: the bill's base edition with any of its amendments, as a redline. The address says which."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service import context
from service.store.amendments import all_amendments
from service.store.bill_texts import bill_text as composed_text
from service.store.bill_texts import chosen_by, live, together, written_numbers
from service.store.bills import get_bill
from service.store.clashes import clashes_among
from service.web.kept import kept
from service.web.presenters.amendments import amendment_line, in_law_order
from service.web.presenters.bill_text import cards, chosen_clashes, refused, ticks
from service.web.presenters.bills import bill_line
from service.web.presenters.chapters import chapters
from service.web.presenters.citation import speak_of
from service.web.presenters.redline_page import change_contents, change_words, table_contents
from service.web.presenters.redlining import Look, excluded_in, redlined
from service.web.shell import in_section, page_language
from service.web.views import asked
from service.web.views.against import held_against
from service.web.views.amendments import law_positions
from service.web.views.offers import bill_exports

VIEWS = ("inline", "side", "table")
SHOWS = ("changes", "chapters", "all")
PRESETS = ("accepted", "live", "all", "none")
LONGEST_CHOICE = 8000
"""Characters of a choice; longer addresses do not pass through servers."""


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/bills/<number>/text/")(bill_text)


def choice_asked() -> str:
    """Which amendments the address chooses: a preset, or numbers; «live» where it says nothing."""
    return asked.text("with", LONGEST_CHOICE) or "live"


@kept
def bill_text(number: str) -> str | Response:
    """The text with the chosen amendments; their conflicts and those that cannot be applied stand before it.

    `against=DATE` compares it with another edition than the bill's base.
    """
    in_section("bills")
    session, language = context.reading(), asked.text_language(page_language())
    found = get_bill(session, number)
    view, show = asked.word("view", VIEWS, "inline"), asked.word("show", SHOWS, "changes")
    if "picked" in request.args:
        picked = written_numbers(value for value in request.args.getlist("n", type=int) if value > 0)
        return redirect(links(number, language, view, show, picked)["here"])
    choice = choice_asked()
    entries = all_amendments(session, found.bill)
    chosen = chosen_by(entries, choice)
    composed = composed_text(session, found, language, chosen)
    speak_of(composed.base)
    order = law_positions(session, composed.base)
    every = {entry.amendment.number: amendment_line(entry, page_language(), order) for entry in entries}
    clashes = clashes_among(session, together(chosen), language, composed.base)
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
        cards=cards(composed, every, result.changes),
        refused=refused(composed, every, page_language()),
        ticks=ticks(in_law_order(every.values()), chosen, composed, clashes),
        chosen=len(chosen),
        included=len(composed.included),
        clashes=chosen_clashes(clashes, every, {entry.amendment.number for entry in live(entries)}, page_language()),
        text_language=language,
        exports=bill_exports(number, language, choice, dated=found.act.approved_on is not None),
        invented=found.bill.demonstration,
    )


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
        "here": link(),
        "self": link(open=opened),
        "views": {"inline": link(view=None, open=opened), "side": link(view="side", open=opened),
                  "table": link(view="table", show=None)},
        "shows": {"changes": link(show=None), "chapters": link(show="chapters"), "all": link(show="all")},
        "choices": {name: link(**{"with": None if name == "live" else name}) for name in PRESETS},
        "fold": lambda name: link(open=[*asked.opened(), name], _anchor=name),
        "texts": {code: link(text=code if code != page_language() else None) for code in ("ru", "kk")},
    }  # fmt: skip
