"""Importing the whole history of an act's folder in a git repository, edition by edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from amendments.sources.error import SourceError
from amendments.sources.history import Commit, History, PastEdition, read_history
from service.errors import Invalid
from service.git_history import Repository
from service.store.audit import CLI
from service.store.database import Database
from service.store.importing import Progress, describe_act, import_sources
from service.store.sources import EditionSource


@dataclass
class HistoryReport:
    """What came of it: editions added and those there already, findings, and what the repository held besides."""

    act_code: str
    added: int = 0
    unchanged: int = 0
    findings: int = 0
    corrected: int = 0
    skipped: list[tuple[str, str]] = field(default_factory=list)  # commit, why in words


def import_history(
    database: Database, repository: Path, folder: str, language: str, limit: int, tell: Progress
) -> HistoryReport:
    """Import every edition that a folder of a mirror ever held.

    Each date is stored in a transaction of its own, so that an interrupted import keeps what it has done and a
    second run goes on from there. Reasons are told in `language`. Raises as `Repository` and `import_sources` do, and
    Invalid("history_unreadable") where no commit has a readable description.
    """
    source = Repository(repository)
    history = _read(source, folder, language, tell)
    act = describe_act(history.act)
    report = HistoryReport(history.act.code, corrected=history.corrected)
    report.skipped = [(one.commit[:12], one.error.describe(language)) for one in history.skipped]
    done = 0
    for day, editions in groupby(history.editions, key=_day):
        texts = list(editions)
        with TemporaryDirectory() as place:
            sources = [_put(source, Path(place), edition, limit) for edition in texts]
            with database.writing() as session:
                one = import_sources(
                    session, act, sources, CLI, _counted(tell, done, len(history.editions)), limit=limit
                )
        report.added += len(one.added)
        report.unchanged += len(one.unchanged)
        report.findings += one.findings
        done += len(texts)
        tell(done, len(history.editions), day.isoformat())
    return report


def _read(source: Repository, folder: str, language: str, tell: Progress) -> History:
    count, states = source.states(folder)

    def counted() -> Iterator[Commit]:
        for done, state in enumerate(states):
            tell(done, count, state.id[:12])
            yield state

    try:
        return read_history(counted())
    except SourceError as error:
        raise Invalid("history_unreadable", folder=folder, reason=error.describe(language)) from error


def _day(edition: PastEdition) -> date:
    return edition.in_force_from


def _put(source: Repository, place: Path, edition: PastEdition, limit: int) -> EditionSource:
    """Lay a text of the past where the import finds it; its name is what messages call it."""
    path = place / f"{edition.commit[:12]}-{edition.path.replace('/', '-')}"
    path.write_bytes(source.content(edition.content, path.name, limit))
    cause = edition.caused_by
    return EditionSource(path, edition.language, edition.in_force_from, cause.requisite, cause.code)


def _counted(tell: Progress, before: int, total: int) -> Progress:
    def within(done: int, _of: int, what: str) -> None:
        tell(before + done, total, what)

    return within
