"""The comparative table: what stands today and what is proposed, unit by unit, from the rows of a redline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from amendments.documents.citing import cite
from amendments.documents.printed import printed_label, printed_words
from amendments.documents.redline_rows import Piece, moved_sentence, pieces, settle
from amendments.law.provision import Provision
from amendments.operations.redline import Row

ABSENT: Final = {"ru": "Отсутствует", "kk": "Жоқ"}
TAKEN_OUT: Final = {"ru": "Исключить", "kk": "Алып тасталсын"}
UNCHANGED: Final = "…"
_TOP: Final = ("act", "part", "section", "subsection", "chapter", "paragraph")  # not repeated above what they hold
Side = Literal["old", "new"]


@dataclass(frozen=True)
class Words:
    """A stretch of a cell; `marked` words are those that the amendment touches."""

    text: str
    marked: bool = False


Line = tuple[Words, ...]


@dataclass(frozen=True)
class TableRow:
    """One amendment to one unit. `unit` is its citation; `texts` are grounds, author, decision … by column key."""

    address: str
    unit: str
    current: tuple[Line, ...]
    proposed: tuple[Line, ...]
    texts: Mapping[str, str] = field(default_factory=dict)


def table_rows(
    rows: Iterable[Row],
    *,
    language: str,
    texts: Mapping[str, Mapping[str, str]] | None = None,
    cite: Callable[[str, str], str] = cite,
) -> tuple[TableRow, ...]:
    """The rows of a redline as rows of the table: one for each changed paragraph and each new or removed unit.

    Above a changed paragraph stand the heading of its article and the words that open its list; «…» stands for what
    does not change. `texts` holds, by address, the texts of further columns; a unit without its own takes those of
    the nearest unit around it. `cite` prints an address in a language.
    """
    return tuple(_Table(list(settle(rows)), language, texts or {}, cite).rows())


class _Table:
    def __init__(
        self,
        rows: list[Row],
        language: str,
        texts: Mapping[str, Mapping[str, str]],
        cite: Callable[[str, str], str],
    ) -> None:
        self.all = [row for row in rows if row.kind not in ("note", "signature")]
        self.language = language
        self.texts = texts
        self.cite = cite
        self.parents = _parents(self.all)
        self.ends = _ends(self.all)

    def rows(self) -> Iterator[TableRow]:
        index = 0
        while index < len(self.all):
            row = self.all[index]
            if row.status == "same":
                index += 1
            elif row.status == "changed":
                yield self.changed(index)
                index += 1
            elif row.status in ("deleted", "moved_from"):
                end = self.tree_end(index)
                marker = self.marker(index, end)
                yield self.removed(index, end)
                index = marker or end
            else:
                end = self.tree_end(index)
                yield self.added(index, end)
                index = end

    def changed(self, index: int) -> TableRow:
        row = self.all[index]
        return self.row(row.address_new, self.cell(index, index + 1, "old"), self.cell(index, index + 1, "new"))

    def added(self, index: int, end: int) -> TableRow:
        row = self.all[index]
        current: tuple[Line, ...] = ((Words(ABSENT[self.language]),),)
        if row.status == "moved_to":
            current += ((Words(moved_sentence(row, self.language)),),)
        return self.row(row.address_new, current, self.cell(index, end, "new"))

    def removed(self, index: int, end: int) -> TableRow:
        row = self.all[index]
        proposed: tuple[Line, ...] = ((Words(TAKEN_OUT[self.language], marked=True),),)
        if row.status == "moved_from":
            proposed += ((Words(moved_sentence(row, self.language)),),)
        return self.row(row.address_old, self.cell(index, end, "old"), proposed)

    def row(self, address: str, current: tuple[Line, ...], proposed: tuple[Line, ...]) -> TableRow:
        return TableRow(address, self.cite(address, self.language), current, proposed, self.texts_at(address))

    def texts_at(self, address: str) -> Mapping[str, str]:
        while address and address not in self.texts:
            address = address.rpartition("/")[0]
        return self.texts.get(address, {})

    def tree_end(self, index: int) -> int:
        """Where a unit that came or went as a whole ends; a change of another kind inside it is its own row."""
        status, end = self.all[index].status, index + 1
        while end < self.ends[index] and self.all[end].status == status:
            end += 1
        return end

    def marker(self, index: int, end: int) -> int | None:
        """Where the rows end that only hold the place of a unit excluded here («5) исключен»)."""
        if end >= len(self.all):
            return None
        gone, row = self.all[index], self.all[end]
        if row.status != "inserted" or row.address_new != gone.address_old:
            return None
        holds = Provision(row.kind, label=row.label, text=row.new).state == "excluded"
        return self.tree_end(end) if holds else None

    # -- one cell

    def cell(self, index: int, end: int, side: Side) -> tuple[Line, ...]:
        """The changed rows under the words that lead to them, with «…» where rows of this side are left out."""
        chain = self.leading(index, side)
        shown = [*chain, *range(index, end)]
        lines: list[Line] = []
        last = shown[0] - 1
        for position in shown:
            if any(self.exists(between, side) for between in range(last + 1, position)):
                lines.append((Words(UNCHANGED),))
            lines.append(self.line(position, side, marked=position >= index))
            last = position
        if chain and any(self.exists(after, side) for after in range(end, self.ends[chain[0]])):
            lines.append((Words(UNCHANGED),))
        return tuple(lines)

    def leading(self, index: int, side: Side) -> list[int]:
        chain: list[int] = []
        parent = self.parents[index]
        while parent is not None and self.all[parent].kind not in _TOP:
            if self.exists(parent, side):
                chain.insert(0, parent)
            parent = self.parents[parent]
        return chain

    def exists(self, index: int, side: Side) -> bool:
        absent = ("inserted", "moved_to") if side == "old" else ("deleted", "moved_from")
        return self.all[index].status not in absent

    def line(self, index: int, side: Side, *, marked: bool) -> Line:
        row = self.all[index]
        kind = "insert" if side == "new" else "delete"
        if not marked:
            label = row.label if side == "new" else (row.label_old or row.label)
            words = row.new if side == "new" else row.old
            return (Words(printed_label(label) + printed_words(words, row.kind)),)
        labels, texts = pieces(row)
        parts: list[Piece] = [*labels, *(Piece(part.kind, printed_words(part.text, row.kind)) for part in texts)]
        kept = [Words(part.text, part.kind == kind) for part in parts if part.kind in ("equal", kind) and part.text]
        return tuple(_joined(kept))


def _joined(words: Iterable[Words]) -> Iterator[Words]:
    held: Words | None = None
    for part in words:
        if held is not None and held.marked == part.marked:
            held = Words(held.text + part.text, held.marked)
            continue
        if held is not None:
            yield held
        held = part
    if held is not None:
        yield held


def _parents(rows: list[Row]) -> list[int | None]:
    """For each row the index of the row it hangs under."""
    open_rows: list[int] = []
    parents: list[int | None] = []
    for index, row in enumerate(rows):
        while open_rows and (rows[open_rows[-1]].depth >= row.depth or rows[open_rows[-1]].kind == "act"):
            open_rows.pop()
        parents.append(open_rows[-1] if open_rows else None)
        open_rows.append(index)
    return parents


def _ends(rows: list[Row]) -> list[int]:
    """For each row the index just after the last one that hangs under it."""
    ends = [len(rows)] * len(rows)
    open_rows: list[int] = []
    for index, row in enumerate(rows):
        while open_rows and (rows[open_rows[-1]].depth >= row.depth or rows[open_rows[-1]].kind == "act"):
            ends[open_rows.pop()] = index
        open_rows.append(index)
    return ends
