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
def _folded(piece: str) -> str:
    return fold(piece)


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of text[start:end] in order; places count from the start of the whole text."""
    stop = len(text) if end is None else end
    tokens: list[Token] = []
    last = start - 1
    for match in _TOKEN.finditer(text, start, stop):
        piece = match.group()
        first = piece[0]
        if first.isdigit():
            kind, norm = "num", piece.replace("‑", "-")
        elif first.isalpha():
            kind, norm = "word", _folded(piece).lower()
        else:
            kind, norm = "mark", _folded(piece)
            if not norm or piece == "\\":  # an escape of Markdown or an invisible mark
                continue
        tokens.append(Token(kind, piece, norm, match.start(), match.end(), match.start() != last))
        last = match.end()
    return tokens
