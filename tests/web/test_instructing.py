"""«Разбор поправок»: an amending act pasted, looked at and mended; nothing of it is stored."""

from __future__ import annotations

import io

import pytest
from docx import Document
from flask import Flask
from flask.testing import FlaskClient

from tests.support.acts import ACT_TEXT, GOOD, GOOD_KK, KK, LAW, RU, TWO_PLACES, fields, read, sent, words
from tests.support.pages import ACT, LAST, soup, text_of, visitor


@pytest.fixture(scope="module")
def drafter(reading_app: Flask) -> FlaskClient:
    """A person of the staff on a demonstration where nothing is stored."""
    return visitor(reading_app, "saule")


# -- what is shown


@pytest.mark.parametrize(
    ("edition", "text", "new"), [(RU, GOOD, "десяти рабочих дней"), (KK, GOOD_KK, "он жұмыс күні")]
)
def test_an_order_stands_beside_the_text_before_and_after_it(
    drafter: FlaskClient, edition: str, text: str, new: str
) -> None:
    page = read(drafter, text, edition)
    (row,) = page.select(".amend-row")
    assert row.select(".amend-order .law-words")[0].get_text() == text
    assert [one.get_text() for one in row.select(".amend-order .lit")][1] == f"«{new}»"
    assert new in words(row.select_one(".amend-side--new ins"))
    assert row.select_one(".amend-side--new del") is None
    assert row.select_one(".amend-side--old ins") is None


def test_a_suspended_unit_shows_its_temporary_text_and_the_day(drafter: FlaskClient) -> None:
    order = (
        "приостановить до 1 января 2031 года действие пункта 2 статьи 9, установив, что в период приостановления "
        "данный пункт действует в следующей редакции: «2. Ответ не дают.»."
    )
    page = read(drafter, order)
    (row,) = page.select(".amend-row")
    new = " ".join(words(one) for one in row.select(".amend-side--new"))
    assert "Ответ не дают" in new
    assert "действие приостановлено до 01.01.2031" in new
    bare = read(drafter, "приостановить до 1 января 2031 года действие статьи 9.")
    assert "01.01.2031" in " ".join(words(one) for one in bare.select(".amend-side--new"))


def test_without_scripts_each_end_of_an_order_links_to_the_other(drafter: FlaskClient) -> None:
    page = read(drafter, GOOD)
    (row,) = page.select(".amend-row")
    there, back = row.select_one(".amend-number a"), row.select_one(".amend-side--new .where a")
    assert there is not None
    assert back is not None
    assert page.select_one(str(there["href"])) is row.select_one(".amend-effect")
    assert page.select_one(str(back["href"])) is row


def test_a_whole_act_is_split_and_nothing_of_it_is_lost(drafter: FlaskClient) -> None:
    page = read(drafter, ACT_TEXT)
    assert [words(row.select_one(".amend-side--new .where")) for row in page.select(".amend-row")] == [
        "Статья 9, пункт 2",
        "Статья 11, пункт 4",
    ]
    faults = [words(card) for card in page.select(".fault")]
    assert len(faults) == 3
    assert "Не прочитано" in faults[0]
    assert "убрать" in faults[0]
    assert "найдены в нескольких местах (3)" in faults[1]
    assert "такой единицы в тексте нет" in faults[2]
    elsewhere = words(page.select_one("#elsewhere"))
    assert "О дорогах и мостах" in elsewhere
    assert "слово «мост» заменить словом «путь»" in elsewhere
    assert "Порядок введения в действие" in elsewhere
    assert words(page.select_one("#title-ru")) == ""
    title = page.select_one("#title-ru")
    assert title is not None
    assert title["value"] == "О внесении изменений и дополнений в некоторые законы"


def test_an_act_on_another_law_only_is_said_to_be_on_another(drafter: FlaskClient) -> None:
    text = "Внести в Закон «О дорогах и мостах» следующие изменения:\n\n" + GOOD
    assert "назван другой акт" in words(read(drafter, text).main)
    assert "назван другой акт" not in words(read(drafter, text.replace("О дорогах и мостах", LAW)).main)


def test_a_new_unit_a_removed_one_and_a_restated_one_are_shown(drafter: FlaskClient) -> None:
    page = read(
        drafter,
        "пункт 4 статьи 5 исключить;\n\n"
        "пункт 1 статьи 11 изложить в следующей редакции:\n\n«1. Акимат заседает открыто.».",
    )
    first, second = page.select(".amend-row")
    assert first.select_one(".amend-side--old del") is not None
    assert "заседает открыто" in words(second.select_one(".amend-side--new ins"))


# -- mending


def test_a_fault_is_mended_in_place_and_its_effect_is_seen_at_once(drafter: FlaskClient) -> None:
    page = read(drafter, ACT_TEXT)
    data = fields(page)
    name = str(page.select(".fault textarea")[0]["name"])
    assert data[name] == ["2) убрать всё лишнее;"]
    data[name] = ["2) пункт 4 статьи 5 исключить;"]
    mended = soup(sent(drafter, data))
    assert len(mended.select(".fault")) == 2
    assert "Статья 5, пункт 4" in [words(row.select_one(".where")) for row in mended.select(".amend-row")]
    assert "2) пункт 4 статьи 5 исключить;" in fields(mended)["text"][0]


def test_the_line_above_a_fault_can_be_mended_too(drafter: FlaskClient) -> None:
    page = read(drafter, "в статье 999:\n\nв пункте 2 слова «одного месяца» заменить словами «десяти рабочих дней».")
    data = fields(page)
    (line,) = [name for name, value in data.items() if value == ["в статье 999:"]]
    data[line] = ["в статье 9:"]
    mended = soup(sent(drafter, data))
    assert mended.select(".fault") == []
    assert len(mended.select(".amend-row")) == 1


def test_a_chosen_place_is_a_persons_decision_and_can_be_taken_back(drafter: FlaskClient) -> None:
    page = read(drafter, TWO_PLACES)
    offers = page.select(".picks input[type=radio]")
    assert [words(offer.find_parent("label").b) for offer in offers] == [  # type: ignore[union-attr]
        "Статья 16, пункт 1",
        "Статья 16, пункт 2",
        "Статья 16, пункт 3",
    ]
    data = fields(page) | {str(offers[1]["name"]): [str(offers[1]["value"])]}
    decided = soup(sent(drafter, data))
    assert decided.select(".fault") == []
    assert "Место выбрал человек: Статья 16, пункт 2." in words(decided.select_one(".amend-order"))
    kept = fields(decided)["choice"]
    assert len(kept) == 1
    again = soup(sent(drafter, fields(decided) | {"drop": kept}))
    assert len(again.select(".fault")) == 1
    assert "choice" not in fields(again)


def test_a_place_that_was_not_offered_cannot_be_chosen(drafter: FlaskClient) -> None:
    page = read(drafter, TWO_PLACES)
    offer = page.select(".picks input[type=radio]")[0]
    forged = str(offer["value"]).rsplit(" ", 2)[0] + " 0 art_1"
    data = fields(page) | {str(offer["name"]): [forged]}
    assert len(soup(sent(drafter, data)).select(".fault")) == 1


def test_words_that_stand_elsewhere_are_offered_there(drafter: FlaskClient) -> None:
    page = read(drafter, "в пункте 1 статьи 9 слова «одного месяца» заменить словами «десяти рабочих дней».")
    (offer,) = page.select(".picks input[type=radio]")
    moved = soup(sent(drafter, fields(page) | {str(offer["name"]): [str(offer["value"])]}))
    assert words(moved.select_one(".amend-side--new .where")) == "Статья 9, пункт 2"


def test_an_editorial_adjustment_is_named_marked_and_can_be_switched_off(drafter: FlaskClient) -> None:
    text = "в пункте 2 статьи 9 слово «письменно» исключить."
    page = read(drafter, text)
    (row,) = page.select(".amend-row")
    assert row.select(".by-rule")
    assert "Правка редактора: на месте исключённых слов один пробел" in words(row)
    data = fields(page)
    data["rule"].remove("double_space")
    off = soup(sent(drafter, data))
    assert off.select(".by-rule") == []
    assert "отвечают  в течение" in off.select(".amend-side--new .law-words")[0].get_text()


# -- texts of every kind


@pytest.mark.parametrize(
    ("data", "status", "sentence"),
    [
        ({"text": " \n ", "edition": RU}, 422, "Текста нет."),
        ({"text": GOOD_KK, "edition": RU}, 422, "Текст на казахском языке"),
        ({"text": GOOD + " " + GOOD, "edition": KK}, 422, "Текст на русском языке"),
        ({"text": GOOD, "edition": "?"}, 422, "Выберите редакцию."),
        ({"text": GOOD, "edition": f"{ACT}|1999-01-01|ru"}, 404, "1999-01-01"),
        ({"text": GOOD, "edition": f"nothing|{LAST}|ru"}, 404, "nothing"),
        ({"text": "x\0y", "edition": RU}, 422, "U+0000"),
        ({"text": "я" * 600_000, "edition": RU}, 413, "1024 КБ"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_gets_a_sentence(
    drafter: FlaskClient, data: dict[str, str], status: int, sentence: str
) -> None:
    answer = sent(drafter, data)
    assert answer.status_code == status
    assert sentence in words(soup(answer).select_one("#act-wrong"))


def test_a_text_without_any_order_is_said_to_have_none(drafter: FlaskClient) -> None:
    page = read(drafter, "Аким округа встретился с жителями и рассказал о планах на год.")
    assert page.select(".amend-row") == []
    assert page.select_one("#save") is None
    said = words(page.select_one("main"))
    assert "нет ни одного указания" in said or "Не прочитано" in said


@pytest.mark.parametrize("piece", ["«", "в статье 1:\n", "слова «а» заменить словами «б», ", "я "])
def test_a_megabyte_of_text_is_answered(drafter: FlaskClient, piece: str) -> None:
    size = 1024 * 1024 // len(piece.encode()) - 1
    answer = sent(drafter, {"text": piece * size, "edition": RU})
    assert answer.status_code in (200, 413)
    assert len(answer.get_data()) < 8 * 1024 * 1024


def test_a_form_larger_than_the_service_takes_gets_a_page(drafter: FlaskClient) -> None:
    answer = sent(drafter, {"text": "я" * 1_500_000, "edition": RU})
    assert answer.status_code == 413
    assert "Сократите" in text_of(answer)


def test_a_word_document_is_read(drafter: FlaskClient) -> None:
    document = Document()
    for line in (f"1) {GOOD[:-1]};", "2) пункт 4 статьи 5 исключить."):
        document.add_paragraph(line)
    data = io.BytesIO()
    document.save(data)
    page = soup(sent(drafter, {"edition": RU, "text": "", "file": (io.BytesIO(data.getvalue()), "закон.docx")}))
    assert len(page.select(".amend-row")) == 2
    both = sent(drafter, {"edition": RU, "text": GOOD, "file": (io.BytesIO(data.getvalue()), "закон.docx")})
    assert "Оставьте что-то одно" in text_of(both)


def test_a_file_that_is_no_text_gets_its_readers_sentence(drafter: FlaskClient) -> None:
    answer = sent(drafter, {"edition": RU, "text": "", "file": (io.BytesIO(b"PK\x03\x04 nonsense"), "a.docx")})
    assert answer.status_code == 422
    assert words(soup(answer).select_one("#act-wrong"))


def test_the_whole_text_can_be_changed_again(drafter: FlaskClient) -> None:
    page = soup(sent(drafter, fields(read(drafter, ACT_TEXT)) | {"step": "edit"}))
    box = page.select_one("textarea#text")
    assert box is not None
    assert box.get_text().strip() == ACT_TEXT.strip()


def test_many_orders_come_page_by_page(drafter: FlaskClient) -> None:
    text = ";\n".join(f"подпункт {n}) пункта 1 статьи 18 дополнить словами «слово{n}»" for n in [1, 2, 3] * 20) + "."
    page = read(drafter, text)
    first = len(page.select(".amend-row"))
    second = soup(sent(drafter, fields(page) | {"to": "2"}))
    assert first + len(second.select(".amend-row")) == 60


# -- who may, and what is stored


def test_a_visitor_is_asked_to_sign_in_and_an_akim_may_not(reading_app: Flask) -> None:
    answer = reading_app.test_client().get("/ru/instructions/")
    assert answer.status_code == 302
    assert "/sign-in" in answer.headers["Location"]
    akim = visitor(reading_app, "serik")
    assert akim.get("/ru/instructions/").status_code == 403


def test_the_form_needs_its_token(drafter: FlaskClient) -> None:
    assert drafter.post("/ru/instructions/", data={"text": GOOD, "edition": RU}).status_code == 400
    assert drafter.post("/ru/instructions/save", data={"text": GOOD, "edition": RU}).status_code == 400
