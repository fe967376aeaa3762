"""The working day: sign in, say something, answer, decide, judge tags, make a token. On both databases."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.support.pages import BILL, send, soup, text_of
from tests.support.service import bearer

PAGE = f"/ru/bills/{BILL}/1/"
SignedIn = Callable[[str], FlaskClient]


def test_the_sign_in_page_lists_demonstration_accounts(service: Flask) -> None:
    page = text_of(service.test_client().get("/ru/sign-in"))
    assert "saule" in page
    assert "demo-saule-2026" in page


def test_a_service_without_the_demonstration_has_no_accounts_to_show(bare: FlaskClient) -> None:
    assert "demo-" not in bare.get("/ru/sign-in").get_data(as_text=True)


def test_a_wrong_password_is_said_and_the_login_is_kept(service: Flask) -> None:
    answer = send(service.test_client(), "/kk/sign-in", "/sign-in", login="saule", password="wrong")
    assert answer.status_code == 401
    box = soup(answer).find("input", id="login")
    assert box is not None
    assert box["value"] == "saule"
    assert soup(answer).find(role="alert") is not None


@pytest.mark.parametrize("target", ["https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)"])
def test_signing_in_never_leads_elsewhere(service: Flask, target: str) -> None:
    client = service.test_client()
    answer = send(client, f"/ru/sign-in?next={target}", "/sign-in", login="saule", password="demo-saule-2026")
    assert answer.location == "/ru/"


def test_a_remark_is_published_with_its_author(signed_in: SignedIn) -> None:
    client = signed_in("serik")
    answer = send(client, PAGE, "/comments", text="Спросите жителей <b>до</b> решения.")
    assert answer.status_code == 302
    page = client.get(answer.location)
    assert "Спросите жителей <b>до</b> решения." in text_of(page)
    assert "&lt;b&gt;" in page.get_data(as_text=True)


def test_an_over_long_remark_comes_back_with_its_words_and_a_sentence(signed_in: SignedIn) -> None:
    client = signed_in("serik")
    long = "о" * 10_001
    answer = send(client, PAGE, "/comments", text=long)
    assert answer.status_code == 413
    box = soup(answer).find("textarea", id="remark")
    assert box is not None
    assert box.get_text() == long
    assert soup(answer).find(id="remark-wrong") is not None


def test_a_remark_of_a_megabyte_is_refused_with_a_sentence(signed_in: SignedIn) -> None:
    client = signed_in("serik")
    answer = send(client, PAGE, "/comments", text="о" * 600_000)
    assert answer.status_code == 413
    assert "Traceback" not in answer.get_data(as_text=True)


def test_an_answer_stands_under_its_remark(signed_in: SignedIn) -> None:
    client = signed_in("aigerim")
    form = soup(client.get(PAGE)).select_one("form[action$='/reply']")
    assert form is not None
    answer = send(client, PAGE, str(form["action"]), text="Согласна.")
    assert answer.status_code == 302
    remark = str(form["action"]).split("/")[-2]
    under = soup(client.get(PAGE)).find(id=f"comment-{remark}")
    assert under is not None
    assert "Согласна." in under.get_text()


def test_only_the_author_takes_a_remark_back(signed_in: SignedIn) -> None:
    author, other = signed_in("serik"), signed_in("aigerim")
    made = send(author, PAGE, "/comments", text="Поторопился.").location.split("-")[-1]
    assert other.post(f"/ru/bills/{BILL}/1/comments/{made}/withdraw").status_code == 400  # no form token
    send(author, PAGE, f"/{made}/withdraw")
    page = text_of(author.get(PAGE))
    assert "Поторопился." not in page
    assert "Автор отозвал это замечание." in page


def test_a_visitor_is_asked_to_sign_in_and_comes_back(service: Flask) -> None:
    page = soup(service.test_client().get(PAGE))
    assert page.find("textarea") is None
    link = page.find("a", href=lambda address: bool(address) and "/sign-in" in address and "next=" in address)
    assert link is not None


def test_a_form_without_its_token_changes_nothing(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    answer = client.post(f"/ru/bills/{BILL}/1/decision", data={"state": "accepted", "version": "1"})
    assert answer.status_code == 400
    assert "ничего не изменено" in text_of(answer)
    assert "принята" not in text_of(client.get(PAGE)).split("Что велено")[0]


def test_accepting_needs_no_reason_and_can_be_taken_back(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    assert send(client, PAGE, "/decision", state="accepted").status_code == 302
    head = soup(client.get(PAGE)).select_one(".head")
    assert head is not None
    assert "принята" in head.get_text()
    send(client, PAGE, "/decision", state="pending")
    page = text_of(client.get(PAGE))
    assert "ждёт решения" in page
    assert "Решения Ждёт решения" in page  # the history stays
    assert "Принята" in page


def test_rejecting_needs_a_reason(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    answer = send(client, PAGE, "/decision", state="rejected", reason="  ")
    assert answer.status_code == 422
    assert "Напишите, почему" in answer.get_data(as_text=True)
    send(client, PAGE, "/decision", state="rejected", reason="Уже есть в статье 15.")
    assert "Уже есть в статье 15." in text_of(client.get(PAGE))


def test_a_decision_on_an_older_version_is_refused(signed_in: SignedIn) -> None:
    one, two = signed_in("saule"), signed_in("dauren")
    stale = soup(one.get(PAGE)).select_one("form[action$='/decision']")
    assert stale is not None
    data = {str(box["name"]): str(box["value"]) for box in stale.find_all("input", type="hidden")}
    send(two, PAGE, "/decision", state="accepted")
    answer = one.post(str(stale["action"]), data=data)
    assert answer.status_code == 409
    alert = soup(answer).find(role="alert")
    assert alert is not None
    assert "изменили" in alert.get_text()


def test_a_deputy_votes_and_changes_the_vote(signed_in: SignedIn) -> None:
    client = signed_in("nurlan")
    before = text_of(client.get(PAGE))
    assert "за 0 · против 0" in before
    send(client, PAGE, "/vote", value="for")
    assert "за 1 · против 0" in text_of(client.get(PAGE))
    send(client, PAGE, "/vote", value="against")
    assert "за 0 · против 1" in text_of(client.get(PAGE))


@pytest.mark.parametrize("login", ["serik", "nurlan"])
def test_who_may_not_decide_sees_no_decision_and_cannot_force_one(signed_in: SignedIn, login: str) -> None:
    client = signed_in(login)
    page = soup(client.get(PAGE))
    assert page.select("form[action$='/decision']") == []
    token = page.find("input", attrs={"name": "csrf_token"})
    assert token is not None
    data = {"csrf_token": str(token["value"]), "state": "accepted", "version": "1"}
    answer = client.post(f"/ru/bills/{BILL}/1/decision", data=data)
    assert answer.status_code == 403


def test_a_tag_is_confirmed_dismissed_with_a_reason_and_returned(signed_in: SignedIn) -> None:
    client = signed_in("nurlan")
    listed = "/ru/clarity/?state=all"
    before = len(soup(client.get("/ru/clarity/")).select(".finding"))
    assert before
    assert send(client, listed, "/verdict", kind="confirmed").status_code == 302
    first = soup(client.get(listed)).select_one(".finding")
    assert first is not None
    assert "Подтверждена: Нурлан Абилев" in " ".join(first.get_text().split())
    second = soup(client.get("/ru/clarity/")).select_one(".finding")
    assert second is not None
    action = str(second.select("form")[1]["action"])
    assert send(client, "/ru/clarity/", action, kind="dismissed", reason="Срок назван в пункте 2.").status_code == 302
    assert "Срок назван в пункте 2." in text_of(client.get("/ru/clarity/?state=dismissed"))
    send(client, "/ru/clarity/?state=dismissed", action, kind="open")
    assert soup(client.get("/ru/clarity/?state=dismissed")).select(".finding") == []


def test_an_akim_reads_tags_but_does_not_judge_them(signed_in: SignedIn) -> None:
    client = signed_in("serik")
    assert soup(client.get("/ru/clarity/")).select("form[action$='/verdict']") == []


def test_a_token_is_shown_once_and_works(service: Flask, signed_in: SignedIn) -> None:
    client = signed_in("serik")
    answer = send(client, "/ru/account/", "/account/tokens", name="Отчёты")
    assert answer.status_code == 201
    shown = soup(answer).select_one(".token")
    assert shown is not None
    secret = shown.get_text()
    assert secret not in client.get("/ru/account/").get_data(as_text=True)
    assert "Отчёты" in text_of(client.get("/ru/account/"))
    program = service.test_client()
    assert program.get("/api/v1/acts", headers=bearer(secret)).status_code == 200
    send(client, "/ru/account/", "/revoke")
    assert program.get("/api/v1/acts", headers=bearer(secret)).status_code == 401


def test_the_account_page_needs_signing_in(service: Flask) -> None:
    answer = service.test_client().get("/ru/account/")
    assert answer.status_code == 302
    assert "/ru/sign-in" in answer.location


def test_signing_out_ends_the_session(signed_in: SignedIn) -> None:
    client = signed_in("serik")
    send(client, "/ru/account/", "/sign-out")
    assert client.get("/ru/account/").status_code == 302


def test_a_remark_sent_through_the_api_is_on_the_page(service: Flask, signed_in: SignedIn) -> None:
    client = signed_in("serik")
    made = soup(send(client, "/ru/account/", "/account/tokens", name="curl")).select_one(".token")
    assert made is not None
    program = service.test_client()
    listed = program.get(f"/api/v1/bills/{BILL}/amendments", headers=bearer(made.get_text())).get_json()
    amendment = next(one for one in listed["items"] if one["number"] == 1)
    answer = program.post(
        "/api/v1/comments",
        json={"amendment": amendment["id"], "language": "ru", "text": "Из программы."},
        headers=bearer(made.get_text()),
    )
    assert answer.status_code == 201, answer.get_data(as_text=True)
    assert "Из программы." in text_of(service.test_client().get(PAGE))
