"""A redline as a Word document with real tracked changes.

Accepting all changes gives the new text, rejecting all the old one, paragraph by paragraph. A unit that moved is
deleted at its old place and inserted at its new one, and a comment at either end names the other: readers of tracked
changes disagree on `w:moveFrom` / `w:moveTo`, and what some of them drop may not carry a law's words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import count

from amendments.documents.blank import Heading, headings, style_of
from amendments.documents.comment import Anchored, Comment, Margin, anchor
from amendments.documents.package import append, new_document, to_bytes, utc
from amendments.documents.printed import printed_words
from amendments.documents.redline_rows import Piece, moves, pieces, settle
from amendments.documents.wordml import Element, paragraph, run, w
from amendments.operations.redline import Row

_TAG = {"insert": "ins", "delete": "del"}


def redline_docx(
    rows: Iterable[Row],
    *,
    title: str,
    author: str,
    at: datetime,
    language: str,
    comments: Iterable[Comment] = (),
    footnote: str = "",
) -> bytes:
    """The rows of a redline as the bytes of a .docx file.

    `author` and `at` (with a time zone) sign every tracked change; `language` is that of the text, ru or kk;
    `title` goes into the file's properties, the text itself is nothing but the law; `footnote` stands at the foot of
    every page. The same input gives the same bytes. Raises ValueError for a time without a zone, an unknown language,
    or comments without any row.
    """
    settled = list(settle(rows))
    styles = headings({row.kind for row in settled})
    document = new_document(
        title=title, author=author, at=at, language=language, styles=styles, tracked=True, footnote=footnote
    )
    if not settled and (comments := list(comments)):
        raise ValueError(f"{len(comments)} comments have no row to stand at")
    remarks = anchor(comments, settled, language)
    for index, text in moves(settled, language):
        row = settled[index]
        remarks.setdefault(index, Anchored()).whole.append(Comment(row.address_new, text, author, at))
    writer = _Writer(styles, Margin(document), author, utc(at))
    append(document, *(writer.row(row, remarks.get(index)) for index, row in enumerate(settled)))
    if not settled or _whole(settled[-1]):
        # Word cannot take away the last paragraph of a document: this one stays when the tracked one goes.
        append(document, paragraph())
    return to_bytes(document)


def _whole(row: Row) -> str:
    """The tracked change that the paragraph came or went with as a whole, "" where it stands in both texts."""
    labels, words = pieces(row)
    kinds = {piece.kind for piece in [*labels, *words] if piece.text}
    if row.status in ("inserted", "moved_to") or kinds == {"insert"}:
        return "ins"
    return "del" if row.status in ("deleted", "moved_from") or kinds == {"delete"} else ""


class _Writer:
    """Turns rows into paragraphs; numbers the tracked changes of one document."""

    def __init__(self, styles: dict[str, Heading], margin: Margin, author: str, at: datetime) -> None:
        self.styles = styles
        self.margin = margin
        self.signature = {"author": author, "date": at.strftime("%Y-%m-%dT%H:%M:%SZ")}
        self.numbers = count(1)

    def row(self, row: Row, remarks: Anchored | None) -> Element:
        labels, words = pieces(row)
        marked: list[Piece | Element] = [*labels]
        marked += _with_parts(words, remarks.parts, self.margin) if remarks and remarks.parts else words
        content = list(self._content(marked, row.kind))
        if remarks and remarks.whole:
            marks = [self.margin.add(comment) for comment in remarks.whole]
            content = [*(start for start, _, _ in marks), *content]
            content += [mark for _, end, reference in marks for mark in (end, reference)]
        change = _whole(row)
        return paragraph(style_of(row.kind, self.styles), *content, mark=self._change(change) if change else None)

    def _change(self, tag: str) -> Element:
        return w(tag, id=str(next(self.numbers)), **self.signature)

    def _content(self, marked: list[Piece | Element], kind: str) -> Iterator[Element]:
        """Runs, those beside each other of one kind in one tracked change, and the marks of comments between."""
        change: Element | None = None
        current = ""
        for item in marked:
            if not isinstance(item, Piece):
                change, current = None, ""
                yield item
                continue
            text = printed_words(item.text, kind)
            if not text:
                continue
            if item.kind == "equal":
                change, current = None, ""
                yield run(text)
                continue
            if change is None or item.kind != current:
                change, current = self._change(_TAG[item.kind]), item.kind
                yield change
            change.append(run(text, deleted=item.kind == "delete"))


def _with_parts(words: list[Piece], comments: list[Comment], margin: Margin) -> Iterator[Piece | Element]:
    """The words cut where comments begin and end, with their marks in between."""
    marks: list[tuple[str, int, int, Element]] = []
    for comment in sorted(comments, key=lambda comment: (comment.start or 0, comment.end or 0)):
        start, end, reference = margin.add(comment)
        marks += [
            (comment.side, comment.start or 0, 1, start),
            (comment.side, comment.end or 0, 0, end),
            (comment.side, comment.end or 0, 0, reference),
        ]
    offsets = {"old": 0, "new": 0}
    for piece in words:
        sides = {"equal": ("old", "new"), "delete": ("old",), "insert": ("new",)}[piece.kind]
        begin = 0
        cuts = sorted(
            (position - offsets[side], order, index)
            for index, (side, position, order, _) in enumerate(marks)
            if side in sides and _inside(position - offsets[side], order, len(piece.text))
        )
        for cut, _, index in cuts:
            if cut > begin:
                yield Piece(piece.kind, piece.text[begin:cut])
                begin = cut
            yield marks[index][3]
        yield Piece(piece.kind, piece.text[begin:])
        for side in sides:
            offsets[side] += len(piece.text)


def _inside(at: int, order: int, length: int) -> bool:
    """A comment starts before a character of this piece and ends after one."""
    return 0 <= at < length if order else 0 < at <= length
