"""The real law's two editions as a redline in Word, in both languages."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from amendments.documents import redline_docx
from amendments.law.edition import Edition
from amendments.law.reader import read
from amendments.operations.redline import redline
from tests.documents.test_redline_docx import printed
from tests.documents.word import accepted, by_library, rejected

pytestmark = pytest.mark.corpus
AT = datetime(2026, 7, 20, tzinfo=UTC)


def editions(corpus: Path, folder: str, language: str) -> tuple[Edition, Edition]:
    old, new = (
        read((corpus / "law148" / folder / f"{day}.md").read_text(encoding="utf-8"), language)
        for day in ("2026-07-12", "2026-07-14")
    )
    return old, new


@pytest.mark.parametrize(("folder", "language"), [("rus", "ru"), ("kaz", "kk")])
def test_accepting_and_rejecting_give_the_two_editions(corpus: Path, folder: str, language: str) -> None:
    old, new = editions(corpus, folder, language)
    data = redline_docx(redline(old, new), title="Закон", author="Секретариат", at=AT, language=language)
    assert accepted(data) == printed(new)
    assert rejected(data) == printed(old)
    assert by_library(data, accept=True) == [line for line in printed(new) if line]
    assert by_library(data, accept=False) == [line for line in printed(old) if line]
