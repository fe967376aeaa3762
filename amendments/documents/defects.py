"""The report on defects of a text, in the columns of legal monitoring, as a Word document or a spreadsheet.

Columns: order of the Minister of Justice of 11 July 2023 No 471, annex 2 (as amended on 22 June 2026 by No 590).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Final

from amendments.documents.package import append, new_document, to_bytes, utc
from amendments.documents.wordml import Element, paragraph, run, w

HEADINGS: Final = {
    "ru": ("№", "Акт", "Структурный элемент (часть, абзац, подпункт, пункт, статья)", "Описание недостатка", "Меры"),
    "kk": (
        "№",
        "Акт",
        "Құрылымдық элемент (бөлік, абзац, тармақша, тармақ, бап)",
        "Кемшіліктің сипаттамасы",
        "Шаралар",
    ),
}
SHEET: Final = {"ru": "Недостатки", "kk": "Кемшіліктер"}
_WIDTHS_CM: Final = (1.2, 4.5, 5.0, 9.0, 6.0)
_WIDTHS_LETTERS: Final = (6, 34, 34, 70, 48)
_TWIPS: Final = 567  # twentieths of a point in a centimetre
_MOST: Final = 32_000
"""Characters of a cell; a spreadsheet holds 32,767."""


@dataclass(frozen=True, slots=True)
class Defect:
    """One row of the report: the act, the unit as it is cited, what is wrong with it, what is proposed."""

    act: str
    unit: str
    description: str
    measures: str


def defects_docx(
    defects: Iterable[Defect], *, title: str, notes: Sequence[str], author: str, at: datetime, language: str
) -> bytes:
    """The report as the bytes of a .docx file; `notes` stand under the title (what was chosen, who decides).

    Raises KeyError for a language without headings.
    """
    heads = HEADINGS[language]
    document = new_document(title=title, author=author, at=at, language=language, styles={}, landscape=True)
    rows = [_row([str(number), *_cells(one)]) for number, one in enumerate(defects, start=1)]
    lines = [paragraph("", run(note)) for note in notes]
    append(document, paragraph("Title", run(title)), *lines, _table(heads, rows), paragraph("Cell"))
    return to_bytes(document)


def defects_xlsx(
    defects: Iterable[Defect], *, title: str, notes: Sequence[str], author: str, at: datetime, language: str
) -> bytes:
    """The same as the bytes of an .xlsx file, with a filter over the columns.

    Every cell is text: nothing of a law or of a person's words is ever a formula or a link, however it begins.
    """
    from xlsxwriter import Workbook

    heads = HEADINGS[language]
    content = BytesIO()
    book = Workbook(
        content,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False},
    )
    book.set_properties({"title": title[:250], "author": author[:250], "created": utc(at).replace(tzinfo=None)})
    # the prefix marks a cell as text for good: also when somebody edits it, it does not become a formula
    text = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "num_format": "@", "quote_prefix": True})
    head = book.add_format({"text_wrap": True, "valign": "vcenter", "border": 1, "bold": True})
    strong = book.add_format({"bold": True, "font_size": 14, "quote_prefix": True})
    sheet = book.add_worksheet(SHEET[language])
    sheet.write_string(0, 0, title[:_MOST], strong)
    for line, note in enumerate(notes, start=1):
        sheet.write_string(line, 0, note[:_MOST])
    first = len(notes) + 2
    for column, (words, width) in enumerate(zip(heads, _WIDTHS_LETTERS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(first, column, words, head)
    last = first
    for last, one in enumerate(defects, start=first + 1):
        sheet.write_number(last, 0, last - first, head)
        for column, words in enumerate(_cells(one), start=1):
            sheet.write_string(last, column, words[:_MOST], text)
    sheet.autofilter(first, 0, last, len(heads) - 1)
    sheet.freeze_panes(first + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(first)
    book.close()
    return content.getvalue()


def _cells(one: Defect) -> tuple[str, str, str, str]:
    return one.act, one.unit, one.description, one.measures


def _table(heads: Sequence[str], rows: Sequence[Element]) -> Element:
    widths = [str(round(width * _TWIPS)) for width in _WIDTHS_CM]
    border = {"val": "single", "sz": "4", "space": "0", "color": "auto"}
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    properties = w(
        "tblPr",
        w("tblW", w=str(sum(map(int, widths))), type="dxa"),
        w("tblBorders", *(w(side, **border) for side in sides)),
        w("tblLayout", type="fixed"),
    )
    heading = w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *_cells_of(heads, "CellHead"))
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), heading, *rows)


def _row(texts: Sequence[str]) -> Element:
    return w("tr", *_cells_of(texts, "Cell"))


def _cells_of(texts: Sequence[str], style: str) -> list[Element]:
    widths = (str(round(width * _TWIPS)) for width in _WIDTHS_CM)
    return [
        w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *(paragraph(style, run(line)) for line in text.split("\n")))
        for text, width in zip(texts, widths, strict=True)
    ]
