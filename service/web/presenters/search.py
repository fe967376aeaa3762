"""Finding words in a text for a reader: in any form of the words, any letter case, any kind of dash, space or quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from amendments.law.edition import Edition, is_law
from amendments.law.normal import fold, fold_map
from service.web.presenters.runs import Span
from service.web.presenters.word_forms import forms_among

MAX_HITS = 500
"""More places than a person looks through; the page says so when there are more."""
MAX_QUERY = 200
_WORD = re.compile(r"\w+")
_SOUGHT = re.compile(r"\w+\*?")
_QUOTED = re.compile(r"^[«\"“„](.+)[»\"”“]$")


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

    Words are found in all their forms, one after another; a query in quotes («…» or "…") is found as it stands, a
    word with a star in all words that begin so. `apart` finds the words in any order, in texts that have them all.
    """

    def __init__(self, query: str, language: str, texts: Iterable[str], *, apart: bool = False) -> None:
        needle = fold(query).casefold().strip()
        quoted = _QUOTED.match(needle)
        self._pattern: re.Pattern[str] | None = None
        self._each: list[re.Pattern[str]] = []
        self._apart = apart
        self._views: dict[str, View] = {}  # each text is looked at for its words, then for the places
        if quoted:
            self._pattern = re.compile(rf"(?<!\w){re.escape(quoted[1].strip())}(?!\w)") if quoted[1].strip() else None
        elif needle:
            self._pattern = self._of_words(needle, language, texts)

    def _of_words(self, needle: str, language: str, texts: Iterable[str]) -> re.Pattern[str] | None:
        sought = _SOUGHT.findall(needle)
        if not sought:
            return None
        words = {word for text in texts for word in _WORD.findall(self._view(text)[0])}
        choices = [forms_among(words, word, language) for word in sought]
        if not all(choices):
            return None
        rows = ["|".join(sorted(map(re.escape, choice), key=len, reverse=True)) for choice in choices]
        if self._apart:
            self._each = [re.compile(rf"(?<!\w)(?:{row})(?!\w)") for row in rows]
            rows, between = ["|".join(rows)], ""
        else:
            between = r"[\W_]+"
        return re.compile(r"(?<!\w)" + between.join(rf"(?:{row})(?!\w)" for row in rows))

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where it stands in a text: offsets of the original characters, in order."""
        if self._pattern is None:
            return []
        view, kept = self._view(text)
        if not all(one.search(view) for one in self._each):
            return []
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


def find_in(edition: Edition, query: str, *, apart: bool = False) -> list[Hit]:
    """Paragraphs of the law's own words (notes left out) that have the words, in the law's order."""
    paragraphs = [(address, node.text) for address, node in edition if is_law(address)]
    seeker = Seeker(query, edition.language, (text for _, text in paragraphs), apart=apart)
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
