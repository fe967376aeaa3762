"""What an edition says about each of its provisions: the contexts that the search needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from amendments.clarity.context import Context, Holder, Place
from amendments.clarity.engine import Clarity
from amendments.clarity.terms import definitions
from amendments.law.edition import Edition, walk
from amendments.law.normal import fold
from amendments.law.provision import Provision

# What an article is about, by its heading; the first that fits.
_HEADINGS: Final[tuple[tuple[Place, re.Pattern[str]], ...]] = (
    ("definitions", re.compile(r"(?i)\bпонятия\b|\bопределения\b|\bтермин|\bұғымдар|\bанықтамалар")),
    ("competence", re.compile(r"(?i)компетенци|полномочи|\bфункции|құзырет|құзыр|өкілетті|функциялар")),
    ("final", re.compile(r"(?i)заключительн|переходн|введени[ея]\s+в\s+действие|қорытынды|өтпелі|қолданысқа\s+енгіз")),
    ("rights", re.compile(r"(?i)\bправа\b|обязанност|гаранти|құқықтар|міндеттер|кепілдік")),
    ("procedure", re.compile(r"(?i)\bпорядок\b|порядка\b|процедур|тәртіб|рәсім")),
)


def place_of(heading: str) -> Place:
    """What an article with this heading is about; "" where the heading does not say."""
    folded = fold(heading)
    return next((place for place, pattern in _HEADINGS if pattern.search(folded)), "")


def contexts(edition: Edition, clarity: Clarity) -> Iterator[tuple[Provision, Context]]:
    """Every provision of an edition that is law, in document order, with its context.

    The holder of a list's items is the one its introduction names; the place is the article's; the defined terms
    are those of the article on definitions.
    """
    defined = tuple(definition.term for definition in definitions(edition))
    above: dict[tuple[int, ...], tuple[Place, Holder | None]] = {(): ("", None)}
    for address, provision, path in walk(edition.root):
        place, holder = above[path[:-1]]
        if provision.kind == "article":
            place, holder = place_of(provision.text), None
        elif provision.children and provision.text.rstrip().endswith(":"):
            holder = clarity.holder_named(provision.text, edition.language) or holder
        inherited = above[path[:-1]][1] if provision.kind != "article" else None
        above[path] = (place, holder)
        excluded = provision.state != "in_force"
        yield provision, Context(address, provision.kind, excluded, place, inherited, defined)
