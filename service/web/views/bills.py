"""Bills: the list, and one bill with its amendments in the law's order."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, render_template

from amendments.law.edition import Edition
from service import context
from service.errors import NotFound
from service.store.amendments import all_amendments
from service.store.bill_texts import live
from service.store.bills import BillEntry, get_bill, list_bills
from service.store.carrying import targets
from service.store.clarity_deltas import bill_delta
from service.store.clashes import clashes_of
from service.store.database import Session
from service.store.editions import get_edition
from service.store.progress import Chosen, by_number, progress
from service.store.tables import AmendmentState
from service.web.kept import kept
from service.web.presenters.amendments import amendment_line, in_law_order
from service.web.presenters.bills import bill_line, bill_lines
from service.web.presenters.citation import speak_of
from service.web.presenters.clarity_delta import delta_view
from service.web.presenters.collisions import KINDS
from service.web.presenters.progress import filters
from service.web.shell import in_section, page_language
from service.web.views import asked
from service.web.views.amendments import law_positions
from service.web.views.decision_forms import many_form, undo_offer
from service.web.views.offers import bill_exports

FEW_CLASHES = 8
"""Conflicts listed at once; more are folded away."""


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/bills/")(bills)
    web.get("/bills/<number>/")(bill)


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
    """One bill: its amendments in the law's order, filtered by state, article and conflict; how far each article is."""
    return draw_bill(number, chosen_by_address())


def chosen_by_address() -> Chosen:
    """Which amendments the address of a bill's page asks for."""
    return Chosen(
        asked.word("state", tuple(item.value for item in AmendmentState), ""),
        asked.text("article", 60),
        asked.word("clash", ("1",), "") == "1",
    )


def draw_bill(number: str, chosen: Chosen, typed: Mapping[str, str] | None = None, wrong: str = "") -> str:
    """Draw the page; after a choice that did not fit, with what was chosen and typed, and the sentence about it."""
    in_section("bills")
    session, language = context.reading(), page_language()
    found = get_bill(session, number)
    entries = all_amendments(session, found.bill)
    base, chosen_live = base_of(session, found, language), live(entries)
    if base is not None:
        speak_of(base)
    order = law_positions(session, base) if base is not None else {}
    clashes = clashes_of(session, entries, language, base) if base is not None else ()
    delta = bill_delta(session, found, language, chosen_live, base) if base is not None and chosen_live else None
    of = by_number(clashes)
    shown = [entry for entry in entries if chosen.has(entry, of)]
    return render_template(
        "bill.html",
        bill=found.bill,
        line=bill_line(found, language),
        act=found.act,
        amendments=in_law_order(amendment_line(entry, language, order) for entry in shown),
        total=len(entries),
        filters=filters(number, entries, of, chosen, progress(entries, of, order), language),
        clarity=delta_view(delta, language) if delta is not None else None,
        newer=next(iter(targets(session, found)), None),
        clashes=[(clash, str(KINDS[clash.conflict.kind])) for clash in clashes],
        few_clashes=FEW_CLASHES,
        exports=bill_exports(number, language) if entries else [],
        invented=found.bill.demonstration,
        undo=undo_offer(session, found.bill, language),
        many=many_form(typed or {}, wrong) if shown else None,
    )


def base_of(session: Session, found: BillEntry, language: str) -> Edition | None:
    """The bill's base edition; None where the act has no text in the language."""
    try:
        return get_edition(session, found.act, language, found.bill.base_date)
    except NotFound:
        return None
