"""Two conflicting amendments as the page that settles them needs them: their texts, outcomes, joint wordings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from amendments.law.edition import Edition
from amendments.operations.redline import Row, redline
from service.errors import NotFound
from service.store.amendments import AmendmentEntry, all_amendments, get_amendment
from service.store.bills import BillEntry
from service.store.cache import cache_of
from service.store.clashes import Clash, clashes_among, clashes_of
from service.store.database import Session
from service.store.effects import Effect, effect_rows, instruction_in, revision_effect
from service.store.joint_texts import Joint, Way, joint_text, joint_wording, shared_articles
from service.store.rewriting import Rewritten, Typed
from service.web.presenters.citation import capital, cite
from service.web.presenters.solving import OrderOutcome, PlaceRow, order_lines, place_rows
from service.web.views.editing_form import LANGUAGES, Form, bases


@dataclass(frozen=True)
class Pair:
    """The two, the editions they are written against, and their conflict in each language where they have one."""

    first: AmendmentEntry
    second: AmendmentEntry
    bases: Mapping[str, Edition]
    clashes: Mapping[str, Clash]

    @property
    def numbers(self) -> tuple[int, int]:
        """The numbers of both."""
        return self.first.amendment.number, self.second.amendment.number

    @property
    def revisions(self) -> tuple[int, int]:
        """The numbers of their revisions."""
        return self.first.revision.number, self.second.revision.number

    def effects(self, session: Session, language: str) -> tuple[Effect, Effect]:
        """What each does by itself."""
        base = self.bases[language]
        return (
            revision_effect(session, self.first.revision, language, base),
            revision_effect(session, self.second.revision, language, base),
        )

    def articles(self, session: Session, language: str) -> list[str]:
        """The articles in which they meet."""
        met = shared_articles(*self.effects(session, language))
        clash = self.clashes.get(language)
        return list(dict.fromkeys([*met, *sorted(clash.articles if clash else ())]))

    def left(self, session: Session, way: str, language: str) -> list[str]:
        """Places where the joint text stands as in force, for a person to write; in words, both languages together."""
        found = [place for code in self.bases for place in joint_of(session, self, code, way).left]
        return list(dict.fromkeys(capital(cite(place, language)) for place in found))


def find_pair(session: Session, bill: BillEntry, first: int, second: int) -> Pair:
    """The pair as it is now, with no conflict where it is settled. Raises NotFound("amendment_not_found")."""
    entries = all_amendments(session, bill.bill)
    by_number = {entry.amendment.number: entry for entry in entries}
    for number in (first, second):
        if number not in by_number:
            raise NotFound("amendment_not_found", amendment=number)
    editions = bases(session, bill)
    pair = tuple(sorted((first, second)))
    found = {
        code: clash
        for code, base in editions.items()
        for clash in clashes_of(session, entries, code, base)
        if (clash.first, clash.second) == pair
    }
    return Pair(by_number[pair[0]], by_number[pair[1]], editions, found)


def as_started(session: Session, pair: Pair, revisions: tuple[int, int]) -> Pair:
    """The pair with the revisions that a person started from, whatever was decided since; those there never were and
    those of another edition stay as they are now."""
    entries = [
        _with_revision(session, entry, number)
        for entry, number in zip((pair.first, pair.second), revisions, strict=True)
    ]
    found = {code: clash for code, base in pair.bases.items() for clash in clashes_among(session, entries, code, base)}
    return Pair(entries[0], entries[1], pair.bases, found)


def _with_revision(session: Session, entry: AmendmentEntry, number: int) -> AmendmentEntry:
    if number == entry.revision.number:
        return entry
    rows = get_amendment(session, entry.amendment.id or 0).revisions
    row = next((one for one in rows if one.number == number and one.base_date == entry.revision.base_date), None)
    return entry if row is None else replace(entry, revision=row)


def joint_of(session: Session, pair: Pair, language: str, way: str) -> Joint:
    """Both in one text. Kept while neither changes."""
    chosen: Way = "first" if way == "first" else "second" if way == "second" else "joined"
    first, second = pair.effects(session, language)
    return cache_of(session).get(
        ("joint", pair.first.revision.id, pair.second.revision.id, language, chosen),
        lambda: joint_text(pair.bases[language], first, second, chosen),
    )


def start_wording(session: Session, pair: Pair, way: str) -> dict[str, Rewritten]:
    """The joint wording that is offered, by language. Kept while neither amendment changes."""
    return {code: _start_wording(session, pair, code, way) for code in pair.bases}


def _start_wording(session: Session, pair: Pair, language: str, way: str) -> Rewritten:
    return cache_of(session).get(
        ("joint wording", pair.first.revision.id, pair.second.revision.id, language, way),
        lambda: joint_wording(
            pair.bases[language], joint_of(session, pair, language, way), pair.articles(session, language)
        ),
    )


def start_form(session: Session, pair: Pair, way: str) -> Form:
    """The form with the joint wording that is offered; where the act has no text in a language, both instructions."""
    wordings = start_wording(session, pair, way)
    typed: dict[str, Typed] = {}
    for code in LANGUAGES:
        if code in wordings:
            typed[code] = wordings[code].typed
        else:
            both = [instruction_in(one.revision, code).strip() for one in (pair.first, pair.second)]
            typed[code] = Typed("\n\n".join(text for text in both if text))
    return Form(typed, revision=pair.first.revision.number)


def places_of(session: Session, pair: Pair, language: str) -> tuple[PlaceRow, ...]:
    """The paragraphs that they change in the articles in which they meet."""
    ids = (pair.first.revision.id, pair.second.revision.id)
    one, two = (
        effect_rows(session, key, effect) for key, effect in zip(ids, pair.effects(session, language), strict=True)
    )
    return place_rows(one, two, pair.articles(session, language), language)


def order_outcomes(session: Session, pair: Pair, language: str) -> list[OrderOutcome]:
    """What comes of each order, or why it cannot be."""
    found: list[OrderOutcome] = []
    articles = pair.articles(session, language)
    for way, numbers in (("first", pair.numbers), ("second", pair.numbers[::-1])):
        joint = joint_of(session, pair, language, way)
        lines = order_lines(order_rows(session, pair, language, way, joint), articles)
        reasons = tuple(reason.describe(language) for reason in joint.reasons)
        found.append(OrderOutcome(way, *numbers, joint.edition is not None, lines, reasons))
    return found


def order_rows(session: Session, pair: Pair, language: str, way: str, joint: Joint) -> tuple[Row, ...]:
    """What an order makes of the text in force. Kept while neither amendment changes."""
    outcome = joint.edition
    if outcome is None:
        return ()
    key = ("orders", pair.first.revision.id, pair.second.revision.id, language, way)
    return cache_of(session).get(key, lambda: redline(pair.bases[language], outcome), len)
