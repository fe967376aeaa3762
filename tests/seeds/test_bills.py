"""The demonstration's bills: complete in both languages, exact in what they quote, with the intended cases."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import Any

import pytest

from amendments.law.normal import find_words
from tests.seeds.demonstration import BASE, BILLS, FOLDERS, amendments, content, days, edition, quotations

MAIN = "rural-akims.yaml"
AMENDMENTS = amendments()
IDS = [f"{bill}-{entry['number']}" for bill, entry in AMENDMENTS]
LOGINS = {person["login"] for person in content("people.yaml")["people"]}


def complete(value: Any) -> bool:
    return set(value) == {"rus", "kaz"} and all(isinstance(text, str) and text.strip() for text in value.values())


@pytest.mark.parametrize("path", BILLS, ids=lambda path: path.name)
def test_the_header_of_a_bill_is_complete(path: Any) -> None:
    bill = content(f"bills/{path.name}")
    assert bill["demonstration"] is True
    for field in ("note", "title", "initiator", "lead_committee"):
        assert complete(bill[field]), field
    assert bill["act"] == content("law/meta.yaml")["act_code"]
    assert bill["base"] == BASE == days()[-1]
    assert bill["decision_due"] == date(2026, 12, 4)


def test_the_bills_have_the_amendments_promised() -> None:
    counts = Counter(bill for bill, _ in AMENDMENTS)
    assert 12 <= counts[MAIN] <= 14
    assert sorted(counts.values())[0] in (2, 3)
    for bill in counts:
        numbers = [entry["number"] for name, entry in AMENDMENTS if name == bill]
        assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize(("bill", "amendment"), AMENDMENTS, ids=IDS)
def test_an_amendment_is_complete_in_both_languages(bill: str, amendment: dict[str, Any]) -> None:
    for field in ("title", "grounds", "instruction"):
        assert complete(amendment[field]), field
    assert amendment["author"] in LOGINS
    assert amendment["state"] in ("pending", "accepted", "rejected")
    assert ("reason" in amendment) == (amendment["state"] != "pending")
    if "reason" in amendment:
        assert complete(amendment["reason"])


def test_most_amendments_wait_some_are_decided() -> None:
    states = Counter(entry["state"] for _, entry in AMENDMENTS)
    assert states["pending"] > len(AMENDMENTS) / 2
    assert states["accepted"] >= 2
    assert states["rejected"] >= 1


@pytest.mark.parametrize("language", FOLDERS)
@pytest.mark.parametrize(("bill", "amendment"), AMENDMENTS, ids=IDS)
def test_quoted_words_stand_in_the_unit_exactly_once(bill: str, amendment: dict[str, Any], language: str) -> None:
    instruction = amendment["instruction"][FOLDERS[language]]
    for address, words in quotations(instruction, language):
        target = edition(language, BASE).locate(address)
        assert target is not None, f"no {address} in the edition"
        assert len(find_words(target.words, words)) == 1, f"{address}: «{words}»"


def test_both_languages_quote_words_of_the_same_units() -> None:
    for _, entry in AMENDMENTS:
        russian, kazakh = (
            [address for address, _ in quotations(entry["instruction"][folder], language)]
            for language, folder in FOLDERS.items()
        )
        assert russian == kazakh, entry["number"]
    assert sum(len(quotations(entry["instruction"]["rus"], "ru")) for _, entry in AMENDMENTS) >= 10


def test_quotations_are_read_through_context_lines() -> None:
    text = "в статье 5:\n\nв пункте 2 слова «а б» заменить словами «в»;\n\nпункт 3 исключить."
    assert quotations(text, "ru") == [("art_5/pt_2", "а б")]
    text = (
        "5-баптың 2-тармағында:\n\n«а б» деген сөздер алып тасталсын;\n\n"
        "«в» деген сөзден кейін «г» деген сөзбен толықтырылсын."
    )
    assert quotations(text, "kk") == [("art_5/pt_2", "а б"), ("art_5/pt_2", "в")]
    text = "5-бап мынадай мазмұндағы 2-тармақпен толықтырылсын:\n\n«2. «А» деген сөздер алып"
    assert quotations(text, "kk") == []


def remarks() -> list[dict[str, Any]]:
    first = [comment for _, entry in AMENDMENTS for comment in entry["comments"]]
    return first + [reply for comment in first for reply in comment.get("replies", [])]


def test_comments_are_by_known_people_at_a_time_with_its_zone() -> None:
    for comment in remarks():
        assert comment["author"] in LOGINS
        assert comment["language"] in FOLDERS
        assert comment["text"].strip()
        assert isinstance(comment["at"], datetime)
        assert comment["at"].tzinfo is not None
        assert date(2026, 9, 1) <= comment["at"].date() < date(2026, 12, 4)
        for reply in comment.get("replies", []):
            assert reply["at"] > comment["at"]


def test_no_page_looks_empty() -> None:
    assert len(remarks()) >= 15
    assert {comment["language"] for comment in remarks()} == set(FOLDERS)
    assert sum(not entry["comments"] for _, entry in AMENDMENTS) <= len(AMENDMENTS) / 4
