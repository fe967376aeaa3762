"""What is measured, on the real pair of editions of Law No 148 in Russian."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from markdown_it import MarkdownIt

from amendments.documents.redline_docx import redline_docx
from amendments.law.edition import Edition
from amendments.law.reader import read
from amendments.operations.apply import apply
from amendments.operations.compare import Comparison, compare
from amendments.operations.redline import redline
from bench import peers
from bench.measure import Row, Work, against, medians
from service.store.audit import CLI
from service.store.database import Database
from service.store.importing import import_folder
from service.store.migrate import upgrade

TEXTS, TREES = "compare two editions, from their texts", "compare two editions, read and hashed before"
PUBLISHED = "not in this run: seen on 250,000 characters on such a machine; its engine is a binary of 44 MB"
SIGNS = {"equal": "=", "insert": "+", "delete": "-"}


@dataclass(frozen=True)
class RealPair:
    """Both editions: as texts and as trees."""

    old_text: str
    new_text: str
    old: Edition
    new: Edition

    @classmethod
    def load(cls, corpus: Path) -> RealPair:
        """Read the pair from the folder of real texts."""
        old, new = ((corpus / f"law148/rus/2026-07-{day}.md").read_text(encoding="utf-8") for day in (12, 14))
        return cls(old, new, read(old, "ru"), read(new, "ru"))


def reading(pair: RealPair) -> list[Row]:
    """Reading a text into the tree, beside a general parser of the same Markdown."""
    parser = MarkdownIt()
    return against(
        "read one edition into a tree",
        lambda: read(pair.new_text, "ru"),
        {"markdown-it-py, the same file to tokens": lambda: parser.parse(pair.new_text)},
        {"markdown-it-py, the same file to tokens": "knows paragraphs, no provisions"},
    )


def comparing(pair: RealPair) -> list[Row]:
    """Comparing beside peers. From the texts on, our reading of both is in our time, so that all start equal;
    read and hashed before is what the service has when a page is asked for again."""
    works: dict[str, Work] = {
        TEXTS: lambda: compare(read(pair.old_text, "ru"), read(pair.new_text, "ru")),
        TREES: lambda: compare(pair.old, pair.new),
    }
    remarks = {}
    for name, find in {**peers.WITH_PIECES, **peers.OTHERS}.items():
        works[name] = partial(find, pair.old_text, pair.new_text)
    for name, pieces in peers.WITH_PIECES.items():
        remarks[name] = peers.verdict(pieces(pair.old_text, pair.new_text), pair.old_text, pair.new_text)
    remarks["xmldiff, fast match"] = f"{len(peers.tree_edits(pair.old_text, pair.new_text))} edits of whole paragraphs"
    found = medians(works)
    return [
        Row(ours, found[ours], name, found[name], remarks.get(name, ""))
        for ours in (TEXTS, TREES)
        for name in works
        if name not in (TEXTS, TREES)
    ]


def applying(pair: RealPair) -> list[Row]:
    """Applying the operations found, and making the redline of them, beside finding them."""
    comparison = compare(pair.old, pair.new)
    return [
        *against(
            "apply the operations found",
            lambda: apply(comparison.all, pair.old),
            {"compare that found them": lambda: compare(pair.old, pair.new)},
        ),
        *against(
            "redline as rows",
            lambda: redline(pair.old, pair.new, comparison),
            {"compare that it is made from": lambda: compare(pair.old, pair.new)},
        ),
    ]


def word_document(pair: RealPair) -> list[Row]:
    """The redline as a Word document, beside what the ready tool was seen to take on a text of the same length."""
    comparison = compare(pair.old, pair.new)
    rows = redline(pair.old, pair.new, comparison)
    at = datetime(2026, 7, 14, tzinfo=UTC)

    def write() -> bytes:
        return redline_docx(rows, title="", author="bench", at=at, language="ru")

    taken = medians({"ours": write})["ours"]
    return [Row("redline DOCX with tracked changes", taken, "python-redlines 2.0.0, 200 edits", 1630.0, PUBLISHED)]


def importing(_pair: RealPair, corpus: Path) -> list[Row]:
    """Bringing both editions in both languages into SQLite, beside the mere writing of their paragraphs."""
    with TemporaryDirectory() as folder:
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

        name = "sqlite3, the same paragraphs into one table"
        return against(
            "import of 2 editions in 2 languages, tables made, clarity found",
            ours,
            {name: floor},
            {name: "the floor: no tree, no findings, no journal"},
        )


def quality(pair: RealPair) -> str:
    """What our own comparison found, in the words in which the peers are judged."""
    comparison = compare(pair.old, pair.new)
    exact = apply(comparison.all, pair.old).edition.text == pair.new_text
    pieces = list(pieces_of(pair, comparison))
    changed = sum(kind != "=" for kind, _ in pieces)
    return (
        f"{len(comparison.operations)} operations on the law and {len(comparison.editorial)} on notes and layout; "
        f"applied to the old text they give the new one character for character: {'yes' if exact else 'NO'}; "
        f"its redline has {changed} changed pieces, {peers.cut_words(pieces)} borders inside a word."
    )


def pieces_of(pair: RealPair, comparison: Comparison) -> Iterator[peers.Piece]:
    """Our redline as pieces, a paragraph apart."""
    for row in redline(pair.old, pair.new, comparison, notes=True):
        yield from ((SIGNS[segment.kind], segment.text) for segment in row.segments)
        yield ("=", "\n")
