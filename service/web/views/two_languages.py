"""An edition in both languages side by side."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from service import context
from service.store.acts import get_act
from service.store.editions import list_editions, load_edition
from service.store.warnings import authenticity_warnings
from service.web.language import LANGUAGES
from service.web.presenters.citation import speak_of
from service.web.presenters.people import in_language
from service.web.presenters.reading import contents
from service.web.presenters.two_languages import only_different, two_texts
from service.web.shell import in_section, page_language
from service.web.views import asked
from service.web.views.editions import edition_row

SHOWS = ("all", "different")


def attach(web: Blueprint) -> None:
    """Add the view of this module."""
    web.get("/acts/<code>/<on>/both-languages/")(two_languages)


def two_languages(code: str, on: str) -> str | Response:
    """The two texts of an edition, unit by unit. `show=different` leaves only the units that do not say the same."""
    in_section("acts")
    session = context.reading()
    act = get_act(session, code)
    day = edition_row(act, page_language(), asked.day(on)).in_force_from
    rows = {row.language: row for row in list_editions(session, act) if row.in_force_from == day}
    if len(rows) < len(LANGUAGES):
        flash(_("This edition has a text in one language only: there is nothing to put beside it."), "error")
        return redirect(url_for("web.edition", code=code, on=day))
    if day.isoformat() != on:
        return redirect(url_for("web.two_languages", code=code, on=day, **asked.rest("code", "on")))
    texts = {language: load_edition(session, rows[language]) for language in LANGUAGES}
    speak_of(texts[page_language()])
    lines = two_texts(texts["ru"], texts["kk"], authenticity_warnings(session, act, day) or ())
    show = asked.word("show", SHOWS, "all")
    shown = only_different(lines) if show == "different" else lines
    there = {line.address for line in shown}
    return render_template(
        "two_languages.html",
        act=act,
        title=in_language(act.title_ru, act.title_kk, page_language()),
        on=day,
        lines=shown,
        show=show,
        different=sum(bool(line.differences) for line in lines),
        contents=[line for line in contents(texts[page_language()]) if line.address in there],
        drafts=[language for language in LANGUAGES if rows[language].draft],
        invented=act.demonstration,
    )
