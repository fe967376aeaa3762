"""Two people at one conflict: what a colleague did meanwhile stands beside what was typed, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service import context
from service.store.bills import get_bill
from service.store.database import Database
from service.store.joint_texts import Joint
from service.web.views.solving_pair import find_pair, order_rows
from tests.support.pages import BILL, soup, text_of
from tests.web.test_what_if import SOLVE, _form, _joint, _sent

SignedIn = Callable[[str], FlaskClient]
MINE = {"ru": "в статье 2 пункт 1 исключить.", "kk": "2-баптың 1-тармағы алып тасталсын."}


def fields_of(page: BeautifulSoup) -> dict[str, str]:
    """What the page of two wordings sends, without a choice."""
    form = page.select_one("form.merge")
    assert form is not None, page.get_text()
    data = {str(box["name"]): str(box.get("value", "")) for box in form.select("input[type=hidden]")}
    return data | {str(box["name"]): box.get_text().lstrip("\n") for box in form.select("textarea")}


def opened(client: FlaskClient, language: str = "ru") -> dict[str, str]:
    """The form as a person opened it, with a joint text typed."""
    typed = {f"instruction-{code}": words for code, words in MINE.items()}
    return _form(soup(client.get(f"/{language}{SOLVE}"))) | typed | {"reason": "Одним текстом.", "host": "1"}


def post(client: FlaskClient, fields: dict[str, str], step: str, language: str = "ru", **more: str) -> TestResponse:
    return client.post(f"/{language}{SOLVE}", data=fields | {"step": step} | more)


def settled_by(client: FlaskClient) -> dict[str, str]:
    """A colleague saves a joint text; what it says."""
    theirs = _joint(client)
    assert _sent(client, "ru", step="save", host="1", reason="Так.", **theirs).status_code == 302
    return theirs


def instruction_of(client: FlaskClient, amendment: int, code: str = "ru") -> str:
    box = soup(client.get(f"/ru/bills/{BILL}/{amendment}/edit")).select_one(f"[name=instruction-{code}]")
    assert box is not None
    return box.get_text().strip()


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_conflict_that_a_colleague_settled_shows_both_texts(signed_in: SignedIn, language: str) -> None:
    mine, other = signed_in("saule"), signed_in("admin")
    fields = opened(mine, language)
    theirs = settled_by(other)
    look = post(mine, fields, "look", language)
    assert look.status_code == 200
    assert soup(look).select_one("[data-part=newer] [value=merge]") is not None
    kept = _form(soup(look))
    answer = post(mine, fields | {"draft": kept["draft"], "serial": kept["serial"]}, "save", language)
    assert answer.status_code == 409
    page = soup(answer)
    assert fields_of(page)["instruction-ru"] == MINE["ru"]
    assert fields_of(page)["theirs-ru"] == theirs["instruction-ru"]
    assert len(page.select(".merge-sides")) == 2
    assert page.select(".law-words ins"), "what differs is marked"
    again = mine.get(f"/{language}{SOLVE}")
    assert again.status_code == 200
    assert fields_of(soup(again))["instruction-ru"] == MINE["ru"], "the draft is reached after a reload"
    picks = {"pick-ru": "mine", "pick-kk": "mine"}
    saved = post(mine, fields_of(page), "merged", language, **picks)
    assert saved.status_code == 302, text_of(saved)
    assert instruction_of(mine, 1) == MINE["ru"]
    assert instruction_of(mine, 1, "kk") == MINE["kk"]
    assert mine.get(f"/{language}{SOLVE}").status_code == 404, "the draft is done with"


def test_the_colleague_s_text_stays_when_it_is_chosen(signed_in: SignedIn) -> None:
    mine, other = signed_in("saule"), signed_in("admin")
    fields = opened(mine)
    theirs = settled_by(other)
    page = soup(post(mine, fields, "save"))
    saved = post(mine, fields_of(page), "merged", **{"pick-ru": "theirs", "pick-kk": "theirs"})
    assert saved.status_code == 302
    assert instruction_of(mine, 1) == theirs["instruction-ru"]


def test_a_text_that_is_not_exact_or_has_no_reason_comes_back_as_it_was_typed(signed_in: SignedIn) -> None:
    mine, other = signed_in("saule"), signed_in("admin")
    fields = opened(mine)
    settled_by(other)
    page = fields_of(soup(post(mine, fields, "save")))
    joint = {"pick-ru": "joint", "joint-ru": "улучшить закон.", "pick-kk": "mine"}
    wrong = post(mine, page, "merged", **joint)
    assert wrong.status_code == 422
    assert fields_of(soup(wrong))["instruction-ru"] == "улучшить закон."
    assert soup(wrong).select_one("[role=alert]") is not None
    wrong = post(mine, page, "merged", **{"pick-ru": "mine", "pick-kk": "mine", "reason": ""})
    assert wrong.status_code == 422


def test_one_that_was_rejected_meanwhile_is_named_with_its_reason(signed_in: SignedIn) -> None:
    mine, other = signed_in("saule"), signed_in("admin")
    fields = opened(mine)
    given = _sent(other, "ru", step="give_way", keep="9", **{"give-reason": "Ярмарки важнее."})
    assert given.status_code == 302
    page = soup(post(mine, fields, "save"))
    assert "№ 1: отклонена" in page.get_text()
    assert "Ярмарки важнее." in page.get_text()
    saved = post(mine, fields_of(page), "merged", **{"pick-ru": "mine", "pick-kk": "mine"})
    assert saved.status_code == 302, text_of(saved)
    assert instruction_of(mine, 9) == MINE["ru"]
    assert "отклонена" in soup(mine.get(f"/ru/bills/{BILL}/1/")).select_one(".facts").get_text()  # type: ignore[union-attr]


def test_one_that_was_changed_meanwhile_gives_a_new_joint_text_beside_mine(signed_in: SignedIn) -> None:
    mine, other = signed_in("saule"), signed_in("admin")
    fields = opened(mine)
    address = f"/ru/bills/{BILL}/9/edit"
    edit = _form(soup(other.get(address)))
    changed = edit["instruction-ru"].replace("ярмар", "ярмарок и базар", 1)
    assert changed != edit["instruction-ru"]
    assert other.post(address, data=edit | {"instruction-ru": changed, "step": "save"}).status_code == 302
    look = soup(post(mine, fields, "look"))
    notice = look.select_one("[data-part=newer]")
    assert notice is not None
    assert "№ 9: версия 2" in notice.get_text()
    answer = post(mine, fields, "save")
    assert answer.status_code == 409
    page = soup(answer)
    assert fields_of(page)["instruction-ru"] == MINE["ru"]
    assert "базар" in "".join(words.get_text() for words in page.select(".law-words ins")), "what the colleague changed"
    on = soup(post(mine, fields_of(page), "merged", **{"pick-ru": "mine", "pick-kk": "mine"}))
    form = _form(on)
    assert form["instruction-ru"] == MINE["ru"]
    assert on.select_one("[data-part=newer] h3") is None
    assert post(mine, form, "save", host="1", reason="Так.").status_code == 302


def test_a_decision_meanwhile_is_told_and_the_second_try_saves(signed_in: SignedIn) -> None:
    mine, other = signed_in("saule"), signed_in("admin")
    fields = opened(mine)
    page = soup(other.get(f"/ru/bills/{BILL}/9/"))
    token = page.select_one("[name=csrf_token]")
    version = page.select_one("[name=version]")
    assert token is not None
    assert version is not None
    decided = other.post(
        f"/ru/bills/{BILL}/9/decision",
        data={"csrf_token": token["value"], "version": version["value"], "state": "postponed", "reason": "Позже."},
    )
    assert decided.status_code == 302, text_of(decided)
    answer = post(mine, fields, "save")
    assert answer.status_code == 409
    page = soup(answer)
    assert "№ 9: отложена" in page.get_text()
    assert _form(page)["instruction-ru"] == MINE["ru"]
    assert post(mine, _form(page) | {"host": "1"}, "save").status_code == 302


def test_the_outcome_of_an_order_is_compared_with_the_law_once(service: Flask) -> None:
    database: Database = service.extensions[context.DATABASE_KEY]
    with database.reading() as session:
        pair = find_pair(session, get_bill(session, BILL), 9, 1)
        outcome = Joint(pair.effects(session, "ru")[0].edition)
        rows = order_rows(session, pair, "ru", "first", outcome)
        assert any(row.status != "same" for row in rows)
        assert order_rows(session, pair, "ru", "first", outcome) is rows
        assert database.cache.cost("orders") == len(rows)
        assert order_rows(session, pair, "ru", "second", Joint(None)) == ()
