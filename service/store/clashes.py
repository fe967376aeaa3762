"""Conflicts between amendments of one bill. Nothing here changes the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from amendments.law.edition import Edition
from amendments.operations.conflicts import Conflict, conflicts
from service.store.amendments import AmendmentEntry
from service.store.bill_texts import live
from service.store.cache import Key, cache_of
from service.store.effects import Effect, revision_effect
from service.store.tables import AmendmentRevision


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
    carried = [(entry.amendment.number, entry.revision) for entry in chosen if entry.carried]
    key = clashes_key(language, (revision.id for _, revision in carried))
    return cache_of(session).get(key, lambda: clashes_between(session, carried, language, base))


def clashes_key(language: str, revisions: Iterable[int | None]) -> Key:
    """What conflicts are kept under: the wordings by the numbers of their amendments never change."""
    return ("clashes", language, tuple(revisions))


def clashes_between(
    session: Session, wordings: Iterable[tuple[int, AmendmentRevision]], language: str, base: Edition
) -> tuple[Clash, ...]:
    """The conflicts between wordings, each with the number of its amendment, worked out anew."""
    return clashes([(number, revision_effect(session, row, language, base)) for number, row in wordings], base)
