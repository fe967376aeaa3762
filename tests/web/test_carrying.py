"""A bill is carried onto a newer edition: seen, settled amendment by amendment, moved at once. On both databases."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service import context
from service.store.amendments import all_amendments
from service.store.audit import entries, verify
from service.store.bills import get_bill
from tests.support.newer import NEWER, add_newer_edition
from tests.support.pages import BILL, LAST, send, soup, text_of

BILL_PAGE = f"/ru/bills/{BILL}/"
LIST = f"{BILL_PAGE}rebase/"
SignedIn = Callable[[str], FlaskClient]


@pytest.fixture
def staff(service: Flask, signed_in: SignedIn) -> FlaskClient:
    """A person of the staff, on a law that has a newer edition than the bill was written against."""
    add_newer_edition(service)
    return signed_in("saule")


def statuses(client: FlaskClient, address: str = LIST) -> dict[int, str]:
    rows = soup(client.get(address)).select("table.amendments tbody tr")
    return {int(str(row["id"]).split("-")[-1]): row.select(".chip")[0].get_text() for row in rows}


def settle(client: FlaskClient, number: int, step: str, **typed: str) -> TestResponse:
    page = f"{LIST}{number}/"
    form = soup(client.get(page)).select_one("form#settle")
    assert form is not None
    data = {str(box["name"]): str(box["value"]) for box in form.select("input[type=hidden]")}
    data |= {str(box["name"]): box.get_text().removeprefix("\n") for box in form.select("textarea")}
    return client.post(page, data=data | typed | {"step": step})


def bill_state(service: Flask) -> tuple[str, dict[int, int]]:
    """The bill's base date, and the last revision of each amendment."""
    with service.extensions[context.DATABASE_KEY].reading() as session:
        bill = get_bill(session, BILL).bill
        numbers = {one.amendment.number: one.amendment.revision for one in all_amendments(session, bill)}
        return bill.base_date.isoformat(), numbers


def test_without_a_newer_edition_there_is_nothing_to_carry(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    assert soup(client.get(BILL_PAGE)).select_one("#newer") is None
    assert client.get(LIST).status_code == 404


def test_a_newer_edition_is_said_on_the_bill_page(staff: FlaskClient, service: Flask) -> None:
    note = soup(staff.get(BILL_PAGE)).select_one("#newer a")
    assert note is not None
    assert "/rebase/" in str(note["href"])
    visitor = soup(service.test_client().get(BILL_PAGE)).select_one("#newer")
    assert visitor is not None
    assert visitor.find("a") is None


def test_every_amendment_is_clean_adjusted_or_broken_with_its_reason(staff: FlaskClient) -> None:
    found = statuses(staff)
    assert len(found) == 14
    assert found[1] == "без изменений"
    assert found[7] == "переписана"
    assert found[12] == found[14] == "не переносится"
    page = soup(staff.get(LIST))
    assert "подпункт 20-1)" in page.select_one("#amendment-7").get_text()  # type: ignore[union-attr]
    assert "изменила" in page.select_one("#amendment-14").get_text()  # type: ignore[union-attr]


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_counts_are_those_of_the_filtered_lists(staff: FlaskClient, language: str) -> None:
    page = soup(staff.get(f"/{language}/bills/{BILL}/rebase/"))
    chips = page.select(".tools nav:first-child a")
    assert len(chips) == 5
    for chip in chips:
        listed = soup(staff.get(str(chip["href"]))).select("table.amendments tbody tr")
        assert len(listed) == int(chip.get_text().split()[-1]), chip.get_text()


def test_the_whole_way(staff: FlaskClient, service: Flask) -> None:
    before = bill_state(service)
    open_ones = [number for number, status in statuses(staff, f"{LIST}?show=open").items() if status]
    assert settle(staff, 7, "adjusted").status_code == 302
    words = "в подпункте 2) пункта 1 статьи 18 слова «без задержки» заменить словами «в течение десяти рабочих дней»."
    kazakh = (
        "18-баптың 1-тармағының 2) тармақшасындағы «кідіртпей» деген сөз «он жұмыс күні ішінде» деген сөздермен"
        " ауыстырылсын."
    )
    done = settle(staff, 12, "reworded", **{"instruction-ru": words, "instruction-kk": kazakh})
    assert done.status_code == 302, text_of(done)
    for number in open_ones:
        if number not in (7, 12):
            assert settle(staff, number, "left_out").status_code == 302
    assert bill_state(service) == before, "nothing changes before it is confirmed"
    answer = send(staff, LIST, "/rebase/", to=NEWER.isoformat())
    assert answer.status_code == 302, text_of(answer)
    base, revisions = bill_state(service)
    assert base == NEWER.isoformat()
    assert revisions[1] == before[1][1] + 1
    assert revisions[14] == before[1][14], "what was left keeps its wording and its edition"
    assert "в течение десяти рабочих дней" in text_of(staff.get(f"{BILL_PAGE}12/"))
    left = text_of(staff.get(f"{BILL_PAGE}14/"))
    assert "в текст законопроекта не входит" in left
    assert "отложена" in left
    assert staff.get(f"{BILL_PAGE}text/").status_code == 200
    assert soup(staff.get(BILL_PAGE)).select_one("#newer") is None
    with service.extensions[context.DATABASE_KEY].reading() as session:
        log = [row.action for row in entries(session).items]
        assert log[0] == "bill:changed"
        assert verify(session).broken_at is None


def test_what_is_open_stands_in_the_way(staff: FlaskClient, service: Flask) -> None:
    page = soup(staff.get(LIST))
    assert page.select("form[action$='/rebase/']") == []
    token = page.find("input", attrs={"name": "csrf_token"}) or soup(staff.get(f"{LIST}7/")).find(
        "input", attrs={"name": "csrf_token"}
    )
    assert token is not None
    answer = staff.post(LIST, data={"csrf_token": str(token["value"]), "to": NEWER.isoformat(), "seen": "x"})
    assert answer.status_code == 409
    assert bill_state(service)[0] == LAST


def test_a_change_meanwhile_asks_to_look_again(staff: FlaskClient, service: Flask, signed_in: SignedIn) -> None:
    for number in statuses(staff, f"{LIST}?show=open"):
        settle(staff, number, "left_out")
    form = soup(staff.get(LIST)).select_one("form[action$='/rebase/']")
    assert form is not None
    data = {str(box["name"]): str(box["value"]) for box in form.select("input")}
    send(signed_in("dauren"), f"{BILL_PAGE}1/", "/decision", state="accepted")
    answer = staff.post(LIST, data=data)
    assert answer.status_code == 409
    assert "Посмотрите список ещё раз" in text_of(answer) + soup(answer).select_one(".decide").get_text()  # type: ignore[union-attr]
    assert bill_state(service)[0] == LAST


def test_a_wording_that_is_not_exact_there_is_refused_and_stays(staff: FlaskClient) -> None:
    typed = "в подпункте 2) пункта 1 статьи 18 слова «чего нет» исключить."
    answer = settle(staff, 12, "reworded", **{"instruction-ru": typed})
    assert answer.status_code == 422
    page = soup(answer)
    assert page.select_one("#instruction-ru").get_text().strip() == typed  # type: ignore[union-attr]
    assert "чего нет" in page.select_one(".edit-sheets .card").get_text()  # type: ignore[union-attr]
    assert statuses(staff, f"{LIST}?show=open").keys() >= {12}


def test_a_typed_wording_is_shown_before_it_is_taken(staff: FlaskClient) -> None:
    answer = settle(staff, 12, "look", **{"instruction-ru": "пункт 2 статьи 5 исключить."})
    assert answer.status_code == 200
    assert soup(answer).select(".edit-effect del")


def test_what_was_settled_is_taken_back(staff: FlaskClient) -> None:
    settle(staff, 7, "adjusted")
    assert 7 not in statuses(staff, f"{LIST}?show=open")
    settle(staff, 7, "undo")
    assert 7 in statuses(staff, f"{LIST}?show=open")


def test_a_new_revision_makes_what_was_settled_void(staff: FlaskClient) -> None:
    settle(staff, 7, "adjusted")
    page = f"{BILL_PAGE}7/edit"
    form = soup(staff.get(page)).select_one("form#edit")
    assert form is not None
    data = {str(box["name"]): str(box.get("value", "")) for box in form.select("input")}
    data |= {str(box["name"]): box.get_text().removeprefix("\n") for box in form.select("textarea")}
    data["instruction-ru"] = data["instruction-ru"].replace("надлежащем", "хорошем")
    assert staff.post(page, data=data | {"step": "save"}).status_code == 302
    assert 7 in statuses(staff, f"{LIST}?show=open")


@pytest.mark.parametrize("login", ["nurlan", "serik"])
def test_only_staff_carries_a_bill(service: Flask, signed_in: SignedIn, login: str) -> None:
    add_newer_edition(service)
    assert signed_in(login).get(LIST).status_code == 403
    assert service.test_client().get(LIST).status_code == 302


def test_an_edition_that_is_not_there_is_refused(staff: FlaskClient) -> None:
    assert staff.get(f"{LIST}?to=1999-01-01").status_code == 404
    assert staff.get(f"{LIST}?to=never").status_code == 404
    assert staff.get(f"{LIST}99/").status_code == 404
