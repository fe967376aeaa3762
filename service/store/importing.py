"""Bringing texts in: a folder in the public mirror's form, or single files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlmodel import Session, select

from amendments.law.edition import Edition
from amendments.sources.docx import Tracked
from amendments.sources.limits import FILE_BYTES
from amendments.sources.mirror import Description, Mirror, read_mirror
from amendments.sources.source import Source
from service.clock import now
from service.errors import Conflict
from service.reading import MARK, read_law_file, refusing
from service.store.audit import Action, Actor, record
from service.store.deltas import build_tree, flatten
from service.store.edition_texts import store_tree
from service.store.editions import source_hash
from service.store.finding_rows import store_edition_findings
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
    limit: int = FILE_BYTES,
) -> ImportReport:
    """Import a mirror folder (`meta.yaml`, `rus/DATE.md`, `kaz/DATE.md`) in the caller's one transaction.

    Importing the same again adds nothing. A text that differs from the stored edition of its date raises
    Conflict("edition_differs"); a bad file raises UserError; the caller's transaction then undoes all.
    """
    with refusing(folder.name):
        mirror = read_mirror(folder)
    sources = [
        EditionSource(one.path, one.language, one.in_force_from, one.caused_by.requisite, one.caused_by.code)
        for one in mirror.editions
    ]
    act = describe_act(mirror, demonstration=demonstration)
    return import_sources(session, act, sources, actor, progress, limit=limit)


def describe_act(found: Mirror | Description, *, demonstration: bool = False) -> ActDescription:
    """What a mirror's metadata says of its act; a title that is missing in a language is the other one's."""
    return ActDescription(
        code=found.code,
        requisite=found.requisite,
        title_ru=found.titles.get("ru") or found.titles.get("kk", ""),
        title_kk=found.titles.get("kk") or found.titles.get("ru", ""),
        form=found.form,
        approved_on=found.approved_on,
        demonstration=demonstration or found.demonstration,
    )


def import_sources(
    session: Session,
    act: ActDescription,
    sources: list[EditionSource],
    actor: Actor,
    progress: Progress | None = None,
    *,
    limit: int = FILE_BYTES,
    tracked: Tracked = "refuse",
) -> ImportReport:
    """Import given files, of any kind that is read, as editions of an act, which is made when it is not there yet.

    `tracked` says which text is meant where a Word document has undecided changes.
    """
    tell = progress or _silent
    row = _act_row(session, act, actor)
    added: list[tuple[str, date]] = []
    unchanged: list[tuple[str, date]] = []
    findings = 0
    for done, source in enumerate(sources):
        tell(done, len(sources), source.path.name)
        text = read_law_file(source.path, source.language, limit=limit, tracked=tracked)
        found = store_text(session, row, source, text, actor)
        key = (source.language, source.in_force_from)
        if found is None:
            unchanged.append(key)
        else:
            added.append(key)
            findings += found
    tell(len(sources), len(sources), "")
    return ImportReport(row.code, tuple(added), tuple(unchanged), findings)


def store_text(session: Session, act: Act, about: EditionSource, given: Source, actor: Actor) -> int | None:
    """Store a text as an edition: how many findings it has, or None where this very text is stored already.

    Raises Conflict("edition_differs") where another text is stored for its date, SourceRefused for a text that is no
    act or is in the other language.
    """
    text = given.text.removeprefix(MARK)
    if _stored(session, act, about, text):
        return None
    with refusing(about.path.name):
        edition = replace(given, text=text).edition(
            about.language, act=act.code, in_force_from=about.in_force_from, caused_by=about.caused_by
        )
    return _store(session, act, about, edition, actor)


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
    if build_tree(flatten(edition.root), edition.root.close).raw != text:
        raise AssertionError(f"the paragraphs of {source.path.name} do not give its text again")
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
    store_tree(session, row, edition.root)
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
