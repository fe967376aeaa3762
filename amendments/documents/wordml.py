"""The few elements of WordprocessingML (ISO/IEC 29500-1, part 17) that our documents are made of."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from amendments.documents.printed import legal

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = re.compile(r"(\t|\r\n|\r|\n)")
Element = etree._Element


def w(tag: str, *children: Element, **attributes: str) -> Element:
    """An element of the namespace with its attributes; `val="1"` becomes `w:val="1"`."""
    node = etree.Element(f"{{{W}}}{tag}")
    for name, value in attributes.items():
        node.set(f"{{{W}}}{name}", value)
    node.extend(children)
    return node


def run(text: str, *marks: str, deleted: bool = False) -> Element:
    """A run of text, spaces kept; `marks` are switches of `w:rPr` in the schema's order («b», «strike»).

    Tabs and line breaks become Word's own; a character that XML cannot hold becomes U+FFFD.
    """
    node = w("r")
    if marks:
        node.append(w("rPr", *(w(mark) for mark in marks)))
    for piece in _BREAKS.split(legal(text)):
        if piece == "\t":
            node.append(w("tab"))
        elif piece in ("\n", "\r", "\r\n"):
            node.append(w("br"))
        elif piece:
            words = w("delText" if deleted else "t")
            words.set(_SPACE, "preserve")
            words.text = piece
            node.append(words)
    return node


def paragraph(style: str = "", *children: Element, mark: Element | None = None) -> Element:
    """A paragraph of a style; `mark` (`w:ins` or `w:del`) tracks the paragraph mark itself."""
    node = w("p")
    properties = w("pPr")
    if style:
        properties.append(w("pStyle", val=style))
    if mark is not None:
        properties.append(w("rPr", mark))
    if len(properties):
        node.append(properties)
    node.extend(children)
    return node
