"""Words, numbers and marks of a sentence with their places: what citations and instructions are read from."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from amendments.law.normal import fold

_TOKEN: Final = re.compile(r"\d+(?:[-‑]\d+)*|[^\W\d_]+|[^\s]")
_ROMAN: Final = re.compile(r"[IVXLCІХС]+(?:-\d+)?$")


class Token(NamedTuple):
    """One word, number or mark. `norm` is its folded lower-case form; `start` and `end` are places in the text.

    `kind`: word, num, mark; instructions add quote (`inner` its content) and paren (a whole bracketed remark).
    """

    kind: str
    text: str
    norm: str
    start: int
    end: int
    spaced: bool = True  # whether white space stands before it
    inner: str = ""

    @property
    def is_roman(self) -> bool:
        """Whether a word may be a Roman number."""
        return self.kind == "word" and bool(_ROMAN.match(self.text))


@lru_cache(maxsize=65536)
def _known(piece: str) -> tuple[str, str]:
    """The kind and the folded form of a piece, "" for one that is no token."""
    first = piece[0]
    if first.isdigit():
        return "num", piece.replace("‑", "-")
    if first.isalpha():
        return "word", fold(piece).lower()
    return "mark", "" if piece == "\\" else fold(piece)


def tokenize(text: str, start: int = 0, stop: int | None = None) -> list[Token]:
    """The tokens of text[start:stop] in order; places count from the start of the whole text."""
    stop = len(text) if stop is None else stop
    tokens: list[Token] = []
    last = start - 1
    for match in _TOKEN.finditer(text, start, stop):
        piece = match[0]
        kind, norm = _known(piece)
        if not norm:  # an escape of Markdown or an invisible mark
            continue
        begin, end = match.span()
        tokens.append(Token(kind, piece, norm, begin, end, begin != last))
        last = end
    return tokens
