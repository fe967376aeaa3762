"""Rows of storing: a hundred editions in a database beside what git packs of the same texts."""

from __future__ import annotations

import sqlite3
import subprocess
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from amendments.law.edition import Edition
from amendments.law.reader import read
from bench.changes import edits
from bench.measure import Prepared, medians
from bench.report import Figure, Table, figures
from bench.subjects import Laws
from service.store.database import Database, Session
from service.store.edition_texts import LONGEST, store_tree
from service.store.editions import load_edition, source_hash
from service.store.migrate import upgrade
from service.store.tables import Act, EditionRow

EDITIONS = 100
ASKED_SIZE = 0.5
ASKED_TIME = 1.0
FEWEST, MOST = 5, 20
FIRST = date(2020, 1, 1)
CODE = "z-1"
GIT = "git gc: its pack and index"
READING = "one reading of its text"
HOW = (
    f"Each edition has {FEWEST} to {MOST} paragraphs changed from the one before. Ours is the SQLite file after VACUUM "
    "less that of an empty database, with the rows of all editions in it and without clarity findings and journal, "
    "which git does not have either. Git has one commit per edition. Asked are at most twice git's bytes, and an "
    "edition out in the time of one reading; out is from the database with nothing kept in memory, and checked against "
    f"its hash. One edition in {LONGEST} is stored in full; the farthest from it is {LONGEST - 1} differences away."
)


def storing(laws: Laws, editions: int = EDITIONS) -> Table:
    """The real law and a generated one, each with a history of its own."""
    rows: list[Figure] = []
    for name, text in (("real law", laws.real.new), ("small law", laws.generated[0])):
        with TemporaryDirectory() as folder:
            rows += _rows(f"{editions} editions of the {name}", history(text, editions), Path(folder))
    return figures("Storing", rows, HOW)


def history(text: str, count: int) -> list[str]:
    """A text and the editions that follow it."""
    dice = Random(100)
    texts = [text]
    while len(texts) < count:
        texts.append(edits(texts[-1], dice.randint(FEWEST, MOST), seed=len(texts)))
    return texts


def _rows(name: str, texts: list[str], folder: Path) -> list[Figure]:
    path = folder / "law.sqlite3"
    upgrade(f"sqlite:///{path}")
    empty = compact(path)
    database = Database(f"sqlite:///{path}")
    with database.writing() as session:
        store(session, texts)
    database.close()
    size = Figure(f"{name}, bytes stored", (compact(path) - empty) / 1024, GIT, git_packs(texts, folder / "git") / 1024,
                  "KB", ASKED_SIZE)  # fmt: skip
    places = {"one in full out": 0, "the farthest from a full one out": min(LONGEST, len(texts)) - 1}
    rows = [size]
    for which, place in places.items():
        out = Prepared(database.cache.clear, partial(take_out, database, place))
        found = medians({"out": out, "read": partial(read, texts[place], "ru")})
        rows.append(Figure(f"{name}, {which}", found["out"], READING, found["read"], asked=ASKED_TIME))
    database.close()
    return rows


def store(session: Session, texts: list[str]) -> None:
    """Store editions a day apart."""
    act = Act(code=CODE, requisite="Закон № 1", title_ru="О дворах", title_kk="Аулалар туралы")
    session.add(act)
    session.flush()
    for place, text in enumerate(texts):
        edition = read(text, "ru")
        row = EditionRow(
            act_id=act.id or 0,
            language="ru",
            in_force_from=FIRST + timedelta(place),
            source_hash=source_hash(text),
            close=edition.root.close,
            characters=len(text),
            provisions=len(edition),
            unread=[{"line": one.line, "reason": one.reason, "text": one.text} for one in edition.unread],
            imported_at=datetime(2026, 1, 1, tzinfo=UTC),
        )
        session.add(row)
        session.flush()
        store_tree(session, row, edition.root)


def take_out(database: Database, place: int, _nothing_kept: None) -> Edition:
    """Rebuild one edition from the database; its text is checked against its hash in doing so."""
    with database.reading() as session:
        return load_edition(session, session.get_one(EditionRow, place + 1))


def compact(path: Path) -> int:
    """Bytes of an SQLite file once it holds no free pages."""
    connection = sqlite3.connect(path)
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path.stat().st_size


def git_packs(texts: list[str], folder: Path) -> int:
    """Bytes of pack and index after `git gc` in a repository with one commit per text."""
    folder.mkdir()

    def git(*words: str) -> None:
        who = ("-c", "user.name=bench", "-c", "user.email=bench@localhost", "-c", "commit.gpgsign=false")
        subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True)

    git("init", "--quiet")
    for place, text in enumerate(texts):
        (folder / "law.md").write_text(text, encoding="utf-8")
        git("add", "law.md")
        git("commit", "--quiet", "--message", f"edition {place}")
    git("gc", "--quiet", "--prune=now")
    packs = folder / ".git" / "objects" / "pack"
    return sum(path.stat().st_size for path in packs.iterdir() if path.suffix in (".pack", ".idx"))
