"""Bringing texts in: a folder in the public mirror's form, or single files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlmodel import Session, select

from amendments.law.edition import Edition
from service.clock import now
from service.errors import Conflict
from service.law_text import read_law
from service.reading import MAX_BYTES, read_file
from service.store.audit import Action, Actor, record
from service.store.editions import source_hash
from service.store.finding_rows import store_edition_findings
from service.store.mirror import read_mirror
from service.store.pieces import build_tree, flatten, store_nodes
from service.store.sources import ActDescription, EditionSource
from service.store.tables import Act, EditionRow

Progress = Callable[[int, int, str], None]
"""Called as (done, total, what) while an import goes on."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: (language, date) of editions added and of those that were there already."""

    act_code: str
    added: tuple[tuple[str, date], ...]
    unchanged: tuple[tuple[str, date], ...]
    findings: int

    @property
    def changed_anything(self) -> bool:
        """False when everything was there already."""
        return bool(self.added)


def import_folder(
    session: Session,
    folder: Path,
    actor: Actor,
    progress: Progress | None = None,
    *,
    demonstration: bool = False,
    limit: int = MAX_BYTES,
) -> ImportReport:
    """Import a mirror folder (`meta.yaml`, `rus/DATE.md`, `kaz/DATE.md`) in the caller's one transaction.

    Importing the same again adds nothing. A text that differs from the stored edition of its date raises
    Conflict("edition_differs"); a bad file raises UserError; the caller's transaction then undoes all.
    """
    description, sources = read_mirror(folder, demonstration=demonstration)
    return import_sources(session, description, sources, actor, progress, limit=limit)


def import_sources(
    session: Session,
    act: ActDescription,
    sources: list[EditionSource],
    actor: Actor,
    progress: Progress | None = None,
    *,
    limit: int = MAX_BYTES,
) -> ImportReport:
    """Import given files as editions of an act, which is made when it is not there yet."""
    tell = progress or _silent
    row = _act_row(session, act, actor)
    added: list[tuple[str, date]] = []
    unchanged: list[tuple[str, date]] = []
    findings = 0
    for done, source in enumerate(sources):
        tell(done, len(sources), source.path.name)
        text = read_file(source.path, limit).text
        key = (source.language, source.in_force_from)
        if _stored(session, row, source, text):
            unchanged.append(key)
            continue
        edition = read_law(
            text,
            source.language,
            source.path.name,
            act=row.code,
            in_force_from=source.in_force_from,
            caused_by=source.caused_by,
        )
        findings += _store(session, row, source, edition, actor)
        added.append(key)
    tell(len(sources), len(sources), "")
    return ImportReport(row.code, tuple(added), tuple(unchanged), findings)


def _silent(_done: int, _total: int, _what: str) -> None:
    """Progress that nobody follows."""


def _act_row(session: Session, act: ActDescription, actor: Actor) -> Act:
    row = session.exec(select(Act).where(Act.code == act.code)).first()
    if row is None:
        row = Act(
            code=act.code,
            requisite=act.requisite,
            title_ru=act.title_ru,
            title_kk=act.title_kk,
            form=act.form,
            approved_on=act.approved_on,
            demonstration=act.demonstration,
        )
        session.add(row)
        session.flush()
        record(session, actor, Action.ACT_IMPORTED, f"act/{row.code}", requisite=row.requisite)
    return row


def _stored(session: Session, act: Act, source: EditionSource, text: str) -> bool:
    """True when this very text is stored for its date; Conflict when another one is."""
    stored = session.exec(
        select(EditionRow.source_hash).where(
            EditionRow.act_id == act.id,
            EditionRow.language == source.language,
            EditionRow.in_force_from == source.in_force_from,
        )
    ).first()
    if stored is None:
        return False
    if stored != source_hash(text):
        raise Conflict(
            "edition_differs", code=act.code, language=source.language, on=source.in_force_from, name=source.path.name
        )
    return True


def _store(session: Session, act: Act, source: EditionSource, edition: Edition, actor: Actor) -> int:
    """Store one edition with its findings; returns how many findings it has."""
    text = edition.text
    nodes = flatten(edition.root)
    if build_tree(nodes, edition.root.close).raw != text:
        raise AssertionError(f"the pieces of {source.path.name} do not give its text again")
    row = EditionRow(
        act_id=act.id or 0,
        language=source.language,
        in_force_from=source.in_force_from,
        caused_by=source.caused_by,
        caused_by_code=source.caused_by_code,
        source_hash=source_hash(text),
        close=edition.root.close,
        characters=len(text),
        provisions=len(edition),
        unread=[{"line": place.line, "reason": place.reason, "text": place.text} for place in edition.unread],
        imported_at=now(),
    )
    session.add(row)
    session.flush()
    store_nodes(session, row.id or 0, nodes)
    findings = store_edition_findings(session, act, row, edition)
    record(
        session,
        actor,
        Action.EDITION_IMPORTED,
        f"act/{act.code}",
        language=row.language,
        in_force_from=row.in_force_from.isoformat(),
        source_hash=row.source_hash,
    )
    return findings
