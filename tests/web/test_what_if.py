"""The bill's text with any choice of its amendments, the bill's numbers, and the page that settles a conflict."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup, Tag
from docx import Document
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from service import context
from service.store.amendments import all_amendments
from service.store.bills import get_bill
from service.store.database import Database, count_queries
from service.store.tables import Amendment, AmendmentPlace, AmendmentRevision, AmendmentState
from tests.support.pages import BILL, soup, text_of

SignedIn = Callable[[str], FlaskClient]
TEXT = f"/ru/bills/{BILL}/text/"
SOLVE = f"/bills/{BILL}/conflicts/1/9/"


def _ticked(page: BeautifulSoup) -> set[int]:
    return {int(str(box["value"])) for box in page.select("#choose input[name=n][checked]")}


def test_the_choice_stands_in_the_address_and_in_the_boxes(pages: FlaskClient) -> None:
    answer = pages.get(f"{TEXT}?picked=1&n=1&n=3&n=4&n=5&n=9")
    assert answer.status_code == 302
    assert answer.location.endswith("?with=1,3-5,9") or answer.location.endswith(f"?with={quote('1,3-5,9')}")
    page = soup(pages.get(answer.location))
    assert _ticked(page) == {1, 3, 4, 5, 9}
    law = page.select_one("article.law")
    assert law is not None
    assert {int(number) for number in re.findall(r"№ (\d+):", law.get_text())} == {1, 3, 4, 5}


def test_conflicts_among_the_chosen_and_what_cannot_be_applied_stand_before_the_text(pages: FlaskClient) -> None:
    page = soup(pages.get(f"{TEXT}?with=1,9"))
    main = page.find("main")
    assert isinstance(main, Tag)
    said = str(main)
    assert 0 < said.index('id="conflicts"') < said.index('id="refused-title"') < said.index("<article ")
    link = page.select_one("#conflicts a[href*='/conflicts/1/9/']")
    assert link is not None
    assert page.select_one("#refused-title") is not None
    alone = soup(pages.get(f"{TEXT}?with=9"))
    assert alone.select_one("#conflicts") is None
    assert alone.select_one("#refused-title") is None


@pytest.mark.parametrize("choice", ["accepted", "live", "all", "none"])
def test_presets_choose_what_they_say(pages: FlaskClient, choice: str) -> None:
    page = soup(pages.get(f"{TEXT}?with={choice}"))
    states = {
        int(str(box["value"])): box.find_parent("label").select_one(".chip").get_text()  # type: ignore[union-attr]
        for box in page.select("#choose input[name=n]")
    }
    wanted = {
        "accepted": {number for number, words in states.items() if words.startswith("принята")},
        "live": {number for number, words in states.items() if words not in ("отклонена", "отозвана")},
        "all": set(states),
        "none": set(),
    }
    assert _ticked(page) == wanted[choice]


def test_a_choice_that_says_nothing_is_a_sentence(pages: FlaskClient) -> None:
    answer = pages.get(f"{TEXT}?with=первые")
    assert answer.status_code == 422
    assert "1,3-5" in text_of(answer)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_files_hold_the_same_choice(pages: FlaskClient, language: str) -> None:
    offered = [
        str(link["href"]) for link in soup(pages.get(f"/{language}/bills/{BILL}/text/?with=9")).select(".push a")
    ]
    files = [address for address in offered if "with=9" in address and "/text/" in address and "?" in address]
    word, table = (next(one for one in files if f"/{form}?" in one) for form in ("docx", "table"))
    inserted = [
        node.text or ""
        for insert in Document(BytesIO(pages.get(word).data)).element.body.iter()
        if insert.tag.endswith("}ins")
        for node in insert.iter()
        if node.tag.endswith("}t")
    ]
    rows = Document(BytesIO(pages.get(table).data)).tables[0].rows
    assert len(rows) == 3, "two rows of headings and one change"
    assert "".join(inserted).strip(" ;")[4:] in rows[2].cells[3].text


def _count(pages: FlaskClient, link: Tag) -> int:
    page = soup(pages.get(str(link["href"]).partition("#")[0]))
    return len(page.select("table.amendments tbody tr"))


@pytest.mark.parametrize(
    "query", ["", "?state=pending", "?article=art_18", "?clash=1", "?article=art_18&state=accepted"]
)
def test_every_number_is_that_of_the_list_behind_it(pages: FlaskClient, query: str) -> None:
    page = soup(pages.get(f"/ru/bills/{BILL}/{query}"))
    chips = page.select(".tools .chips a.chip")
    listed = len(page.select("table.amendments tbody tr"))
    for chip in chips:
        assert int(chip.get_text().split()[-1]) == _count(pages, chip), chip
    assert int(chips[0].get_text().split()[-1]) == sum(int(chip.get_text().split()[-1]) for chip in chips[1:])
    chosen = [chip for chip in chips if chip.get("aria-current")]
    assert [int(chip.get_text().split()[-1]) for chip in chosen] == [listed]
    if query:
        return
    for row in page.select(".matrix tbody tr, .matrix tfoot tr"):
        numbers = [int(cell.get_text()) for cell in row.select("td.num")]
        assert numbers[0] == sum(numbers[1:-1]), row.get_text()
        for link in row.select("td.num a"):
            assert int(link.get_text()) == _count(pages, link), link["href"]


def test_the_page_of_a_bill_asks_as_little_for_five_hundred_amendments(service: Flask) -> None:
    database: Database = service.extensions[context.DATABASE_KEY]

    def cold(page: str) -> int:
        client = service.test_client()
        database.cache.clear()
        with count_queries() as counted:
            assert client.get(page).status_code == 200
        return counted[0]

    addresses = (f"/ru/bills/{BILL}/", TEXT)
    cold(addresses[0])  # the first page of a process also asks what it asks once
    few = [cold(page) for page in addresses]
    with database.writing() as session:
        made = get_bill(session, BILL).bill
        known = all_amendments(session, made)[0]
        for number in range(15, 501):
            row = Amendment(
                bill_id=made.id or 0, number=number, state=AmendmentState.PENDING,
                created_at=known.amendment.created_at, changed_at=known.amendment.changed_at,
            )  # fmt: skip
            session.add(row)
            session.flush()
            revision = AmendmentRevision(
                amendment_id=row.id or 0, number=1, base_date=made.base_date, at=known.revision.at,
                instruction_ru=f"в статье 2 слово «слово-{number}» исключить.",
            )  # fmt: skip
            session.add(revision)
            session.flush()
            session.add(AmendmentPlace(revision_id=revision.id or 0, address="art_2", position=2))
    assert [cold(page) for page in addresses] == few
    page = soup(service.test_client().get(addresses[0]))
    assert len(page.select("table.amendments tbody tr")) == 500


def _form(page: BeautifulSoup) -> dict[str, str]:
    form = page.find("form", id="edit")
    assert isinstance(form, Tag)
    data = {str(box["name"]): str(box.get("value", "")) for box in form.select("input[type=hidden], input[name=note]")}
    return data | {str(box["name"]): box.get_text().lstrip("\n") for box in form.select("textarea")}


def _sent(client: FlaskClient, language: str, **fields: str) -> TestResponse:
    address = f"/{language}{SOLVE}"
    return client.post(address, data=_form(soup(client.get(address))) | fields)


def _joint(client: FlaskClient) -> dict[str, str]:
    """What No 1 orders, as the joint wording."""
    page = soup(client.get(f"/ru/bills/{BILL}/1/edit"))
    return {
        f"instruction-{code}": page.select_one(f"[name=instruction-{code}]").get_text().strip()  # type: ignore[union-attr]
        for code in ("ru", "kk")
    }


def test_both_outcomes_stand_beside_the_text_in_force_and_an_order_that_fails_says_why(pages: FlaskClient) -> None:
    page = soup(pages.get(f"/ru{SOLVE}"))
    cells = page.select(".solve-row [role=cell]")[:3]
    assert cells[1].select_one("ins .lit") is not None
    assert cells[2].select_one("ins .lit") is not None
    assert len(page.select(".solve-orders .card")) == 2
    assert "7-1" in page.select(".solve-orders .card")[0].get_text()
    assert page.find("form", id="edit") is None, "a visitor reads and settles nothing"


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_joint_text_is_kept_as_a_draft_and_saved_in_one_of_the_two(signed_in: SignedIn, language: str) -> None:
    client = signed_in("saule")
    joint = _joint(client)
    kept = _sent(client, language, step="look", reason="Одним перечнем.", **joint)
    assert kept.status_code == 200
    again = soup(client.get(f"/{language}{SOLVE}"))
    assert again.select_one("#reason").get_text() == "Одним перечнем."  # type: ignore[union-attr]
    assert _form(again)["instruction-ru"] == joint["instruction-ru"]
    own = soup(client.get(f"/{language}/bills/{BILL}/1/edit"))
    assert own.select_one("[data-discard]") is None, "it is no draft of the amendment's own wording"
    before = soup(client.get(f"/{language}/bills/{BILL}/"))
    assert before.select_one("#conflicts") is not None
    saved = _sent(client, language, step="save", host="1", version="1")
    assert saved.status_code == 302, text_of(saved)
    bill = soup(client.get(saved.location))
    assert bill.select_one("#conflicts") is None
    (taken,) = bill.select(".amendments td:last-child .small")
    assert "1" in taken.get_text()
    assert taken.find_parent("tr").select_one("a[href$='/9/']") is not None  # type: ignore[union-attr]
    gone = client.get(f"/{language}{SOLVE}")
    assert gone.status_code == 404
    assert "№ 1" in text_of(gone)


def test_what_is_missing_is_said_and_nothing_is_stored(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    joint = _joint(client)
    for fields in ({"host": "", "reason": "Так."}, {"host": "1", "reason": ""}):
        answer = _sent(client, "ru", step="save", **(joint | fields))
        assert answer.status_code == 422
        assert soup(answer).select_one("#edit [role=alert]") is not None
    wrong = _sent(client, "ru", step="save", host="1", reason="Так.", **(joint | {"instruction-ru": "улучшить закон."}))
    assert wrong.status_code == 422
    assert _form(soup(wrong))["instruction-ru"] == "улучшить закон."
    assert soup(client.get(f"/ru/bills/{BILL}/")).select_one("#conflicts") is not None


def test_one_of_the_two_stays(signed_in: SignedIn) -> None:
    client = signed_in("saule")
    assert _sent(client, "ru", step="give_way", keep="9").status_code == 422
    answer = _sent(client, "ru", step="give_way", keep="9", **{"give-reason": "Ярмарки важнее."})
    assert answer.status_code == 302
    page = soup(client.get(answer.location))
    assert page.select_one("#conflicts") is None
    assert "отклонена" in soup(client.get(f"/ru/bills/{BILL}/1/")).select_one(".facts").get_text()  # type: ignore[union-attr]


def test_deputies_read_the_conflict_and_settle_nothing(signed_in: SignedIn) -> None:
    client = signed_in("nurlan")
    page = soup(client.get(f"/ru{SOLVE}"))
    assert page.find("form", id="edit") is None
    token = soup(client.get(f"/ru/bills/{BILL}/1/")).select_one("[name=csrf_token]")
    assert token is not None
    answer = client.post(f"/ru{SOLVE}", data={"step": "save", "csrf_token": str(token["value"])})
    assert answer.status_code == 403
