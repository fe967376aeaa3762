"""Statements of an instruction: what stands between «;», «:» and ends of lines, with its number.

A quoted block belongs to the statement that announces it; several blocks in a row belong to the same one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from amendments.law.tokens import Token

Style = Literal["", "article", "point", "subpoint", "letter"]
_ENDS: Final = frozenset({";", "."})
# Words after which a full stop does not end a sentence.
SHORT_WORDS: Final = frozenset(
    [
        "г",
        "ст",
        "п",
        "пп",
        "подп",
        "ч",
        "абз",
        "гл",
        "разд",
        "см",
        "т",
        "д",
        "др",
        "тыс",
        "млн",
        "руб",
        "ж",
        "б",
        "т.б",
        "№",
    ]
)


class Statement(NamedTuple):
    """Tokens between two ends. `style` and `number` are its label («2)» → subpoint, 2); `ending` the mark after it."""

    tokens: tuple[Token, ...]
    style: Style
    number: str
    ending: str
    start: int
    end: int
    new_line: bool  # whether it begins a line


def split_statements(tokens: Sequence[Token], language: str) -> Iterator[Statement]:
    """The statements of an instruction in order. Empty ones are left out."""
    at = 0
    fresh = True
    while at < len(tokens):
        if tokens[at].kind == "nl":
            fresh = True
            at += 1
            continue
        style, number, first = _label(tokens, at, language) if fresh else ("", "", at)
        last, after, ending = _extent(tokens, first)
        if last > first or style:
            end = tokens[after - 1].end if after > at else tokens[at].end
            yield Statement(tuple(tokens[first:last]), style, number, ending, tokens[at].start, end, fresh)
        fresh = False
        at = max(after, at + 1)


def _label(tokens: Sequence[Token], at: int, language: str) -> tuple[Style, str, int]:
    """The number that a line begins with: «1)», «1.», «а)», «Статья 1.», «1-бап.»."""

    def norm(index: int) -> str:
        return tokens[index].norm if index < len(tokens) else ""

    token = tokens[at]
    if language == "ru" and token.norm == "статья" and norm(at + 1)[:1].isdigit() and norm(at + 2) in (".", "\n"):
        return "article", norm(at + 1), at + 3
    if token.kind == "word" and len(token.text) == 1 and norm(at + 1) == ")":
        return "letter", token.norm, at + 2
    if token.kind != "num":
        return "", "", at
    if language == "kk" and norm(at + 1) == "-" and norm(at + 2) == "бап" and norm(at + 3) in (".", "\n"):
        return "article", token.norm, at + 4
    if norm(at + 1) == ")" and not _names_unit(tokens, at + 2, language):
        return "subpoint", token.norm, at + 2
    if norm(at + 1) == "." and at + 2 < len(tokens):
        return "point", token.norm, at + 2
    return "", "", at


def _names_unit(tokens: Sequence[Token], at: int, language: str) -> bool:
    """Kazakh numbers stand before the unit: «2) тармақша …» is no label, nor is «4) және 5) тармақшалар»."""
    if language != "kk" or (at < len(tokens) and tokens[at].kind == "num"):
        return False  # «1) 3) тармақшадағы …»: the first is a label
    while at < len(tokens) and (tokens[at].norm in ("-", ",", "және", "мен", ")", "–") or tokens[at].kind == "num"):
        at += 1
    return at < len(tokens) and tokens[at].norm.startswith("тармақша") and tokens[at - 1].norm in (")", "-")


def _extent(tokens: Sequence[Token], first: int) -> tuple[int, int, str]:
    """One statement from a token on: (index after its words, index after its end mark, the mark)."""
    at = first
    while at < len(tokens):
        token = tokens[at]
        if token.kind == "nl":
            step = _skip_lines(tokens, at)
            if step < len(tokens) and at > first and _runs_on(tokens, at - 1, step):
                at = step
                continue
            return at, at + 1, ""
        if token.norm == ";":
            if _next_block(tokens, at) is not None and tokens[at - 1].kind == "block":
                at = _next_block(tokens, at)  # type: ignore[assignment]
                continue
            return at, at + 1, ";"
        if token.norm == ":":
            step = _skip_lines(tokens, at + 1)
            if step < len(tokens) and tokens[step].kind in ("block", "broken"):
                at = step
                continue
            return at, at + 1, ":"
        if token.norm == "." and _ends_sentence(tokens, at):
            return at, at + 1, "."
        at += 1
    return at, at, ""


def _skip_lines(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and tokens[at].kind == "nl":
        at += 1
    return at


def _next_block(tokens: Sequence[Token], at: int) -> int | None:
    """The next block, where nothing but an end mark and line ends stands before it."""
    step = _skip_lines(tokens, at + 1)
    return step if step < len(tokens) and tokens[step].kind == "block" and step > at + 1 else None


def _runs_on(tokens: Sequence[Token], last: int, following: int) -> bool:
    """Whether a line goes on in the next: a block follows a block, or a wrapped line begins with a small letter."""
    before, after = tokens[last], tokens[following]
    if after.kind == "block":
        return before.kind == "block" or before.norm in (":", ",")
    if before.kind == "block":
        return False
    wrapped = following == last + 2
    return wrapped and after.kind == "word" and after.text[0].islower() and before.norm not in (";", ":", ".")


def _ends_sentence(tokens: Sequence[Token], at: int) -> bool:
    previous = tokens[at - 1] if at else None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.kind in ("nl", "block"):
        return True
    if previous is not None and (previous.norm in SHORT_WORDS or (previous.kind == "num" and following.kind == "num")):
        return False
    return following.spaced and following.kind == "word" and following.text[0].isupper()
