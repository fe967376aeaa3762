"""The comparative table as a Word document, in the form of the Government or of a chamber."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from amendments.documents.form import GOVERNMENT, Column, Form
from amendments.documents.package import append, new_document, to_bytes
from amendments.documents.table import Line, TableRow
from amendments.documents.wordml import Element, paragraph, run, w

_TWIPS = 567  # twentieths of a point in a centimetre
_PAGE = 25.7  # cm between the margins of an A4 sheet turned sideways


def comparative_table_docx(
    rows: Iterable[TableRow],
    *,
    project: str,
    author: str,
    at: datetime,
    language: str,
    form: Form = GOVERNMENT,
    notes: Sequence[str] = (),
    footnote: str = "",
) -> bytes:
    """The table as the bytes of a .docx file.

    `project` names the draft in the case its language asks for («Закона Республики Казахстан «О …»», «… Заңының»),
    `notes` stand under the title, `footnote` at the foot of every page.
    Touched words are bold and struck out on the left, new words bold on the right: it reads the same in black and
    white. Raises ValueError for a form without headings in `language`, and as `new_document` does.
    """
    if language not in form.title:
        raise ValueError(f"this form has no headings in {language!r}; it has {', '.join(form.title)}")
    title = form.title[language].format(project)
    document = new_document(
        title=title, author=author, at=at, language=language, styles={}, landscape=True, footnote=footnote
    )
    lines = [paragraph("", run(note)) for note in notes]
    append(document, paragraph("Title", run(title)), *lines, _table(tuple(rows), form, language), paragraph("Cell"))
    return to_bytes(document)


def _table(rows: tuple[TableRow, ...], form: Form, language: str) -> Element:
    total = sum(column.width for column in form.columns)
    widths = [str(round(column.width * _PAGE / total * _TWIPS)) for column in form.columns]
    border = {"val": "single", "sz": "4", "space": "0", "color": "auto"}
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    properties = w(
        "tblPr",
        w("tblW", w=str(sum(map(int, widths))), type="dxa"),
        w("tblBorders", *(w(side, **border) for side in sides)),
        w("tblLayout", type="fixed"),
    )
    heads = [[column.heading[language] for column in form.columns]]
    if form.numbered:
        heads.append([str(number) for number in range(1, len(form.columns) + 1)])
    return w(
        "tbl",
        properties,
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        *(_head(texts, widths) for texts in heads),
        *(_row(number, row, form.columns, widths) for number, row in enumerate(rows, start=1)),
    )


def _head(texts: list[str], widths: list[str]) -> Element:
    """A row of headings, repeated on every page."""
    cells = (_cell(width, [paragraph("CellHead", run(text))]) for text, width in zip(texts, widths, strict=True))
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _row(number: int, row: TableRow, columns: tuple[Column, ...], widths: list[str]) -> Element:
    cells = (_cell(width, _content(column.key, number, row)) for column, width in zip(columns, widths, strict=True))
    return w("tr", *cells)


def _content(key: str, number: int, row: TableRow) -> list[Element]:
    if key == "number":
        return [paragraph("CellHead", run(f"{number}."))]
    if key == "unit":
        return [paragraph("Cell", run(row.unit))]
    if key == "current":
        return [_line(line, "b", "strike") for line in row.current]
    if key == "proposed":
        return [_line(line, "b") for line in row.proposed]
    return [paragraph("Cell", run(line)) for line in row.texts.get(key, "").split("\n")]


def _line(line: Line, *marks: str) -> Element:
    return paragraph("Cell", *(run(words.text, *(marks if words.marked else ())) for words in line))


def _cell(width: str, content: list[Element]) -> Element:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *(content or [paragraph("Cell")]))
