"""Finding words in a text for a reader: in any form of the words, any letter case, any kind of dash, space or quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from amendments.law.citations import parse_citation
from amendments.law.edition import Edition, is_law
from amendments.law.naming import is_code
from amendments.law.normal import fold, fold_map
from amendments.law.settling import Custom, settle
from service.web.presenters.citation import split_step
from service.web.presenters.runs import Span
from service.web.presenters.word_forms import forms_among

MAX_HITS = 500
"""More places than a person looks through; the page says so when there are more."""
MAX_QUERY = 200
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"^[«\"“„](.+)[»\"”“]$")
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


View = tuple[str, Sequence[int] | None]
"""A text as it is searched, and the offsets of its characters in the original (None: the same)."""


class Seeker:
    """What a person looks for, as the words of one text have it.

    Words are found in all their forms, one after another; a query in quotes («…» or "…") is found as it stands.
    """

    def __init__(self, query: str, language: str, texts: Iterable[str]) -> None:
        needle = fold(query).casefold().strip()
        quoted = _QUOTED.match(needle)
        self._pattern: re.Pattern[str] | None = None
        self._views: dict[str, View] = {}  # each text is looked at for its words, then for the places
        if quoted:
            self._pattern = re.compile(rf"(?<!\w){re.escape(quoted[1].strip())}(?!\w)") if quoted[1].strip() else None
        elif needle:
            self._pattern = self._of_words(needle, language, texts)

    def _of_words(self, needle: str, language: str, texts: Iterable[str]) -> re.Pattern[str] | None:
        sought = _WORD.findall(needle)
        if not sought:
            return re.compile(re.escape(needle))
        words = {word for text in texts for word in _WORD.findall(self._view(text)[0])}
        choices = [forms_among(words, word, language) for word in sought]
        if not all(choices):
            return None
        rows = ["|".join(sorted(map(re.escape, choice), key=len, reverse=True)) for choice in choices]
        return re.compile(r"(?<!\w)" + r"[\W_]+".join(rf"(?:{row})(?!\w)" for row in rows))

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where it stands in a text: offsets of the original characters, in order."""
        if self._pattern is None:
            return []
        view, kept = self._view(text)
        found = [match.span() for match in self._pattern.finditer(view)]
        return [(kept[start], kept[end - 1] + 1) if kept else (start, end) for start, end in found]

    def _view(self, text: str) -> View:
        found = self._views.get(text)
        if found is None:
            found = self._views[text] = _view(text)
        return found


def _view(text: str) -> View:
    view, kept = fold_map(text)
    lowered = view.casefold()
    if len(lowered) != len(view):  # a letter whose small form is longer: offsets would lie
        lowered = view.lower() if len(view.lower()) == len(view) else view
    return lowered, kept


def find_in(edition: Edition, query: str) -> list[Hit]:
    """Paragraphs of the law's own words (notes left out) that have the words, in the law's order."""
    paragraphs = [(address, node.text) for address, node in edition if is_law(address)]
    seeker = Seeker(query, edition.language, (text for _, text in paragraphs))
    hits: list[Hit] = []
    number = 0
    for address, text in paragraphs:
        spans = [
            Span(start, end, "hit", f"hit-{number}")
            for number, (start, end) in enumerate(seeker.places(text), number + 1)
        ]
        if spans:
            number += len(spans)
            hits.append(Hit(address, text, tuple(spans)))
        if number >= MAX_HITS:
            break
    return hits


def numbered(edition: Edition, query: str) -> list[str]:
    """Addresses of the units that a query names by number: «35-1», «статья 35-1», «12-1) тармақша»; or by a
    citation in either language: «подпункт 3) пункта 1 статьи 9», «9-баптың 1-тармағы»."""
    found = _NUMBER.match(query.strip())
    if found is None:
        return _cited(edition, query)
    words = (found["words"] + " " + found["after"]).strip(" -–").casefold()
    kind = next((kind for kind, names in _KINDS.items() if words in names), None)
    if words and kind is None:
        return _cited(edition, query)
    if kind is None:
        kind = "sub" if found["bracket"] else "art"
    return [
        address
        for address, _ in edition
        if split_step(address.rsplit("/", 1)[-1]) == (kind, found["number"]) and is_law(address)
    ]


def _cited(edition: Edition, query: str) -> list[str]:
    if not any(char.isdigit() for char in query):
        return []
    for language in ("ru", "kk"):
        citation = parse_citation(query, language)
        if citation.problem is None:
            address = settle(edition, citation.address, Custom(code=is_code(edition)))
            if address is not None and edition.locate(address) is not None:
                return [address]
    return []


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
