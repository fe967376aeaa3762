"""Searching everything that is stored by the rules of today, where they are not those it was searched by."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import Session, col, select

from service.errors import NotFound
from service.store.audit import Action, Actor, record
from service.store.editions import load_edition
from service.store.effects import instruction_in, revision_effect
from service.store.finding_rows import store_amendment_findings, store_edition_findings
from service.store.importing import Progress
from service.store.reading_revisions import LANGUAGES, touched_articles
from service.store.rule_files import RULES, rules_print
from service.store.tables import Act, Amendment, AmendmentRevision, Bill, EditionRow, FindingRow, Meta


@dataclass(frozen=True, slots=True)
class SearchedAnew:
    """What was searched, and how many findings are stored before and after."""

    editions: int
    revisions: int
    before: int
    after: int


def outdated(session: Session) -> bool:
    """True where findings are stored that other rules than today's have made."""
    known = session.get(Meta, RULES)
    return (known is None or known.value != rules_print()) and _count(session) > 0


def search_anew(session: Session, actor: Actor, progress: Progress | None = None) -> SearchedAnew:
    """Search every edition and every revision again, in the caller's transaction.

    Findings that stay keep their numbers, and people's answers stay with the words: where a rule now tags more or
    fewer of them, people are asked again.
    """
    before = _count(session)
    editions = _editions(session)
    revisions = list(session.exec(select(AmendmentRevision).order_by(col(AmendmentRevision.id))).all())
    total = len(editions) + len(revisions)
    for done, (act, row) in enumerate(editions):
        _tell(progress, done, total, f"{act.code}, {row.in_force_from}, {row.language}")
        store_edition_findings(session, act, row, load_edition(session, row))
    for done, revision in enumerate(revisions, start=len(editions)):
        _tell(progress, done, total, "")
        _search_revision(session, revision)
    _tell(progress, total, total, "")
    remember_rules(session)
    found = SearchedAnew(len(editions), len(revisions), before, _count(session))
    record(session, actor, Action.FINDINGS_SEARCHED, "findings", rules=rules_print(), findings=found.after)
    return found


def remember_rules(session: Session) -> None:
    """Keep that what is stored was found by today's rules."""
    known = session.get(Meta, RULES) or Meta(key=RULES, value="")
    known.value = rules_print()
    session.add(known)
    session.flush()


def _search_revision(session: Session, revision: AmendmentRevision) -> None:
    query = select(Act).join(Bill, col(Bill.act_id) == col(Act.id)).join(Amendment, col(Amendment.bill_id) == Bill.id)
    act = session.exec(query.where(Amendment.id == revision.amendment_id)).one()
    for language in LANGUAGES:
        if not instruction_in(revision, language):
            continue
        try:
            effect = revision_effect(session, revision, language)
        except NotFound:  # the act has no text in this language to read it against
            continue
        if effect.edition is not None:
            articles = tuple(touched_articles(effect))
            store_amendment_findings(session, act, revision, effect.base, effect.edition, articles)


def _editions(session: Session) -> list[tuple[Act, EditionRow]]:
    order = (col(Act.id), col(EditionRow.language), col(EditionRow.in_force_from))
    query = select(Act, EditionRow).join(EditionRow, col(EditionRow.act_id) == col(Act.id)).order_by(*order)
    return [(act, row) for act, row in session.exec(query).all()]


def _count(session: Session) -> int:
    return session.exec(select(func.count()).select_from(FindingRow)).one()


def _tell(progress: Progress | None, done: int, total: int, what: str) -> None:
    if progress is not None:
        progress(done, total, what)
