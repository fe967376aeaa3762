"""All words of an edition's law, indexed so that a phrase is found in any form."""

from __future__ import annotations

from collections.abc import Sequence

from amendments.clarity import forms
from amendments.clarity.tokens import split
from amendments.clarity.wording import akin
from amendments.law.edition import Edition, is_law


class Phrases:
    """All words of an edition's law with an index of their beginnings, for looking up phrases in any form."""

    def __init__(self, edition: Edition) -> None:
        self.language = edition.language
        self.texts: list[tuple[str, str, list[str], list[int], list[int]]] = []
        self._by_start: dict[str, list[tuple[int, int]]] = {}
        for address, provision in edition:
            if not is_law(address) or provision.state != "in_force":
                continue
            text = split(provision.text)
            number = len(self.texts)
            self.texts.append((address, provision.text, text.words, text.starts, text.ends))
            for at, word in enumerate(text.words):
                self._by_start.setdefault(forms.folded(word)[:3], []).append((number, at))

    def find(self, words: Sequence[str]) -> list[tuple[str, str]]:
        """Address and quote of each place where the words stand in any form."""
        found = []
        for number, at in self._by_start.get(forms.folded(words[0])[:3], ()):
            address, source, text, starts, ends = self.texts[number]
            last = at + len(words)
            if last <= len(text) and all(akin(a, b, self.language) for a, b in zip(words, text[at:last], strict=True)):
                found.append((address, source[starts[at] : ends[last - 1]]))
        return found
