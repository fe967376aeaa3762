"""From the text of an instruction to tokens: words, numbers, marks, quotations, remarks in brackets, line ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from amendments.instructions.quotes import CLOSING, MARKS, Budget, OrderWords, Place, direction, find_quote
from amendments.law.tokens import Token, tokenize

_DEEPEST: Final = 20


@dataclass(frozen=True, slots=True)
class Scanned:
    """The tokens of an instruction. `broken` are places of quotation marks that do not pair."""

    tokens: tuple[Token, ...]
    broken: tuple[tuple[int, int], ...]


def scan(text: str, words: OrderWords) -> Scanned:
    """Tokens with quotations as one token each."""
    budget = Budget(len(text))
    tokens: list[Token] = []
    broken: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        end = _next_mark(text, at)
        _words(text, at, end, tokens)
        if end >= len(text):
            break
        char = text[end]
        if char == "\n":
            tokens.append(Token("nl", "\n", "\n", end, end + 1))
            at = end + 1
            continue
        opens = direction(text, end, 0) >= 0 and char not in CLOSING
        place: Place = "line" if not tokens or tokens[-1].kind == "nl" else "words"
        if place == "words" and tokens[-1].norm == ":":
            place = "colon"
        quote = find_quote(text, end, place, budget, words) if opens and budget.left > 0 else None
        if quote is None:
            stop = text.find("\n", end)
            stop = len(text) if stop < 0 or (opens and place != "words") else stop
            broken.append((end, stop))
            tokens.append(Token("broken", text[end:stop], "broken", end, stop))
            at = stop
            continue
        kind = "block" if quote.block else "quote"
        tokens.append(Token(kind, text[quote.start : quote.end], kind, quote.start, quote.end, True, quote.inner))
        at = quote.end
    return Scanned(tuple(_with_remarks(tokens, text)), tuple(broken))


def _next_mark(text: str, at: int) -> int:
    while at < len(text) and text[at] != "\n" and text[at] not in MARKS:
        at += 1
    return at


def _words(text: str, start: int, end: int, tokens: list[Token]) -> None:
    if start < end:
        tokens.extend(tokenize(text, start, end))


def _with_remarks(tokens: list[Token], text: str) -> list[Token]:
    """Brackets with what stands in them become one token; «4)» keeps its bracket."""
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        end = _closing(tokens, at) if token.norm == "(" else -1
        if end < 0:
            result.append(token)
            at += 1
            continue
        last = tokens[end]
        inner = text[token.end : last.start]
        result.append(Token("paren", text[token.start : last.end], "paren", token.start, last.end, True, inner))
        at = end + 1
    return result


def _closing(tokens: list[Token], at: int) -> int:
    """The index of the bracket that closes the one at an index in the same line, or -1."""
    depth = 0
    fallback = -1
    for index in range(at, min(len(tokens), at + 2000)):
        token = tokens[index]
        if token.kind == "nl":
            break
        if token.norm == "(":
            depth += 1
            if depth > _DEEPEST:
                break
        elif token.norm == ")":
            if tokens[index - 1].kind == "num" and not tokens[index].spaced and depth == 1:
                fallback = index  # «(подпункты 1) и 2))»
                continue
            depth -= 1
            if depth == 0:
                return index
    return fallback
