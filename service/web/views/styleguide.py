"""All components on one page, for those who change them; in the development profile only."""

from __future__ import annotations

from datetime import date

from flask import abort, current_app, render_template

from service.web.presenters.bringing import Bringer
from service.web.presenters.clarity import FACTOR_NAMES
from service.web.presenters.heat import by_edition
from service.web.presenters.runs import Run


def styleguide() -> str:
    """The page of components; elsewhere than in development there is no such page."""
    if not (current_app.debug or current_app.testing):
        abort(404)
    samples = {
        "insert": [Run("Аким ведёт перечень "), Run("и публикует его", "insert"), Run(";")],
        "delete": [Run("Аким "), Run("при необходимости", "delete"), Run(" ведёт перечень;")],
        "vague": [Run("Аким обеспечивает "), Run("надлежащее", vague="#vague"), Run(" содержание;")],
        "both": [Run("Аким "), Run("обеспечивает ", "insert"), Run("надлежащее", "insert", vague="#vague")],
        "hit": [Run("Аким сельского "), Run("округа", hit="1"), Run(";")],
        "moved": [Run("ведёт учёт посещений;", "insert", moved=True)],
        "brought": [Run("Аким "), Run("два раза в год ", by="1"), Run("осматривает колодцы;")],
        "gone": [Run("ведёт учёт посещений;", "delete", moved=True)],
    }
    lines = [
        ("wells", "Статья 1. Колодцы", {"discretion": 1, "no_term": 4}),
        ("bridges", "Статья 2. Мосты", {"open_list": 7, "evaluative": 12}),
    ]
    heat = by_edition(
        lines, {name: str(words) for name, words in FACTOR_NAMES.items()}, lambda _row, _factor: "#spec-heat"
    )
    bringers = [Bringer(1, date(2025, 3, 1), "Учебный закон № 1")]
    tokens = ("paper", "card", "ink", "soft", "line", "accent", "inserted", "deleted", "moved", "vague")
    return render_template("styleguide.html", samples=samples, tokens=tokens, heat=heat, bringers=bringers)
