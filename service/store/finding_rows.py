"""Making the rows of findings: for an edition when it comes in, for an amendment when it is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, cast

from sqlalchemy import delete, func, insert
from sqlmodel import Session, col, select

from amendments.clarity.finding import Finding
from amendments.law.edition import Edition
from service.store.cache import cache_of
from service.store.editions import list_editions, load_edition, source_hash
from service.store.lineage import Earlier, Identity, identify, in_place
from service.store.rule_files import RULES, rules_print
from service.store.tables import Act, AmendmentRevision, EditionRow, FindingRow, Meta

if TYPE_CHECKING:
    from amendments.clarity import Checked, Factor

ADDED, REMOVED, KEPT, MOVED = "added", "removed", "kept", "moved"
EMPTY: Final[Mapping[str, tuple[Finding, ...]]] = MappingProxyType({})


def store_edition_findings(session: Session, act: Act, row: EditionRow, edition: Edition) -> int:
    """Search an edition and store what is found, instead of what was stored for it; returns how many there are.

    Words that the neighbouring edition has too stay the same words: people's answers go with them.
    """
    found = checked(session, edition, row.source_hash).findings
    stored = edition_rows(session, row)
    identities = identify(edition, found, own=stored, earlier=_neighbour(session, act, row))
    rows = _rows(act, edition, found, identities, _levels(session, edition, row.source_hash), edition_id=row.id)
    _note_first_rules(session)
    _replace(session, stored, rows)
    return len(rows)


def store_amendment_findings(
    session: Session, act: Act, revision: AmendmentRevision, base: Edition, outcome: Edition, articles: tuple[str, ...]
) -> None:
    """Store what a revision adds, removes and moves in the articles that it touches, and leaves in what it rewrites."""
    # here, not above: rules and word forms take a second to load, and only writing needs them
    from amendments.clarity import check, delta

    text_hash = source_hash(base.text)
    before = checked(session, base, text_hash)
    after = check(outcome, known=before.known)
    change = delta(_in_articles(before.findings, articles), _in_articles(after.findings, articles))
    changed = _changed(base, outcome)
    stayed = [new for _, new in change.kept if new.address in changed]
    moved = [new for _, new in change.moved]
    base_rows = _rows_of_base(session, act, base)
    stored = revision_rows(session, revision, base.language)
    new = identify(
        outcome,
        [*change.added, *stayed, *moved],
        own=[row for row in stored if row.change != REMOVED],
        earlier=Earlier(base, base_rows),
        drafts=_drafts(session, revision, base.language),
    )
    gone = in_place(base, change.removed, base_rows)
    own = {(row.address, row.start, row.end, row.factor): row.id for row in stored if row.change == REMOVED}
    gone = [
        Identity(one.lineage, one.fingerprint, own.get((f.address, f.start, f.end, f.factor)))
        for one, f in zip(gone, change.removed, strict=True)
    ]
    levels = _levels(session, base, text_hash)
    new_to, kept_to = len(change.added), len(change.added) + len(stayed)
    of = {"revision_id": revision.id}
    _replace(
        session,
        stored,
        [
            *_rows(act, base, change.removed, gone, levels, change=REMOVED, **of),
            *_rows(act, outcome, change.added, new[:new_to], levels, change=ADDED, **of),
            *_rows(act, outcome, stayed, new[new_to:kept_to], levels, change=KEPT, **of),
            *_rows(act, outcome, moved, new[kept_to:], levels, change=MOVED, **of),
        ],
    )


def edition_rows(session: Session, row: EditionRow) -> list[FindingRow]:
    """All stored findings of an edition in the law's order. One query."""
    order = (col(FindingRow.position), col(FindingRow.start), col(FindingRow.id))
    return list(session.exec(select(FindingRow).where(FindingRow.edition_id == row.id).order_by(*order)).all())


def revision_rows(session: Session, revision: AmendmentRevision, language: str) -> list[FindingRow]:
    """All stored findings of a revision in a language."""
    query = select(FindingRow).where(FindingRow.revision_id == revision.id, FindingRow.language == language)
    return list(session.exec(query.order_by(col(FindingRow.id))).all())


def as_found(row: FindingRow) -> Finding:
    """A stored finding as the domain knows it."""
    return Finding(
        row.start,
        row.end,
        row.quote,
        cast("Factor", row.factor),
        row.rule,
        row.weight,
        row.rule_version,
        row.address,
    )


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


def count_changes(session: Session, revision_ids: list[int | None]) -> dict[int, dict[str, dict[str, int]]]:
    """Revision → language → change («added», «removed», «kept») → how many. One query."""
    query = (
        select(FindingRow.revision_id, FindingRow.language, FindingRow.change, func.count())
        .where(col(FindingRow.revision_id).in_(revision_ids))
        .group_by(col(FindingRow.revision_id), col(FindingRow.language), col(FindingRow.change))
    )
    counts: dict[int, dict[str, dict[str, int]]] = {}
    for revision_id, language, change, count in session.exec(query).all():
        if revision_id is not None:
            counts.setdefault(revision_id, {}).setdefault(language, {})[change] = count
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


def _note_first_rules(session: Session) -> None:
    """The first findings of a database say by which rules all are found; later rules search all of them anew."""
    if session.get(Meta, RULES) is None and session.exec(select(FindingRow.id).limit(1)).first() is None:
        session.add(Meta(key=RULES, value=rules_print()))


def _rows_of_base(session: Session, act: Act, base: Edition) -> list[FindingRow]:
    for row in list_editions(session, act, base.language):
        if row.in_force_from == base.in_force_from:
            return edition_rows(session, row)
    return []


def _neighbour(session: Session, act: Act, row: EditionRow) -> Earlier | None:
    """The edition before, else the one after (where an older text comes in last), with its findings."""
    others = [other for other in list_editions(session, act, row.language) if other.id != row.id]
    before = [other for other in others if other.in_force_from < row.in_force_from]
    nearest = before[-1] if before else next(iter(others), None)
    return Earlier(load_edition(session, nearest), edition_rows(session, nearest)) if nearest is not None else None


def _drafts(session: Session, revision: AmendmentRevision, language: str) -> list[FindingRow]:
    """What earlier revisions of the amendment brought in, the latest first."""
    query = (
        select(FindingRow)
        .join(AmendmentRevision, col(AmendmentRevision.id) == col(FindingRow.revision_id))
        .where(
            AmendmentRevision.amendment_id == revision.amendment_id,
            col(AmendmentRevision.number) < revision.number,
            FindingRow.language == language,
            FindingRow.change == ADDED,
        )
    )
    return list(session.exec(query.order_by(col(AmendmentRevision.number).desc())).all())


def _levels(session: Session, edition: Edition, text_hash: str) -> Mapping[str, str]:
    """Address → the levels of local government whose powers stand there, as rows keep them."""
    from amendments.powers import register

    def read() -> Mapping[str, str]:
        levels: dict[str, dict[str, None]] = {}
        for power in register(edition).powers:
            levels.setdefault(power.address, {}).update(dict.fromkeys(power.levels))
        return {address: f",{','.join(names)}," for address, names in levels.items() if names}

    return cache_of(session).get(("levels", edition.act, edition.language, text_hash), read)


def _levels_at(levels: Mapping[str, str], address: str) -> str:
    """The levels of a provision: its own, else those of the unit that it is part of."""
    while address and address not in levels:
        address = address.rpartition("/")[0]
    return levels.get(address, "")


def _replace(session: Session, stored: Sequence[FindingRow], rows: list[dict[str, Any]]) -> None:
    """Put rows in the place of stored ones; a finding that stays keeps its number, so that references to it hold."""
    if stored:
        session.execute(delete(FindingRow).where(col(FindingRow.id).in_([row.id for row in stored])))
        session.expire_all()
    known = [row for row in rows if row["id"] is not None]
    fresh = [{name: value for name, value in row.items() if name != "id"} for row in rows if row["id"] is None]
    for group in (known, fresh):
        if group:
            session.execute(insert(FindingRow), group)


def _rows(
    act: Act,
    edition: Edition,
    found: Iterable[Finding],
    identities: Sequence[Identity],
    levels: Mapping[str, str],
    *,
    edition_id: int | None = None,
    revision_id: int | None = None,
    change: str = "",
) -> list[dict[str, Any]]:
    positions = {address: place for place, address in enumerate(edition.addresses)}
    return [
        {
            "id": identity.row_id,
            "act_id": act.id,
            "edition_id": edition_id,
            "revision_id": revision_id,
            "change": change,
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
            "levels": _levels_at(levels, finding.address),
            "lineage": identity.lineage,
            "fingerprint": identity.fingerprint,
        }
        for finding, identity in zip(found, identities, strict=True)
    ]
