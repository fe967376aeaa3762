"""The report on defects: official columns, and no cell of a spreadsheet that could ever be a formula."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from amendments.documents import Defect, defects_docx, defects_xlsx

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOSTILE = ('=HYPERLINK("http://x")', "+1+1", "-2", "@SUM(A1)", "\tcmd", "{=1}", "https://example.org/a", "007")


def report(form: str, language: str = "ru", words: tuple[str, ...] = ("поливает сад",)) -> bytes:
    defects = [Defect(one, one, f"{one}\nвторая строка", one) for one in words]
    write = defects_xlsx if form == "xlsx" else defects_docx
    return write(defects, title="Отчет", notes=("Учебный текст.",), author="Тест", at=AT, language=language)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_word_report_has_five_columns_and_numbers_its_rows(language: str) -> None:
    table = Document(BytesIO(report("docx", language, ("раз", "два")))).tables[0]
    assert [len(row.cells) for row in table.rows] == [5, 5, 5]
    assert [row.cells[0].text for row in table.rows] == ["№", "1", "2"]
    assert table.rows[1].cells[3].text.splitlines() == ["раз", "вторая строка"]


def test_cells_of_a_spreadsheet_are_text_however_they_begin() -> None:
    book = ZipFile(BytesIO(report("xlsx", words=HOSTILE)))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet.lower()
    assert sheet.count('t="s"') >= 4 * len(HOSTILE)
    strings = book.read("xl/sharedStrings.xml").decode()
    assert "=HYPERLINK" in strings, "the words are kept as they are"
    assert 'quotePrefix="1"' in book.read("xl/styles.xml").decode(), "and stay text when somebody edits the cell"


def test_a_cell_longer_than_a_spreadsheet_holds_is_cut() -> None:
    book = ZipFile(BytesIO(report("xlsx", words=("я" * 40_000,))))
    assert max(map(len, book.read("xl/sharedStrings.xml").decode().split("<t"))) < 33_000


def test_a_report_without_rows_is_a_report() -> None:
    assert len(Document(BytesIO(report("docx", words=()))).tables[0].rows) == 1
    assert ZipFile(BytesIO(report("xlsx", words=()))).testzip() is None


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        report("docx", "en")
