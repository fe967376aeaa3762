"""The laws that are measured, and editions of them as the service holds them in memory."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from amendments.law.edition import Edition
from amendments.law.reader import read
from bench.changes import CHANGES
from bench.laws import law

ROOT = Path(__file__).resolve().parent.parent
SMALL, LARGE = 250_000, 2_500_000


@dataclass(frozen=True)
class Subject:
    """One text of law in two states."""

    law: str
    change: str
    old: str
    new: str

    @property
    def size(self) -> int:
        """Characters of the old text."""
        return len(self.old)


@dataclass(frozen=True)
class Laws:
    """The real law in its two editions and the generated ones."""

    corpus: Path
    small: int = SMALL
    large: int = LARGE

    @classmethod
    def beside(cls) -> Laws:
        """The laws with the real texts found beside the repository, or where TUZETU_CORPUS says."""
        return cls(Path(os.environ.get("TUZETU_CORPUS", ROOT.parent / "shared" / "corpus")))

    @cached_property
    def real(self) -> Subject:
        """Law No 148 in Russian before and after July 2026."""
        old, new = ((self.corpus / f"law148/rus/2026-07-{day}.md").read_text(encoding="utf-8") for day in (12, 14))
        return Subject("real law", "July 2026", old, new)

    @cached_property
    def generated(self) -> tuple[str, str]:
        """The small law and the large one, which begins with it."""
        return law(self.small), law(self.large)

    def subjects(self) -> Iterator[Subject]:
        """Every law with every change."""
        yield self.real
        generated = zip((self.small, self.large), self.generated, strict=True)
        texts = {"real law": self.real.new, **{f"{size:,} characters": text for size, text in generated}}
        for name, text in texts.items():
            for change, make in CHANGES.items():
                yield Subject(name, change, text, make(text))


def held_in_memory(text: str) -> Edition:
    """An edition as the service holds it: read, its hashes known, nothing compared yet."""
    edition = read(text, "ru")
    for node in edition.root.paragraphs():
        _ = node.full_hash, node.law_hash, node.body_hash
    return edition


def fresh(subject: Subject) -> tuple[Edition, Edition]:
    """Both editions made anew, and what earlier rounds left in the comparison's memory forgotten."""
    forget()
    return held_in_memory(subject.old), held_in_memory(subject.new)


def forget() -> None:
    """Empty every cache of functions in the algebra, so that no round profits from one before."""
    for name, module in list(sys.modules.items()):
        if name.startswith("amendments.operations"):
            for value in list(vars(module).values()):
                clear: Callable[[], None] | None = getattr(value, "cache_clear", None)
                if clear is not None:
                    clear()
