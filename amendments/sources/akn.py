"""Akoma Ntoso 3.0: its hierarchy becomes lines as the mirror prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from amendments.sources.error import SourceError
from amendments.sources.limits import FILE_BYTES, check_size
from amendments.sources.source import Source, language_of_text
from amendments.sources.xml import Element, local, parse_xml

_NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_LANGUAGES: Final = {"rus": "ru", "ru": "ru", "kaz": "kk", "kk": "kk"}
_HEADED: Final = frozenset(
    ("part", "section", "subsection", "chapter", "subchapter", "division", "title", "book", "tome", "article")
)
_TEXTS: Final = frozenset({"p", "block", "longTitle", "listIntroduction", "listWrapUp"})
_WRAPPED = re.compile(r"[ \t]*[\r\n]\s*")


def read_akn(data: bytes, *, language: str = "", limit: int = FILE_BYTES) -> Source:
    """The text of an act in Akoma Ntoso; `language` (ru, kk) is taken where the file names none.

    Raises SourceError: as `parse_xml`, and empty, too_big, not_akn, no_text."""
    check_size(len(data), limit)
    root = parse_xml(data)
    if str(root.tag) != f"{{{_NAMESPACE}}}akomaNtoso":
        raise SourceError("not_akn", root=local(root)[:40])
    lines = [line for part in root.iter() if local(part) in _PARTS for line in _PARTS[local(part)](part)]
    text = "\n\n".join(lines) + "\n"
    if not text.strip():
        raise SourceError("no_text")
    named = next((node.get("language", "") for node in root.iter("{*}FRBRlanguage")), "")
    return Source(text, _LANGUAGES.get(named) or language_of_text(text) or language, "akn", _metadata(root))


def _preface(part: Element) -> Iterator[str]:
    for node in part:
        if words := _words(node):
            yield f"# {words}"


def _preamble(part: Element) -> Iterator[str]:
    for node in part:
        if words := _words(node):
            yield f"> {words}" if node.get("name") == "note" else words


def _conclusions(part: Element) -> Iterator[str]:
    for node in part:
        if words := _words(node):
            yield f"**{words}**"


def _body(part: Element) -> Iterator[str]:
    for node in part:
        yield from _unit(node)


_PARTS: Final = {"preface": _preface, "preamble": _preamble, "body": _body, "conclusions": _conclusions}


def _unit(node: Element) -> Iterator[str]:
    """A unit of the hierarchy: its number before its heading or its first words, then what hangs under it."""
    if local(node) in _TEXTS:
        if words := _words(node):
            yield words
        return
    number = " ".join(_words(child) for child in node if local(child) == "num")
    heading = " ".join(_words(child) for child in node if local(child) in ("heading", "subheading"))
    note = node.get("name") == "note"
    below = (line for child in node if local(child) not in ("num", "heading", "subheading") for line in _unit(child))
    if heading or (number and local(node) in _HEADED):
        yield ("### " if local(node) == "article" else "## ") + f"{number} {heading}".strip()
    elif number or note:
        first = next(below, "")
        yield ("> " if note else "") + f"{number} {first}".strip()
    yield from below


def _words(node: Element) -> str:
    return _WRAPPED.sub(" ", "".join(str(text) for text in node.itertext())).strip()


def _metadata(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for level, name, key in (
        ("FRBRWork", "FRBRalias", "title"),
        ("FRBRWork", "FRBRnumber", "number"),
        ("FRBRExpression", "FRBRuri", "uri"),
    ):
        node = root.find(f".//{{*}}{level}/{{*}}{name}")
        if node is not None and node.get("value"):
            found[key] = node.get("value", "")
    for level, key in (("FRBRWork", "adopted"), ("FRBRExpression", "in_force_from")):
        node = root.find(f".//{{*}}{level}/{{*}}FRBRdate")
        if node is not None and node.get("date") and node.get("name") != "draft":  # a draft is in force from no day
            found[key] = node.get("date", "")
    return found
