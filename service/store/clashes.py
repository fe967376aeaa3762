"""Conflicts between amendments of one bill. Nothing here changes the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from amendments.law.edition import Edition
from amendments.operations.conflicts import Conflict, conflicts
from service.store.amendments import AmendmentEntry
from service.store.bill_texts import live
from service.store.cache import cache_of
from service.store.effects import Effect, revision_effect


@dataclass(frozen=True, slots=True)
class Clash:
    """Two amendments of a bill, by number, that conflict."""

    first: int
    second: int
    conflict: Conflict

    def other(self, number: int) -> int:
        """The one that is not `number`."""
        return self.second if number == self.first else self.first

    @property
    def articles(self) -> frozenset[str]:
        """The articles (or what stands outside articles) in which they collide."""
        places = (self.conflict.first_address, self.conflict.second_address)
        return frozenset(place.split("/", 1)[0] for place in places if place)


def clashes(effects: Sequence[tuple[int, Effect]], base: Edition) -> tuple[Clash, ...]:
    """All conflicting pairs among amendments given as (number, effect); those that cannot be applied alone left out."""
    exact = [(number, effect) for number, effect in effects if effect.exact]
    found = conflicts([effect.operations for _number, effect in exact], base)
    return tuple(Clash(exact[one.first][0], exact[one.second][0], one) for one in found)


def clashes_of(session: Session, entries: Sequence[AmendmentEntry], language: str, base: Edition) -> tuple[Clash, ...]:
    """All conflicts among the live amendments of a bill. Kept while no amendment changes."""
    return clashes_among(session, live(entries), language, base)


def clashes_among(
    session: Session, chosen: Sequence[AmendmentEntry], language: str, base: Edition
) -> tuple[Clash, ...]:
    """All conflicts among chosen amendments, whatever their state; those left on an older edition take no part."""
    chosen = [entry for entry in chosen if entry.carried]
    key = ("clashes", language, tuple(entry.revision.id for entry in chosen))

    def make() -> tuple[Clash, ...]:
        effects = [
            (entry.amendment.number, revision_effect(session, entry.revision, language, base)) for entry in chosen
        ]
        return clashes(effects, base)

    return cache_of(session).get(key, make)
