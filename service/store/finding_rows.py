"""Making the rows of findings: for an edition when it comes in, for an amendment when it is written."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any

from sqlalchemy import func, insert
from sqlmodel import Session, col, select

from amendments.clarity.finding import Finding
from amendments.law.edition import Edition
from service.store.tables import Act, AmendmentRevision, EditionRow, FindingRow

ADDED, REMOVED, KEPT = "added", "removed", "kept"


def store_edition_findings(session: Session, act: Act, row: EditionRow, edition: Edition) -> int:
    """Search an edition and store what is found; returns how many there are."""
    # here, not above: rules and word forms take a second to load, and only writing needs them
    from amendments.clarity import find_in_edition

    positions = {address: place for place, address in enumerate(edition.addresses)}
    found = [
        _row(act, edition, finding, positions) | {"edition_id": row.id, "revision_id": None, "change": ""}
        for finding in find_in_edition(edition)
    ]
    if found:
        session.execute(insert(FindingRow), found)
    return len(found)


def store_amendment_findings(
    session: Session, act: Act, revision: AmendmentRevision, base: Edition, outcome: Edition, articles: tuple[str, ...]
) -> None:
    """Store what a revision adds, removes and keeps in the articles that it touches."""
    from amendments.clarity import find_in_edition

    before = _in_articles(find_in_edition(base), articles)
    after = _in_articles(find_in_edition(outcome), articles)
    rows = [
        *_changes(act, base, before, Counter(map(_sense, after)), REMOVED, None),
        *_changes(act, outcome, after, Counter(map(_sense, before)), ADDED, KEPT),
    ]
    if rows:
        session.execute(insert(FindingRow), [row | {"edition_id": None, "revision_id": revision.id} for row in rows])


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


def _changes(
    act: Act, edition: Edition, found: list[Finding], others: Counter[Any], alone: str, shared: str | None
) -> list[dict[str, Any]]:
    """Rows of one side: `alone` for what the other side lacks, `shared` for the rest (None leaves it out)."""
    positions = {address: place for place, address in enumerate(edition.addresses)}
    rows = []
    for finding in found:
        sense = _sense(finding)
        change = shared if others[sense] > 0 else alone
        others[sense] -= 1
        if change is not None:
            rows.append(_row(act, edition, finding, positions) | {"change": change})
    return rows


def _in_articles(found: list[Finding], articles: tuple[str, ...]) -> list[Finding]:
    return [finding for finding in found if (article_of(finding.address) or finding.address.split("/")[0]) in articles]


def _sense(finding: Finding) -> tuple[str, str, str]:
    """What makes two findings the same in two texts: the article, the rule and the words."""
    return article_of(finding.address), finding.rule, finding.quote.casefold()


def _row(act: Act, edition: Edition, finding: Finding, positions: dict[str, int]) -> dict[str, Any]:
    return {
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
        "weight": int(finding.weight),
        "fingerprint": _fingerprint(act, edition, finding),
    }


def _fingerprint(act: Act, edition: Edition, finding: Finding) -> str:
    node = edition.at(finding.address)
    words = node.text if node is not None else ""
    parts = (act.code, edition.language, finding.address, finding.rule, str(finding.start), str(finding.end), words)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
