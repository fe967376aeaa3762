"""Clarity findings: stored when a text comes in, listed with filters, answered by people."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import and_, func, or_
from sqlmodel import Session, col, select

from service.clock import now
from service.errors import Invalid, NotFound
from service.store.audit import Action, Actor, record
from service.store.fields import MAX_REASON, plain
from service.store.paging import MAX_ID, Page, Paging, fetch_page
from service.store.tables import (
    Account,
    Amendment,
    AmendmentRevision,
    EditionRow,
    FindingRow,
    Verdict,
    VerdictKind,
)

STATES = ("open", "confirmed", "dismissed")


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """What a list of findings is narrowed to; None leaves a field open.

    `state` is "open", "confirmed" or "dismissed"; `weight` is the least weight (1 low, 2 medium, 3 high);
    `article` an address («art_35»); `change` only for amendments.
    """

    factor: str | None = None
    weight: int | None = None
    article: str | None = None
    address: str | None = None
    state: str | None = None
    change: str | None = None


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """A finding with the answer that counts (None while open) and who gave it."""

    finding: FindingRow
    verdict: Verdict | None
    by: Account | None

    @property
    def state(self) -> str:
        """ "open", "confirmed" or "dismissed"."""
        if self.verdict is None or self.verdict.kind is VerdictKind.OPEN:
            return "open"
        return self.verdict.kind.value


@dataclass(frozen=True, slots=True)
class FindingCounts:
    """Counts of one edition's findings for filters and the heat map."""

    total: int = 0
    by_factor: dict[str, int] = field(default_factory=dict)
    by_state: dict[str, int] = field(default_factory=dict)
    by_article: dict[tuple[str, str], int] = field(default_factory=dict)
    """(article, factor) → how many."""


def list_findings(
    session: Session, edition: EditionRow, narrowed: FindingFilter | None = None, paging: Paging | None = None
) -> Page[FindingEntry]:
    """Findings of an edition in the law's order."""
    query = _with_verdict().where(FindingRow.edition_id == edition.id, *_conditions(narrowed))
    page = fetch_page(session, query.order_by(*_ORDER), paging or Paging())
    return page.of([FindingEntry(*row) for row in page.items])


def amendment_findings(session: Session, amendment_id: int, language: str) -> list[FindingEntry]:
    """Findings of an amendment's latest revision in one language: added, removed and kept."""
    query = (
        _with_verdict()
        .join(AmendmentRevision, col(AmendmentRevision.id) == col(FindingRow.revision_id))
        .join(Amendment, col(Amendment.id) == col(AmendmentRevision.amendment_id))
        .where(
            Amendment.id == amendment_id,
            col(AmendmentRevision.number) == col(Amendment.revision),
            FindingRow.language == language,
        )
    )
    return [FindingEntry(*row) for row in session.exec(query.order_by(*_ORDER)).all()]


def count_findings(session: Session, edition: EditionRow, narrowed: FindingFilter | None = None) -> FindingCounts:
    """Counts for an edition (after the filter)."""
    state = func.coalesce(col(Verdict.kind), VerdictKind.OPEN.value)
    query = (
        select(FindingRow.article, FindingRow.factor, state, func.count())
        .outerjoin(Verdict, _COUNTS)
        .where(FindingRow.edition_id == edition.id, *_conditions(narrowed))
        .group_by(col(FindingRow.article), col(FindingRow.factor), state)
    )
    factors: Counter[str] = Counter()
    states: Counter[str] = Counter()
    articles: Counter[tuple[str, str]] = Counter()
    for article, factor, kind, count in session.exec(query).all():
        factors[factor] += count
        states[str(kind)] += count
        articles[article, factor] += count
    return FindingCounts(factors.total(), dict(factors), dict(states), dict(articles))


def get_finding(session: Session, finding_id: int) -> FindingEntry:
    """One finding. Raises NotFound("finding_not_found")."""
    row = session.exec(_with_verdict().where(FindingRow.id == finding_id)).first() if 0 < finding_id <= MAX_ID else None
    if row is None:
        raise NotFound("finding_not_found", finding=finding_id)
    return FindingEntry(*row)


def decide_finding(
    session: Session, actor: Actor, finding_id: int, kind: VerdictKind, reason: str = ""
) -> FindingEntry:
    """Confirm, dismiss (reason needed: Invalid("reason_needed")) or take the answer back (OPEN). History is kept.

    The answer holds for the same words at the same place in every edition.
    """
    finding = get_finding(session, finding_id).finding
    words = plain(reason, "reason", MAX_REASON)
    if kind is VerdictKind.DISMISSED and not words:
        raise Invalid("reason_needed", field="reason")
    query = select(Verdict).where(Verdict.fingerprint == finding.fingerprint, col(Verdict.latest).is_(True))
    for earlier in session.exec(query).all():
        earlier.latest = False
        session.add(earlier)
    verdict = Verdict(fingerprint=finding.fingerprint, kind=kind, reason=words, by_id=actor.account_id, at=now())
    session.add(verdict)
    session.flush()
    record(
        session,
        actor,
        Action.FINDING_DECIDED,
        f"finding/{finding_id}",
        kind=kind.value,
        fingerprint=finding.fingerprint,
    )
    return get_finding(session, finding_id)


def verdict_history(session: Session, finding_id: int) -> list[tuple[Verdict, Account | None]]:
    """All answers to a finding, newest first."""
    finding = get_finding(session, finding_id).finding
    query = (
        select(Verdict, Account)
        .outerjoin(Account, col(Account.id) == col(Verdict.by_id))
        .where(Verdict.fingerprint == finding.fingerprint)
        .order_by(col(Verdict.id).desc())
    )
    return [(verdict, account) for verdict, account in session.exec(query).all()]


_COUNTS = and_(col(Verdict.fingerprint) == col(FindingRow.fingerprint), col(Verdict.latest).is_(True))
_ORDER = (col(FindingRow.position), col(FindingRow.start), col(FindingRow.id))


def _with_verdict() -> Any:
    return (
        select(FindingRow, Verdict, Account)
        .outerjoin(Verdict, _COUNTS)
        .outerjoin(Account, col(Account.id) == col(Verdict.by_id))
    )


def _conditions(narrowed: FindingFilter | None) -> list[Any]:
    if narrowed is None:
        return []
    conditions: list[Any] = []
    for column, value in (
        (FindingRow.factor, narrowed.factor),
        (FindingRow.article, narrowed.article),
        (FindingRow.address, narrowed.address),
        (FindingRow.change, narrowed.change),
    ):
        if value is not None:
            conditions.append(col(column) == value)
    if narrowed.weight is not None:
        conditions.append(col(FindingRow.weight) >= narrowed.weight)
    if narrowed.state is not None:
        if narrowed.state not in STATES:
            raise Invalid("finding_state", field="state", given=narrowed.state[:20], known=", ".join(STATES))
        conditions.append(_in_state(VerdictKind(narrowed.state)))
    return conditions


def _in_state(kind: VerdictKind) -> Any:
    if kind is VerdictKind.OPEN:
        return or_(col(Verdict.kind).is_(None), col(Verdict.kind) == kind)
    return col(Verdict.kind) == kind
