"""An amendment is written on its page: instruction and text, draft, colleague, merge. On both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select
from werkzeug.test import TestResponse

from service import context
from service.clock import now
from service.store.tables import AmendmentDraft, AmendmentPresence
from tests.support.pages import BILL, send, soup, text_of

AMENDMENT = f"/ru/bills/{BILL}/1/"
PAGE = f"{AMENDMENT}edit"
TEXT, INSTRUCTION = "text-ru-art_18", "instruction-ru"
SignedIn = Callable[[str], FlaskClient]


def fields(page: BeautifulSoup) -> dict[str, str]:
    """What the form would send as it stands."""
    form = page.select_one("form#edit, form.merge")
    assert form is not None, page.get_text()[:500]
    data = {str(box["name"]): str(box.get("value", "")) for box in form.select("input[type=hidden], input.input")}
    return data | {str(box["name"]): box.get_text().removeprefix("\n") for box in form.select("textarea")}


def step(client: FlaskClient, data: dict[str, str], name: str, **typed: str) -> TestResponse:
    """Press a button of the form after typing."""
    return client.post(PAGE, data=data | typed | {"step": name})


def opened(client: FlaskClient, page: str = PAGE) -> dict[str, str]:
    answer = client.get(page)
    assert answer.status_code == 200, text_of(answer)
    return fields(soup(answer))


def draft_count(service: Flask) -> int:
    with service.extensions[context.DATABASE_KEY].reading() as session:
        return len(session.exec(select(AmendmentDraft)).all())


# -- one side makes the other


def test_editing_the_text_writes_the_instruction(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    data = opened(client)
    edited = data[TEXT].replace("и сообщает", "и в тот же день сообщает")
    assert edited != data[TEXT]
    page = soup(step(client, data, "look", **{TEXT: edited}))
    after = fields(page)
    assert "в тот же день" in after[INSTRUCTION]
    assert after[TEXT] == edited
    assert "в тот же день" in page.select_one("[data-part=effect-ru] ins").get_text()  # type: ignore[union-attr]


def test_editing_the_instruction_shows_the_text(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    data = opened(client)
    page = soup(step(client, data, "look", **{INSTRUCTION: "пункт 2 статьи 5 исключить."}))
    assert "text-ru-art_5" in fields(page)
    assert page.select("[data-part=effect-ru] del")


def test_in_kazakh_as_in_russian(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    data = opened(client)
    edited = data["text-kk-art_18"].replace("тізбесін", "толық тізбесін")
    after = fields(soup(step(client, data, "look", **{"text-kk-art_18": edited})))
    assert "толық тізбесін" in after["instruction-kk"]


def test_where_the_languages_part_it_is_said(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    data = opened(client)
    page = soup(step(client, data, "look", **{INSTRUCTION: "пункт 2 статьи 5 исключить."}))
    assert "только в тексте на казахском языке" in page.select_one("[data-part=differences]").get_text()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        (INSTRUCTION, "сделать как лучше.", "Не сделано"),
        (INSTRUCTION, "пункт 99 статьи 5 исключить.", "Не сделано"),
        (TEXT, "Просто слова.", "Текст должен начинаться строкой «Статья 18."),
        (TEXT, "", "Текст должен начинаться строкой «Статья 18."),
    ],
)
def test_what_cannot_be_done_exactly_is_refused_and_stays(
    signed_in: SignedIn, name: str, typed: str, sentence: str
) -> None:
    client = signed_in("saule")
    data = opened(client)
    answer = step(client, data, "save", **{name: typed})
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert fields(soup(answer))[name] == typed
    assert opened(client)[name] == typed, "the draft keeps it too"
    assert "вариант 1" in text_of(client.get(AMENDMENT))


def test_when_both_sides_were_changed_a_person_says_which_gives_way(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    data = opened(client)
    typed = {INSTRUCTION: "пункт 2 статьи 5 исключить.", TEXT: data[TEXT].replace("и сообщает", "и пишет")}
    answer = step(client, data, "look", **typed)
    assert "что-то одно должно уступить" in text_of(answer)
    again = fields(soup(answer))
    assert {name: again[name] for name in typed} == typed
    assert "и пишет" in fields(soup(step(client, again, "look", **{"prefer-ru": "text"})))[INSTRUCTION]


def test_another_article_is_opened_by_its_number(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    after = fields(soup(step(client, opened(client), "look", **{"more-ru": "5"})))
    assert after["text-ru-art_5"].startswith("Статья 5.")


# -- saved


def test_a_revision_is_saved_with_its_note_and_in_the_log(service: Flask, signed_in: SignedIn) -> None:
    client = signed_in("saule")
    data = opened(client)
    edited = data[TEXT].replace("и сообщает", "и в тот же день сообщает")
    answer = step(client, data, "save", **{TEXT: edited, "note": "Назван срок"})
    assert answer.status_code == 302, text_of(answer)
    assert answer.location.endswith("#said")
    page = text_of(client.get(AMENDMENT))
    assert "вариант 2" in page
    assert "в тот же день" in page
    assert draft_count(service) == 0
    from service.store.audit import entries

    with service.extensions[context.DATABASE_KEY].reading() as session:
        assert entries(session).items[0].action == "amendment:revised"


def test_saving_what_is_there_already_is_refused(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    assert step(client, opened(client), "save").status_code == 422


def test_a_decision_meanwhile_does_not_stand_in_the_way(signed_in: SignedIn) -> None:
    one, two = signed_in("saule"), signed_in("dauren")
    data = opened(one)
    send(two, AMENDMENT, "/decision", state="accepted")
    answer = step(one, data, "save", **{INSTRUCTION: "пункт 2 статьи 5 исключить."})
    assert answer.status_code == 302
    assert "по поправке решили: принята" in soup(one.get(AMENDMENT)).select_one("#said").get_text()  # type: ignore[union-attr]


# -- nothing typed is lost


def test_a_draft_survives_a_reload_and_a_sign_out(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    typed = "пункт 2 статьи 5 исключить."
    assert "Сохранено в вашем черновике" in text_of(step(client, opened(client), "look", **{INSTRUCTION: typed}))
    assert opened(client)[INSTRUCTION] == typed
    send(client, "/ru/account/", "/sign-out")
    assert opened(signed_in("saule"))[INSTRUCTION] == typed
    assert opened(signed_in("dauren"))[INSTRUCTION] != typed, "a draft is its author's alone"


def test_two_tabs_do_not_overwrite_each_other(service: Flask, signed_in: SignedIn) -> None:
    client = signed_in("saule")
    first, second = opened(client), opened(client)
    one = fields(soup(step(client, first, "look", **{INSTRUCTION: "пункт 2 статьи 5 исключить."})))
    step(client, second, "look", **{INSTRUCTION: "пункт 3 статьи 5 исключить."})
    assert draft_count(service) == 2
    # the first tab goes on; a third, opened on its draft before that, gets a draft of its own
    stale = opened(client, f"{PAGE}?draft={one['draft']}")
    step(client, one, "look", **{INSTRUCTION: "пункт 1 статьи 5 исключить."})
    answer = step(client, stale, "look", **{INSTRUCTION: "пункт 4 статьи 5 исключить."})
    assert draft_count(service) == 3
    assert len(soup(answer).select("[data-part=state] a[href*='draft=']")) == 2


def test_a_draft_is_thrown_away(service: Flask, signed_in: SignedIn) -> None:
    client = signed_in("saule")
    data = fields(soup(step(client, opened(client), "look", **{INSTRUCTION: "пункт 2 статьи 5 исключить."})))
    assert step(client, data, "discard").status_code == 302
    assert draft_count(service) == 0


def test_looking_alone_keeps_no_draft(service: Flask, signed_in: SignedIn) -> None:
    client = signed_in("saule")
    step(client, opened(client), "look")
    assert draft_count(service) == 0


def test_drafts_of_more_than_thirty_days_go(service: Flask, signed_in: SignedIn) -> None:
    client = signed_in("saule")
    step(client, opened(client), "look", **{INSTRUCTION: "пункт 2 статьи 5 исключить."})
    with service.extensions[context.DATABASE_KEY].writing() as session:
        row = session.exec(select(AmendmentDraft)).one()
        row.at = now() - timedelta(days=30, minutes=1)
        session.add(row)
    assert opened(client)[INSTRUCTION] != "пункт 2 статьи 5 исключить."
    step(client, opened(client), "look", **{INSTRUCTION: "пункт 3 статьи 5 исключить."})
    assert draft_count(service) == 1


@pytest.mark.parametrize(("typed", "status"), [("я" * 200_001, 413), ("пункт\x00", 422)])
def test_what_cannot_be_kept_comes_back_with_a_sentence(signed_in: SignedIn, typed: str, status: int) -> None:
    client = signed_in("saule")
    answer = step(client, opened(client), "look", **{INSTRUCTION: typed})
    assert answer.status_code == status
    assert soup(answer).find(role="alert") is not None
    assert len(fields(soup(answer))[INSTRUCTION]) >= 5


# -- colleagues


def test_who_else_is_here_is_named_for_two_minutes(service: Flask, signed_in: SignedIn) -> None:
    one, two = signed_in("saule"), signed_in("dauren")
    opened(one)
    assert "Сейчас здесь: Сауле" in text_of(two.get(PAGE))
    with service.extensions[context.DATABASE_KEY].writing() as session:
        for row in session.exec(select(AmendmentPresence)).all():
            row.at = now() - timedelta(minutes=2, seconds=1)
            session.add(row)
    assert "Сейчас здесь" not in text_of(two.get(PAGE))


def test_a_colleague_who_saved_first_is_not_overwritten(signed_in: SignedIn) -> None:
    one, two = signed_in("saule"), signed_in("dauren")
    mine, theirs = opened(one), opened(two)
    step(two, theirs, "save", **{INSTRUCTION: theirs[INSTRUCTION].replace("не реже одного раза", "раз")})
    answer = step(one, mine, "save", **{INSTRUCTION: mine[INSTRUCTION].replace("до 10 числа", "до 5 числа")})
    assert answer.status_code == 409
    page = soup(answer)
    joint = page.select_one("#joint-ru")
    assert joint is not None
    assert "до 5 числа" in joint.get_text()
    assert "не реже" not in joint.get_text()
    assert page.select_one("input[name=pick-ru][checked]")["value"] == "joint"  # type: ignore[index]
    merged = step(one, fields(page), "merged", **{"pick-ru": "joint"})
    assert merged.status_code == 200
    assert step(one, fields(soup(merged)), "save").status_code == 302
    said = text_of(one.get(AMENDMENT))
    assert "вариант 3" in said
    assert "до 5 числа" in said


def test_where_both_changed_the_same_words_a_person_chooses(signed_in: SignedIn) -> None:
    one, two = signed_in("saule"), signed_in("dauren")
    mine, theirs = opened(one), opened(two)
    step(two, theirs, "save", **{INSTRUCTION: theirs[INSTRUCTION].replace("до 10 числа", "до 15 числа")})
    page = soup(step(one, mine, "save", **{INSTRUCTION: mine[INSTRUCTION].replace("до 10 числа", "до 5 числа")}))
    assert page.select("input[name=pick-ru][checked]") == []
    assert "Изменены одни и те же слова" in page.get_text()
    after = fields(soup(step(one, fields(page), "merged", **{"pick-ru": "theirs"})))
    assert "до 15 числа" in after[INSTRUCTION]


def test_a_reopened_draft_says_that_a_colleague_saved(signed_in: SignedIn) -> None:
    one, two = signed_in("saule"), signed_in("dauren")
    step(one, opened(one), "look", **{INSTRUCTION: "пункт 2 статьи 5 исключить."})
    data = opened(two)
    step(two, data, "save", **{INSTRUCTION: data[INSTRUCTION].replace("до 10 числа", "до 15 числа")})
    answer = one.get(PAGE)
    assert "Коллега сохранил вариант 2" in text_of(answer)
    assert "Соединить две формулировки" in text_of(step(one, fields(soup(answer)), "merge"))


# -- who may


def test_only_staff_and_the_author_edit(signed_in: SignedIn, service: Flask) -> None:
    assert signed_in("serik").get(PAGE).status_code == 403
    assert service.test_client().get(PAGE).status_code == 302
    deputy = signed_in("nurlan")
    open_to_deputy = [
        number for number in range(1, 15) if deputy.get(f"/ru/bills/{BILL}/{number}/edit").status_code == 200
    ]
    own = [
        number
        for number in range(1, 15)
        if "Нурлан Абилев" in soup(deputy.get(f"/ru/bills/{BILL}/{number}/")).select_one(".facts").get_text()  # type: ignore[union-attr]
    ]
    assert open_to_deputy == own
    assert own, "the demonstration has an amendment of this deputy"


def test_the_form_needs_its_token(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    data = opened(client)
    del data["csrf_token"]
    assert step(client, data, "save", **{INSTRUCTION: "пункт 2 статьи 5 исключить."}).status_code == 400


def test_what_was_typed_into_a_form_gone_stale_is_on_the_page(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    data = opened(client)
    send(client, "/ru/account/", "/sign-out")
    answer = step(client, data, "save", **{INSTRUCTION: "пункт 2 статьи 5 исключить."})
    assert answer.status_code == 400
    boxes = [box.get_text().strip() for box in soup(answer).select("main textarea")]
    assert "пункт 2 статьи 5 исключить." in boxes
