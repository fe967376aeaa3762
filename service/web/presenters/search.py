"""Finding words in a text for a reader: any letter case, any kind of dash, space or quote, from a word's beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from amendments.law.edition import Edition, is_law
from amendments.law.normal import fold, fold_map, is_word
from service.web.presenters.citation import split_step
from service.web.presenters.runs import Span

MAX_HITS = 500
"""More places than a person looks through; the page says so when there are more."""
MAX_QUERY = 200
_NUMBER = re.compile(r"^(?P<words>[^\d]*?)\s*(?P<number>\d+(?:-\d+)*)(?P<bracket>\)?)\s*[-–]?\s*(?P<after>[^\d]*)$")
_KINDS = {
    "art": ("статья", "статьи", "статье", "ст.", "ст", "бап", "бабы", "бабының", "бапта"),
    "pt": ("пункт", "пункта", "пункте", "п.", "тармақ", "тармағы", "тармағының"),
    "sub": ("подпункт", "подпункта", "подпункте", "подп.", "пп.", "тармақша", "тармақшасы"),
    "ch": ("глава", "главы", "главе", "гл.", "тарау", "тарауы"),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A place with the words looked for: address of the paragraph and the spans in its printed text."""

    address: str
    text: str
    spans: tuple[Span, ...]


def occurrences(text: str, query: str) -> list[tuple[int, int]]:
    """Where `query` stands in `text`, each time at the beginning of a word; offsets of the original characters."""
    needle = fold(query).casefold().strip()
    if not needle:
        return []
    view, kept = fold_map(text)
    lowered = view.casefold()
    if len(lowered) != len(view):  # a letter whose small form is longer: offsets would lie
        lowered = view.lower() if len(view.lower()) == len(view) else view
    found: list[tuple[int, int]] = []
    start = lowered.find(needle)
    while start >= 0:
        end = start + len(needle)
        if not (start and is_word(lowered[start - 1]) and is_word(needle[0])):
            found.append((kept[start], kept[end - 1] + 1) if kept else (start, end))
        start = lowered.find(needle, end)
    return found


def find_in(edition: Edition, query: str) -> list[Hit]:
    """Paragraphs of the law's own words (notes left out) that have the words, in the law's order."""
    return list(_hits(edition, query))


def numbered(edition: Edition, query: str) -> list[str]:
    """Addresses of the units that a query names by number: «35-1», «статья 35-1», «12-1) тармақша»."""
    found = _NUMBER.match(query.strip())
    if found is None:
        return []
    words = (found["words"] + " " + found["after"]).strip(" -–").casefold()
    kind = next((kind for kind, names in _KINDS.items() if words in names), None)
    if words and kind is None:
        return []
    if kind is None:
        kind = "sub" if found["bracket"] else "art"
    return [
        address
        for address, _ in edition
        if split_step(address.rsplit("/", 1)[-1]) == (kind, found["number"]) and is_law(address)
    ]


def _hits(edition: Edition, query: str) -> Iterator[Hit]:
    number = 0
    for address, node in edition:
        if not is_law(address):
            continue
        spans = []
        for start, end in occurrences(node.text, query):
            number += 1
            spans.append(Span(start, end, "hit", f"hit-{number}"))
        if spans:
            yield Hit(address, node.text, tuple(spans))
        if number >= MAX_HITS:
            return


def excerpt(hit: Hit, around: int = 90) -> tuple[str, tuple[Span, ...]]:
    """The words about the first place, cut at spaces, with the spans moved along."""
    first = hit.spans[0]
    start = 0 if first.start <= around else hit.text.rfind(" ", 0, first.start - around) + 1
    end = len(hit.text)
    if first.end + around < end:
        space = hit.text.find(" ", first.end + around)
        end = space if space > 0 else end
    before, after = ("… " if start else ""), (" …" if end < len(hit.text) else "")
    inside = [span for span in hit.spans if span.start >= start and span.end <= end]
    moved = tuple(Span(s.start - start + len(before), s.end - start + len(before), s.name) for s in inside)
    return before + hit.text[start:end] + after, moved
