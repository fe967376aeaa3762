"""Anchors: where a comment or a finding is fastened to the words of an edition.

An anchor is found again after any edit that leaves its words alone, moves included; where they were touched it is
lost and says so with the old quote. It never lands on other words.
"""

from __future__ import annotations

from dataclasses import dataclass

from amendments.law.edition import Edition, address_of, is_law
from amendments.operations.mapping import Mapping, words_after

_CONTEXT = 24  # characters kept on both sides of a quote, to tell equal quotes apart


@dataclass(frozen=True)
class Anchor:
    """Characters `start` to `end` of the words of the provision at `address`; `quote` are these words.

    A quote of a whole provision has `start` 0 and `end` the length of its words.
    """

    address: str
    start: int
    end: int
    quote: str
    before: str = ""
    behind: str = ""


@dataclass(frozen=True)
class Found:
    """An anchor in another edition. `moved`: it stands at another address.

    Where it is lost `anchor` is None and `lost` is the old quote; where it was found `lost` is None.
    """

    anchor: Anchor | None
    moved: bool = False
    lost: str | None = None


def anchor(edition: Edition, address: str, start: int = 0, end: int | None = None) -> Anchor:
    """Fasten an anchor. Raises LookupError where the address or the characters are not there."""
    unit = edition.at(address)
    if unit is None:
        raise LookupError(f"no provision at {address}")
    stop = len(unit.text) if end is None else end
    if not 0 <= start <= stop <= len(unit.text):
        raise LookupError(f"no characters {start}–{stop} at {address}")
    text = unit.text
    return Anchor(
        address, start, stop, text[start:stop], text[max(0, start - _CONTEXT) : start], text[stop : stop + _CONTEXT]
    )


def carry(mark: Anchor, mapping: Mapping) -> Found:
    """Carry an anchor from the old edition of a mapping to the new one."""
    path = mapping.old.path(mark.address)
    kept = mapping.follow(path) if path is not None else None
    if kept is None:
        return Found(None, lost=mark.quote)
    place = words_after(kept.old.text, kept.new.text, mark.start, mark.end)
    if place is None:
        return Found(None, lost=mark.quote)
    address = address_of(mapping.new, kept.path)
    return Found(anchor(mapping.new, address, *place), moved=address != mark.address)


def relocate(mark: Anchor, edition: Edition) -> Found:
    """Find an anchor in an edition without knowing how the text came about: by its quote and what stood around it.

    At its own address first; elsewhere only where the quote with its surroundings stands exactly once.
    """
    here = edition.at(mark.address)
    if here is not None:
        place = _only(here.text, mark)
        if place is not None:
            return Found(anchor(edition, mark.address, *place))
    found = []
    for address, unit in edition:
        if is_law(address) and address != mark.address and mark.quote and mark.quote in unit.text:
            at = unit.text.find(mark.before + mark.quote + mark.behind)
            if at >= 0:
                start = at + len(mark.before)
                found.append((address, start, start + len(mark.quote)))
    if len(found) == 1:
        address, start, end = found[0]
        return Found(anchor(edition, address, start, end), moved=True)
    return Found(None, lost=mark.quote)


def _only(text: str, mark: Anchor) -> tuple[int, int] | None:
    """The one place of a quote in a paragraph; its surroundings decide between several."""
    size = len(mark.quote)
    if not size:
        around = text.startswith(mark.before + mark.behind, max(0, mark.start - len(mark.before)))
        return (mark.start, mark.start) if around and mark.start <= len(text) else None
    if text[mark.start : mark.end] == mark.quote and text.count(mark.quote) == 1:
        return mark.start, mark.end
    places = []
    at = text.find(mark.quote)
    while at >= 0:
        places.append(at)
        at = text.find(mark.quote, at + 1)
    if len(places) == 1:
        return places[0], places[0] + size
    sure = [
        at
        for at in places
        if text[max(0, at - len(mark.before)) : at] == mark.before
        and text[at + size : at + size + len(mark.behind)] == mark.behind
    ]
    return (sure[0], sure[0] + size) if len(sure) == 1 else None
