"""The rows of a redline made ready for paper: moves settled, labels and words as pieces of the old and new text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from amendments.documents.citing import cite
from amendments.documents.printed import printed_label
from amendments.operations.redline import Row

Kind = Literal["equal", "insert", "delete"]
_PARTS: Final = {
    ("ru", "merger"): "Объединено: теперь в составе {0}",
    ("ru", "split"): "Выделено: ранее в составе {0}",
    ("kk", "merger"): "Біріктірілді: енді {0} құрамында",
    ("kk", "split"): "Бөлінді: бұрын {0} құрамында",
    ("en", "merger"): "Merged: now in {0}",
    ("en", "split"): "Split: formerly in {0}",
}
_MOVED: Final = {
    ("ru", "moved_from"): "Перенесено: теперь {0}",
    ("ru", "moved_to"): "Перенесено: ранее {0}",
    ("kk", "moved_from"): "Көшірілді: енді {0}",
    ("kk", "moved_to"): "Көшірілді: бұрын {0}",
    ("en", "moved_from"): "Moved: now {0}",
    ("en", "moved_to"): "Moved: formerly {0}",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that stand in both texts, in the new one only, or in the old one only."""

    kind: Kind
    text: str


def settle(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with everything under a moved unit moving with it.

    At the new place all of it is new; what it lost on the way is shown at the old place alone, which has it whole.
    """
    moving = -1
    for row in rows:
        if row.depth <= moving:
            moving = -1
        if moving < 0:
            if row.status == "moved_to":
                moving = row.depth
            yield row
        elif row.status not in ("deleted", "moved_from"):
            yield replace(row, status="moved_to")


def pieces(row: Row) -> tuple[list[Piece], list[Piece]]:
    """The row's label and its words, each as pieces of the old and the new text; Markdown's marks are left out."""
    if row.status in ("inserted", "moved_to"):
        words = [Piece("insert", part.text) for part in row.segments if part.kind != "delete"]
        return [Piece("insert", printed_label(row.label))], words
    if row.status in ("deleted", "moved_from"):
        words = [Piece("delete", part.text) for part in row.segments if part.kind != "insert"]
        return [Piece("delete", printed_label(row.label))], words
    label, before = printed_label(row.label), printed_label(row.label_old or row.label)
    if label == before:
        labels = [Piece("equal", label)]
    else:
        labels = [Piece("delete", before), Piece("insert", label)]
    return labels, [Piece(part.kind, part.text) for part in row.segments]


def moved_sentence(row: Row, language: str) -> str:
    """The sentence that names the other end of a move, or the paragraph that was split or grew by a merger."""
    other = row.address_new if row.status == "moved_from" else row.address_old
    if row.part:
        return _PARTS[language, row.part].format(cite(other, language))
    return _MOVED[language, row.status].format(cite(other, language))


def moves(rows: Sequence[Row], language: str) -> Iterator[tuple[int, str]]:
    """For the first row at each end of a move the sentence that names the other end."""
    moving, depth = "", 0
    for index, row in enumerate(rows):
        if row.status not in ("moved_from", "moved_to"):
            moving = ""
        elif row.status != moving or row.depth <= depth:
            moving, depth = row.status, row.depth
            yield index, moved_sentence(row, language)
