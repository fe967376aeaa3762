"""The Russian and the Kazakh text of one amending act: read as a pair, saved as one bill; nothing typed is lost."""

from __future__ import annotations

from flask import Flask

from service.store.amendments import all_amendments
from service.store.bill_texts import bill_text
from service.store.bills import get_bill
from service.store.database import Database
from tests.support.acts import GOOD, GOOD_KK, KK, RU, fields, read, sent, words
from tests.support.pages import soup, text_of, visitor

RUSSIAN = f"1) {GOOD[:-1]};\n\n2) пункт 4 статьи 5 исключить;\n\n3) пункт 4 статьи 11 исключить."
KAZAKH = f"1) {GOOD_KK[:-1]};\n\n2) 5-баптың 4-тармағы алып тасталсын;\n\n3) 3-1-баптың 3-тармағы алып тасталсын."
CLOSE = "в пункте 2 статьи 9 слова «одного месяцев» заменить словами «десяти рабочих дней»."


def test_both_texts_are_matched_by_article_and_warned_where_they_differ(reading_app: Flask) -> None:
    page = read(visitor(reading_app, "saule"), RUSSIAN, twin=KAZAKH)
    rows = [words(row.b) for row in page.select("#pair .pair-rows li")]
    assert sorted(rows) == ["Статья 11", "Статья 3-1", "Статья 5", "Статья 9"]
    warned = {words(row.b): words(row.p) for row in page.select("#pair .warned")}
    assert set(warned) == {"Статья 11", "Статья 3-1"}
    assert "только в тексте на русском языке" in warned["Статья 11"]
    assert "только в тексте на казахском языке" in warned["Статья 3-1"]


def test_one_language_alone_shows_no_pair(reading_app: Flask) -> None:
    assert read(visitor(reading_app, "saule"), RUSSIAN).select("#pair") == []


def test_the_other_text_is_one_button_away_and_what_was_decided_stays(reading_app: Flask) -> None:
    client = visitor(reading_app, "saule")
    data = fields(read(client, GOOD, twin=KAZAKH))
    data["rule"].remove("double_space")
    turned = soup(sent(client, data | {"step": "turn"}))
    assert fields(turned)["edition"] == [KK]
    assert words(turned.select_one(".amend-order .law-words")).startswith("1) 9-баптың")
    assert "double_space" in fields(turned)["rule"]
    back = soup(sent(client, fields(turned) | {"step": "turn"}))
    assert fields(back)["edition"] == [RU]
    assert fields(back)["text"] == [GOOD]
    assert "double_space" not in fields(back)["rule"]


def test_the_language_of_the_page_is_changed_with_everything_on_it(reading_app: Flask) -> None:
    client = visitor(reading_app, "saule")
    page = read(client, RUSSIAN, twin=KAZAKH)
    (button,) = page.select(".tongues button[lang=kk]")
    assert (button["form"], button["name"]) == ("amends", "step")
    spoken = soup(sent(client, fields(page) | {"step": button["value"]}, str(button["formaction"])))
    assert spoken.html is not None
    assert spoken.html["lang"] == "kk"
    assert fields(spoken)["text"] == [RUSSIAN]
    assert fields(spoken)["twin"] == [KAZAKH]


def test_the_empty_page_keeps_what_was_typed_too(reading_app: Flask) -> None:
    client = visitor(reading_app, "saule")
    button = soup(client.get("/ru/instructions/")).select_one(".tongues button[lang=kk]")
    assert button is not None
    data = {"step": button["value"], "edition": RU, "text": "незаконч", "twin": "аяқталм"}
    page = soup(sent(client, data, str(button["formaction"])))
    assert [words(box) for box in page.select("textarea")] == ["незаконч", "аяқталм"]
    assert page.select_one("[role=alert]") is None


def test_the_other_text_must_be_in_the_other_language(reading_app: Flask) -> None:
    long = "Осы Заңның ережелері қолданылады. " * 5 + GOOD_KK
    answer = sent(visitor(reading_app, "saule"), {"text": long, "edition": KK, "twin": long})
    assert answer.status_code == 422
    assert "для второго языка" in text_of(answer)


def test_a_pair_is_saved_as_one_bill_in_two_languages(service: Flask) -> None:
    client = visitor(service, "saule")
    data = fields(read(client, RUSSIAN, twin=KAZAKH)) | {"number": "П-91", "title_ru": "О сроках"}
    assert sent(client, data, "/ru/instructions/save").status_code == 302
    database: Database = service.extensions["tuzetu.database"]
    with database.reading() as session:
        bill = get_bill(session, "П-91")
        saved = all_amendments(session, bill.bill)
        both = [bool(one.revision.instruction_ru and one.revision.instruction_kk) for one in saved]
        assert both == [True, True, False, False]
        assert "десяти рабочих дней" in bill_text(session, bill, "ru", saved).edition.text
        assert "он жұмыс күні" in bill_text(session, bill, "kk", saved).edition.text


def test_close_words_are_taken_by_a_person_and_shown_as_such(service: Flask) -> None:
    client = visitor(service, "saule")
    page = read(client, CLOSE)
    (offer,) = page.select(".picks input[type=radio]")
    assert "слова текста «одного месяца» вместо слов указания «одного месяцев»" in words(offer.parent)
    decided = soup(sent(client, fields(page) | {str(offer["name"]): [str(offer["value"])]}))
    assert decided.select(".fault") == []
    assert "слова указания «одного месяцев» означают слова текста «одного месяца»" in words(decided.main)
    forged = str(offer["value"]).replace("одного месяца", "письменно")
    assert len(soup(sent(client, fields(page) | {str(offer["name"]): [forged]})).select(".fault")) == 1
    data = fields(decided) | {"number": "П-92", "title_ru": "О сроке"}
    assert sent(client, data, "/ru/instructions/save").status_code == 302
    database: Database = service.extensions["tuzetu.database"]
    with database.reading() as session:
        bill = get_bill(session, "П-92")
        saved = all_amendments(session, bill.bill)
        assert (saved[0].revision.guidance or {})["ru"]["choices"][0]["words"] == "одного месяца"
        assert "в течение десяти рабочих дней" in bill_text(session, bill, "ru", saved).edition.text
    assert "одного месяца" in text_of(client.get("/ru/bills/П-92/1/"))
