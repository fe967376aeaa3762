"""A redline cut into its chapters, each of which can be put away under its heading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from amendments.documents.printed import printed_words
from service.web.presenters.redlining import CHAPTERS, Block, Redlined, Shown


@dataclass(frozen=True, slots=True)
class Chapter:
    """Blocks between two headings of chapters. `words` is the heading; "" before the first one, where nothing folds.

    `id` is the anchor of the heading; `changes` is how many changes begin in the chapter.
    """

    words: str
    id: str
    blocks: tuple[Block, ...]
    changes: int

    @property
    def foldable(self) -> bool:
        """Whether there is a heading, and something under it."""
        return bool(self.words and self.blocks)


def chapters(result: Redlined) -> list[Chapter]:
    """The chapters of a redline made with `Look(by_chapter=True)`, in order, with all of its blocks.

    An unchanged heading is no block any more: it is the chapter's `words`. One that changed stays among the blocks.
    """
    return [chapter for chapter in _chapters(result) if chapter.words or chapter.blocks]


def _chapters(result: Redlined) -> Iterator[Chapter]:
    head: Shown | None = None
    blocks: list[Block] = []
    for block in result.blocks:
        first = block.lines[0]
        if first.row.kind not in CHAPTERS:
            blocks.append(block)
            continue
        yield _chapter(head, blocks)
        head, blocks = first, []
        rest = block if block.kind == "change" else replace(block, lines=block.lines[1:])
        if rest.lines:
            blocks.append(rest)
    yield _chapter(head, blocks)


def _chapter(head: Shown | None, blocks: list[Block]) -> Chapter:
    changes = sum(block.kind == "change" for block in blocks)
    if head is None:
        return Chapter("", "", tuple(blocks), changes)
    words = f"{head.label}{printed_words(head.row.new or head.row.old)}".strip()
    # a heading that changed has its own anchor among the blocks
    identifier = head.anchor if head.status == "same" else ""
    return Chapter(words, identifier, tuple(blocks), changes)
