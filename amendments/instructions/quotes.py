"""Where quoted text begins and ends in an instruction: words in a line, and blocks of many paragraphs.

Quotes nest, mix kinds («», "", “”) and are sometimes merged («Закон «О банках».» with one closing mark for two).
A block ends at the end of a line only. What cannot be told for sure is left unclosed and reported, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

OPENING: Final = "«„“‟"
CLOSING: Final = "»”"
STRAIGHT: Final = '"″〝〞'
MARKS: Final = frozenset(OPENING + CLOSING + STRAIGHT)
_BEFORE_OPENING: Final = " \t\u00a0\n\r([«„"
_AFTER_CLOSING: Final = " \t\u00a0\n\r.,;:)]»”!?"
_SPACES: Final = " \t\u00a0\r"
_CLOSES_LINE: Final = re.compile(r"[ \t\u00a0\r.;,]*(?:\n|\Z)")
_FOLLOWING: Final = re.compile(r"[ \t\u00a0,]*([^\W\d_]*)")
_STATEMENT_END: Final = re.compile(r"[ \t\u00a0\r]*(?:[.;,\n]|\Z)")
_LABELLED: Final = re.compile(r"\s*\d+(?:-\d+)*[.)]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_FEW_LETTERS: Final = 200


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted text: `start` to `end` with its marks, `inner` without them."""

    start: int
    end: int
    inner: str
    block: bool


@dataclass(frozen=True)
class OrderWords:
    """Words of a language that tell orders from quoted text.

    `following` may stand after quoted words, `nouns` name them («слова», «деген»), `verbs` only orders have.
    """

    following: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]


class Budget:
    """How many more characters may be looked at while searching for closing marks: keeps the search linear."""

    def __init__(self, size: int) -> None:
        self.left = 24 * size + 10_000

    def spend(self, count: int) -> bool:
        """Take from the budget; False when it is used up."""
        self.left -= count
        return self.left >= 0


def family(mark: str) -> str:
    """The marks that pair with one: a quotation is closed by its own kind, other kinds inside it do not count."""
    for marks in ("«»", "„“‟”", STRAIGHT):
        if mark in marks:
            return marks
    return mark


@cache
def _any_of(marks: str) -> re.Pattern[str]:
    return re.compile("[" + re.escape(marks) + "]")


@cache
def _stops(marks: str) -> re.Pattern[str]:
    """What a search for closing marks stops at: marks of one family, and ends of lines."""
    return re.compile("[" + re.escape(marks) + "\n]")


def _places(text: str, marks: str, start: int) -> Iterator[int]:
    """Where marks of one family stand, in order. Two are looked for one by one, which is far quicker in a long text;
    of more, some may be in no later place, and each search for them would go to the end."""
    if len(marks) > 2:
        for found in _any_of(marks).finditer(text, start):
            yield found.start()
        return
    opening, closing = (text.find(mark, start) for mark in marks)
    while opening >= 0 or closing >= 0:
        if closing < 0 or 0 <= opening < closing:
            yield opening
            opening = text.find(marks[0], opening + 1)
        else:
            yield closing
            closing = text.find(marks[1], closing + 1)


def direction(text: str, at: int, previous: int) -> int:
    """+1 for a mark that opens, -1 for one that closes, 0 for one that may be either.

    `previous` is the direction of a mark just before it, 0 where there is none.
    """
    char = text[at]
    if char in OPENING:
        # “ closes what „ opened
        return -1 if char == "“" and at > 0 and text[at - 1] not in _BEFORE_OPENING else 1
    if char in CLOSING:
        return -1
    before = text[at - 1] if at else "\n"
    if before in CLOSING:
        return -1
    if before in STRAIGHT and previous:
        return previous
    if before not in _BEFORE_OPENING:
        return -1
    after = text[at + 1] if at + 1 < len(text) else "\n"
    return 0 if after in _AFTER_CLOSING and after not in ".,;:)" else 1


Place = Literal["line", "colon", "words"]


def find_quote(text: str, start: int, place: Place, budget: Budget, words: OrderWords) -> Quote | None:
    """The quotation whose opening mark stands at `start`, or None where its end cannot be told.

    `place`: at the start of a line or after a colon it may have many paragraphs, among words it ends in its line.
    """
    if place == "words":
        return _inline(text, start, budget, words)
    if place == "colon":
        short = _inline(text, start, budget, words, strict=True)
        if short is not None and _ends_statement(text, short.end):
            return Quote(short.start, short.end, short.inner, True)
    return _block(text, start, budget, words.verbs)


def _inline(text: str, start: int, budget: Budget, words: OrderWords, *, strict: bool = False) -> Quote | None:
    """Quoted words: they end in the line they begin in.

    Where their marks do not balance, one closing mark may stand for two («слова «товарищество «Алма» заменить»): the
    first that an order can go on after, unless what it would close reads like an order itself.
    """
    if text[start] == "«":  # most quoted words are few, and hold no other mark
        at = text.find("»", start + 1, start + _FEW_LETTERS)
        if at > 0 and text.find("«", start + 1, at) < 0 and text.find("\n", start + 1, at) < 0:
            budget.spend(at - start)
            return Quote(start, at + 1, text[start + 1 : at], False)
    marks = family(text[start])
    depth, last, lenient = 1, 1, -1
    at = len(text)
    for found in _stops(marks).finditer(text, start + 1):
        at = found.start()
        if text[at] == "\n":
            break
        turn = direction(text, at, last if text[at - 1] in MARKS and at - 1 > start else 0) or -1
        depth += turn
        last = turn
        if depth == 0:
            budget.spend(at - start)
            return Quote(start, at + 1, text[start + 1 : at], False)
        goes_on = _keyword_follows(text, at + 1, words.following) or _ends_statement(text, at + 1)
        if turn < 0 and lenient < 0 and goes_on:
            lenient = at
    if not budget.spend(at - start) or strict or lenient < 0:
        return None
    inner = text[start + 1 : lenient]
    if any(word.lower() in words.nouns or word.lower() in words.verbs for word in _WORD.findall(inner)):
        return None
    if any(inner[:index].rstrip().endswith((",", ";")) for index, char in enumerate(inner) if char in marks):
        return None  # a list of quotations one of which is not closed
    return Quote(start, lenient + 1, inner, False)


def _keyword_follows(text: str, at: int, keywords: frozenset[str]) -> bool:
    found = _FOLLOWING.match(text, at)
    return found is not None and found.group(1).lower() in keywords


def _ends_statement(text: str, at: int) -> bool:
    return bool(_STATEMENT_END.match(text, at))


def _at_line_end(text: str, at: int) -> bool:
    """Whether only closing punctuation stands between a place and the end of its line."""
    return bool(_CLOSES_LINE.match(text, at))


def _block(text: str, start: int, budget: Budget, verbs: frozenset[str]) -> Quote | None:
    """A quoted block: it ends where its marks balance at the end of a line.

    Where they never do, one closing mark may stand for two («Закон «О банках».»): the first line that ends so, if
    every line before it balances and none of them orders anything.
    """
    marks = family(text[start])
    depth, last = 1, 1
    merged, even = -1, True
    before = start
    for at in _places(text, marks, start + 1):
        if depth != 1 and even:
            even = text.find("\n", before, at) < 0
        before = at
        turn = direction(text, at, last if text[at - 1] in MARKS and at - 1 > start else 0) or -1
        depth += turn
        last = turn
        if depth <= 0:
            ends = _at_line_end(text, at + 1)
            if ends or not _closes_later(text, at + 1, budget):
                budget.spend(at - start)
                return Quote(start, at + 1, text[start + 1 : at], ends)
            if not budget.spend(at - start) or not _opens_both(text[start + 1 : at], marks):
                return None  # a closing mark too many: which of them ends the block cannot be told
            depth = 1  # the opening marks of the block and of its first words are one
        elif depth == 1 and turn < 0 and even and merged < 0 and _at_line_end(text, at + 1):
            merged = at
    at = len(text)
    if not budget.spend(at - start) or merged < 0:
        return None
    inner = text[start + 1 : merged]
    if not budget.spend(len(inner)) or any(word.lower() in verbs for word in _WORD.findall(inner)):
        return None
    return Quote(start, merged + 1, inner, True)


def _opens_both(first: str, marks: str) -> bool:
    """Whether the first words of a block may be quoted themselves, with one opening mark for both («Алма» ЖШС …»)."""
    return "\n" not in first and not any(char in marks for char in first) and not _LABELLED.match(first)


def _closes_later(text: str, at: int, budget: Budget) -> bool:
    """Whether the rest of the line has a closing mark at its end that nothing in it opens."""
    end = text.find("\n", at)
    rest = text[at : end if end >= 0 else len(text)].rstrip(" \t\u00a0\r.;,")
    if not budget.spend(len(rest)) or not rest or rest[-1] not in MARKS:
        return False
    marks = family(rest[-1])
    depth = last = 0
    for index, char in enumerate(rest):
        if char in marks:
            last = direction(rest, index, last if index and rest[index - 1] in MARKS else 0) or -1
            depth += last
    return depth < 0
