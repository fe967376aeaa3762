"""Two editions compared: in one text, side by side, or as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from amendments.operations.redline import Row, redline
from service import context
from service.store.acts import get_act
from service.store.bringing import Brought, brought
from service.store.cache import cache_of
from service.store.clarity_deltas import edition_delta
from service.store.database import Session
from service.store.editions import list_editions, load_edition
from service.store.tables import EditionRow
from service.web.kept import kept
from service.web.presenters.acts import edition_lines
from service.web.presenters.bringing import bringers, bringing_spans
from service.web.presenters.chapters import chapters
from service.web.presenters.citation import speak_of
from service.web.presenters.clarity_delta import delta_view
from service.web.presenters.people import in_language
from service.web.presenters.redline_page import change_contents, change_words, table_contents
from service.web.presenters.redlining import Look, Redlined, excluded_in, redlined
from service.web.shell import in_section, page_language
from service.web.views import asked
from service.web.views.editions import edition_row
from service.web.views.offers import comparison_exports
from service.web.views.vague import notes_by_change

BILL = "bill-"
"""What `new` begins with where the other text is that of a bill."""
VIEWS = ("inline", "side", "table")
SHOWS = ("changes", "chapters", "all")


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/acts/<code>/compare/")(compare)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two editions of an act in a language."""

    old: EditionRow
    new: EditionRow


@kept
def compare(code: str) -> str | Response:
    """What changed between two editions of an act. `old` and `new` are dates; `new` may name a bill, «bill-У-1»."""
    in_section("acts")
    session, language = context.reading(), asked.text_language(page_language())
    act = get_act(session, code)
    bill = asked.text("new").removeprefix(BILL) if asked.text("new").startswith(BILL) else ""
    if bill:
        return redirect(url_for("web.bill_text", number=bill, against=asked.day_of_form("old")))
    old, new = asked.day_of_form("old"), asked.day_of_form("new")
    if old > new:
        return redirect(url_for("web.compare", code=code, old=new, new=old, **asked.rest("code", "old", "new")))
    pair = Pair(edition_row(act, language, old), edition_row(act, language, new))
    if pair.old.id == pair.new.id:
        flash(_("Choose two different editions: one text has nothing to be compared with."), "error")
        return redirect(url_for("web.act", code=code))
    view = asked.word("view", VIEWS, "inline")
    show = asked.word("show", SHOWS, "changes")
    here = addresses(code, pair, view, show)
    new_text = load_edition(session, pair.new)
    speak_of(new_text)
    found = brought(session, act, pair.new) if asked.word("who", ("1",), "") else None
    result, notes = drawn(session, pair, show, here["self"], found)
    title = in_language(act.title_ru, act.title_kk, page_language())
    return render_template(
        "compare.html",
        act=act,
        title=title,
        old=pair.old,
        new=pair.new,
        caused_by=pair.new.caused_by,
        view=view,
        show=show,
        links=here,
        result=result,
        contents=(table_contents if view == "table" else change_contents)(
            result, load_edition(session, pair.old), new_text
        ),
        chapters=chapters(result) if show == "chapters" and view != "table" else [],
        bringers=None if found is None else bringers(found),
        summary=change_words(result),
        notes=notes,
        clarity=delta_view(edition_delta(session, pair.old, pair.new), page_language()),
        text_language=language,
        editions=edition_lines(list_editions(session, act, language), {}),
        exports=comparison_exports(code, pair.old.in_force_from, pair.new.in_force_from, language),
        invented=act.demonstration,
    )


def drawn(
    session: Session, pair: Pair, show: str, base: str, found: Brought | None = None
) -> tuple[Redlined, dict[int, Any]]:
    """The redline of two editions, with the vague words of what changed, the notes about them, and who brought it."""
    old, new = load_edition(session, pair.old), load_edition(session, pair.new)
    rows: tuple[Row, ...] = cache_of(session).get(("rows", pair.old.id, pair.new.id), lambda: redline(old, new), len)
    touched = {row.address_new for row in rows if row.status != "same" and row.address_new}
    spans, notes = notes_by_change(session, pair.new, touched, base)
    if found is not None:
        for address, marks in bringing_spans(found, touched).items():
            spans.setdefault(address, []).extend(marks)
    look = Look(show == "all", asked.opened(), spans, excluded_in(new), by_chapter=show == "chapters")
    result = redlined(rows, new.language, look)
    by_change = {
        block.number: [note for address in block.addresses for note in notes.get(address, ())]
        for block in result.changes
    }
    return result, by_change


def addresses(code: str, pair: Pair, view: str, show: str) -> dict[str, Any]:
    """Addresses of this comparison in its other forms; each keeps the rest as it is."""
    old, new = pair.old.in_force_from, pair.new.in_force_from
    text = pair.new.language if pair.new.language != page_language() else None
    opened = list(asked.opened()) or None
    who = asked.word("who", ("1",), "")

    def link(**changed: Any) -> str:
        values: dict[str, Any] = {"code": code, "old": old, "new": new, "text": text, "who": who or None}
        values |= {"view": None if view == "inline" else view, "show": None if show == "changes" else show}
        values |= changed
        return url_for("web.compare", **values)

    return {
        "self": link(open=opened),
        "views": {"inline": link(view=None, open=opened), "side": link(view="side", open=opened),
                  "table": link(view="table", show=None)},
        "shows": {"changes": link(show=None), "chapters": link(show="chapters"), "all": link(show="all")},
        "who": link(open=opened, who=None if who else "1"),
        "fold": lambda name: link(open=[*asked.opened(), name], _anchor=name),
        "texts": {code_: link(text=code_ if code_ != page_language() else None) for code_ in ("ru", "kk")},
        "swap": (old, new),
    }  # fmt: skip
