"""What was read of a text on its way to become an edition, in words for the one who looks at it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from flask_babel import lazy_gettext as _

from amendments.law.edition import PREFIX, Edition
from amendments.law.lines import Unread
from amendments.sources.source import REMARKS
from service.store.tables import Upload
from service.web.presenters.citation import capital, unit_names

MOST: Final = 200
"""Lines that were not understood and are listed; the rest is counted."""
COUNTED: Final = (
    "part", "section", "subsection", "chapter", "paragraph", "article", "point", "subpoint", "clause", "indent",
    "annex",
)  # fmt: skip
FORMS: Final = {
    "plain": _("text or Markdown"),
    "docx": _("Word document"),
    "html": _("web page (HTML)"),
    "akn": _("Akoma Ntoso"),
    "pdf": _("PDF"),
}
REASONS: Final = {
    "heading": _("a heading that is not of any known unit"),
    "number out of order": _("the number is out of order"),
    "several units on one line": _("several units on one line"),
    "paragraph outside any unit": _("a paragraph outside any unit"),
    "paragraph with a small letter outside a list": _("begins with a small letter outside a list"),
}


@dataclass(frozen=True, slots=True)
class ReadView:
    """What was read: the kind of file, how many units of each kind (name, count), what to check, what is unread."""

    form: str
    units: tuple[tuple[str, int], ...]
    characters: int
    remarks: tuple[str, ...]
    unread: Sequence[Unread]
    unread_more: int


def read_view(upload: Upload, edition: Edition, language: str) -> ReadView:
    """What was read of an upload; `language` is the page's."""
    counts = Counter(node.kind for _address, node in edition)
    units = tuple((capital(unit_names(PREFIX[kind], language)[1]), counts[kind]) for kind in COUNTED if counts[kind])
    return ReadView(
        str(FORMS.get(upload.form, upload.form)),
        units,
        len(upload.text),
        tuple(REMARKS[code][language] for code in upload.remarks if code in REMARKS),
        edition.unread[:MOST],
        max(0, len(edition.unread) - MOST),
    )


def reason_words(reason: str) -> str:
    """Why the reader was not sure of a line, in the page's language."""
    return str(REASONS.get(reason, reason))
