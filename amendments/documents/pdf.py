"""Editions and redlines as PDF, to be printed, sent and kept: the fonts are in the file.

New words are underlined and deleted ones struck through, so that black and white is enough; a unit that moved is
deleted at its old place and new at its new one, and a line above either names the other. Articles and what is above
them are the reader's list of contents. Slow to import: import where it is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final

from amendments.documents.blank import Heading, headings
from amendments.documents.paper import FIRST_LINE, Align, Block, Paper, Part
from amendments.documents.printed import printed_label, printed_words
from amendments.documents.redline_rows import moves, pieces, settle
from amendments.law.edition import Edition
from amendments.operations.redline import Row

_HAIR: Final = "\u200a"
_TOUCHING: Final = re.compile(r"\w\w")
_LEGEND: Final = {
    "ru": ("Новые слова подчёркнуты", "исключённые зачёркнуты"),
    "kk": ("Жаңа сөздердің асты сызылған", "алып тасталғандар сызып тасталған"),
    "en": ("New words are underlined", "deleted ones are struck through"),
}


def edition_pdf(
    edition: Edition,
    *,
    author: str,
    at: datetime,
    title: str = "",
    about: Sequence[str] = (),
    footnote: str = "",
    notes: bool = False,
) -> bytes:
    """The edition as the bytes of a PDF file: the act in the official page layout, nothing marked.

    `title` goes into the file's properties (by default the act's own); `about` are lines printed above the act in small
    italics, `footnote` stands at the foot of every page; `notes=True` prints editorial notes too. The same input gives
    the same bytes. Raises ValueError for a time without a zone.
    """
    nodes = [node for _, node in edition if notes or node.kind != "note"]
    if edition.root.text or edition.root.label:
        nodes.insert(0, edition.root)
    levels = headings({node.kind for node in nodes})
    words = ((node.kind, printed_label(node.label) + printed_words(node.text, node.kind)) for node in nodes)
    blocks = [*_about(about), *(_block(kind, levels, (("equal", text),), text) for kind, text in words)]
    title = title or printed_words(edition.root.text)
    return _file(blocks, title=title, author=author, at=at, language=edition.language, footnote=footnote)


def redline_pdf(
    rows: Iterable[Row],
    *,
    title: str,
    author: str,
    at: datetime,
    language: str,
    about: Sequence[str] = (),
    footnote: str = "",
) -> bytes:
    """The rows of a redline as the bytes of a PDF file.

    `title` heads the document and goes into its properties; `about` are the lines under it (what is compared, the
    date); `footnote` stands at the foot of every page; `language` is that of the text, ru or kk. The same input gives
    the same bytes. Raises ValueError for a time without a zone or an unknown language.
    """
    settled = list(settle(rows))
    head = [] if _headed(settled, title) else [Block((("equal", title),), "C", size=14, first_line=0, after=2)]
    if language not in _LEGEND:
        raise ValueError(f"unknown language {language!r}; known: {', '.join(_LEGEND)}")
    new, deleted = _LEGEND[language]
    told: tuple[Part, ...] = (("insert", new), ("equal", ", "), ("delete", deleted), ("equal", "."))
    legend = Block(told, "C", size=10, italic=True, first_line=0, after=5)
    blocks = [*head, *_about(about), legend, *_marked(settled, language)]
    return _file(blocks, title=title, author=author, at=at, language=language, footnote=footnote)


def _file(blocks: Iterable[Block], *, title: str, author: str, at: datetime, language: str, footnote: str) -> bytes:
    with Paper(title=title, author=author, at=at, language=language, footnote=footnote) as paper:
        paper.put(blocks)
        return bytes(paper.output())


def _headed(rows: Sequence[Row], title: str) -> bool:
    """True where the text begins with the title already."""
    return bool(rows) and rows[0].kind == "act" and title in (rows[0].old, rows[0].new)


def _about(lines: Sequence[str]) -> list[Block]:
    return [
        Block((("equal", line),), "C", size=10, italic=True, first_line=0, after=1, leads=True)
        for line in lines
        if line
    ]


def _marked(rows: list[Row], language: str) -> Iterator[Block]:
    levels = headings({row.kind for row in rows})
    moved = dict(moves(rows, language))
    for index, row in enumerate(rows):
        if index in moved:
            sentence = f"[{moved[index]}]"
            yield Block((("equal", sentence),), "L", size=10, italic=True, before=2, leads=True)
        labels, words = pieces(row)
        parts = _apart([(piece.kind, printed_words(piece.text, row.kind)) for piece in (*labels, *words)])
        left = [text for kind, text in parts if kind != "delete"]
        yield _block(row.kind, levels, parts, "".join(left).strip() or "".join(text for _, text in parts))


def _apart(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts with a hair's breadth between a deleted word and the new one in its place, which would read as one."""
    found: list[Part] = []
    for kind, text in parts:
        if found and {found[-1][0], kind} == {"insert", "delete"} and _TOUCHING.match(found[-1][1][-1:] + text[:1]):
            found.append(("equal", _HAIR))
        if text:
            found.append((kind, text))
    return tuple(found)


def _block(kind: str, levels: dict[str, Heading], parts: tuple[Part, ...], name: str) -> Block:
    """A paragraph as its kind of provision is printed; `name` is what the list of contents calls a heading."""
    if kind in levels:
        heading = levels[kind]
        align: Align = "C" if heading.centred else "L"
        indent = 0.0 if heading.centred else FIRST_LINE
        return Block(parts, align, first_line=indent, before=4.2, after=2.1, leads=True, level=heading.level, name=name)
    if kind == "note":
        return Block(parts, size=10, italic=True)
    if kind == "signature":
        return Block(parts, "L", first_line=0, before=4.2)
    return Block(parts)
