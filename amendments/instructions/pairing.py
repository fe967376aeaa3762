"""The Russian and the Kazakh text of one amending act side by side, article by article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

from amendments.instructions.applying import other_acts
from amendments.instructions.portions import article_of
from amendments.instructions.reading import Reading
from amendments.instructions.twins import Difference, differences
from amendments.operations.model import Operation

_Key = TypeVar("_Key", str, tuple[str, ...])


@dataclass(frozen=True)
class ArticlePair:
    """An article of the law: how many orders each language has for it, and where they differ.

    `address` is «art_9», or "" for orders about what stands outside articles.
    """

    address: str
    russian: int
    kazakh: int
    differences: tuple[Difference, ...]


def orders_for(reading: Reading, title: str = "") -> list[Operation]:
    """The orders of a reading for the act with this title, as they were read; without a title, all."""
    foreign = other_acts(reading, title)
    return [one for index, one in enumerate(reading.operations) if index not in foreign]


def paired(readings: Mapping[str, Reading], titles: Mapping[str, str] | None = None) -> tuple[ArticlePair, ...]:
    """The articles that both texts of an act amend, from their readings by language, «ru» and «kk» (see `by_article`).

    `titles`: of an act that amends several acts, only what is said of the one with these titles counts.
    """
    named = titles or {}
    ru, kk = (orders_for(readings[language], named.get(language, "")) for language in ("ru", "kk"))
    return by_article(ru, kk)


def by_article(russian: Sequence[Operation], kazakh: Sequence[Operation]) -> tuple[ArticlePair, ...]:
    """The articles that two texts of one act amend, in the order of the texts, with the differences of their orders."""
    ru, kk = [article_of(one) for one in russian], [article_of(one) for one in kazakh]
    differ: dict[str, list[Difference]] = {}
    for one in differences(russian, kazakh):
        differ.setdefault(_article(one.address), []).append(one)
    names = [name for name, _ in _merged(list(dict.fromkeys(ru)), list(dict.fromkeys(kk)))]
    names = list(dict.fromkeys([*names, *differ]))
    return tuple(ArticlePair(name, ru.count(name), kk.count(name), tuple(differ.get(name, ()))) for name in names)


def matched(
    first: Sequence[tuple[str, ...]], second: Sequence[tuple[str, ...]]
) -> tuple[tuple[int | None, int | None], ...]:
    """Which parts of two texts belong together: pairs of indexes, None where a part has no twin.

    Parts are given by the articles that they amend. The order of either text is kept: a twin is never moved.
    """
    return tuple(places for _, places in _merged(first, second))


def _merged(first: Sequence[_Key], second: Sequence[_Key]) -> list[tuple[_Key, tuple[int | None, int | None]]]:
    merged: list[tuple[_Key, tuple[int | None, int | None]]] = []
    for tag, start, end, begin, stop in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag == "equal":
            merged.extend((first[start + at], (start + at, begin + at)) for at in range(end - start))
            continue
        merged.extend((first[at], (at, None)) for at in range(start, end))
        merged.extend((second[at], (None, at)) for at in range(begin, stop))
    return merged


def _article(address: str) -> str:
    return next((step for step in address.split("/") if step.startswith("art_")), "")
