"""Reading keeps every character, and finds the units as a lawyer counts them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amendments.law.edition import Edition
from amendments.law.reader import read, read_fragment
from tests.support.laws import laws

VILLAGE = """# О сельском округе

Настоящий Закон определяет, кто за что отвечает в селе.

## Глава 1. Общие положения

<a id="st1"></a>

### Статья 1. Понятия

В настоящем Законе используются понятия:

1) округ – несколько сёл с одним акимом;

2) сход – собрание жителей;

Сход собирается не реже двух раз в год.

Он решает простым большинством;

2-1) улица – дорога внутри села;

### Статья 2. Компетенция акима

1. Аким округа:

   1) ведёт учёт улиц;

   *2) исключен Законом РК от 01.02.2020 № 1;*

   3) убирает снег на:

      главных улицах;

      площадях;

4) вводится в действие с 01.01.2027 в соответствии с Законом РК от 14.07.2026 № 9.

> *Сноска. Подпункт 4) дополнен.*

Аким отвечает перед сходом.

2. Аким отчитывается раз в год.

> *Сноска. Статья 2 с изменениями.*
"""


@pytest.fixture
def village() -> Edition:
    return read(VILLAGE, "ru", act="demo", in_force_from=date(2026, 3, 1))


@given(laws())
def test_reading_and_writing_keeps_every_character(law: tuple[str, str]) -> None:
    text, language = law
    assert read(text, language).text == text


@given(
    st.text(alphabet=st.sampled_from('1234). -*#>\n\r \u00a0аБ:;«»"Статья1-бап'), max_size=200),
    st.sampled_from(["ru", "kk"]),
)
def test_any_characters_at_all_are_kept(text: str, language: str) -> None:
    edition = read(text, language)
    assert edition.text == text
    assert len(edition.addresses) == len(set(edition.addresses))


@pytest.mark.corpus
def test_real_texts_are_kept_to_the_last_byte(corpus: Path) -> None:
    for folder, language in (("rus", "ru"), ("kaz", "kk")):
        for path in sorted((corpus / "law148" / folder).glob("*.md")):
            text = path.read_bytes().decode()
            assert read(text, language).text.encode() == path.read_bytes(), path.name
    for line in (corpus / "amendments" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        for text in filter(None, (case["before"], case["after"], case["instruction"])):
            assert read(text, case["lang"]).text == text, case["id"]


@pytest.mark.parametrize(
    ("address", "begins"),
    [
        ("pre", "Настоящий Закон"),
        ("ch_1", "Общие положения"),
        ("art_1", "Понятия"),
        ("art_1/cl_1", "В настоящем Законе"),
        ("art_1/sub_2", "сход –"),
        ("art_1/sub_2/cl_2", "Сход собирается"),
        ("art_1/sub_2/cl_3", "Он решает"),
        ("art_1/sub_2-1", "улица"),
        ("art_2/pt_1", "Аким округа:"),
        ("art_2/pt_1/sub_3", "убирает"),
        ("art_2/pt_1/sub_3/ind_2", "главных"),
        ("art_2/pt_1/sub_3/ind_3", "площадях"),
        ("art_2/pt_1/cl_2", "Аким отвечает"),
        ("art_2/pt_2", "Аким отчитывается"),
    ],
)
def test_units_stand_where_a_lawyer_counts_them(village: Edition, address: str, begins: str) -> None:
    unit = village.at(address)
    assert unit is not None
    assert unit.text.startswith(begins)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("art_1/heading", "Понятия"),
        ("art_1/ind_1", "В настоящем Законе используются понятия:"),
        ("art_2/pt_1/ind_1", "1. Аким округа:"),
        ("art_2/pt_1/sub_3/ind_1", "3) убирает снег на:"),
        ("art_2/pt_1/cl_2", "Аким отвечает перед сходом."),
    ],
)
def test_places_that_share_a_paragraph_are_found(village: Edition, address: str, words: str) -> None:
    target = village.locate(address)
    assert target is not None
    assert target.words == words


def test_first_clause_ends_where_the_second_begins(village: Edition) -> None:
    target = village.locate("art_2/pt_1/cl_1")
    assert target is not None
    assert target.words.startswith("1. Аким округа:")
    assert target.words.endswith("№ 9.")


@pytest.mark.parametrize(
    "address", ["art_3", "art_2/pt_9", "art_2/pt_1/cl_3", "art_1/sub_9", "art_2/pt_1/sub_3/ind_9", "х"]
)
def test_what_is_not_there_is_not_found(village: Edition, address: str) -> None:
    assert village.locate(address) is None


def test_notes_are_kept_apart_from_law(village: Edition) -> None:
    article = village.at("art_2")
    subpoint = village.at("art_2/pt_1/sub_4")
    assert article is not None
    assert subpoint is not None
    assert [note.text for note in article.notes] == ["*Сноска. Статья 2 с изменениями.*"[:-1]]
    assert len(subpoint.notes) == 1
    target = village.locate("art_2")
    assert target is not None
    assert "Сноска" not in target.words


def test_a_kazakh_remark_is_law_unless_it_is_set_as_a_note_that_names_the_amending_act() -> None:
    head = "### 5-бап. Әкім\n\n1. Әкім есеп береді.\n\n   "
    note = read(head + "*Ескертпе. Тармақ ҚР 05.02.2021 № 7-VII Заңымен өзгертілді.*", "kk")
    remark = read(head + "Ескертпе. Осы баптың мақсатында жыл он екі айды білдіреді.", "kk")
    assert note.at("art_5/pt_1/cl_2") is None
    assert remark.at("art_5/pt_1/cl_2") is not None


def test_states_are_seen(village: Edition) -> None:
    states = {address: unit.state for address, unit in village if unit.state != "in_force"}
    assert states == {"art_2/pt_1/sub_2": "excluded", "art_2/pt_1/sub_4": "not_yet"}


def test_units_glued_on_one_line_are_told_apart_and_reported() -> None:
    edition = read("1. Аким:\n\n1) ведёт учёт;2) убирает снег.", "ru")
    assert edition.text == "1. Аким:\n\n1) ведёт учёт;2) убирает снег."
    assert [unit.text for _, unit in edition][1:] == ["ведёт учёт;", "убирает снег."]
    assert [doubt.reason for doubt in edition.unread] == ["several units on one line"]


def test_quoted_text_of_another_act_is_not_counted() -> None:
    text = (
        "### Статья 1. Переход\n\n1. Установить:\n\n«2. Старое правило.\n\n3. Ещё одно.».\n\n2. Вступает в силу сразу."
    )
    edition = read(text, "ru")
    point = edition.at("art_1/pt_2")
    assert point is not None
    assert point.text == "Вступает в силу сразу."
    assert edition.at("art_1/pt_3") is None


def test_quoted_new_units_are_read_from_an_instruction() -> None:
    units = read_fragment("3-1) ведёт мониторинг;\n\n4) убирает снег;", "ru")
    assert [(unit.kind, unit.number, unit.text) for unit in units] == [
        ("subpoint", "3-1", "ведёт мониторинг;"),
        ("subpoint", "4", "убирает снег;"),
    ]
    assert [unit.kind for unit in read_fragment("Сход решает сам.", "ru")] == ["clause"]
    assert [unit.kind for unit in read_fragment("площадях;", "ru")] == ["indent"]


def test_both_hyphenations_of_a_kazakh_article_are_read() -> None:
    edition = read("### 5-1-бап. Әкім\n\n1. Әкім жауап береді.\n\n### 5-2 бап. Жиын\n\nЖиын шешеді.", "kk")
    assert [address for address, _ in edition] == ["art_5-1", "art_5-1/pt_1", "art_5-2", "art_5-2/cl_1"]


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(KeyError, match="unknown language"):
        read("text", "fr")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_doubt_names_its_line_whatever_ends_the_lines(newline: str) -> None:
    lines = ["### Статья 1. Дворы", "", "---", "1. Аким:", "1) метёт двор;", "", "   ", "1) метёт улицу."]
    edition = read(newline.join(lines), "ru")
    assert edition.text == newline.join(lines)
    assert [(doubt.line, doubt.reason) for doubt in edition.unread] == [(8, "number out of order")]


def test_a_number_inside_brackets_does_not_end_a_glued_unit() -> None:
    text = "1. Аким:\n\n1) метёт двор (летом; 2) зимой) и улицу; 2) сажает сад; 3) белит забор."
    subpoints = [(unit.number, unit.text) for _, unit in read(text, "ru") if unit.kind == "subpoint"]
    assert subpoints == [("1", "метёт двор (летом; 2) зимой) и улицу;"), ("2", "сажает сад;"), ("3", "белит забор.")]
