"""Many decisions at once on the page of a bill, undoing them, and the bill's deadline. On both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.support.pages import BILL, send, soup, text_of

PAGE = f"/ru/bills/{BILL}/"
SignedIn = Callable[[str], FlaskClient]


def choose(
    client: FlaskClient, state: str, numbers: Iterable[int], reason: str = "", page: str = PAGE, **typed: str
) -> TestResponse:
    """Mark amendments on the page of the bill and look at what will change."""
    opened = soup(client.get(page))
    form = opened.select_one("form#many")
    assert form is not None
    offered = {str(box["value"]) for box in opened.select("input[form=many]")}
    marked = [str(one) for one in numbers]
    assert offered.issuperset(marked)
    data = {str(box["name"]): str(box.get("value", "")) for box in form.find_all("input", type="hidden")}
    return client.post(str(form["action"]), data=data | {"state": state, "reason": reason, "amendment": marked} | typed)


def confirm(client: FlaskClient, checked: TestResponse, **typed: Any) -> TestResponse:
    """Press the button of the page that says what will change."""
    form = soup(checked).select_one("form#deciding")
    assert form is not None
    data: dict[str, Any] = {}
    for box in form.find_all(["input", "textarea"]):
        value = str(box.get("value", "")) if box.name == "input" else box.get_text().removeprefix("\n")
        data.setdefault(str(box["name"]), []).append(value)
    return client.post(str(form["action"]), data=data | typed)


def states(client: FlaskClient) -> dict[int, str]:
    """State of each amendment as the bill's page says it."""
    found = {}
    for row in soup(client.get(PAGE)).select(".amendments tbody tr"):
        number = row.select_one("td.no")
        chip = row.select("td")[-1].select_one(".chip")
        assert number is not None
        assert chip is not None
        found[int(number.get_text().split()[-1])] = chip.get_text()
    return found


def test_the_page_says_what_will_change_before_anything_changes(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    before = states(client)
    checked = choose(client, "rejected", [3, 4, 13], "Решим в другом законопроекте.")
    page = text_of(checked)
    assert checked.status_code == 200
    assert "Отклонить: 2 поправки" in page
    assert "1 выбранная поправка уже в этом состоянии и не изменится: № 13" in page
    assert "Решим в другом законопроекте." in page
    assert states(client) == before


def test_one_decision_about_several_and_undoing_it(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    before = states(client)
    made = confirm(client, choose(client, "rejected", [3, 4], "Рано."))
    assert made.status_code == 302
    page = client.get(made.location)
    after = states(client)
    assert {number for number in after if after[number] != before[number]} == {3, 4}
    assert "Решение записано о 2 поправках: отклонена." in soup(page).get_text()
    for number in (3, 4):
        assert "Отклонена: Рано." in text_of(client.get(f"{PAGE}{number}/"))
    undone = send(client, made.location, "/undo", together="1")
    assert undone.status_code == 302
    assert states(client) == before
    history = text_of(client.get(f"{PAGE}3/"))
    assert "Решение отменено: снова «ждёт решения»" in history
    assert "отменено: Сауле" in history


def test_all_that_the_filter_shows(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    before = states(client)
    waiting = {number for number, words in before.items() if words == "ждёт решения"}
    checked = choose(client, "postponed", [], "До декабря.", f"{PAGE}?state=pending", all="1")
    assert {int(str(box["value"])) for box in soup(checked).select("#deciding [name=amendment]")} == waiting
    assert confirm(client, checked).status_code == 302
    after = states(client)
    assert {number for number in after if after[number] != before[number]} == waiting


def test_conflicts_between_accepted_ones_are_named_before(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    page = soup(choose(client, "accepted", [1, 9]))
    card = page.find(id="new-conflicts")
    assert card is not None
    assert "Появится 1 конфликт" in card.get_text()
    assert "№ 9" in card.get_text()
    assert soup(choose(client, "rejected", [1, 9], "Нет.")).find(id="new-conflicts") is None
    assert soup(choose(client, "accepted", [1])).find(id="new-conflicts") is None


def test_a_colleague_who_was_quicker_is_shown_and_nothing_typed_is_lost(signed_in: SignedIn) -> None:
    client, other = signed_in("saule"), signed_in("dauren")
    before = states(client)
    checked = choose(client, "rejected", [3, 4, 5], "Повторяют статью 12.")
    send(other, f"{PAGE}4/", "/decision", state="accepted")
    refused = confirm(client, checked)
    assert refused.status_code == 409
    page = soup(refused)
    alert = page.find(role="alert")
    assert alert is not None
    assert "№ 4" in alert.get_text()
    (row,) = page.select("tr.is-changed")
    assert "принята" in row.get_text()
    assert "Даурен" in row.get_text()
    box = page.select_one("textarea#reason")
    assert box is not None
    assert box.get_text().strip() == "Повторяют статью 12."
    assert states(client) == before | {4: "принята"}
    assert confirm(client, refused).status_code == 302  # having seen it, one may decide all the same
    assert states(client)[4] == "отклонена"


def test_a_reason_is_asked_for_where_one_is_needed(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    refused = confirm(client, choose(client, "rejected", [3]), reason=" ")
    assert refused.status_code == 422
    assert soup(refused).select_one("#reason-wrong") is not None
    assert confirm(client, choose(client, "accepted", [3])).status_code == 302


def test_without_a_choice_the_bill_is_shown_again_with_what_was_typed(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    answer = choose(client, "rejected", [], "Потом напишу.")
    assert answer.status_code == 422
    page = soup(answer)
    assert page.select_one("#many-wrong") is not None
    assert str(page.select("#many-reason")[0]["value"]) == "Потом напишу."
    assert str(page.select("#many-state option[selected]")[0]["value"]) == "rejected"


def test_what_was_decided_since_is_not_undone(signed_in: SignedIn) -> None:
    client, other = signed_in("saule"), signed_in("dauren")
    made = confirm(client, choose(client, "accepted", [3, 4]))
    offer = soup(client.get(made.location)).select_one("form[action$='/undo']")
    assert offer is not None
    data = {str(box["name"]): str(box.get("value", "")) for box in offer.find_all("input")} | {"together": "1"}
    send(other, f"{PAGE}4/", "/decision", state="rejected", reason="Ошибка.")
    answer = client.get(client.post(str(offer["action"]), data=data).location)
    assert "Отменить нельзя" in soup(answer).get_text()
    assert (states(client)[3], states(client)[4]) == ("принята", "отклонена")
    assert soup(client.get(made.location)).select_one(".undo-line") is None
    assert send(client, f"{PAGE}3/", "/undo").status_code == 302  # the other one alone, from its own history
    assert states(client)[3] == "ждёт решения"


def test_a_single_decision_is_undone_from_its_page(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    decided = send(client, f"{PAGE}3/", "/decision", state="rejected", reason="Нет.")
    assert soup(client.get(decided.location)).select_one(".undo-line") is not None
    answer = send(client, f"{PAGE}3/", "/undo")
    assert "/3/" in answer.location
    assert states(client)[3] == "ждёт решения"


@pytest.mark.parametrize("login", ["nurlan", "serik"])
def test_who_may_not_decide_has_no_boxes_and_cannot_force_it(signed_in: SignedIn, login: str) -> None:
    client = signed_in(login)
    page = soup(client.get(PAGE))
    assert page.select("input[form=many], #many, form[action$='/undo'], form[action$='/deadline']") == []
    token = soup(client.get(f"{PAGE}1/")).find("input", attrs={"name": "csrf_token"})
    assert token is not None
    data = {"csrf_token": str(token["value"]), "state": "accepted", "amendment": "3", "version-3": "1"}
    for address in ("decisions/check", "decisions", "decisions/1/undo", "deadline"):
        assert client.post(f"{PAGE}{address}", data=data).status_code == 403


def test_without_the_form_s_token_nothing_is_decided(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    answer = client.post(f"{PAGE}decisions", data={"state": "accepted", "amendment": "3", "version-3": "1"})
    assert answer.status_code == 400
    assert states(client)[3] == "ждёт решения"


def test_a_decision_of_another_bill_is_not_undone_here(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    made = confirm(client, choose(client, "accepted", [3]))
    decision = made.location.split("decided=")[1].split("#")[0]
    token = soup(client.get(PAGE)).find("input", attrs={"name": "csrf_token"})
    assert token is not None
    data = {"csrf_token": str(token["value"])}
    assert client.post(f"/ru/bills/У-2/decisions/{decision}/undo", data=data).status_code == 404
    assert states(client)[3] == "принята"


def test_the_address_of_the_check_alone_leads_to_the_bill(signed_in: SignedIn) -> None:
    assert signed_in("saule").get(f"{PAGE}decisions/check").status_code == 302


def test_the_deadline_of_a_bill(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    assert "решение до 4 декабря 2026" in text_of(client.get(PAGE)).replace("\xa0", " ")
    stale = soup(client.get(PAGE)).select_one("form[action$='/deadline']")
    assert stale is not None
    assert send(client, PAGE, "/deadline", due="2026-12-18").status_code == 302
    assert "решение до 18 декабря 2026" in text_of(client.get(PAGE)).replace("\xa0", " ")
    data = {str(box["name"]): str(box.get("value", "")) for box in stale.find_all("input")} | {"due": "2027-01-15"}
    late = client.get(client.post(str(stale["action"]), data=data).location)
    assert "Срок уже изменил кто-то другой" in soup(late).get_text()
    for wrong in ("завтра", "0001-01-01"):
        send(client, PAGE, "/deadline", due=wrong)
    assert "решение до 18 декабря 2026" in text_of(client.get(PAGE)).replace("\xa0", " ")
    send(client, PAGE, "/deadline", due="")
    assert "решение до" not in text_of(client.get(PAGE))
