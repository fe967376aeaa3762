"""Deciding about many amendments at once through the API, undoing it, and the deadline of a bill."""

from __future__ import annotations

from typing import Any

import pytest
from werkzeug.test import TestResponse

from service.store.amendments import Wording, create_amendment
from service.store.audit import SYSTEM, entries
from service.store.bills import get_bill
from tests.api.conftest import Service
from tests.api.test_walk import assert_problem
from tests.api.village import BILL

STAFF = "chingiz"
ORDER = "в статье 2 слова «один раз» заменить словами «два раза»."


@pytest.fixture
def numbers(service: Service) -> list[int]:
    """Three new amendments of the bill."""
    with service.database.writing() as session:
        bill = get_bill(session, BILL).bill
        return [create_amendment(session, SYSTEM, bill, Wording(ORDER, ""), author_id=1).number for _ in range(3)]


def decide(
    service: Service, numbers: list[int], state: str = "accepted", version: int = 1, **more: Any
) -> TestResponse:
    body = {"amendments": [{"number": one, "version": version} for one in numbers], "state": state, **more}
    return service.post(f"/bills/{BILL}/decisions", body, token=STAFF)


def refused(service: Service, answer: TestResponse, status: int, code: str) -> None:
    assert assert_problem(service, answer, status)["code"] == code


def amendment(service: Service, number: int) -> Any:
    return service.get(f"/bills/{BILL}/amendments/{number}")


def undo(service: Service, decision: int, *, together: bool = False) -> TestResponse:
    return service.post(f"/bills/{BILL}/decisions/{decision}/undo", {"together": together}, token=STAFF)


def test_several_are_decided_at_once(service: Service, numbers: list[int]) -> None:
    answer = decide(service, numbers[:2], "rejected", reason={"ru": "Рано."})
    assert answer.status_code == 201, answer.get_data(as_text=True)
    made = answer.get_json()["decisions"]
    assert [(one["number"], one["before"], one["version"]) for one in made] == [
        (number, "pending", 2) for number in numbers[:2]
    ]
    assert {one["decision"]["together"] for one in made} == {made[0]["decision"]["id"]}
    found = amendment(service, numbers[0])
    assert (found["state"], found["decisions"][0]["reason"]["ru"]) == ("rejected", "Рано.")
    with service.database.reading() as session:
        row = entries(session, subject=f"amendment/{found['id']}").items[0]
    assert (row.action, row.via, row.login) == ("amendment:decided", "api", STAFF)


def test_who_was_quicker_stops_all_and_is_named_by_place(service: Service, numbers: list[int]) -> None:
    decide(service, [numbers[1]])
    answer = decide(service, numbers, "postponed", reason={"ru": "До весны."})
    refused(service, answer, 409, "amendments_changed")
    (error,) = answer.get_json()["errors"]
    assert (error["pointer"], error["in"]) == ("/amendments/1", "body")
    assert str(numbers[1]) in error["detail"]
    assert [amendment(service, number)["state"] for number in numbers] == ["pending", "accepted", "pending"]


def test_undoing_one_or_all(service: Service, numbers: list[int]) -> None:
    made = decide(service, numbers).get_json()["decisions"]
    first = made[0]["decision"]["id"]
    back = undo(service, first, together=True)
    assert back.status_code == 201
    assert {one["decision"]["undoes"] for one in back.get_json()["decisions"]} == {
        one["decision"]["id"] for one in made
    }
    assert [amendment(service, number)["state"] for number in numbers] == ["pending"] * 3
    again = undo(service, first)
    refused(service, again, 409, "decided_since")
    assert again.get_json()["errors"][0]["pointer"] == "/decision"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"amendments": [], "state": "accepted"}, 422, "request_invalid"),
        ({"amendments": [{"number": 1}], "state": "accepted"}, 422, "request_invalid"),
        ({"amendments": [{"number": 1, "version": 1}] * 2, "state": "accepted"}, 422, "named_twice"),
        ({"amendments": [{"number": 1, "version": 1}], "state": "burnt"}, 422, "request_invalid"),
        ({"amendments": [{"number": 1, "version": 1}], "state": "rejected"}, 422, "reason_needed"),
        ({"amendments": [{"number": 90_000, "version": 1}], "state": "accepted"}, 404, "amendment_not_found"),
        ({"amendments": [{"number": 2**40, "version": 1}], "state": "accepted"}, 422, "request_invalid"),
    ],
)
def test_what_cannot_be_decided(service: Service, body: dict[str, Any], status: int, code: str) -> None:
    refused(service, service.post(f"/bills/{BILL}/decisions", body, token=STAFF), status, code)


def test_a_decision_that_is_not_there_is_not_undone(service: Service) -> None:
    refused(service, undo(service, 999_999), 404, "decision_not_found")


@pytest.mark.parametrize("path", ["decisions", "decisions/1/undo", "deadline"])
def test_only_who_may_decides(service: Service, path: str) -> None:
    body: dict[str, Any] = {"amendments": [{"number": 1, "version": 1}], "state": "accepted"}
    if path == "deadline":
        body = {"decision_due": None, "seen": None}
    elif path != "decisions":
        body = {}
    refused(service, service.post(f"/bills/{BILL}/{path}", body), 401, "token_needed")
    refused(service, service.post(f"/bills/{BILL}/{path}", body, token="aigul"), 403, "not_allowed")


def test_a_deadline_is_set_unless_it_has_moved(service: Service) -> None:
    seen = service.get(f"/bills/{BILL}")["decision_due"]
    path = f"/bills/{BILL}/deadline"
    answer = service.post(path, {"decision_due": "2026-12-18", "seen": seen}, token=STAFF)
    assert answer.status_code == 200
    assert answer.get_json()["decision_due"] == "2026-12-18"
    late = service.post(path, {"decision_due": "2027-01-15", "seen": "2026-01-01"}, token=STAFF)
    refused(service, late, 409, "deadline_changed")
    far = service.post(path, {"decision_due": "9999-01-01", "seen": "2026-12-18"}, token=STAFF)
    refused(service, far, 422, "deadline_year")
    back = service.post(path, {"decision_due": None, "seen": "2026-12-18"}, token=STAFF)
    assert back.get_json()["decision_due"] is None
