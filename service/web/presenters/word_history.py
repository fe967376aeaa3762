"""When words appeared in an act and when they went: the editions in which their places changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amendments.law.edition import Edition, is_law
from service.web.presenters.search import Seeker


@dataclass(frozen=True, slots=True)
class Turn:
    """An edition, by its index, in which the places of the words are others than in the one before.

    `came` and `went` are addresses in this edition and in the one before; `total` is how often the words stand now.
    """

    edition: int
    total: int
    came: tuple[str, ...]
    went: tuple[str, ...]


def turns(editions: Sequence[Edition], query: str) -> list[Turn]:
    """The history of words through the editions of one language, in order of date. Empty where they never stood.

    A paragraph that keeps its words and only gets another number is no turn.
    """
    texts = [{address: node.text for address, node in edition if is_law(address)} for edition in editions]
    language = editions[0].language if editions else "ru"
    seeker = Seeker(query, language, {text for paragraphs in texts for text in paragraphs.values()})
    counted: dict[str, int] = {}
    found: list[Turn] = []
    before: dict[str, str] = {}
    for index, paragraphs in enumerate(texts):
        for text in paragraphs.values():
            if text not in counted:
                counted[text] = len(seeker.places(text))
        now = {address: text for address, text in paragraphs.items() if counted[text]}
        came = _other(now, before, counted)
        went = _other(before, now, counted)
        if came or went:
            found.append(Turn(index, sum(counted[text] for text in now.values()), came, went))
        before = now
    return found


def _other(these: dict[str, str], those: dict[str, str], counted: dict[str, int]) -> tuple[str, ...]:
    """Addresses at which the words stand more often here than there, and whose paragraph is not there elsewhere."""
    kept = set(those.values())
    return tuple(
        address
        for address, text in these.items()
        if text not in kept and counted[text] > counted.get(those.get(address, ""), 0)
    )
