"""Around a redline: contents with a bar per change, and the changes counted in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flask_babel import gettext as _
from flask_babel import ngettext

from amendments.law.edition import Edition
from service.web.presenters.reading import PARTS, Bars, Line, heading_words, make_bars
from service.web.presenters.redlining import Redlined


def change_contents(result: Redlined, old: Edition, new: Edition) -> list[Line]:
    """Contents of both texts in the order of the redline; articles that did not change are quiet."""
    return list(_lines(result, old, new, _bars(result)))


def table_contents(result: Redlined, old: Edition, new: Edition) -> list[Line]:
    """Contents of the table, which has the changes only: its articles, each leading to its first change."""
    first: dict[str, str] = {}
    for block in result.changes:
        for article in (block.article, *_articles_inside(block.addresses)):
            first.setdefault(article, block.id)
    lines = _lines(result, old, new, _bars(result))
    return [replace(line, anchor=first[line.address]) for line in lines if line.address in first]


def change_words(result: Redlined) -> list[str]:
    """How many changes of each kind there are: «3 добавления», «1 исключение»; kinds without any left out."""
    counts = result.counts
    words = []
    if counts["inserted"]:
        words.append(ngettext("%(num)s insertion", "%(num)s insertions", counts["inserted"]))
    if counts["deleted"]:
        words.append(ngettext("%(num)s deletion", "%(num)s deletions", counts["deleted"]))
    if counts["changed"]:
        words.append(ngettext("%(num)s rewording", "%(num)s rewordings", counts["changed"]))
    if counts["moved"]:
        words.append(ngettext("%(num)s move", "%(num)s moves", counts["moved"]))
    return words


def _bars(result: Redlined) -> dict[str, Bars]:
    kinds: dict[str, list[str]] = {}
    for block in result.changes:
        for article in dict.fromkeys([block.article, *_articles_inside(block.addresses)]):
            kinds.setdefault(article, []).append(block.change)
        if any(run.vague for line in block.lines for run in line.runs):
            kinds.setdefault(block.article, []).append("vague")
    return {article: make_bars(found, _words(found)) for article, found in kinds.items()}


def _articles_inside(addresses: tuple[str, ...]) -> Iterator[str]:
    for address in addresses:
        if address.rsplit("/", 1)[-1].startswith("art_"):
            yield address


def _words(kinds: list[str]) -> str:
    changes = sum(kind != "vague" for kind in kinds)
    words = ngettext("%(num)s change", "%(num)s changes", changes)
    # a sentence inside an f-string would not be found by the extractor
    vague = _("vague words")
    return f" — {words}, {vague}" if changes < len(kinds) else f" — {words}"


def _lines(result: Redlined, old: Edition, new: Edition, bars: dict[str, Bars]) -> Iterator[Line]:
    for address, place in result.places.items():
        node = new.at(address) or old.at(address)
        if node is None:
            continue
        mine = bars.get(address, Bars())
        words = heading_words(address, node, new.language)
        yield Line(words, place, node.kind in PARTS, address, not mine.total, mine)
