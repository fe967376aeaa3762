"""From the text of an instruction to tokens: words, numbers, marks, quotations, remarks in brackets, line ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from amendments.instructions.quotes import CLOSING, MARKS, Budget, OrderWords, Place, direction, find_quote
from amendments.law.tokens import Token, tokenize

_MARK_OR_LINE: Final = re.compile("[" + re.escape("".join(sorted(MARKS))) + "\n]")


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
    found = _MARK_OR_LINE.search(text, at)
    return found.start() if found else len(text)


def _words(text: str, start: int, end: int, tokens: list[Token]) -> None:
    if start < end:
        tokens.extend(tokenize(text, start, end))


def _with_remarks(tokens: list[Token], text: str) -> list[Token]:
    """Brackets with what stands in them become one token; «4)» keeps its bracket."""
    closing = _pairs(tokens)
    if not closing:
        return tokens
    result: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        end = closing.get(at, -1)
        if end < 0:
            result.append(token)
            at += 1
            continue
        last = tokens[end]
        inner = text[token.end : last.start]
        result.append(Token("paren", text[token.start : last.end], "paren", token.start, last.end, True, inner))
        at = end + 1
    return result


def _pairs(tokens: list[Token]) -> dict[int, int]:
    """For each opening bracket the one that closes it in the same line."""
    found: dict[int, int] = {}
    if not any(token.norm == "(" for token in tokens):
        return found
    opened: list[int] = []
    numbered: dict[int, int] = {}  # «4)» inside a bracket closes it only where nothing else does
    for index, token in enumerate(tokens):
        if token.kind == "nl":
            for start in opened:
                if start in numbered:
                    found[start] = numbered[start]
            opened, numbered = [], {}
        elif token.norm == "(":
            opened.append(index)
        elif token.norm == ")" and opened:
            if tokens[index - 1].kind == "num" and not token.spaced:
                numbered[opened[-1]] = index
            else:
                found[opened.pop()] = index
    for start in opened:
        if start in numbered:
            found[start] = numbered[start]
    return found
