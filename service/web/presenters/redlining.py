"""Two editions in one text: numbered changes, the law around them, unchanged stretches folded."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from amendments.documents.printed import printed_label
from amendments.law.edition import Edition
from amendments.law.provision import EDITORIAL
from amendments.operations.redline import Row
from service.web.presenters.citation import anchor, capital, cite
from service.web.presenters.folding import stretch_words
from service.web.presenters.reading import PARTS
from service.web.presenters.runs import Run, Span, cut, shift

_HEADINGS = {"act": "h2", "part": "h2", "section": "h2", "subsection": "h2", "chapter": "h2", "annex": "h2",
             "paragraph": "h3", "article": "h3"}  # fmt: skip
SHORT = 260
"""A single unchanged paragraph of at most so many characters between two changes is shown, not folded."""
CHAPTERS = frozenset({"part", "section", "subsection", "chapter", "annex"})
KINDS = ("inserted", "deleted", "changed", "moved")


@dataclass(frozen=True, slots=True)
class Shown:
    """One paragraph of the redline as it is printed."""

    row: Row
    anchor: str
    tag: str
    label: str
    label_old: str
    runs: tuple[Run, ...]
    old_runs: tuple[Run, ...]
    new_runs: tuple[Run, ...]
    marker: bool = False
    elsewhere: str = ""

    @property
    def kind(self) -> str:
        """Kind of the provision."""
        return "title" if self.row.kind == "act" else self.row.kind

    @property
    def status(self) -> str:
        """Status of the row."""
        return self.row.status


@dataclass(frozen=True, slots=True)
class Block:
    """What is printed together: law as it is (`text`), a numbered change, or a folded stretch.

    `id` is the block's anchor; a fold's `words` say what is in it, a change's where it is.
    """

    kind: str
    id: str
    lines: tuple[Shown, ...]
    number: int = 0
    words: str = ""
    change: str = ""
    operations: tuple[int, ...] = ()
    addresses: tuple[str, ...] = ()
    article: str = ""
    place: str = ""
    """The id of the provision that changed: it names the change in a link that lasts; unlike its number, it stays."""


@dataclass(frozen=True, slots=True)
class Redlined:
    """The whole: blocks in order, and how many changes of each kind there are."""

    blocks: tuple[Block, ...]
    changes: tuple[Block, ...]
    counts: Mapping[str, int]
    places: Mapping[str, str]
    """Address of each headed unit → the anchor that shows it (its own, or that of the stretch it is folded into)."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the text is to be shown: everything or only changes, which stretches are open, what is said of words."""

    everything: bool = False
    opened: Collection[str] = ()
    spans: Mapping[str, Sequence[Span]] | None = None
    excluded: Collection[str] = ()
    by_chapter: bool = False
    """Whether a stretch ends where a chapter does, and every chapter shows its heading."""


def redlined(rows: Sequence[Row], language: str, look: Look) -> Redlined:
    """Make the blocks. `rows` are those of `amendments.operations.redline`."""
    law = [row for row in rows if row.kind not in EDITORIAL and not (row.kind == "act" and row.status == "same")]
    numbers = _numbers(law)
    kept = _kept(law)
    heads = [look.by_chapter and row.kind in CHAPTERS for row in law]
    kept = [keep or head for keep, head in zip(kept, heads, strict=True)]
    blocks: list[Block] = []
    for first, last in _stretches(law, numbers, kept, heads):
        part = law[first:last]
        number = numbers[first]
        if number:
            blocks.append(_change(part, number, language, look))
        elif kept[first] or look.everything:
            blocks.append(_text(part, look))
        else:
            blocks.append(_fold(part, language, look))
    blocks = list(_placed(blocks))
    changes = tuple(block for block in blocks if block.kind == "change")
    counts = {kind: sum(block.change == kind for block in changes) for kind in KINDS}
    return Redlined(tuple(blocks), changes, counts, dict(_places(blocks)))


def shown(row: Row, look: Look) -> Shown:
    """One row as it is printed, in one text and in two columns."""
    spans = (look.spans or {}).get(row.address_new, ()) if row.address_new else ()
    moved = row.status in ("moved_from", "moved_to")
    runs: list[Run] = []
    at = 0
    for part in row.segments:
        change = "" if part.kind == "equal" else part.kind
        here = [] if part.kind == "delete" else shift(spans, -at)
        runs.extend(cut(part.text, here, change, moved=moved))
        at += 0 if part.kind == "delete" else len(part.text)
    if row.status == "moved_to":
        runs = [replace(run, change="insert") if not run.change else replace(run, moved=False) for run in runs]
    address = row.address_new or row.address_old
    return Shown(
        row=row,
        anchor=anchor(address) if row.status != "deleted" and row.status != "moved_from" else "",
        tag=_HEADINGS.get(row.kind, "p"),
        label=printed_label(row.label),
        label_old=printed_label(row.label_old),
        runs=tuple(runs),
        old_runs=tuple(run for run in runs if run.change != "insert" or (moved and row.status == "moved_from")),
        new_runs=tuple(run for run in runs if run.change != "delete"),
        marker=row.status == "inserted" and row.address_new in look.excluded,
        elsewhere=row.address_new
        if row.status == "moved_from"
        else row.address_old
        if row.status == "moved_to"
        else "",
    )


def excluded_in(edition: Edition) -> frozenset[str]:
    """Addresses whose place is held by an editorial marker."""
    return frozenset(address for address, node in edition if node.state == "excluded")


def _numbers(rows: Sequence[Row]) -> list[int]:
    """The number of the change that each row belongs to, 0 for what did not change.

    Neighbours ordered by the same operations are one change; a unit put in with all that hangs under it is one.
    """
    numbers: list[int] = []
    count = 0
    before: Row | None = None
    for row in rows:
        if row.status == "same":
            numbers.append(0)
        else:
            if before is None or before.status == "same" or not _together(before, row):
                count += 1
            numbers.append(count)
        before = row
    return numbers


def _together(before: Row, row: Row) -> bool:
    if before.operations and row.operations:
        return before.operations == row.operations or bool(set(before.operations) & set(row.operations))
    return row.depth > before.depth or before.operations == row.operations == ()


def _kept(rows: Sequence[Row]) -> list[bool]:
    """Rows shown among the changes only: the changes, the units they stand in, single short neighbours."""
    kept = [row.status != "same" for row in rows]
    for index, row in enumerate(rows):
        if row.status == "same":
            continue
        depth = row.depth
        for above in range(index - 1, -1, -1):
            if rows[above].depth < depth:
                if kept[above] and rows[above].status == "same":
                    break
                kept[above] = True
                depth = rows[above].depth
            if depth == 0:
                break
    for index in range(1, len(rows) - 1):
        alone = kept[index - 1] and not kept[index] and kept[index + 1]
        if alone and len(rows[index].new) <= SHORT and rows[index].kind not in PARTS and rows[index].kind != "article":
            kept[index] = True
    return kept


def _stretches(
    rows: Sequence[Row], numbers: Sequence[int], kept: Sequence[bool], heads: Sequence[bool]
) -> Iterator[tuple[int, int]]:
    """Where each stretch begins and ends. A chapter begins one, unless a change goes on through its heading."""
    start = 0
    for index in range(1, len(rows) + 1):
        other = index == len(rows) or (numbers[index], kept[index]) != (numbers[start], kept[start])
        if other or (heads[index] and not numbers[index]):
            yield start, index
            start = index


def _text(rows: Sequence[Row], look: Look) -> Block:
    return Block("text", "", tuple(shown(row, look) for row in rows))


def _change(rows: Sequence[Row], number: int, language: str, look: Look) -> Block:
    lines = tuple(shown(row, look) for row in rows)
    address = rows[0].address_new or rows[0].address_old
    if rows[0].status in ("deleted", "moved_from"):
        address = rows[0].address_old
    return Block(
        kind="change",
        id=f"change-{number}",
        lines=lines,
        number=number,
        words=capital(cite(address, language)),
        change=_kind(lines),
        operations=tuple(dict.fromkeys(index for row in rows for index in row.operations)),
        addresses=tuple(row.address_new for row in rows if row.address_new and row.status != "moved_from"),
        article=_article(address),
        place=anchor(address),
    )


def _placed(blocks: Sequence[Block]) -> Iterator[Block]:
    """The same blocks; of several changes at one place (taken out here, put in there) the later ones are told apart."""
    seen: dict[str, int] = {}
    for block in blocks:
        count = seen[block.place] = seen.get(block.place, 0) + 1
        yield replace(block, place=f"{block.place}~{count}") if block.place and count > 1 else block


def _kind(lines: Sequence[Shown]) -> str:
    statuses = {line.status for line in lines if not line.marker}
    if statuses <= {"moved_from", "moved_to"}:
        return "moved"
    if len(statuses) == 1 and statuses <= {"inserted", "deleted"}:
        return lines[0].status
    return "changed"


def _fold(rows: Sequence[Row], language: str, look: Look) -> Block:
    name = f"same-{anchor(rows[0].address_new or rows[0].address_old)}"
    opened = look.everything or name in look.opened
    lines = tuple(shown(row, look) for row in rows) if opened else tuple(_bare(row) for row in rows)
    return Block("open" if opened else "fold", name, lines, words=stretch_words(rows, language))


def _bare(row: Row) -> Shown:
    """A folded row: only what the contents need to know of it."""
    return Shown(row, "", "p", "", "", (), (), ())


def _places(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        for line in block.lines:
            if line.row.kind in PARTS or line.row.kind == "article":
                address = line.row.address_new or line.row.address_old
                yield address, block.id if block.kind == "fold" else line.anchor or block.id


def _article(address: str) -> str:
    steps = address.split("/")
    place = next((index for index, step in enumerate(steps) if step.startswith("art_")), 0)
    return "/".join(steps[: place + 1])
