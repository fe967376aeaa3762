"""Editions and redlines as fragments of HTML, to be put into any page. Every text is escaped.

Classes: the unit's kind on each paragraph; on those of a redline also its status. Ids are addresses. A redline uses
`<ins>` and `<del>`, so that it reads without a style sheet and to a screen reader.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

from amendments.documents.blank import Heading, headings
from amendments.documents.printed import printed_label, printed_words
from amendments.documents.redline_rows import Piece, pieces, settle
from amendments.law.edition import Edition
from amendments.law.provision import Provision
from amendments.operations.redline import Row

_TAGS: Final = {"equal": "", "insert": "ins", "delete": "del"}


def edition_html(edition: Edition, *, notes: bool = True) -> str:
    """The edition as `<article lang=…>` with headings `<h1>` … and a `<p>` for every other paragraph."""
    nodes: list[tuple[str, Provision]] = [("", edition.root)] if edition.root.text else []
    nodes += [(address, node) for address, node in edition if notes or node.kind != "note"]
    levels = headings({node.kind for _, node in nodes})
    lines = (_block(node.kind, levels, escape(_words(node)), node.kind, address) for address, node in nodes)
    return f'<article lang="{edition.language}">\n' + "\n".join(lines) + "\n</article>\n"


def redline_html(rows: Iterable[Row], language: str) -> str:
    """The redline as `<article lang=…>`: equal words plain, new ones in `<ins>`, deleted ones in `<del>`."""
    settled = list(settle(rows))
    levels = headings({row.kind for row in settled})
    lines = (
        _block(row.kind, levels, _marked(row), f"{row.kind} {row.status}", row.address_new if _stays(row) else "")
        for row in settled
    )
    return f'<article lang="{escape(language)}">\n' + "\n".join(lines) + "\n</article>\n"


def _stays(row: Row) -> bool:
    return row.status not in ("deleted", "moved_from")


def _words(node: Provision) -> str:
    return printed_label(node.label) + printed_words(node.text, node.kind)


def _marked(row: Row) -> str:
    labels, words = pieces(row)
    return "".join(_piece(piece, row.kind) for piece in [*labels, *words])


def _piece(piece: Piece, kind: str) -> str:
    text, tag = escape(printed_words(piece.text, kind)), _TAGS[piece.kind]
    return f"<{tag}>{text}</{tag}>" if tag and text else text


def _block(kind: str, levels: dict[str, Heading], inner: str, classes: str, address: str) -> str:
    tag = f"h{min(levels[kind].level, 6)}" if kind in levels else "p"
    anchor = f' id="{escape(address)}"' if address else ""
    return f'<{tag}{anchor} class="{escape(classes)}">{inner}</{tag}>'
