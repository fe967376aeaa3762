"""Where quoted text begins and ends in an instruction: words in a line, and blocks of many paragraphs.

Quotes nest, mix kinds («», "", “”) and are sometimes merged («Закон «О банках».» with one closing mark for two).
A block ends at the end of a line only. What cannot be told for sure is left unclosed and reported, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

OPENING: Final = "«„“‟"
CLOSING: Final = "»”"
STRAIGHT: Final = '"″〝〞'
MARKS: Final = frozenset(OPENING + CLOSING + STRAIGHT)
_BEFORE_OPENING: Final = " \t\u00a0\n\r([«„"
_AFTER_CLOSING: Final = " \t\u00a0\n\r.,;:)]»”!?"
_SPACES: Final = " \t\u00a0\r"


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted text: `start` to `end` with its marks, `inner` without them."""

    start: int
    end: int
    inner: str
    block: bool


class Budget:
    """How many more characters may be looked at while searching for closing marks: keeps the search linear."""

    def __init__(self, size: int) -> None:
        self.left = 24 * size + 10_000

    def spend(self, count: int) -> bool:
        """Take from the budget; False when it is used up."""
        self.left -= count
        return self.left >= 0


def direction(text: str, at: int, previous: int) -> int:
    """+1 for a mark that opens, -1 for one that closes. `previous` is the direction of a mark just before it."""
    char = text[at]
    if char in OPENING:
        # “ closes what „ opened
        return -1 if char == "“" and at > 0 and text[at - 1] not in _BEFORE_OPENING else 1
    if char in CLOSING:
        return -1
    before = text[at - 1] if at else "\n"
    if before in MARKS and previous:
        return previous
    if before not in _BEFORE_OPENING:
        return -1
    after = text[at + 1] if at + 1 < len(text) else "\n"
    return 0 if after in _AFTER_CLOSING and after not in ".,;:)" else 1


Place = Literal["line", "colon", "words"]


def find_quote(text: str, start: int, place: Place, budget: Budget, keywords: frozenset[str]) -> Quote | None:
    """The quotation whose opening mark stands at `start`, or None where its end cannot be told.

    `place`: at the start of a line or after a colon it may have many paragraphs, among words it ends in its line.
    `keywords` are the words that may follow quoted words.
    """
    if place == "words":
        return _inline(text, start, budget, keywords)
    if place == "colon":
        short = _inline(text, start, budget, keywords, strict=True)
        if short is not None and _ends_statement(text, short.end):
            return Quote(short.start, short.end, short.inner, True)
    return _block(text, start, budget)


def _inline(text: str, start: int, budget: Budget, keywords: frozenset[str], *, strict: bool = False) -> Quote | None:
    """Quoted words: they end in the line they begin in."""
    depth, last, lenient = 1, 1, -1
    at = start + 1
    while at < len(text) and text[at] != "\n":
        char = text[at]
        if char in MARKS:
            turn = direction(text, at, last if text[at - 1] in MARKS and at - 1 > start else 0)
            if turn == 0:
                turn = -1
            if turn > 0 and char in STRAIGHT and at == start + 1:
                turn = 1
            depth += turn
            last = turn
            if depth == 0:
                budget.spend(at - start)
                return Quote(start, at + 1, text[start + 1 : at], False)
            if turn < 0 and lenient < 0 and _keyword_follows(text, at + 1, keywords):
                lenient = at
        at += 1
    if not budget.spend(at - start) or strict or lenient < 0:
        return None
    return Quote(start, lenient + 1, text[start + 1 : lenient], False)


def _keyword_follows(text: str, at: int, keywords: frozenset[str]) -> bool:
    while at < len(text) and text[at] in " \t\u00a0,":
        at += 1
    end = at
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[at:end].lower() in keywords


def _ends_statement(text: str, at: int) -> bool:
    while at < len(text) and text[at] in _SPACES:
        at += 1
    return at >= len(text) or text[at] in ".;,\n"


def _at_line_end(text: str, at: int) -> bool:
    """Whether only closing punctuation stands between a place and the end of its line."""
    while at < len(text) and text[at] in " \t\u00a0\r.;,":
        at += 1
    return at >= len(text) or text[at] == "\n"


def _block(text: str, start: int, budget: Budget) -> Quote | None:
    """A quoted block: it ends where its marks balance at the end of a line."""
    depth, last = 1, 1
    line_depth, merged = 1, -1
    line_start = start
    previous_colon = False
    at = start + 1
    stopped = False
    while at < len(text):
        char = text[at]
        if char == "\n":
            line = text[line_start:at].rstrip(_SPACES)
            if line:
                previous_colon = line.endswith(":")
            line_start = at + 1
            line_depth = depth
        elif char in MARKS:
            turn = direction(text, at, last if text[at - 1] in MARKS and at - 1 > start else 0)
            if turn == 0:
                turn = -1
            opens_line = turn > 0 and not text[line_start:at].strip(_SPACES)
            if opens_line and previous_colon and merged < 0:
                stopped = True  # a merged closing may not be sought past the start of another block
            depth += turn
            last = turn
            if depth <= 0:
                if _at_line_end(text, at + 1):
                    budget.spend(at - start)
                    return Quote(start, at + 1, text[start + 1 : at], True)
                if not _closes_later(text, at + 1, budget):
                    budget.spend(at - start)
                    return Quote(start, at + 1, text[start + 1 : at], False)
                depth = 1  # the opening marks of the block and of its first words are one
            elif (
                depth == 1
                and turn < 0
                and line_depth == 1
                and merged < 0
                and not stopped
                and _at_line_end(text, at + 1)
            ):
                merged = at
        at += 1
    if not budget.spend(at - start) or merged < 0:
        return None
    return Quote(start, merged + 1, text[start + 1 : merged], True)


def _closes_later(text: str, at: int, budget: Budget) -> bool:
    """Whether the rest of the line has a closing mark at its end that nothing in it opens."""
    end = text.find("\n", at)
    rest = text[at : end if end >= 0 else len(text)].rstrip(" \t\u00a0\r.;,")
    if not budget.spend(len(rest)) or not rest or rest[-1] not in MARKS:
        return False
    depth = last = 0
    for index, char in enumerate(rest):
        if char in MARKS:
            last = direction(rest, index, last if index and rest[index - 1] in MARKS else 0) or -1
            depth += last
    return depth < 0
