"""Vague provisions on the pages: counts that hold, one finding, rules, wordings, slots, reports, margin marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from urllib.parse import parse_qsl, urlencode
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from docx import Document
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import col, select

from amendments.clarity import Clarity
from service import context
from service.store.database import count_queries
from service.store.findings import STATES
from service.store.tables import AuditRow
from tests.support.pages import ACT, BILL, COMPARE, LAST, send, soup, text_of

SignedIn = Callable[[str], FlaskClient]


def total(page: BeautifulSoup) -> int:
    """The number that the list says over itself."""
    heading = page.find(id="list-title")
    assert heading is not None
    found = re.search(r"\d+", heading.get_text())
    assert found is not None
    return int(found[0])


def timely(client: FlaskClient) -> str:
    """The address of the page of «своевременно», for which rules suggest wordings."""
    page = soup(client.get("/ru/clarity/?factor=no_term&state=all"))
    article = next(one for one in page.select(".finding") if "своевременно" in one.get_text())
    link = next(a for a in article.find_all("a") if str(a["href"]).startswith("/ru/findings/"))
    return str(link["href"])


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("query", ["", "?state=all&weight=2", "?level=rural", f"?bill={BILL}&state=all"])
def test_every_number_beside_a_choice_is_what_the_list_then_has(pages: FlaskClient, language: str, query: str) -> None:
    page = soup(pages.get(f"/{language}/clarity/{query}"))
    kept = dict(parse_qsl(query.lstrip("?")))
    asked = 0
    for name in ("factor", "weight", "level", "article"):
        for option in page.select(f"#{name} option"):
            said = re.search(r"\((\d+)\)$", option.get_text())
            assert said is not None
            address = f"/{language}/clarity/?{urlencode(kept | {name: str(option.get('value', ''))})}"
            if asked % 3 == 0:  # every third one: there are many
                assert total(soup(pages.get(address))) == int(said[1]), address
            asked += 1
    for link in page.select(".switch a"):
        said = re.search(r"(\d+)$", link.get_text())
        assert said is not None
        assert total(soup(pages.get(str(link["href"])))) == int(said[1])


def test_figures_of_the_heat_map_lead_to_as_many_tags(pages: FlaskClient) -> None:
    page = soup(pages.get("/ru/clarity/?weight=2"))
    links = page.select(".heat-map a")
    assert links
    for link in links[:6]:
        figure = int(link.get_text().strip())
        assert str(link["aria-label"]).endswith(f": {figure}")
        assert total(soup(pages.get(str(link["href"])))) == figure


def test_the_table_beside_the_heat_map_says_the_same(pages: FlaskClient) -> None:
    page = soup(pages.get("/ru/clarity/"))
    drawn = sum(int(link.get_text().strip()) for link in page.select(".heat-side svg:first-of-type a"))
    table = page.select_one(".heat-table table")
    assert table is not None
    sums = [int(row.select("td")[-1].get_text()) for row in table.select("tbody tr")]
    assert sum(sums) == drawn == total(page)


def test_the_history_has_a_row_for_each_edition(pages: FlaskClient) -> None:
    page = soup(pages.get("/ru/clarity/"))
    names = [row.get_text() for row in page.select("svg")[-1].select(".heat-row")]
    assert len(names) == 3
    assert names[-1].startswith("1\u00a0марта\u00a02026")


def test_a_list_costs_the_same_whatever_its_length(pages: FlaskClient) -> None:
    costs = []
    for address in ("/ru/clarity/?article=art_18", "/ru/clarity/?article=art_1"):
        pages.get(address)
        with count_queries() as counted:
            assert pages.get(address).status_code == 200
        costs.append(counted[0])
    assert costs[0] == costs[1] <= 25


def test_the_edition_page_reads_stored_findings_and_runs_no_rule(
    pages: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a rule ran")

    for name in ("find", "scan"):
        monkeypatch.setattr(Clarity, name, forbidden)
    page = soup(pages.get(f"/ru/acts/{ACT}/{LAST}/?vague=1"))
    assert len(page.select("a.vague")) > 50
    assert pages.get(f"/ru{COMPARE}").status_code == 200


def test_marks_stand_in_the_margin_and_are_for_the_eye_alone(pages: FlaskClient) -> None:
    page = soup(pages.get(f"/kk/acts/{ACT}/{LAST}/?vague=1"))
    marks = page.select(".marks")
    assert marks
    assert all(mark["aria-hidden"] == "true" for mark in marks)
    assert all(link["tabindex"] == "-1" for mark in marks for link in mark.select("a"))
    assert soup(pages.get(f"/kk/acts/{ACT}/{LAST}/")).select(".marks") == []


def test_a_finding_shows_who_tagged_it(pages: FlaskClient) -> None:
    words = text_of(pages.get(timely(pages)))
    assert "Метку поставил алгоритм: правило ru.no_term.timely , версия 1." in words
    assert pages.get("/ru/findings/999999/").status_code == 404


def test_deputies_vote_and_comment_and_take_back(signed_in: SignedIn) -> None:
    client = signed_in("nurlan")
    page = timely(client)
    assert send(client, page, "/vote", value="vague").status_code == 302
    assert "неясно 1 · ясно 0" in text_of(client.get(page))
    assert send(client, page, "/vote", value="clear").status_code == 302
    assert "неясно 0 · ясно 1" in text_of(client.get(page))
    assert send(client, page, "/comments", text="Сколько это в днях?").status_code == 302
    assert "Сколько это в днях?" in text_of(client.get(page))
    others = soup(signed_in("saule").get("/ru/"))
    assert any(str(link["href"]).startswith("/ru/findings/") for link in others.select("main a"))
    assert send(client, page, "/comments", text=" ").status_code == 422
    assert send(client, page, "/withdraw").status_code == 302
    assert "Сколько это в днях?" not in text_of(client.get(page))


def test_an_akim_comments_but_does_not_vote(signed_in: SignedIn) -> None:
    client = signed_in("serik")
    page = soup(client.get(timely(client)))
    assert page.select("form[action$='/vote']") == []
    assert page.select("form[action$='/comments']")


def test_a_wording_becomes_an_amendment_only_when_saved(service: Flask, signed_in: SignedIn) -> None:
    client = signed_in("nurlan")
    page = timely(client)
    assert "впишите то, что в [ ]" in text_of(client.get(page))
    blank = client.get(f"{page}amendment", query_string={"wording": "в течение [число] рабочих дней"})
    assert blank.status_code == 422
    assert "остались места для заполнения" in text_of(blank)
    wording = "в течение десяти рабочих дней"
    looked = client.get(f"{page}amendment", query_string={"wording": wording})
    shown = soup(looked)
    assert "слово «своевременно» заменить словами «в течение десяти рабочих дней»" in text_of(looked)
    assert [one.get_text() for one in shown.select("ins")] != []
    bills = len(soup(client.get("/ru/bills/")).select(".rows li"))
    answer = send(client, f"{page}amendment?wording={wording}", "/amendment", bill="", wording=wording)
    assert answer.status_code == 302
    assert len(soup(client.get("/ru/bills/")).select(".rows li")) == bills + 1
    made = client.get(str(answer.headers["Location"]))
    assert "Применено точно, без догадок" in text_of(made)
    assert "Текст стал яснее" in text_of(made)
    with service.test_request_context():
        deeds = context.reading().exec(select(AuditRow.action).order_by(col(AuditRow.id))).all()
    assert deeds[-1] == "finding:amended"


def test_a_visitor_makes_no_amendment(pages: FlaskClient) -> None:
    page = timely(pages)
    assert "Создать поправку" not in text_of(pages.get(page))
    assert pages.get(f"{page}amendment?wording=x").status_code in (302, 401, 403)


def test_rules_say_what_they_seek_and_how_often_people_confirm(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    page = timely(client)
    assert send(client, page, "/verdict", kind="confirmed").status_code == 302
    rules = soup(client.get("/ru/clarity/rules/"))
    rule = rules.find(id="ru.no_term.timely")
    assert rule is not None
    words = " ".join(rule.get_text(" ").split())
    assert "официальный класс: 6. пробелы" in words
    assert "подтверждено 1, снято 0" in words
    assert "точность 100\u00a0%" in rule.get_text()
    assert rule.select(".vague"), "its examples have the tagged words lit"
    answered = soup(client.get("/ru/clarity/rules/?show=answered"))
    assert [one["id"] for one in answered.select(".rule")] == ["ru.no_term.timely"]
    assert soup(client.get("/kk/clarity/rules/?factor=no_term")).select(".rule")


def test_only_the_staff_hears_of_doubtful_rules(pages: FlaskClient, signed_in: SignedIn) -> None:
    assert "Часто снимают" not in text_of(pages.get("/ru/clarity/rules/?show=doubtful"))
    assert "Часто снимают" in text_of(signed_in("saule").get("/ru/clarity/rules/"))


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_slots_of_a_level_are_told_apart_from_findings(pages: FlaskClient, language: str) -> None:
    page = soup(pages.get(f"/{language}/clarity/slots/?level=rural"))
    strips = page.select(".slots")
    assert strips
    assert all(len(strip.select(".slot")) == 8 for strip in strips)
    for line in page.select(".power-line"):
        filled = len(line.select(".slot.is-filled"))
        assert str(filled) in line.select("h2 .chip")[0].get_text()
    assert page.select(".vague") == []
    thin = soup(pages.get(f"/{language}/clarity/slots/?level=rural&show=thin"))
    assert all(len(line.select(".is-filled")) < 4 for line in thin.select(".power-line"))


@pytest.mark.parametrize(("language", "head"), [("ru", "Описание недостатка"), ("kk", "Кемшіліктің сипаттамасы")])
def test_the_report_has_the_official_columns_and_the_rows_of_the_list(
    pages: FlaskClient, language: str, head: str
) -> None:
    query = "state=all&article=art_18&weight=2"
    wanted = total(soup(pages.get(f"/{language}/clarity/?{query}")))
    answer = pages.get(f"/{language}/clarity/report.docx?{query}")
    table = Document(BytesIO(answer.data)).tables[0]
    assert [cell.text for cell in table.rows[0].cells][3] == head
    assert len(table.rows) == wanted + 1
    sheet = ZipFile(BytesIO(pages.get(f"/{language}/clarity/report.xlsx?{query}").data))
    rows = ElementTree.fromstring(sheet.read("xl/worksheets/sheet1.xml")).iter(
        "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}row"
    )
    assert len([row for row in rows if len(list(row)) == 5]) == wanted + 1
    assert head in sheet.read("xl/sharedStrings.xml").decode()


@pytest.mark.parametrize(
    "address", ["/clarity/?bill=nothing", "/clarity/?act=nothing", "/clarity/report.docx?bill=nothing"]
)
def test_what_is_not_there_is_a_sentence(pages: FlaskClient, address: str) -> None:
    assert pages.get(f"/ru{address}").status_code == 404


def test_states_are_those_that_the_store_knows() -> None:
    assert set(STATES) == {"open", "asked_again", "confirmed", "dismissed"}


@pytest.mark.parametrize(("language", "words"), [("ru", "Текст стал яснее"), ("kk", "Мәтін айқынырақ болды")])
@pytest.mark.parametrize("page", [f"/bills/{BILL}/", COMPARE, f"/bills/{BILL}/12/"])
def test_a_bill_a_comparison_and_an_amendment_say_what_they_do_to_clarity(
    pages: FlaskClient, language: str, words: str, page: str
) -> None:
    assert words in text_of(pages.get(f"/{language}{page}"))
