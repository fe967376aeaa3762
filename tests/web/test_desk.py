"""The morning list: what waits for whom, and what changed since the last visit. On both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

from service import context
from service.clock import now, today
from service.store.accounts import get_account_by_login
from service.store.acts import get_act
from service.store.amendments import Wording, create_amendment
from service.store.audit import SYSTEM
from service.store.bills import create_bill, get_bill
from service.store.comments import Target, create_comment, reply
from service.store.database import Database, Session, count_queries
from service.store.tables import AmendmentDraft, AuditRow, Bill, Stage
from tests.support.pages import ACT, BILL, send, soup, text_of, visitor

SignedIn = Callable[[str], FlaskClient]
HOME = "/ru/"
ORDER = "в подпункте 8) пункта 1 статьи 18 слово «участвует» заменить словами «не менее двух раз в год участвует»."


def database_of(app: Flask) -> Database:
    found: Database = app.extensions[context.DATABASE_KEY]
    return found


def waiting(page: BeautifulSoup, number: str = BILL) -> list[str]:
    """What waits in a bill, in words."""
    return [link.get_text() for link in group(page, "waits-title", number).select(".desk-kind a")]


def group(page: BeautifulSoup, under: str, number: str = BILL) -> Tag:
    """The part of a list that is about a bill."""
    section = page.select_one(f"section[aria-labelledby={under}]")
    assert section is not None
    groups = {one.get_text(): one.find_parent("article") for one in section.select(".desk-group .facts > span")}
    found = groups[f"№ {number}"]
    assert found is not None
    return found


def group_numbers(page: BeautifulSoup, under: str = "waits-title") -> list[str]:
    """Numbers of the bills of a list, in its order."""
    found = page.select(f"section[aria-labelledby={under}] .desk-group .facts > span:first-child")
    return [one.get_text().removeprefix("№ ") for one in found]


def bills(session: Session, count: int, due: date | None = None) -> list[Bill]:
    """More bills, each with an amendment."""
    made = []
    for number in range(1, count + 1):
        bill = create_bill(
            session,
            SYSTEM,
            number=f"Ещё-{number}",
            title_ru=f"Ещё один, {number}",
            title_kk=f"Тағы бірі, {number}",
            act=get_act(session, ACT),
            base_date=date(2026, 3, 1),
            stage=Stage.COMMITTEE,
            decision_due=due,
        )
        create_amendment(session, SYSTEM, bill, Wording(ORDER, ""), author_id=None)
        made.append(bill)
    return made


def test_a_visitor_sees_what_there_was(service: Flask) -> None:
    page = soup(service.test_client().get(HOME))
    assert page.select(".desk") == []
    assert page.find(id="talk-title") is not None


def test_what_waits_for_the_staff(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    page = soup(client.get(HOME))
    assert waiting(page) == [
        "9 поправок ждут решения",
        "1 конфликт",
        "1 ответ на ваши замечания",
        "1 метка ждёт решения",
    ]
    assert "решение до 4 декабря 2026" in group(page, "waits-title").get_text().replace("\xa0", " ")


def test_what_waits_for_a_deputy(signed_in: SignedIn) -> None:
    client = signed_in("nurlan")
    assert waiting(soup(client.get(HOME)))[0] == "9 поправок ждут вашего голоса"
    send(client, f"/ru/bills/{BILL}/1/", "/vote", value="for")
    assert waiting(soup(client.get(HOME)))[0] == "8 поправок ждут вашего голоса"


def test_who_decides_nothing_is_not_told_to(signed_in: SignedIn) -> None:
    page = text_of(signed_in("serik").get(HOME))
    assert "ждут решения" not in page.split("Законопроекты")[0]
    assert "ждут вашего голоса" not in page


def test_every_count_leads_to_as_many_entries(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    followed = 0
    for link in soup(client.get(HOME)).select(".desk-kind a"):
        count = int(link.get_text().split()[0])
        page = soup(client.get(str(link["href"])))
        if "state=pending" in str(link["href"]):
            assert len(page.select(".amendments tbody tr")) == count
        elif "/clarity/" in str(link["href"]):
            assert f"{count}" in page.select(".facts, .tools, h1, main")[0].get_text()
        elif "#conflicts" in str(link["href"]):
            assert len(page.select("#conflicts li")) == count
        else:
            assert len(page.select(".desk-lines li")) == count
        followed += 1
    assert followed >= 6


def test_an_answer_waits_until_it_is_answered(signed_in: SignedIn, service: Flask) -> None:
    client, other = signed_in("serik"), signed_in("aigerim")
    page = f"/ru/bills/{BILL}/3/"
    made = send(client, page, "/comments", text="Кто будет платить?").location.split("-")[-1]
    before = text_of(client.get(HOME))
    send(other, page, f"/comments/{made}/reply", text="Район.")
    after = client.get(HOME)
    assert "Район." not in before
    assert "Район." in text_of(after)
    line = next(link for link in soup(after).select(".desk-lines li a") if "Район." in (link.parent or link).get_text())
    assert f"/bills/{BILL}/3/#comment-" in str(line["href"]).replace("%D0%A3", "У")
    send(client, page, f"/comments/{made}/reply", text="Спасибо.")
    waits = soup(client.get(HOME)).select_one("section[aria-labelledby=waits-title]")
    assert waits is not None
    assert "Район." not in waits.get_text()


def test_one_s_own_draft_waits_and_nobody_else_s(signed_in: SignedIn, service: Flask) -> None:
    with database_of(service).writing() as session:
        account = get_account_by_login(session, "saule")
        draft = AmendmentDraft(account_id=account.id or 0, amendment_id=1, revision=1, content={}, at=now())
        session.add(draft)
    assert "1 ваш черновик не закончен" in text_of(signed_in("saule").get(HOME))
    assert "черновик" not in text_of(signed_in("dauren").get(HOME))


def test_bills_stand_by_deadline_and_late_ones_say_so(signed_in: SignedIn, service: Flask) -> None:
    with database_of(service).writing() as session:
        late, soon, _ = bills(session, 3)
        for row, days in ((late, -2), (soon, 1)):
            kept = get_bill(session, row.number).bill
            kept.decision_due = today() + timedelta(days=days)
            session.add(kept)
    page = soup(signed_in("saule").get(HOME))
    numbers = group_numbers(page)
    assert numbers[:2] == ["Ещё-1", "Ещё-2"]
    assert numbers[-1] == "Ещё-3"  # no deadline
    assert "просрочено на 2 дня" in group(page, "waits-title", "Ещё-1").get_text()
    assert "через 1 день" in group(page, "waits-title", "Ещё-2").get_text()


def test_a_bill_that_is_over_waits_for_nothing(signed_in: SignedIn, service: Flask) -> None:
    with database_of(service).writing() as session:
        row = get_bill(session, BILL).bill
        row.stage = Stage.SIGNED
        session.add(row)
    left = waiting(soup(signed_in("saule").get(HOME)))
    assert left == ["1 ответ на ваши замечания"]  # who was spoken to may still answer
    assert "9 поправок" not in text_of(signed_in("nurlan").get(HOME))


def test_what_others_did_is_told_and_one_s_own_deeds_are_not(signed_in: SignedIn) -> None:
    client, other = signed_in("saule"), signed_in("dauren")
    send(other, f"/ru/bills/{BILL}/3/", "/decision", state="rejected", reason="Нет денег.")
    send(client, f"/ru/bills/{BILL}/4/", "/decision", state="accepted")
    send(other, f"/ru/bills/{BILL}/4/", "/comments", text="Хорошо.")
    news = group(soup(client.get(HOME)), "news-title").get_text()
    assert "№ 3. Покупка специальной техники: отклонена" in news
    assert "Хорошо." in news
    assert ": принята" not in news
    assert "№ 4." in group(soup(other.get(HOME)), "news-title").get_text()


def test_the_list_goes_back_to_the_last_day_of_a_visit(signed_in: SignedIn, service: Flask) -> None:
    client = signed_in("saule")
    with database_of(service).writing() as session:
        account = get_account_by_login(session, "saule")
        account.created_at = now() - timedelta(days=30)
        session.add(account)
    assert "Что изменилось со вчерашнего дня" in text_of(client.get(HOME))
    with database_of(service).writing() as session:
        # the sign-in itself too, lest it be yesterday's when the test goes on past midnight
        for row in session.exec(select(AuditRow).where(AuditRow.account_id == account.id)):
            row.at = now() - timedelta(days=9)
            session.add(row)
        old = create_comment(
            session, SYSTEM, Target(bill_number=BILL), author_id=1 + (account.id or 0), language="ru",
            text="Неделю назад.", at=now() - timedelta(days=7),
        )  # fmt: skip
        assert old.author.id != account.id
    page = text_of(client.get(HOME))
    assert "со вчерашнего дня" not in page
    assert "Неделю назад." in page


@pytest.mark.parametrize("login", ["saule", "nurlan", "admin"])
def test_what_was_there_before_the_account_is_no_news(signed_in: SignedIn, login: str) -> None:
    client = signed_in(login)
    page = text_of(client.get(HOME))
    assert "С тех пор другие ничего не меняли." in page
    other = signed_in("dauren")
    send(other, f"/ru/bills/{BILL}/4/", "/comments", text="Первая новость.")
    assert "Первая новость." in group(soup(client.get(HOME)), "news-title").get_text()


def test_what_was_imported_before_the_account_is_no_news_to_it_but_is_to_others(
    signed_in: SignedIn, service: Flask
) -> None:
    with database_of(service).writing() as session:
        old = get_account_by_login(session, "saule")
        old.created_at = now() - timedelta(days=30)
        session.add(old)
    assert "редакци" in text_of(signed_in("saule").get("/ru/changes/?act=demo-1"))
    assert "С тех пор другие ничего не меняли" in text_of(signed_in("nurlan").get("/ru/changes/?act=demo-1"))


@pytest.mark.parametrize(
    ("address", "place"),
    [("waiting/", "#waits-title"), ("waiting/?kind=vote", "#waits-title"), ("changes/", "#news-title")],
)
@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_list_of_nothing_named_is_the_morning_list(
    signed_in: SignedIn, language: str, address: str, place: str
) -> None:
    answer = signed_in("saule").get(f"/{language}/{address}")
    assert answer.status_code == 302
    assert answer.location.endswith(f"/{language}/?all=1{place}")


def test_nothing_at_all(bare: FlaskClient) -> None:
    database = database_of(bare.application)
    from tests.support.store import PASSWORD, person

    with database.writing() as session:
        person(session)
    assert send(bare, "/ru/sign-in", "/sign-in", login="aliya", password=PASSWORD).status_code == 302
    page = text_of(bare.get(HOME))
    assert "Вас ничто не ждёт." in page
    assert "С тех пор другие ничего не меняли." in page
    assert "Ждём" not in page


@pytest.fixture
def crowd(service: Flask) -> FlaskClient:
    """A member of the staff for whom very much waits, and much has changed."""
    with database_of(service).writing() as session:
        account = get_account_by_login(session, "saule")
        other = get_account_by_login(session, "dauren")
        (bill,) = bills(session, 1, today())
        mine = create_comment(
            session,
            SYSTEM,
            Target(bill_number=bill.number),
            author_id=account.id or 0,
            language="ru",
            text="Что скажете?",
        )
        for number in range(500):
            reply(session, SYSTEM, mine.comment.id or 0, author_id=other.id or 0, language="ru", text=f"Ответ {number}")
    return visitor(service, "saule")


def test_five_hundred_entries_are_counted_shown_in_part_and_paged(crowd: FlaskClient) -> None:
    page = soup(crowd.get(HOME))
    assert "500 ответов на ваши замечания" in waiting(page, "Ещё-1")
    part = group(page, "waits-title", "Ещё-1")
    assert len(part.select(".desk-lines li")) <= 3 * 7
    assert "и ещё 497" in part.get_text()
    assert "и ещё 496" in group(page, "news-title", "Ещё-1").get_text()  # 500 remarks and the new amendment, 5 shown
    everything = part.select(".desk-rest a")[-1]
    seen: set[str] = set()
    address: str | None = str(everything["href"])
    pages = 0
    while address:
        listed = soup(crowd.get(address))
        seen |= {line.get_text() for line in listed.select(".desk-lines li")}
        forward = listed.select_one("a[rel=next]")
        address = str(forward["href"]) if forward is not None else None
        pages += 1
    assert pages == 10
    assert sum("Ответ" in line for line in seen) == 500
    assert len(crowd.get(HOME).get_data()) < 120_000


@pytest.mark.parametrize("login", ["saule", "nurlan"])
def test_the_start_page_costs_as_many_queries_whatever_its_length(service: Flask, login: str) -> None:
    client = visitor(service, login)
    database = database_of(service)

    def cost() -> int:
        client.get(HOME)
        with count_queries() as counted:
            assert client.get(HOME).status_code == 200
        return counted[0]

    with database.writing() as session:
        bills(session, 1)
        talk(session, login)
        talk(session, login)
    few = cost()
    with database.writing() as session:
        more = get_bill(session, "Ещё-1").bill
        for _ in range(60):
            create_amendment(session, SYSTEM, more, Wording("статью 99 полить.", ""), author_id=None)
            talk(session, login)
    assert cost() == few <= 30


def talk(session: Session, login: str) -> None:
    """A remark of a person, and an answer to it."""
    mine, other = get_account_by_login(session, login), get_account_by_login(session, "dauren")
    said = create_comment(
        session, SYSTEM, Target(bill_number="Ещё-1"), author_id=mine.id or 0, language="ru", text="Как быть?"
    )
    reply(session, SYSTEM, said.comment.id or 0, author_id=other.id or 0, language="kk", text="Көреміз.")


def test_many_bills_are_shown_when_asked_for(signed_in: SignedIn, service: Flask) -> None:
    with database_of(service).writing() as session:
        bills(session, 12)
    client = signed_in("saule")
    page = soup(client.get(HOME))
    assert len(page.select("section[aria-labelledby=waits-title] .desk-group")) == 8
    link = page.select_one("section[aria-labelledby=waits-title] .more a")
    assert link is not None
    assert "15" in link.get_text()  # fourteen bills and the law
    everything = soup(client.get(str(link["href"])))
    assert len(everything.select("section[aria-labelledby=waits-title] .desk-group")) == 15


@pytest.mark.parametrize("address", ["/ru/waiting/", "/ru/changes/"])
def test_a_visitor_is_asked_to_sign_in_for_lists(service: Flask, address: str) -> None:
    answer = service.test_client().get(address)
    assert answer.status_code in (302, 401)


@pytest.mark.parametrize(
    "address",
    ["waiting/?kind=decide&bill=У-1", "waiting/?kind=vote", "waiting/?kind=x&bill=nothing", "changes/?act=nothing"],
)
def test_lists_answer_whatever_is_asked(signed_in: SignedIn, address: str) -> None:
    assert signed_in("saule").get(f"/kk/{address}").status_code in (200, 302, 404)
