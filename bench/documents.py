"""Rows of what follows a comparison: applying it, redlines, Word, and bringing a law into the database."""

from __future__ import annotations

import itertools
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from amendments.documents.redline_docx import redline_docx
from amendments.operations.apply import apply
from amendments.operations.compare import compare
from amendments.operations.redline import redline
from bench.measure import Work, medians
from bench.report import Figure, Table, figures
from bench.subjects import Laws, held_in_memory
from service.store.audit import CLI
from service.store.database import Database
from service.store.importing import import_folder
from service.store.migrate import upgrade

PUBLISHED = "not in this run: seen on 250,000 characters on such a machine; its engine is a binary of 44 MB"
PUBLISHED_MS = 1630.0


def documents(laws: Laws) -> Table:
    """Applying, both redlines, and the import, on the real pair."""
    old, new = held_in_memory(laws.real.old), held_in_memory(laws.real.new)
    comparison = compare(old, new)
    rows = redline(old, new, comparison)
    at = datetime(2026, 7, 14, tzinfo=UTC)
    found = medians(
        {
            "compare": lambda: compare(old, new),
            "apply": lambda: apply(comparison.all, old),
            "rows": lambda: redline(old, new, comparison),
            "word": lambda: redline_docx(rows, title="", author="bench", at=at, language="ru"),
        }
    )
    with TemporaryDirectory() as folder:
        found |= medians(_imports(laws.corpus, folder))
    word, imported = "redline DOCX with tracked changes", "import of 2 editions in 2 languages, clarity found"
    table = "sqlite3, the same paragraphs into one table"
    return figures(
        "After a comparison, on the real pair of July 2026",
        [
            Figure("apply the operations found", found["apply"], "compare that found them", found["compare"]),
            Figure("redline as rows", found["rows"], "compare that it is made from", found["compare"]),
            Figure(word, found["word"], "python-redlines 2.0.0, 200 edits", PUBLISHED_MS, remark=PUBLISHED),
            Figure(imported, found["import"], table, found["floor"], remark="the floor: no tree, findings, journal"),
        ],
    )


def _imports(corpus: Path, folder: str) -> dict[str, Work]:
    """Bringing both editions in both languages into SQLite, and the mere writing of their paragraphs."""
    counter = itertools.count()

    def ours() -> None:
        url = f"sqlite:///{folder}/ours-{next(counter)}.sqlite3"
        upgrade(url)
        database = Database(url)
        with database.writing() as session:
            import_folder(session, corpus / "law148", CLI)
        database.close()

    def floor() -> None:
        connection = sqlite3.connect(f"{folder}/floor-{next(counter)}.sqlite3")
        connection.execute("CREATE TABLE paragraph (edition TEXT, place INTEGER, text TEXT)")
        for path in sorted(corpus.glob("law148/*/*.md")):
            texts = path.read_text(encoding="utf-8").split("\n\n")
            rows = ((str(path), place, text) for place, text in enumerate(texts))
            connection.executemany("INSERT INTO paragraph VALUES (?, ?, ?)", rows)
        connection.commit()
        connection.close()

    return {"import": ours, "floor": floor}
