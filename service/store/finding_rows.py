"""Making the rows of findings: for an edition when it comes in, for an amendment when it is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, insert
from sqlmodel import Session, col, select

from amendments.clarity.finding import Finding
from amendments.law.edition import Edition
from service.store.cache import cache_of
from service.store.editions import source_hash
from service.store.tables import Act, AmendmentRevision, EditionRow, FindingRow

if TYPE_CHECKING:
    from amendments.clarity import Checked

ADDED, REMOVED, KEPT = "added", "removed", "kept"
EMPTY: Final[Mapping[str, tuple[Finding, ...]]] = MappingProxyType({})


def store_edition_findings(session: Session, act: Act, row: EditionRow, edition: Edition) -> int:
    """Search an edition and store what is found; returns how many there are."""
    found = checked(session, edition, row.source_hash).findings
    rows = _rows(act, edition, found, edition_id=row.id, revision_id=None, change="")
    if rows:
        session.execute(insert(FindingRow), rows)
    return len(rows)


def store_amendment_findings(
    session: Session, act: Act, revision: AmendmentRevision, base: Edition, outcome: Edition, articles: tuple[str, ...]
) -> None:
    """Store what a revision adds and removes in the articles that it touches, and leaves in what it rewrites."""
    # here, not above: rules and word forms take a second to load, and only writing needs them
    from amendments.clarity import check, delta

    before = checked(session, base, source_hash(base.text))
    after = check(outcome, known=before.known)
    change = delta(_in_articles(before.findings, articles), _in_articles(after.findings, articles))
    changed = _changed(base, outcome)
    stayed = [new for _, new in (*change.kept, *change.moved) if new.address in changed]
    rows = [
        *_rows(act, base, change.removed, edition_id=None, revision_id=revision.id, change=REMOVED),
        *_rows(act, outcome, change.added, edition_id=None, revision_id=revision.id, change=ADDED),
        *_rows(act, outcome, stayed, edition_id=None, revision_id=revision.id, change=KEPT),
    ]
    if rows:
        session.execute(insert(FindingRow), rows)


def checked(session: Session, edition: Edition, text_hash: str) -> Checked:
    """The findings of an edition, searched once in a process; provisions searched before are not searched again."""
    from amendments.clarity import check

    cache = cache_of(session)
    known = cache.get(("clarity known", edition.act, edition.language), lambda: [EMPTY])

    def search() -> Checked:
        found = check(edition, known=known[0])
        known[0] = found.known
        return found

    return cache.get(("clarity", edition.act, edition.language, text_hash), search)


def count_changes(session: Session, revision_ids: list[int | None]) -> dict[int, dict[str, int]]:
    """Revision → change («added», «removed», «kept») → how many, both languages together. One query."""
    query = (
        select(FindingRow.revision_id, FindingRow.change, func.count())
        .where(col(FindingRow.revision_id).in_(revision_ids))
        .group_by(col(FindingRow.revision_id), col(FindingRow.change))
    )
    counts: dict[int, dict[str, int]] = {}
    for revision_id, change, count in session.exec(query).all():
        if revision_id is not None:
            counts.setdefault(revision_id, {})[change] = count
    return counts


def article_of(address: str) -> str:
    """The article that an address stands in, "" outside articles; an annex's articles keep the annex."""
    steps = address.split("/")
    for place, step in enumerate(steps):
        if step.startswith("art_"):
            return "/".join(steps[: place + 1])
    return ""


def _changed(base: Edition, outcome: Edition) -> frozenset[str]:
    """Addresses whose own words are not those of the base edition."""
    return frozenset(address for address, node in outcome if (old := base.at(address)) is None or old.text != node.text)


def _in_articles(found: Iterable[Finding], articles: tuple[str, ...]) -> list[Finding]:
    return [finding for finding in found if (article_of(finding.address) or finding.address.split("/")[0]) in articles]


def _rows(act: Act, edition: Edition, found: Iterable[Finding], **common: Any) -> list[dict[str, Any]]:
    positions = {address: place for place, address in enumerate(edition.addresses)}
    return [
        common
        | {
            "act_id": act.id,
            "language": edition.language,
            "address": finding.address,
            "article": article_of(finding.address),
            "position": positions.get(finding.address, 0),
            "start": finding.start,
            "end": finding.end,
            "quote": finding.quote,
            "factor": finding.factor,
            "rule": finding.rule,
            "rule_version": finding.version,
            "weight": finding.weight,
            "fingerprint": _fingerprint(act, edition, finding),
        }
        for finding in found
    ]


def _fingerprint(act: Act, edition: Edition, finding: Finding) -> str:
    node = edition.at(finding.address)
    words = node.text if node is not None else ""
    parts = (act.code, edition.language, finding.address, finding.rule, str(finding.start), str(finding.end), words)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
