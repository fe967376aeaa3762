"""What a replacement of words throughout makes of paragraphs, kept for units met again in another state of the text."""

from __future__ import annotations

from collections.abc import Sequence

from amendments.law.normal import find_words
from amendments.law.provision import EDITORIAL, Provision
from amendments.operations.words import ADJUSTMENTS, Edit, apply_edits, removed, replaced

Pairs = Sequence[tuple[str, str]]


def longest_first(pairs: Pairs) -> list[tuple[str, str]]:
    """Pairs in the order in which they are sought, so that none eats a part of another."""
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def throughout(text: str, pairs: Pairs, rules: frozenset[str]) -> list[Edit]:
    """The edits of pairs, longest first, in one paragraph."""
    edits: list[Edit] = []
    taken: list[tuple[int, int]] = []
    for old, new in pairs:
        for start, end in find_words(text, old):
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            taken.append((start, end))
            edits.extend(_changed(text, start, end, (old, new), rules))
    return edits


def _changed(text: str, start: int, end: int, pair: tuple[str, str], rules: frozenset[str]) -> list[Edit]:
    """The edits of one pair at a place; words that stay («город» → «город Алматы») keep their own letters."""
    old, new = pair
    if not new:
        return removed(text, start, end, rules)
    if new.startswith(old):
        return [Edit(end, end, new[len(old) :])]
    if new.endswith(old):
        return [Edit(start, start, new[: -len(old)])]
    return replaced(text, start, end, new, rules)


class Throughout:
    """Replaces pairs of words in whole trees that have most of their units in common."""

    def __init__(self, pairs: Pairs) -> None:
        self.pairs = longest_first(pairs)
        # By identity: the unit itself is kept beside what became of it, so that no other can take its place.
        self._known: dict[int, tuple[Provision, Provision]] = {}

    def of(self, unit: Provision) -> Provision:
        """The unit with the words replaced in it and in all that is law below; the same object where none is there."""
        known = self._known.get(id(unit))
        if known is None:
            known = self._known[id(unit)] = (unit, self._made(unit))
        return known[1]

    def _made(self, unit: Provision) -> Provision:
        edits = throughout(unit.text, self.pairs, ADJUSTMENTS)
        children = unit.children
        if children:
            below = [self._below(child) for child in children]
            if any(new is not old for new, old in zip(below, children, strict=True)):
                children = tuple(below)
        if edits:
            return unit.replace(text=apply_edits(unit.text, edits), children=children)
        return unit if children is unit.children else unit.replace(children=children)

    def _below(self, unit: Provision) -> Provision:
        """What becomes of a unit in another: notes and markers of excluded units are no law."""
        return unit if unit.kind in EDITORIAL or unit.state == "excluded" else self.of(unit)
