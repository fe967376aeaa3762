"""People's answers to findings: confirmed or dismissed with a reason, and deputies' votes."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from service.clock import now
from service.errors import Invalid
from service.store.audit import Action, Actor, record
from service.store.fields import MAX_REASON, plain
from service.store.findings import FindingEntry, get_finding
from service.store.tables import Account, FindingVote, Opinion, Verdict, VerdictKind


def decide_finding(
    session: Session, actor: Actor, finding_id: int, kind: VerdictKind, reason: str = ""
) -> FindingEntry:
    """Confirm, dismiss (reason needed: Invalid("reason_needed")) or take the answer back (OPEN). History is kept.

    The answer holds for the same words in every edition where their provision reads the same. Where it was changed
    people are asked again, with this answer shown beside the words.
    """
    finding = get_finding(session, finding_id).finding
    words = plain(reason, "reason", MAX_REASON)
    if kind is VerdictKind.DISMISSED and not words:
        raise Invalid("reason_needed", field="reason")
    earlier = update(Verdict)
    session.execute(earlier.where(col(Verdict.fingerprint) == finding.fingerprint).values(latest=False))
    session.execute(earlier.where(col(Verdict.lineage) == finding.lineage).values(newest=False))
    session.add(
        Verdict(
            lineage=finding.lineage,
            fingerprint=finding.fingerprint,
            quote=finding.quote,
            rule=finding.rule,
            rule_version=finding.rule_version,
            kind=kind,
            reason=words,
            by_id=actor.account_id,
            at=now(),
        )
    )
    session.flush()
    session.expire_all()
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
    """All answers to these words in any edition, newest first."""
    finding = get_finding(session, finding_id).finding
    query = (
        select(Verdict, Account)
        .outerjoin(Account, col(Account.id) == col(Verdict.by_id))
        .where(Verdict.lineage == finding.lineage)
        .order_by(col(Verdict.id).desc())
    )
    return [(verdict, account) for verdict, account in session.exec(query).all()]


def vote_on_finding(
    session: Session, actor: Actor, finding_id: int, account_id: int, value: Opinion
) -> dict[Opinion, int]:
    """Give or change a vote on words as they stand; returns the counts after it."""
    fingerprint = get_finding(session, finding_id).finding.fingerprint
    given = session.get(FindingVote, (fingerprint, account_id))
    if given is None:
        given = FindingVote(fingerprint=fingerprint, account_id=account_id, value=value, at=now())
    given.value, given.at = value, now()
    session.add(given)
    session.flush()
    record(session, actor, Action.FINDING_VOTED, f"finding/{finding_id}", value=value.value)
    return finding_votes(session, [fingerprint]).get(fingerprint, {})


def finding_votes(session: Session, fingerprints: Iterable[str]) -> dict[str, dict[Opinion, int]]:
    """Fingerprint → votes, both kinds named. One query."""
    query = (
        select(FindingVote.fingerprint, FindingVote.value, func.count())
        .where(col(FindingVote.fingerprint).in_(list(fingerprints)))
        .group_by(col(FindingVote.fingerprint), col(FindingVote.value))
    )
    votes: dict[str, dict[Opinion, int]] = {}
    for fingerprint, value, count in session.exec(query).all():
        votes.setdefault(fingerprint, dict.fromkeys(Opinion, 0))[Opinion(value)] = count
    return votes
