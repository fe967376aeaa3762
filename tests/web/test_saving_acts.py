"""An amending act saved as a bill: portion by portion, with what a person decided, and nothing unseen."""

from __future__ import annotations

from flask import Flask

from service.store.amendments import all_amendments
from service.store.audit import entries, verify
from service.store.bill_texts import bill_text
from service.store.bills import get_bill, list_bills
from service.store.database import Database
from tests.support.acts import ACT_TEXT, GOOD, GOOD_KK, KK, TWO_PLACES, fields, read, sent, words
from tests.support.pages import soup, text_of, visitor


def test_looking_stores_nothing(service: Flask) -> None:
    client = visitor(service, "saule")
    database: Database = service.extensions["tuzetu.database"]
    with database.reading() as session:
        before = (entries(session).total, list_bills(session).total)
    sent(client, fields(read(client, ACT_TEXT)))
    with database.reading() as session:
        assert (entries(session).total, list_bills(session).total) == before


def test_an_act_is_saved_as_a_bill_with_what_was_decided(service: Flask) -> None:
    client = visitor(service, "saule")
    page = read(client, ACT_TEXT)
    offer = page.select(".picks input[type=radio]")[1]
    page = soup(sent(client, fields(page) | {str(offer["name"]): [str(offer["value"])]}))
    data = fields(page) | {"number": "П-77", "initiator": "депутаты"}
    answer = sent(client, data, "/ru/instructions/save")
    assert answer.status_code == 302, text_of(answer)
    database: Database = service.extensions["tuzetu.database"]
    with database.reading() as session:
        bill = get_bill(session, "П-77")
        assert bill.bill.title_ru == "О внесении изменений и дополнений в некоторые законы"
        saved = all_amendments(session, bill.bill)
        assert [entry.places for entry in saved] == [("art_9",), (), ("art_16",), ("art_11",), ("art_9",)]
        assert saved[2].revision.instruction_ru == f"3) {TWO_PLACES[:-1]};"
        (choice,) = (saved[2].revision.guidance or {})["ru"]["choices"]
        assert choice["address"] == "art_16/pt_2"
        text = bill_text(session, bill, "ru", saved)
        assert text.included == (1, 3, 4)
        assert "2. Глава района вправе" in text.edition.text
        assert "10 дней" not in text.edition.text
        kept = [row.detail for row in entries(session).items if row.action == "amendment:created"]
        assert any("art_16/pt_2" in detail for detail in kept)
        assert verify(session).broken_at is None
    shown = client.get("/ru/bills/П-77/3/")
    assert "Место выбрал человек" in text_of(shown)


def test_switched_off_rules_are_kept_with_the_bill(service: Flask) -> None:
    client = visitor(service, "saule")
    data = fields(read(client, "в пункте 2 статьи 9 слово «письменно» исключить."))
    data["rule"].remove("double_space")
    data = fields(soup(sent(client, data))) | {"number": "П-78", "title_ru": "О словах"}
    assert sent(client, data, "/ru/instructions/save").status_code == 302
    database: Database = service.extensions["tuzetu.database"]
    with database.reading() as session:
        bill = get_bill(session, "П-78")
        text = bill_text(session, bill, "ru", all_amendments(session, bill.bill))
    assert "отвечают  в течение" in text.edition.text


def test_nothing_is_saved_unseen(service: Flask) -> None:
    client = visitor(service, "saule")
    page = read(client, ACT_TEXT)
    data = fields(page) | {"number": "П-79", "title_ru": "О разном"}
    data[str(page.select(".fault textarea")[0]["name"])] = ["2) пункт 4 статьи 5 исключить;"]
    answer = sent(client, data, "/ru/instructions/save")
    assert answer.status_code == 200
    assert "ничего не сохраняется не глядя" in text_of(answer)
    number = soup(answer).select_one("#number")
    assert number is not None
    assert number["value"] == "П-79"
    assert client.get("/ru/bills/П-79/").status_code == 404


def test_a_bill_number_that_is_taken_gets_a_sentence_and_keeps_the_work(service: Flask) -> None:
    client = visitor(service, "saule")
    data = fields(read(client, GOOD)) | {"number": "У-1", "title_ru": "О сроках"}
    answer = sent(client, data, "/ru/instructions/save")
    assert answer.status_code == 409
    assert "У-1" in words(soup(answer).select_one("#save-wrong"))
    assert fields(soup(answer))["text"] == [GOOD]


def test_a_kazakh_act_is_saved_in_kazakh(service: Flask) -> None:
    client = visitor(service, "saule")
    data = fields(read(client, GOOD_KK, KK)) | {"number": "Ж-5", "title_kk": "Мерзімдер туралы"}
    assert sent(client, data, "/kk/instructions/save").status_code == 302
    database: Database = service.extensions["tuzetu.database"]
    with database.reading() as session:
        (entry,) = all_amendments(session, get_bill(session, "Ж-5").bill)
    assert (entry.revision.instruction_ru, entry.revision.instruction_kk) == ("", GOOD_KK)
