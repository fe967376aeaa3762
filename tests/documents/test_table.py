"""The comparative table: the Government's form, what stands in its cells and how changes are marked."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import docx
import pytest
from docx.table import _Cell

from amendments.documents import CHAMBER, TableRow, comparative_table_docx, table_rows
from amendments.documents.table import Words
from amendments.law.reader import read
from amendments.operations.redline import redline

AT = datetime(2026, 7, 20, tzinfo=UTC)

OLD = """### Статья 1. Задачи

1. Аким сада:
1) при необходимости поливает деревья;
2) считает яблоки;
3) ведёт тетрадь урожая.
2. Полив – дело утреннее.

### Статья 2. Надзор

Надзор ведёт сход.
"""
NEW = """### Статья 1. Задачи

1. Аким сада:
1) не реже двух раз в неделю поливает деревья;
2) считает яблоки;
2-1) сажает саженцы;
3) ведёт тетрадь урожая.

### Статья 2. Надзор

Надзор ведёт сход.

### Статья 3. Весна

Настоящий порядок действует с весны.
"""


def rows(old: str = OLD, new: str = NEW, language: str = "ru", **more: object) -> tuple[TableRow, ...]:
    return table_rows(redline(read(old, language), read(new, language)), language=language, **more)  # type: ignore[arg-type]


def shown(lines: tuple[tuple[Words, ...], ...]) -> list[str]:
    """Lines of a cell, touched words in square brackets."""
    return ["".join(f"[{part.text}]" if part.marked else part.text for part in line) for line in lines]


def test_each_change_is_a_row_in_the_order_of_the_law() -> None:
    assert [row.unit for row in rows()] == [
        "подпункт 1) пункта 1 статьи 1",
        "подпункт 2-1) пункта 1 статьи 1",
        "пункт 2 статьи 1",
        "статья 3",
    ]


def test_a_changed_paragraph_stands_under_the_words_that_lead_to_it() -> None:
    changed = rows()[0]
    assert shown(changed.current) == [
        "Статья 1. Задачи",
        "1. Аким сада:",
        "1) [при необходимости] поливает деревья;",
        "…",
    ]
    assert shown(changed.proposed) == [
        "Статья 1. Задачи",
        "1. Аким сада:",
        "1) [не реже двух раз в неделю] поливает деревья;",
        "…",
    ]


def test_a_new_unit_is_absent_on_the_left() -> None:
    new = rows()[1]
    assert shown(new.current) == ["Отсутствует"]
    assert shown(new.proposed) == ["Статья 1. Задачи", "1. Аким сада:", "…", "[2-1) сажает саженцы;]", "…"]


def test_a_deleted_unit_is_to_be_taken_out_on_the_right() -> None:
    gone = rows()[2]
    assert shown(gone.current) == ["Статья 1. Задачи", "…", "[2. Полив – дело утреннее.]"]
    assert shown(gone.proposed) == ["[Исключить]"]


def test_a_new_article_is_one_row_with_all_its_paragraphs() -> None:
    article = rows()[3]
    assert shown(article.proposed) == ["[Статья 3. Весна]", "[Настоящий порядок действует с весны.]"]


def test_the_marker_of_an_excluded_unit_is_not_a_proposal() -> None:
    new = OLD.replace("2) считает яблоки;", "2) исключен Законом от 1 мая 2026 года;")
    (row,) = rows(OLD, new)
    assert shown(row.current) == ["Статья 1. Задачи", "1. Аким сада:", "…", "[2) считает яблоки;]", "…"]
    assert shown(row.proposed) == ["[Исключить]"]


def test_kazakh_words_for_absent_and_taken_out() -> None:
    old = "### 1-бап. Бақ\n\n1. Әкім суарады.\n2. Сход қарайды.\n"
    new = "### 1-бап. Бақ\n\n1. Әкім суарады.\n3. Сход ұйымдастырады, көшет отырғызады.\n"
    added, gone = (
        next(row for row in rows(old, new, "kk") if row.address == address) for address in ("art_1/pt_3", "art_1/pt_2")
    )
    assert shown(added.current) == ["Жоқ"]
    assert shown(gone.proposed) == ["[Алып тасталсын]"]


def test_grounds_of_an_article_serve_for_the_units_in_it_that_have_none() -> None:
    texts = {"art_1": {"grounds": "общие"}, "art_1/pt_2": {"grounds": "свои"}}
    assert [row.texts.get("grounds") for row in rows(texts=texts)] == ["общие", "общие", "свои", None]


@pytest.mark.parametrize(
    ("language", "project", "title", "heads"),
    [
        (
            "ru",
            "Закона Республики Казахстан «О садах»",
            "Сравнительная таблица к проекту Закона Республики Казахстан «О садах»",
            [
                "№ п/п",
                "Структурный элемент правового акта",
                "Действующая редакция",
                "Предлагаемая редакция",
                (
                    "Обоснование: 1) суть поправки; 2) аргументированное обоснование каждой вносимой поправки; "
                    "3) ссылка на соответствующий правовой акт, номер, дату поручения (при наличии)"
                ),
            ],
        ),
        (
            "kk",
            "«Бақтар туралы» Қазақстан Республикасы Заңының",
            "«Бақтар туралы» Қазақстан Республикасы Заңының жобасына салыстырма кесте",
            [
                "Р/с №",
                "Құқықтық актінің құрылымдық элементі",
                "Қолданыстағы редакция",
                "Ұсынылатын редакция",
                (
                    "Негіздеме: 1) түзетудің мәні; 2) енгізілетін әрбір түзетудің дәлелді негіздемесі; "
                    "3) тиісті құқықтық актіге сілтеме, тапсырмалардың (бар болса) нөмірі, күні"
                ),
            ],
        ),
    ],
)
def test_the_government_form_word_for_word(language: str, project: str, title: str, heads: list[str]) -> None:
    data = comparative_table_docx(rows(), project=project, author="А", at=AT, language=language)
    document = docx.Document(io.BytesIO(data))
    assert document.paragraphs[0].text == title
    table = document.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == heads
    assert [cell.text for cell in table.rows[1].cells] == ["1", "2", "3", "4", "5"]
    assert len(table.rows) == 2 + 4
    assert [row.cells[0].text for row in table.rows[2:]] == ["1.", "2.", "3.", "4."]


def styled(cell: _Cell) -> list[tuple[str, bool, bool]]:
    return [(run.text, bool(run.font.bold), bool(run.font.strike)) for run in cell.paragraphs[2].runs]


def test_touched_words_are_bold_and_struck_on_the_left_new_words_bold_on_the_right() -> None:
    data = comparative_table_docx(rows(), project="…", author="А", at=AT, language="ru")
    cells = docx.Document(io.BytesIO(data)).tables[0].rows[2].cells
    assert styled(cells[2]) == [
        ("1) ", False, False),
        ("при необходимости", True, True),
        (" поливает деревья;", False, False),
    ]
    assert styled(cells[3]) == [
        ("1) ", False, False),
        ("не реже двух раз в неделю", True, False),
        (" поливает деревья;", False, False),
    ]


def test_a_chamber_has_its_own_columns() -> None:
    texts = {"art_1": {"author": "Депутат Н.\nЧтобы сад рос.", "decision": "Принято"}}
    data = comparative_table_docx(rows(texts=texts), project="…", author="А", at=AT, language="ru", form=CHAMBER)
    table = docx.Document(io.BytesIO(data)).tables[0]
    assert [cell.text for cell in table.rows[1].cells] == ["1", "2", "3", "4", "5", "6"]
    assert [cell.text for cell in table.rows[2].cells][4:] == ["Депутат Н.\nЧтобы сад рос.", "Принято"]


def test_headings_repeat_on_every_page_of_a_sheet_turned_sideways() -> None:
    document = docx.Document(io.BytesIO(comparative_table_docx(rows(), project="…", author="А", at=AT, language="ru")))
    section = document.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width > section.page_height
    heads = document.tables[0]._tbl.xpath(".//w:tblHeader")
    assert len(heads) == 2


def test_the_same_rows_give_the_same_file() -> None:
    made = [comparative_table_docx(rows(), project="…", author="А", at=AT, language="ru") for _ in range(2)]
    assert made[0] == made[1]


def test_a_form_without_headings_in_a_language_is_refused() -> None:
    with pytest.raises(ValueError, match="no headings"):
        comparative_table_docx(rows(), project="…", author="А", at=AT, language="en")
