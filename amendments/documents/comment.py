"""Comments in the margin of a Word document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from docx.document import Document

from amendments.documents.citing import cite
from amendments.documents.package import utc
from amendments.documents.printed import legal
from amendments.documents.wordml import Element, w
from amendments.operations.redline import Row


@dataclass(frozen=True)
class Comment:
    """A remark on a provision, or on characters `start` to `end` of its own words.

    `side` says whether address and characters are those of the old or of the new text; `at` needs a time zone.
    """

    address: str
    text: str
    author: str
    at: datetime
    start: int | None = None
    end: int | None = None
    side: Literal["old", "new"] = "new"


@dataclass
class Anchored:
    """The comments of one row: on all of it, or on a stretch of one side's words."""

    whole: list[Comment] = field(default_factory=list)
    parts: list[Comment] = field(default_factory=list)


def anchor(comments: Iterable[Comment], rows: list[Row], language: str) -> dict[int, Anchored]:
    """Index of the row → its comments.

    A comment whose provision is not in the rows goes to the nearest enclosing one and names the place it was
    written for; a stretch that the words do not have becomes a comment on the whole provision.
    """
    places: dict[tuple[str, str], int] = {}
    for index, row in enumerate(rows):
        if row.address_new and row.status not in ("deleted", "moved_from"):
            places.setdefault(("new", row.address_new), index)
        if row.address_old and row.status not in ("inserted", "moved_to"):
            places.setdefault(("old", row.address_old), index)
    found: dict[int, Anchored] = {}
    for comment in comments:
        index, exact = _row(comment, places)
        here = found.setdefault(index, Anchored())
        if not exact:
            here.whole.append(_elsewhere(comment, language))
        elif _fits(comment, rows[index]):
            here.parts.append(comment)
        else:
            here.whole.append(comment)
    return found


def _row(comment: Comment, places: dict[tuple[str, str], int]) -> tuple[int, bool]:
    address = comment.address
    while address:
        if (index := places.get((comment.side, address))) is not None:
            return index, address == comment.address
        address = address.rpartition("/")[0]
    return 0, comment.address == ""


def _elsewhere(comment: Comment, language: str) -> Comment:
    text = f"[{cite(comment.address, language)}] {comment.text}"
    return Comment(comment.address, text, comment.author, comment.at)


def _fits(comment: Comment, row: Row) -> bool:
    if comment.start is None or comment.end is None:
        return False
    words = row.old if comment.side == "old" else row.new
    return 0 <= comment.start < comment.end <= len(words)


class Margin:
    """Writes comments into a document and hands out the marks that tie them to the text."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def add(self, comment: Comment) -> tuple[Element, Element, Element]:
        """Write a comment; returns the marks of its start, its end and its reference in the text."""
        author = legal(comment.author)
        initials = "".join(word[0] for word in author.split())[:3].upper()
        added = self.document.comments.add_comment(text=legal(comment.text), author=author, initials=initials)
        element = added._comment_elm
        element.date = utc(comment.at)
        number = str(added.comment_id)
        reference = w("r", w("rPr", w("rStyle", val="CommentReference")), w("commentReference", id=number))
        return w("commentRangeStart", id=number), w("commentRangeEnd", id=number), reference
