"""The items of statements: read once for all that differ in numbers and quoted words alone.

«в пункте 2 слово «дом» исключить» and «в пункте 5 слово «двор» исключить» have one pattern, and an act has hundreds of
statements of few patterns. The reader of items looks at words and marks, at the kinds of other tokens and at the
shapes of numbers («3-5» may be a range); all of it is the pattern. Where a range is named its ends decide what is
meant: such statements are read each for itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from amendments.instructions.items import Chunker, Item
from amendments.instructions.lexicon import Lexicon
from amendments.instructions.lexicon_kk import KK
from amendments.instructions.lexicon_ru import RU
from amendments.instructions.skeletons import SHAPES, example_number, shape_of
from amendments.law.references import Group, Reference
from amendments.law.tokens import Token, tokenize

LEXICONS: Final = {"ru": RU, "kk": KK}
_MOST: Final = 1024  # patterns that are kept
_LONGEST: Final = 60  # tokens: a longer statement is seldom like another
_QUOTED: Final = {"«»": "quote", "«\n»": "block"}
_SIGNS: Final = {kind: sign for sign, kind in _QUOTED.items()}
_JOINED: Final = "-"  # before a dash that no space parts from the word before it

Pattern = tuple[str, ...]
_Numbers = tuple[int | str, ...]  # of a reference: the token that is the number, or a number in words


class _Blank(NamedTuple):
    """An item to be filled in: the tokens that are its quotations, and the numbers of its references."""

    item: Item
    quotes: tuple[int, ...]
    numbers: tuple[tuple[_Numbers, ...], ...]


def items_of(tokens: Sequence[Token], lexicon: Lexicon) -> list[Item]:
    """The items of a statement, as `Chunker` reads them. `tokens` are without ends of lines."""
    pattern = _pattern_of(tokens)
    blanks = blanks_for(pattern, lexicon.code) if pattern is not None else None
    if blanks is None:
        return Chunker(tokens, lexicon).items()
    return [_filled(blank, tokens) for blank in blanks]


def _pattern_of(tokens: Sequence[Token]) -> Pattern | None:
    if len(tokens) > _LONGEST:
        return None
    pattern = []
    for token in tokens:
        kind = token.kind
        if kind == "word":
            pattern.append(token.text)
        elif kind == "mark":
            pattern.append(token.text if token.spaced or token.norm != "-" else _JOINED + token.text)
        elif kind == "num":
            shape = shape_of(token.norm)
            if not shape:
                return None
            pattern.append(shape)
        elif kind in _SIGNS:
            pattern.append(_SIGNS[kind])
        else:
            return None
    return tuple(pattern)


@lru_cache(maxsize=_MOST)
def blanks_for(pattern: Pattern, language: str) -> tuple[_Blank, ...] | None:
    """The items of statements of a pattern, told by one of them; None where each must be read for itself."""
    tokens = [_example(sign, at) for at, sign in enumerate(pattern)]
    numbers = {token.norm: at for at, token in enumerate(tokens) if token.kind == "num"}
    blanks = [_blank(item, tokens, numbers) for item in Chunker(tokens, LEXICONS[language]).items()]
    found = tuple([blank for blank in blanks if blank is not None])
    return found if len(found) == len(blanks) else None


def _example(sign: str, at: int) -> Token:
    """A token that a sign of a pattern stands for; its place in the text is its place in the pattern."""
    if sign in _QUOTED:
        return Token(_QUOTED[sign], "", _QUOTED[sign], at, at)
    if sign in SHAPES:
        number = example_number(sign, at)
        return Token("num", number, number, at, at)
    joined = len(sign) > 1 and sign.startswith(_JOINED)
    return tokenize(sign.removeprefix(_JOINED) if joined else sign)[0]._replace(start=at, end=at, spaced=not joined)


def _blank(item: Item, tokens: Sequence[Token], numbers: dict[str, int]) -> _Blank | None:
    if any(tokens[quote.start] is not quote for quote in item.quotes):
        return None  # a mark called by its name
    if any(reference.ranged for group in item.groups for reference in group):
        return None
    quotes = tuple([quote.start for quote in item.quotes])
    named = [tuple([_numbers(reference, numbers) for reference in group]) for group in item.groups]
    return _Blank(item, quotes, tuple(named))


def _numbers(reference: Reference, numbers: dict[str, int]) -> _Numbers:
    return tuple([numbers.get(number, number) for number in reference.numbers])


def _filled(blank: _Blank, tokens: Sequence[Token]) -> Item:
    item = blank.item
    if not blank.quotes and not blank.numbers:
        return item
    quotes = tuple([tokens[at] for at in blank.quotes])
    groups = tuple([_group(*pair, tokens) for pair in zip(item.groups, blank.numbers, strict=True)])
    return Item(item.kind, item.first, item.last, item.key, groups, quotes)


def _group(group: Group, numbers: tuple[_Numbers, ...], tokens: Sequence[Token]) -> Group:
    return tuple([_reference(*pair, tokens) for pair in zip(group, numbers, strict=True)])


def _reference(one: Reference, numbers: _Numbers, tokens: Sequence[Token]) -> Reference:
    said = tuple([at if isinstance(at, str) else tokens[at].norm for at in numbers])
    return Reference(one.kind, said, one.forms, one.first, one.last, one.bracket, one.ranged, one.link)
