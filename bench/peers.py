"""Other ways to compare two texts. Each gets the same two strings; most return pieces, to judge what they found."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator

import cydifflib
import fast_diff_match_patch
from lxml import etree
from redlines import Redlines
from xmldiff import main as xmldiff

Piece = tuple[str, str]
"""What is done ("=", "+" or "-") and the text it is done to."""

TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
SURROGATES = 0xD800


def lines_then_words(old: str, new: str) -> list[Piece]:
    """cydifflib on lines, then on words inside the lines that differ."""
    pieces = []
    for a, b in blocks(old.splitlines(keepends=True), new.splitlines(keepends=True)):
        if a == b:
            pieces.append(("=", "".join(a)))
            continue
        for x, y in blocks(TOKEN.findall("".join(a)), TOKEN.findall("".join(b))):
            pieces += [("=", "".join(x))] if x == y else [("-", "".join(x)), ("+", "".join(y))]
    return [piece for piece in pieces if piece[1]]


def blocks(a: list[str], b: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The aligned blocks of two lists."""
    for _, i, j, k, m in cydifflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        yield a[i:j], b[k:m]


def characters(old: str, new: str) -> list[Piece]:
    """fast-diff-match-patch as it comes: characters, lines first, semantic cleanup."""
    return decoded(fast_diff_match_patch.diff(old, new, timelimit=0, cleanup="Semantic"), old, new)


def words(old: str, new: str) -> list[Piece]:
    """fast-diff-match-patch on one code point per word."""
    alphabet: dict[str, str] = {}
    a, b = TOKEN.findall(old), TOKEN.findall(new)
    coded = ["".join([alphabet.setdefault(token, chr(len(alphabet) + 0x100)) for token in tokens]) for tokens in (a, b)]
    if len(alphabet) + 0x100 >= SURROGATES:
        raise ValueError("more different words than this alphabet holds")
    found = fast_diff_match_patch.diff(*coded, timelimit=0, checklines=False, cleanup="Semantic")
    return decoded(found, a, b)


def decoded(found: Iterable[tuple[str, int]], old: str | list[str], new: str | list[str]) -> list[Piece]:
    """Lengths of pieces turned back into the texts that they stand for."""
    pieces, i, j = [], 0, 0
    for kind, length in found:
        source, start = (new, j) if kind == "+" else (old, i)
        pieces.append((kind, "".join(source[start : start + length])))
        i += length if kind != "+" else 0
        j += length if kind != "-" else 0
    return pieces


def redlines(old: str, new: str) -> str:
    """redlines: a Markdown text with the changes marked."""
    marked: str = Redlines(old, new).output_markdown
    return marked


def paragraphs(text: str) -> etree._Element:
    """A text as the tree that xmldiff compares: an element per paragraph."""
    root = etree.Element("law")
    for line in filter(str.strip, text.splitlines()):
        etree.SubElement(root, "p").text = line
    return root


def tree_edits(old: str, new: str) -> list[object]:
    """xmldiff with its fast match, on a tree of paragraphs."""
    edits: list[object] = xmldiff.diff_trees(paragraphs(old), paragraphs(new), {"fast_match": True})
    return edits


RAW = "fast-diff-match-patch, characters"
WITH_PIECES: dict[str, Callable[[str, str], list[Piece]]] = {
    "cydifflib, lines then words": lines_then_words,
    "fast-diff-match-patch, words": words,
    RAW: characters,
}
OTHERS: dict[str, Callable[[str, str], object]] = {
    "xmldiff, fast match": tree_edits,
    "redlines": redlines,
}
ALL: dict[str, Callable[[str, str], object]] = {**WITH_PIECES, **OTHERS}
WORD_CLEAN = tuple(name for name in ALL if name != RAW)


def verdict(pieces: list[Piece], old: str, new: str) -> str:
    """What a reader would see of a comparison: how many pieces differ, whether words are cut, whether it is exact."""
    exact = all(
        "".join(text for kind, text in pieces if kind != other) == whole for other, whole in (("+", old), ("-", new))
    )
    changed = sum(kind != "=" for kind, _ in pieces)
    return f"{changed} changed pieces, {cut_words(pieces)} borders inside a word" + ("" if exact else ", NOT EXACT")


def cut_words(pieces: list[Piece]) -> int:
    """How many borders between an equal and a changed piece fall inside a word."""
    return sum(
        1
        for (kind, text), (following, after) in itertools.pairwise(pieces)
        if kind != following and "=" in (kind, following) and re.fullmatch(r"\w\w", text[-1:] + after[:1])
    )
