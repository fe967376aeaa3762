"""Changes of words inside one paragraph: exact places, and the few adjustments editors make around them.

Every adjustment has a name, can be switched off, and is reported with the change, so that a reviewer sees each
character that the instruction did not literally order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SPACE_BEFORE_PUNCTUATION: Final = "space_before_punctuation"  # «слово , » → «слово, »
DOUBLE_SPACE: Final = "double_space"  # words taken out of the middle leave one space, not two
LIST_END: Final = "list_end"  # «.» ↔ «;» where a list gets a new last item
ADJUSTMENTS: Final = frozenset({SPACE_BEFORE_PUNCTUATION, DOUBLE_SPACE, LIST_END})

_CLOSING = ",.;:!?)»”"
_SPACES = " \t\u00a0"


@dataclass(frozen=True)
class Edit:
    """Characters `start` to `end` of the words of a paragraph, as they were, give way to `new`."""

    start: int
    end: int
    new: str
    adjustment: str = ""  # the name of the rule where the edit was not literally ordered


def apply_edits(text: str, edits: list[Edit]) -> str:
    """The text after edits that do not overlap."""
    parts = []
    last = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts.append(text[last : edit.start])
        parts.append(edit.new)
        last = edit.end
    parts.append(text[last:])
    return "".join(parts)


def replaced(text: str, start: int, end: int, new: str, rules: frozenset[str]) -> list[Edit]:
    """Replace characters; a replacement that begins with punctuation joins the word before it."""
    edits = [Edit(start, end, new)]
    if (
        SPACE_BEFORE_PUNCTUATION in rules
        and new[:1] in _CLOSING
        and new[:1]
        and start > 0
        and text[start - 1] in _SPACES
    ):
        edits.insert(0, Edit(_back(text, start), start, "", SPACE_BEFORE_PUNCTUATION))
    return edits


def removed(text: str, start: int, end: int, rules: frozenset[str]) -> list[Edit]:
    """Take characters out; of the spaces on both sides one stays, none before punctuation or at an edge."""
    edits = [Edit(start, end, "")]
    before = start == 0 or text[start - 1] in _SPACES
    after = end < len(text) and text[end] in _SPACES
    if DOUBLE_SPACE in rules and before and after:
        edits.append(Edit(end, _forward(text, end), "", DOUBLE_SPACE))
    elif SPACE_BEFORE_PUNCTUATION in rules and start > 0 and before and (end == len(text) or text[end] in _CLOSING):
        edits.insert(0, Edit(_back(text, start), start, "", SPACE_BEFORE_PUNCTUATION))
    return edits


def inserted_after(text: str, end: int, words: str) -> list[Edit]:
    """Put words after a place; a space stands between unless they begin with punctuation."""
    gap = "" if words[:1] in _CLOSING or (end > 0 and text[end - 1] in "«(") else " "
    return [Edit(end, end, gap + words)]


def inserted_before(start: int, words: str) -> list[Edit]:
    """Put words before a place, with a space between."""
    return [Edit(start, start, words + " ")]


def appended(text: str, words: str) -> list[Edit]:
    """Put words at the end, before the closing punctuation («;», «.», «:»)."""
    end = len(text.rstrip())
    while end > 0 and text[end - 1] in ".;:,":
        end -= 1
    if words.rstrip().endswith((".", ";", ":")) and end < len(text.rstrip()):
        return [Edit(end, len(text.rstrip()), (" " if words[:1] not in _CLOSING else "") + words)]
    return inserted_after(text, end, words)


def _back(text: str, at: int) -> int:
    while at > 0 and text[at - 1] in _SPACES:
        at -= 1
    return at


def _forward(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACES:
        at += 1
    return at
