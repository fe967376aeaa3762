"""Two edits of one text joined by words, where they do not touch the same words."""

from __future__ import annotations

import itertools

from amendments.operations.worddiff import WordEdit, word_edits


def joined_words(base: str, mine: str, theirs: str) -> str | None:
    """The text with the edits of both, made to `base` independently.

    None where both changed the same words, or brought words to the same place, each in another way.
    """
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    edits = sorted({*word_edits(base, mine), *word_edits(base, theirs)})
    for one, other in itertools.pairwise(edits):
        if one.end > other.start or _same_place(one, other):
            return None
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (base[at : edit.start], edit.new)
        at = edit.end
    return "".join((*parts, base[at:]))


def _same_place(one: WordEdit, other: WordEdit) -> bool:
    """Whether nothing parts two edits, so that their order would be a guess."""
    return one.end == other.start
