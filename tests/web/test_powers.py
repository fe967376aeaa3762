"""The pages of the powers register, without a script, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook

from service.clock import now
from service.government import GovernmentRow, government_docx, government_xlsx
from service.store.database import count_queries
from tests.support.pages import ACT, BILL, send, soup, text_of

HELP = "art_18/pt_1/sub_12-2"
NOTARY = "art_18/pt_1/sub_10-1"
REGISTRY = "art_18/pt_1/sub_22"


def one(power: str) -> str:
    return f"/ru/powers/one/?id={power}"


def figures(text: str) -> list[int]:
    return [int(found) for found in re.findall(r"\d+", text)]


@pytest.mark.parametrize(
    ("language", "words"),
    [("ru", ("не своё", "недостаёт", "дублируется")), ("kk", ("өзінікі емес", "жетіспейді", "қайталанады"))],
)
def test_the_matrix_says_its_marks_in_words(pages: FlaskClient, language: str, words: tuple[str, ...]) -> None:
    page = soup(pages.get(f"/{language}/powers/"))
    table = page.select_one(".power-matrix")
    assert table is not None
    for word in words:
        assert word in table.get_text(), word
    assert len(table.select("thead th")) >= 4
    current = page.select_one(".nav [aria-current]")
    assert current is not None
    assert current.get_text() in ("Полномочия", "Өкілеттіктер")


def test_a_cell_leads_to_as_many_powers_as_it_says(pages: FlaskClient) -> None:
    for link in soup(pages.get("/ru/powers/")).select(".power-matrix td a")[:12]:
        count = link.select_one(".cell-count")
        assert count is not None
        said = figures(count.get_text())
        panel = soup(pages.get(str(link["href"]))).select_one("#side")
        assert panel is not None
        shown = len(panel.select(".power-list > li"))
        assert shown <= (said[0] if said else 0)
        assert bool(shown) == bool(said)


def test_the_pair_of_a_cell_stands_side_by_side_with_its_common_words_lit(pages: FlaskClient) -> None:
    panel = soup(pages.get("/ru/powers/?subject=social&level=rural")).select_one("#side")
    assert panel is not None
    lit = [mark.get_text() for mark in panel.select(".power-pair mark.common")]
    assert any("помощь лицам с инвалидностью" in words for words in lit)
    assert "Общие слова:" in panel.get_text()


def test_a_subject_s_powers_stand_in_a_column_per_level(pages: FlaskClient) -> None:
    page = soup(pages.get("/ru/powers/side/?subject=social"))
    heads = [head.get_text() for head in page.select(".power-columns h3")]
    assert [head.split()[0] for head in heads] == ["Область", "Район", "Сельский"]
    own = [words.get_text() for words in page.select(".power-pair .own")]
    assert "дому" in own, "what only one of two says is marked"


@pytest.mark.parametrize("which", ["duplicated", "divided", "non_core", "missing"])
@pytest.mark.parametrize("query", ["", "?level=rural", "?subject=social", "?level=nonsense"])
def test_a_list_has_as_many_entries_as_it_says(pages: FlaskClient, which: str, query: str) -> None:
    page = soup(pages.get(f"/ru/powers/{which}/{query}"))
    heading = page.find(id="list-title")
    assert heading is not None
    assert len(page.select("[data-stop]")) == min(figures(heading.get_text())[0], 20)


@pytest.mark.parametrize(("which", "name"), [("duplicated", "grade"), ("non_core", "sure"), ("missing", "kind")])
def test_counts_beside_a_filter_are_those_of_its_list(pages: FlaskClient, which: str, name: str) -> None:
    options = soup(pages.get(f"/ru/powers/{which}/")).select(f"#{name} option[value]:not([value=''])")
    assert len(options) >= 2
    for option in options:
        found = soup(pages.get(f"/ru/powers/{which}/?{name}={option['value']}")).find(id="list-title")
        assert found is not None
        assert figures(found.get_text())[0] == figures(option.get_text())[-1], option.get_text()


def test_divided_labour_is_not_among_the_duplicates_and_says_why(pages: FlaskClient) -> None:
    divided = text_of(pages.get("/ru/powers/divided/"))
    assert "один утверждает" in divided or "каждый – о своем" in divided
    assert "каждый – о своем" not in text_of(pages.get("/ru/powers/duplicated/"))


def test_a_candidate_is_called_advice(pages: FlaskClient) -> None:
    for address in ("/ru/powers/", "/ru/powers/duplicated/", "/ru/powers/non_core/", one(HELP)):
        assert "решают люди" in text_of(pages.get(address)), address


def test_one_power_in_both_languages_with_its_slots_twins_and_history(pages: FlaskClient) -> None:
    page = soup(pages.get(one(HELP)))
    text = page.get_text()
    assert "организует помощь лицам с инвалидностью" in text
    assert "мүгедектігі бар адамдар" in text
    assert len(page.select(".power-slots tbody tr")) == 9, "who, and eight slots"
    assert "закон здесь молчит" in text
    assert len(page.select(".power-pair")) >= 2
    assert "появилось" in page.select(".power-turns")[0].get_text()
    assert "Қарттарға көмекте" in text, "what people propose"


def test_a_power_that_is_not_there_is_a_sentence(pages: FlaskClient) -> None:
    answer = pages.get(one("art_99"))
    assert answer.status_code == 404
    assert "Откройте реестр" in text_of(answer)


def test_an_older_edition_has_its_own_register(pages: FlaskClient) -> None:
    assert "1 марта 2025" in text_of(pages.get("/ru/powers/?on=2025-03-01"))
    assert pages.get("/ru/powers/?on=1999-01-01").status_code == 404
    assert pages.get("/ru/powers/?act=nothing").status_code == 404


def test_without_laws(bare: FlaskClient) -> None:
    for address in ("/ru/powers/", "/kk/powers/side/", "/ru/powers/missing/"):
        assert bare.get(address).status_code == 200, address
    assert bare.get("/ru/powers/table/xlsx").status_code == 404


def test_what_a_bill_does_to_powers(pages: FlaskClient) -> None:
    assert "/bills/%D0%A3-1/powers/" in pages.get(f"/ru/bills/{BILL}/").get_data(as_text=True)
    text = text_of(pages.get(f"/ru/bills/{BILL}/powers/"))
    for words in ("добавлено", "стало яснее", "дублирований ушло"):
        assert words in text


def test_a_page_reads_the_register_no_second_time(pages: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    addresses = ("/ru/powers/", "/ru/powers/duplicated/", one(HELP))
    for address in addresses:
        pages.get(address)

    def never(*_given: object) -> None:
        raise AssertionError("the register of a stored edition was read again")

    monkeypatch.setattr("amendments.powers.register", never)
    monkeypatch.setattr("amendments.powers.duplicates", never)
    for address in addresses:
        assert pages.get(address).status_code == 200


@pytest.mark.parametrize("which", ["duplicated", "missing", "proposals"])
def test_a_list_costs_as_many_queries_whatever_its_length(pages: FlaskClient, which: str) -> None:
    costs = set()
    for query in ("?level=region", "?page=2", ""):
        pages.get(f"/ru/powers/{which}/{query}")
        with count_queries() as counted:
            pages.get(f"/ru/powers/{which}/{query}")
        costs.add(counted[0])
    assert len(costs) == 1
    assert costs.pop() < 12


def test_a_deputy_sets_a_subject_and_gives_it_back(signed_in: Callable[[str], FlaskClient]) -> None:
    deputy = signed_in("nurlan")
    assert send(deputy, one(HELP), "/subject", subject="health").status_code == 302
    page = text_of(deputy.get(one(HELP)))
    assert "Указал человек" in page
    assert "Здравоохранение" in page
    assert "Указал человек" in text_of(deputy.get(one(HELP) + "&on=2025-03-01")), "in other editions too"
    assert HELP in deputy.get("/ru/powers/?subject=health&level=rural").get_data(as_text=True)
    send(deputy, one(HELP), "/subject", subject="")
    assert "Указал человек" not in text_of(deputy.get(one(HELP)))


def test_others_do_not_set_subjects(signed_in: Callable[[str], FlaskClient]) -> None:
    akim = signed_in("serik")
    assert soup(akim.get(one(HELP))).select("#subject form") == []
    assert _post(akim, one(HELP), "/ru/powers/subject", act=ACT, on="2026-03-01", address=HELP, subject="health") == 403


def test_an_akim_proposes_and_staff_makes_an_amendment_of_it(signed_in: Callable[[str], FlaskClient]) -> None:
    akim, staff = signed_in("gulnar"), signed_in("saule")
    form = f"/ru/powers/propose/?id={REGISTRY}&kind=exclude"
    stored = send(akim, form, "sub_22", title="Убрать реестр", text="Он есть у района.",
                  to_level="", to_body="", words_ru="", words_kk="", kind="exclude")  # fmt: skip
    assert stored.status_code == 302
    page = str(stored.headers["Location"])
    shown = text_of(akim.get(page))
    assert "подпункт 22) пункта 1 статьи 18 исключить" in shown
    assert "18-баптың 1-тармағының 22) тармақшасы алып тасталсын" in shown
    assert "предлагает: аким" in shown
    assert soup(akim.get(page)).select("input[name=instruction_ru]") == [], "an akim looks, but does not store"
    saved = _store(staff, page)
    assert saved.status_code == 302
    amendment = text_of(staff.get(str(saved.headers["Location"])))
    assert "подпункт 22) пункта 1 статьи 18 исключить" in amendment
    assert "составлена поправка" in text_of(akim.get(page))
    assert "составлена поправка" in text_of(akim.get(one(REGISTRY)))


def test_an_amendment_goes_into_the_bill_that_was_chosen(signed_in: Callable[[str], FlaskClient]) -> None:
    staff = signed_in("saule")
    page = f"/ru/proposals/3/?bill={BILL}"
    assert "к редакции от 1 марта 2026" in text_of(staff.get(page))
    saved = _store(staff, page)
    assert saved.status_code == 302
    assert "%D0%A3-1" in str(saved.headers["Location"])


def test_what_the_text_does_not_allow_is_said(pages: FlaskClient) -> None:
    text = text_of(pages.get("/ru/proposals/5/"))
    clarify = text_of(pages.get("/ru/proposals/7/"))
    assert "исключить" in text
    assert "Поправку составить нельзя" in clarify
    assert "напишите подпункт на обоих языках" in clarify


def test_a_shown_instruction_that_was_tampered_with_is_refused(signed_in: Callable[[str], FlaskClient]) -> None:
    staff = signed_in("saule")
    answer = _store(staff, "/ru/proposals/3/", instruction_ru="статью 18 исключить.")
    assert answer.status_code == 409
    assert "Посмотрите её заново" in text_of(answer)


def test_a_proposal_without_a_title_comes_back_with_what_was_typed(signed_in: Callable[[str], FlaskClient]) -> None:
    akim = signed_in("gulnar")
    form = f"/ru/powers/propose/?id={REGISTRY}&kind=exclude"
    answer = send(akim, form, "sub_22", title=" ", text="Потому что.", kind="exclude",
                  to_level="", to_body="", words_ru="", words_kk="")  # fmt: skip
    assert answer.status_code == 422
    assert "Потому что." in text_of(answer)


def test_only_staff_declines(signed_in: Callable[[str], FlaskClient]) -> None:
    staff, akim = signed_in("saule"), signed_in("serik")
    assert soup(akim.get("/ru/proposals/3/")).select("form[action$=decision]") == []
    assert _post(akim, "/ru/", "/ru/proposals/3/decision", state="declined", reason="Нет.") == 403
    assert send(staff, "/ru/proposals/3/", "/decision", state="declined", reason="Нужно людям.").status_code == 302
    assert "Нужно людям" in text_of(staff.get("/ru/proposals/3/"))
    send(staff, "/ru/proposals/3/", "/decision", state="new")
    assert "ждёт решения" in text_of(staff.get("/ru/proposals/3/"))


def test_a_visitor_proposes_nothing(service: Flask) -> None:
    client = service.test_client()
    answer = client.get(f"/ru/powers/propose/?id={HELP}")
    assert answer.status_code in (302, 401)
    assert client.post("/ru/powers/propose/", data={}).status_code in (302, 400, 401, 403)


@pytest.mark.parametrize(("language", "head"), [("ru", "Вид проблемы"), ("kk", "Мәселенің түрі")])
def test_the_table_for_the_government_as_a_workbook(pages: FlaskClient, language: str, head: str) -> None:
    answer = pages.get(f"/{language}/powers/table/xlsx")
    assert str(answer.mimetype).endswith("sheet")
    (sheet,) = load_workbook(BytesIO(answer.data)).worksheets
    heads = [cell.value for cell in sheet[4]]
    assert head in heads
    assert len(heads) == 7
    rows = [row for row in sheet.iter_rows(min_row=5, values_only=True) if row[0]]
    assert len(rows) > 40
    assert all(isinstance(cell, str | type(None)) for row in rows for cell in row[1:])
    assert {cell.data_type for row in sheet.iter_rows(min_row=5) for cell in row[1:]} <= {"s", "n"}


@pytest.mark.parametrize(("language", "head"), [("ru", "Структурный элемент"), ("kk", "Құрылымдық элемент")])
def test_the_table_for_the_government_as_a_document(pages: FlaskClient, language: str, head: str) -> None:
    document = Document(BytesIO(pages.get(f"/{language}/powers/table/docx").data))
    (table,) = document.tables
    assert head in [cell.text for cell in table.rows[0].cells]
    assert len(table.rows) > 40
    assert any("алгоритм" in paragraph.text for paragraph in document.paragraphs)


def test_no_cell_of_a_table_is_a_formula() -> None:
    evil = '=HYPERLINK("http://evil.example","x")'
    row = GovernmentRow(evil, "+1", "-2", "@SUM(A1)", "http://evil.example", "\x01слово")
    book = load_workbook(BytesIO(government_xlsx([row], title=evil, language="ru")))
    (sheet,) = book.worksheets
    assert [cell.value for cell in sheet[5]][1:5] == [evil, "+1", "-2", "@SUM(A1)"]
    for cell in [*sheet[5][1:], sheet["A1"]]:
        assert cell.data_type == "s"
        assert cell.hyperlink is None
        assert cell.quotePrefix
    document = Document(BytesIO(government_docx([row], title=evil, author="x", at=now(), language="kk")))
    assert evil in [cell.text for cell in document.tables[0].rows[2].cells]


def _store(client: FlaskClient, page: str, **changed: str):  # type: ignore[no-untyped-def]
    form = next(form for form in soup(client.get(page)).select("main form[method=post]") if form.select("#title_ru"))
    data = {str(box["name"]): str(box.get("value", "")) for box in form.select("input[name]")}
    data |= {str(box["name"]): box.get_text() for box in form.select("textarea[name]")}
    return client.post(str(form["action"]), data=data | changed)


def _post(client: FlaskClient, page: str, action: str, **fields: str) -> int:
    """Send a form that the page does not offer, with the token of one that it has."""
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/ru/account/").get_data(as_text=True))
    assert token is not None, page
    return client.post(action, data={"csrf_token": token[1], **fields}).status_code
