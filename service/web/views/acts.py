"""Acts: the list, and one act with its editions."""

from __future__ import annotations

from flask import Blueprint, render_template

from service import context
from service.clock import today
from service.store.acts import get_act, list_acts
from service.store.bills import list_bills
from service.store.editions import list_editions, statuses
from service.store.paging import Paging
from service.web.presenters.acts import edition_lines
from service.web.presenters.bills import act_lines, bill_lines
from service.web.presenters.people import in_language
from service.web.shell import in_section, page_language
from service.web.views import asked


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/acts/")(acts)
    web.get("/acts/<code>/")(act)


def acts() -> str:
    """The list of acts."""
    in_section("acts")
    page = list_acts(context.reading(), asked.paging())
    return render_template(
        "acts.html",
        acts=act_lines(page.items, page_language()),
        page=page,
        invented=any(entry.act.demonstration for entry in page.items),
    )


def act(code: str) -> str:
    """One act: its editions in both languages, two of which may be compared."""
    in_section("acts")
    session, language = context.reading(), page_language()
    found = get_act(session, code)
    rows = list_editions(session, found)
    lines = edition_lines(rows, statuses(rows, today()))
    return render_template(
        "act.html",
        act=found,
        title=in_language(found.title_ru, found.title_kk, language),
        other_title=found.title_kk if language == "ru" else found.title_ru,
        editions=lines,
        bills=bill_lines(list_bills(session, Paging(1, 20), act=found).items, language),
        invented=found.demonstration,
    )
