"""What a bill, or a newer edition, does to the powers register."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask_babel import gettext as _

from service import context
from service.store.acts import get_act
from service.store.bills import get_bill
from service.store.powers import bill_delta, edition_delta
from service.web.presenters.bills import bill_title
from service.web.presenters.people import in_language
from service.web.presenters.power_delta import delta_view
from service.web.shell import in_section, page_language
from service.web.views import asked
from service.web.views.editions import edition_row


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/acts/<code>/compare/powers/")(edition_powers_delta)
    web.get("/bills/<number>/powers/")(bill_powers_delta)


def edition_powers_delta(code: str) -> str:
    """Two editions of an act: powers that came, went, moved, became clearer or vaguer."""
    in_section("powers")
    session, language = context.reading(), asked.text_language(page_language())
    act = get_act(session, code)
    days = sorted((asked.day_of_form("old"), asked.day_of_form("new")))
    old, new = (edition_row(act, language, day) for day in days)
    return render_template(
        "powers_delta.html",
        act=act,
        title=in_language(act.title_ru, act.title_kk, page_language()),
        heading=_("What the newer edition does to powers"),
        old=old,
        new=new,
        bill=None,
        back=url_for("web.compare", code=code, old=old.in_force_from, new=new.in_force_from),
        found=delta_view(edition_delta(session, old, new), page_language()),
        text_language=new.language,
        invented=act.demonstration,
    )


def bill_powers_delta(number: str) -> str:
    """A bill: what its live amendments do to powers."""
    in_section("powers")
    session, language = context.reading(), asked.text_language(page_language())
    found = get_bill(session, number)
    return render_template(
        "powers_delta.html",
        act=found.act,
        title=bill_title(found.bill, page_language()),
        heading=_("What the bill does to powers"),
        old=None,
        new=None,
        bill=found.bill,
        back=url_for("web.bill", number=number),
        found=delta_view(bill_delta(session, found, language), page_language()),
        text_language=language,
        invented=found.bill.demonstration,
    )
