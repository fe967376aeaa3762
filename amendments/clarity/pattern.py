"""The language of rule patterns, read into steps.

A pattern is a row of words with spaces between them:

    работа              a word by its lemma (Russian) or its stem with any inflection (Kazakh)
    работа:NOUN,plur    … with this grammar; «VERB/INFN» is either of the two
    үйлестір:fin        Kazakh: a stem with one kind of ending (fin, ger, ptcp, conv, nom, gen, acc, dat, loc, ins)
    :ADJF               any word with this grammar
    =вправе             exactly this form
    содейств*, *ться    any word that begins or ends so
    @process            any word of a word class; @process:plur with this grammar
    a|b                 either of the two (no spaces)
    !a                  any word but this;  _  any word
    a?                  may be missing
    a~3                 none to three such words; ~3 alone: none to three words of any kind
    a~~3, ~~3           the same, and commas may stand between
    " b                 a quote mark or a bracket may stand before b;  , b  also a comma;  : b  also a colon
    ( a b | c d )?      groups of words to choose from; with «?» the group may be missing
    < a b >             what to quote, where the match is wider than the quote
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from amendments.clarity.tokens import COMMA, LIST, MARK, SPACE

MAX_VARIANTS: Final = 96
MAX_SPAN: Final = 40
MAX_GAP: Final = 16

_REACHES: Final = {'"': MARK, ",": COMMA, ":": LIST}
_PIECE = re.compile(r"\)\?|[()<>]|[^\s()<>]+")
_GAP = re.compile(r"^(?P<word>[^~]*)(?P<kind>~~?)(?P<count>\d+)$")
_TAGS = re.compile(r"^[\w/,]+$")


class PatternError(ValueError):
    """A pattern that cannot be read or would cost too much. `code` names the reason, `params` its details."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class WordTest:
    """One condition on a word: `kind` is lemma, form, prefix, suffix, class or tags; `tags` must all be met."""

    kind: str
    value: str
    tags: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One place of a pattern: a word that meets one of `tests`, or up to `count` words of that kind (a gap)."""

    tests: tuple[WordTest, ...] = ()  # empty: any word
    negated: bool = False
    reach: int = SPACE  # the strongest break that may stand before the word
    count: int = 0  # 0: one word; n: a gap of none to n words
    opens: bool = False
    closes: bool = False


Variant = tuple[Step, ...]


def parse(source: str) -> tuple[Variant, ...]:
    """The variants of a pattern, each a row of steps, with optional parts spelled out. Raises PatternError."""
    pieces = _PIECE.findall(source)
    if not pieces:
        raise PatternError("empty")
    reader = _Reader(pieces)
    variants = reader.choice()
    if reader.left:
        raise PatternError("bracket", at=reader.left[0])
    if reader.opens:
        raise PatternError("quote_marks", pattern=source)
    return tuple(_checked(variant, source) for variant in dict.fromkeys(variants))


def _checked(variant: Variant, source: str) -> Variant:
    words = [step for step in variant if not step.count]
    if not words:
        raise PatternError("no_words", pattern=source)
    if sum(step.count or 1 for step in variant) > MAX_SPAN:
        raise PatternError("too_long", pattern=source, limit=MAX_SPAN)
    opens = [index for index, step in enumerate(variant) if step.opens]
    closes = [index for index, step in enumerate(variant) if step.closes]
    if len(opens) != len(closes) or len(opens) > 1 or opens > closes:
        raise PatternError("quote_marks", pattern=source)
    return variant


class _Reader:
    """Reads pieces from left to right; `left` is what has not been read yet."""

    def __init__(self, pieces: list[str]) -> None:
        self.left = pieces
        self.reach = SPACE
        self.opens = False

    def choice(self) -> list[Variant]:
        """Rows separated by «|» up to a closing bracket or the end."""
        rows: list[Variant] = []
        row: list[Variant] = [()]
        while self.left and not self.left[0].startswith(")"):
            piece = self.left.pop(0)
            if piece == "|":
                rows += row
                row = [()]
            else:
                row = self._extend(row, piece)
        return rows + row

    def _extend(self, row: list[Variant], piece: str) -> list[Variant]:
        if piece == "(":
            return self._group(row)
        if piece in _REACHES:
            self.reach = _REACHES[piece]
            return row
        if piece == "<":
            self.opens = True
            return row
        if piece == ">":
            return [_closed(variant) for variant in row]
        step, optional = element(piece)
        step = replace(step, reach=max(step.reach, self.reach), opens=self.opens)
        self.reach = SPACE
        self.opens = False
        return self._join(row, [(step,), ()] if optional else [(step,)])

    def _group(self, row: list[Variant]) -> list[Variant]:
        reach, opens = self.reach, self.opens
        self.reach, self.opens = SPACE, False
        inner = [_led(variant, reach, opens) for variant in self.choice()]
        if not self.left:
            raise PatternError("bracket", at="(")
        if self.left.pop(0) == ")?":
            inner.append(())
        return self._join(row, inner)

    @staticmethod
    def _join(row: list[Variant], tails: list[Variant]) -> list[Variant]:
        joined = [head + tail for head in row for tail in tails]
        if len(joined) > MAX_VARIANTS:
            raise PatternError("too_many", limit=MAX_VARIANTS)
        return joined


def _led(variant: Variant, reach: int, opens: bool) -> Variant:
    """A row of a group, with what was written before the group's bracket."""
    if not variant:
        return variant
    first = variant[0]
    return (replace(first, reach=max(first.reach, reach), opens=first.opens or opens), *variant[1:])


def _closed(variant: Variant) -> Variant:
    """The variant with its last word marked as the end of the quote."""
    for index in range(len(variant) - 1, -1, -1):
        if not variant[index].count:
            return (*variant[:index], replace(variant[index], closes=True), *variant[index + 1 :])
    raise PatternError("quote_marks", pattern=">")


def element(piece: str) -> tuple[Step, bool]:
    """One element of a pattern as a step, and whether it may be missing."""
    gap = _GAP.match(piece)
    if gap:
        count = int(gap["count"])
        if not 0 < count <= MAX_GAP:
            raise PatternError("gap", piece=piece, limit=MAX_GAP)
        reach = COMMA if gap["kind"] == "~~" else MARK
        inner = gap["word"]
        base = element(inner)[0] if inner else Step()
        return replace(base, count=count, reach=reach), False
    optional = piece.endswith("?")
    body = piece.removesuffix("?")
    negated = body.startswith("!")
    body = body.removeprefix("!")
    if not body:
        raise PatternError("element", piece=piece)
    if body == "_":
        return Step(), optional
    return Step(tuple(_test(part, piece) for part in body.split("|")), negated), optional


def _test(part: str, piece: str) -> WordTest:
    if part.startswith("=") and len(part) > 1:
        return WordTest("form", part[1:])
    if part.startswith("*") and len(part) > 2:
        return WordTest("suffix", part[1:])
    if part.endswith("*") and len(part) > 2:
        return WordTest("prefix", part[:-1])
    word, colon, tags = part.partition(":")
    if (colon and not _TAGS.match(tags)) or "*" in word or not (word or tags):
        raise PatternError("element", piece=piece)
    wanted = tuple(frozenset(either.split("/")) for either in tags.split(",")) if tags else ()
    if word.startswith("@"):
        return WordTest("class", word[1:], wanted)
    return WordTest("lemma", word, wanted) if word else WordTest("tags", "", wanted)
