"""Since when and until when each place with some words stands, through the editions of an act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from amendments.law.edition import Edition, is_law
from service.web.presenters.search import Seeker
from service.web.presenters.units import numbered


@dataclass(frozen=True, slots=True)
class Standing:
    """A place in the last of the editions, one after another, in which it stands; editions by their index."""

    address: str
    text: str
    since: int
    last: int


Places = Mapping[str, str]
"""Address → text of the paragraphs that count, in one edition."""


def with_words(editions: Sequence[Edition], query: str, *, apart: bool = False) -> tuple[list[Places], Seeker]:
    """The paragraphs of each edition that have the words, and what found them."""
    texts = [{address: node.text for address, node in edition if is_law(address)} for edition in editions]
    language = editions[0].language if editions else "ru"
    distinct = {text for paragraphs in texts for text in paragraphs.values()}
    seeker = Seeker(query, language, distinct, apart=apart)
    have = {text for text in distinct if seeker.places(text)}
    return [{address: text for address, text in one.items() if text in have} for one in texts], seeker


def with_number(editions: Sequence[Edition], query: str) -> list[Places]:
    """The units of each edition that a query names by number or by a citation."""
    found: list[Places] = []
    for edition in editions:
        located = {address: edition.at(address) for address in numbered(edition, query)}
        found.append({address: node.text if node else "" for address, node in located.items()})
    return found


def standings(editions: Sequence[Places], *, follow: bool = True) -> list[Standing]:
    """Every stretch of editions in which a place stands, by its last edition, then in the law's order.

    A place goes on where its address still has the words, and (`follow`) where its paragraph got another number.
    """
    found: list[Standing] = []
    since: dict[str, int] = {}
    before: Places = {}
    for index, now in enumerate([*editions, {}]):
        moved = {text: address for address, text in before.items() if address not in now} if follow else {}
        going: dict[str, int] = {}
        kept: set[str] = set()
        for address, text in now.items():
            come_from = address if address in before else moved.pop(text, None)
            going[address] = index if come_from is None else since[come_from]
            kept.add(come_from or "")
        found.extend(
            Standing(address, text, since[address], index - 1)
            for address, text in before.items()
            if address not in kept
        )
        before, since = now, going
    return found
