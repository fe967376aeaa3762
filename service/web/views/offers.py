"""Which files a page offers to take away."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from service.store.tables import Act
from service.web.shell import page_language

Offers = list[tuple[str, str]]


def edition_exports(act: Act, on: date, language: str) -> Offers:
    """Files of an edition; Akoma Ntoso only where the act has the date of adoption that its name needs."""
    text = language if language != page_language() else None
    forms = [("docx", _("Word, clean text")), ("pdf", "PDF"), ("txt", _("Plain text"))]
    if act.approved_on is not None:
        forms.append(("akn", "Akoma Ntoso"))
    return [(words, url_for("web.export_edition", code=act.code, on=on, form=form, text=text)) for form, words in forms]


def comparison_exports(code: str, old: date, new: date, language: str) -> Offers:
    """Files of a comparison of two editions."""
    text = language if language != page_language() else None
    forms = [("docx", _("Word with tracked changes")), ("pdf", _("PDF with the changes marked"))]
    return [
        (words, url_for("web.export_comparison", code=code, form=form, old=old, new=new, text=text))
        for form, words in forms
    ]


def bill_exports(number: str, language: str, choice: str = "live", *, dated: bool = False) -> Offers:
    """Files of a bill with the amendments of a choice (`bill_texts.chosen_by`).

    `dated`: its act has the date of adoption that the name of an Akoma Ntoso file needs.
    """
    text = language if language != page_language() else None
    forms = [
        ("docx", _("Word with tracked changes")),
        ("table", _("Comparative table (Word)")),
        ("pdf", _("PDF with the changes marked")),
        ("clean", _("Word, clean text")),
        ("txt", _("Plain text")),
    ]
    if dated:
        forms.append(("akn", "Akoma Ntoso"))
    kept: dict[str, Any] = {} if choice == "live" else {"with": choice}
    return [(words, url_for("web.export_bill", number=number, form=form, text=text, **kept)) for form, words in forms]


def amendment_exports(number: str, amendment: int, language: str) -> Offers:
    """Files of one amendment."""
    forms = [("docx", _("Word with tracked changes")), ("pdf", _("PDF with the changes marked"))]
    return [
        (words, url_for("web.export_amendment", number=number, amendment=amendment, form=form)) for form, words in forms
    ]
