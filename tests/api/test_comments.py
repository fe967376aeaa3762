"""Comments and proposals through the API: an aide writes, everybody reads."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.conftest import Service
from tests.api.test_walk import assert_problem
from tests.api.village import ACT, BILL

PLACE = {"act": ACT, "edition": "2026-02-01", "address": "art_1/pt_2/sub_2", "language": "ru"}


def written(service: Service, body: dict[str, Any], token: str = "bolat") -> dict[str, Any]:
    """A comment that was written."""
    answer = service.post("/comments", body, token=token)
    assert answer.status_code == 201, answer.get_data(as_text=True)
    found: dict[str, Any] = answer.get_json()
    assert answer.headers["Location"] == f"/api/v1/comments/{found['id']}"
    return found


def test_a_comment_on_words_of_a_provision_is_read_back(service: Service) -> None:
    made = written(service, {**PLACE, "quote": "список деревьев", "text": "  Где его увидеть?\r\nНа сайте?  "})
    assert made["text"] == "Где его увидеть?\nНа сайте?"
    assert made["about"]["address"] == "art_1/pt_2/sub_2"
    assert made["about"]["edition"] == "2026-02-01"
    assert made["author"]["name"]["ru"] == "Bolat"
    assert made["author"]["role"] == "akim"
    assert "login" not in made["author"]
    assert service.get(f"/comments/{made['id']}") == made
    assert service.get("/comments")["items"][0] == made
    under = service.get(f"/comments?act={ACT}&address=art_1/pt_2&per_page=200")["items"]
    assert made in under
    assert made not in service.get(f"/comments?act={ACT}&address=art_2&per_page=200")["items"]


def test_answers_stand_under_the_first_comment(service: Service) -> None:
    first = written(service, {"amendment": 1, "language": "ru", "text": "Поддерживаю."})
    answer = service.post(f"/comments/{first['id']}/replies", {"language": "kk", "text": "Мен де."}, token="aigul")
    assert answer.status_code == 201
    reply = answer.get_json()
    assert reply["answers_to"] == first["id"]
    again = service.post(f"/comments/{reply['id']}/replies", {"language": "ru", "text": "Спасибо."}, token="bolat")
    assert again.get_json()["about"]["amendment_number"] == 1
    talk = service.get(f"/comments/{first['id']}")
    assert [said["text"] for said in talk["replies"]] == ["Мен де.", "Спасибо."]
    assert talk in service.get("/comments?amendment=1&per_page=200")["items"]


def test_comments_are_plain_text(service: Service) -> None:
    words = "<script>alert(1)</script> & «цитата» \u2028 'x'"
    made = written(service, {"bill": BILL, "language": "ru", "text": words})
    assert service.get(f"/comments/{made['id']}")["text"] == words
    assert service.ask("/comments").headers["X-Content-Type-Options"] == "nosniff"


def test_a_comment_must_stand_on_something_that_is_there(service: Service) -> None:
    def refused(status: int, code: str, **changed: Any) -> dict[str, Any]:
        body = {**PLACE, "text": "Слова.", **changed}
        problem = assert_problem(service, service.post("/comments", body, token="bolat"), status)
        assert problem["code"] == code
        return problem

    unknown = refused(404, "address_not_found", address="art_1/pt_2/sub_7")
    assert unknown["nearest"][0]["address"] == "art_1/pt_2/sub_3"
    assert unknown["errors"][0]["pointer"] == "/address"
    refused(404, "edition_not_found", edition="2026-02-02")
    refused(404, "act_not_found", act="other")
    refused(404, "amendment_not_found", act=None, edition=None, address="", amendment=999)
    refused(404, "bill_not_found", act=None, edition=None, address="", bill="№ 0")
    refused(422, "quote_not_found", quote="таких слов нет")
    refused(422, "comment_target", bill=BILL)
    refused(422, "comment_target", act=None)
    refused(422, "comment_place", act=None, edition=None, bill=BILL)
    on_amendment = refused(404, "address_not_found", act=None, edition=None, amendment=1, address="art_3")
    assert on_amendment["nearest"][0]["address"] == "art_2"


@pytest.mark.parametrize(
    ("text", "status"),
    [("", 422), (" \n ", 422), ("я" * 10_001, 422), ("я" * 1_000_000, 422), ("a\x00b", 422), ("я" * 2_100_000, 413)],
)
def test_a_comment_that_is_empty_or_too_long_stores_nothing(service: Service, text: str, status: int) -> None:
    before = service.get("/comments")["total"]
    problem = assert_problem(service, service.post("/comments", {**PLACE, "text": text}, token="bolat"), status)
    if len(text) > 10_000:
        assert "10" in problem["detail"]
    assert service.get("/comments")["total"] == before


def test_the_longest_comment_is_taken(service: Service) -> None:
    made = written(service, {**PLACE, "text": "я" * 10_000})
    assert len(made["text"]) == 10_000


def test_only_its_author_or_a_moderator_takes_a_comment_back(service: Service) -> None:
    made = written(service, {**PLACE, "quote": "список", "text": "Ошибка."})
    address = f"/comments/{made['id']}"
    assert_problem(service, service.ask(address, method="DELETE", token="aigul"), 403)
    assert service.get(address)["text"] == "Ошибка."
    gone = service.ask(address, method="DELETE", token="bolat").get_json()
    assert (gone["text"], gone["quote"]) == ("", "")
    assert gone["withdrawn_at"]
    other = written(service, {**PLACE, "text": "Грубость."})
    assert service.ask(f"/comments/{other['id']}", method="DELETE", token="chingiz").status_code == 200


def test_a_session_of_the_pages_is_no_token(service: Service) -> None:
    client = service.app.test_client()
    with client.session_transaction() as session:
        session["_user_id"], session["_fresh"] = "1:1", True
    answer = client.post("/api/v1/comments", json={**PLACE, "text": "Подделка."})
    assert_problem(service, answer, 401)


def test_comments_are_narrowed_to_one_subject(service: Service) -> None:
    for query in (f"act={ACT}&bill={BILL}", "address=art_1", "language=kk", "edition=2026-02-01"):
        problem = assert_problem(service, service.ask(f"/comments?{query}"), 422)
        assert problem["code"] == "one_subject"
    kazakh = service.get("/comments?amendment=1&language=kk")["items"]
    assert {comment["language"] for comment in kazakh} == {"kk"}
    assert service.get(f"/comments?act={ACT}&edition=2025-01-10")["total"] == 0


def test_who_wrote_is_in_the_log(service: Service) -> None:
    from service.store.audit import entries, verify

    made = written(service, {**PLACE, "text": "В журнал."})
    with service.database.reading() as session:
        (row,) = entries(session, subject=f"comment/{made['id']}").items
        assert (row.action, row.login, row.via) == ("comment:created", "bolat", "api")
        assert verify(session).broken_at is None


def test_an_akim_proposes_to_hand_a_power_over(service: Service) -> None:
    body = {
        "act": ACT,
        "address": "art_1/pt_2/sub_1",
        "kind": "transfer",
        "from_level": "rural",
        "to_level": "district",
        "language": "ru",
        "title": "Полив – району",
        "text": "У района есть машина.",
    }
    answer = service.post("/proposals", body, token="bolat")
    assert answer.status_code == 201
    made = answer.get_json()
    assert answer.headers["Location"] == f"/api/v1/proposals/{made['id']}"
    assert {**made, **body} == made
    assert (made["state"], made["author"]["role"]) == ("new", "akim")
    assert service.get(f"/proposals?act={ACT}&state=new")["items"][0] == made
    assert service.get("/proposals?state=declined")["items"] == []


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"address": "art_77"}, 404),
        ({"act": "none"}, 404),
        ({"kind": "abolish"}, 422),
        ({"to_level": "village"}, 422),
        ({"title": ""}, 422),
        ({"text": "  "}, 422),
        ({"text": "я" * 20_001}, 422),
    ],
)
def test_a_proposal_that_does_not_fit_stores_nothing(service: Service, changed: dict[str, str], status: int) -> None:
    before = service.get("/proposals")["total"]
    body = {"act": ACT, "kind": "add", "language": "kk", "title": "Су", "text": "Су керек.", **changed}
    assert_problem(service, service.post("/proposals", body, token="bolat"), status)
    assert service.get("/proposals")["total"] == before
