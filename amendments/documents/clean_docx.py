"""An edition as a clean Word document in the official page layout: nothing but the act."""

from __future__ import annotations

from datetime import datetime

from amendments.documents.blank import headings, style_of
from amendments.documents.package import append, new_document, to_bytes
from amendments.documents.printed import printed_label, printed_words
from amendments.documents.wordml import paragraph, run
from amendments.law.edition import Edition


def clean_docx(
    edition: Edition, *, author: str, at: datetime, title: str = "", notes: bool = False, footnote: str = ""
) -> bytes:
    """The edition as the bytes of a .docx file.

    `title` goes into the file's properties (by default the act's own); `notes=True` prints editorial notes too, in
    italics; `footnote` stands at the foot of every page. No word is bold or underlined, as the rules for acts ask. The
    same input gives the same bytes. Raises ValueError for a time without a zone.
    """
    nodes = [node for _, node in edition if notes or node.kind != "note"]
    if edition.root.text or edition.root.label:
        nodes.insert(0, edition.root)
    styles = headings({node.kind for node in nodes})
    document = new_document(
        title=title or printed_words(edition.root.text),
        author=author,
        at=at,
        language=edition.language,
        styles=styles,
        footnote=footnote,
    )
    for node in nodes:
        words = printed_label(node.label) + printed_words(node.text, node.kind)
        append(document, paragraph(style_of(node.kind, styles), run(words)))
    return to_bytes(document)
