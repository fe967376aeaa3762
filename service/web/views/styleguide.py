"""All components on one page, for those who change them; in the development profile only."""

from __future__ import annotations

from flask import abort, current_app, render_template

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
        "gone": [Run("ведёт учёт посещений;", "delete", moved=True)],
    }
    tokens = ("paper", "card", "ink", "soft", "line", "accent", "inserted", "deleted", "moved", "vague")
    return render_template("styleguide.html", samples=samples, tokens=tokens)
