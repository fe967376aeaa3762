"""Bills and amendments through the API."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from tests.api.conftest import Service
from tests.api.test_walk import assert_problem
from tests.api.village import BILL


def test_a_bill_counts_its_amendments_by_state(service: Service) -> None:
    bill = service.get(f"/bills/{BILL}")
    assert bill["amendments"] == 3
    assert bill["states"] == {"pending": 2, "rejected": 1}
    assert (bill["act"]["code"], bill["base_date"], bill["stage"]) == ("village-1", "2026-02-01", "committee")
    assert service.get("/bills?act=village-1")["items"] == [bill]


def test_amendments_are_listed_by_number_and_filtered(service: Service) -> None:
    def numbers(query: str) -> list[int]:
        return [entry["number"] for entry in service.get(f"/bills/{BILL}/amendments?{query}")["items"]]

    assert numbers("") == [1, 2, 3]
    assert numbers("state=rejected") == [2]
    assert numbers("article=art_2") == [1]
    assert numbers("article=art_9") == []


def test_an_amendment_says_what_it_does_in_both_languages(service: Service) -> None:
    found = service.get("/amendments/1")
    assert found["title"] == {"ru": "Отчет дважды в год", "kk": "Жылына екі есеп"}
    assert [effect["language"] for effect in found["effects"]] == ["ru", "kk"]
    for effect in found["effects"]:
        assert effect["exact"], effect
        assert effect["problems"] == effect["refusals"] == []
        assert [(change["kind"], change["address"].split("/")[0]) for change in effect["operations"]] == [
            ("replace_words", "art_2")
        ]
    assert [revision["number"] for revision in found["revisions"]] == [1]
    assert found == service.get(f"/bills/{BILL}/amendments/1")


def test_an_amendment_that_cannot_be_applied_says_why_in_the_readers_language(service: Service) -> None:
    said = {}
    for language in ("ru", "kk", "en"):
        effect = service.get(f"/amendments/2?lang={language}")["effects"][0]
        assert not effect["exact"]
        (refusal,) = effect["refusals"]
        assert (refusal["code"], refusal["address"], refusal["operation"]) == ("words_not_found", "art_1/pt_1", 0)
        said[language] = refusal["detail"]
    assert len(set(said.values())) == 3
    assert all("для всех соседей" in sentence for sentence in said.values())


def test_an_instruction_that_is_not_understood_names_its_place(service: Service) -> None:
    (effect,) = service.get("/amendments/3")["effects"]
    assert not effect["exact"]
    for problem in effect["problems"]:
        assert effect["instruction"][problem["start"] : problem["end"]] == problem["text"]
        assert problem["detail"]
    assert effect["problems"]


def test_a_decision_stands_in_the_amendments_history(service: Service) -> None:
    found = service.get("/amendments/2")
    assert found["state"] == "rejected"
    (decision,) = found["decisions"]
    assert decision["reason"] == {"ru": "Уже сказано в статье 1.", "kk": ""}
    assert decision["state"] == "rejected"


def test_an_amendment_as_a_redline(service: Service) -> None:
    found = service.get("/amendments/1/redline?language=kk")
    assert found["exact"]
    (row,) = found["rows"]
    assert "".join(part["text"] for part in row["segments"] if part["kind"] != "delete") == (
        "Әкім бақ туралы жылына екі рет есеп береді."
    )
    refused = service.get("/amendments/2/redline")
    assert refused["rows"] == []
    assert refused["refusals"]


@pytest.mark.parametrize("address", ["/amendments/1/redline.docx", f"/bills/{BILL}/redline.docx"])
def test_amendments_and_bills_can_be_taken_away_as_word_documents(service: Service, address: str) -> None:
    answer = service.ask(f"{address}?language=ru")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    body = Document(BytesIO(answer.data)).element.body
    inserted = [node for insert in body.iter() if insert.tag.endswith("}ins") for node in insert.iter()]
    assert "".join(node.text or "" for node in inserted if node.tag.endswith("}t")) == "два раза"


def test_an_amendment_that_cannot_be_applied_has_no_document(service: Service) -> None:
    problem = assert_problem(service, service.ask("/amendments/2/redline.docx"), 409)
    assert problem["code"] == "amendment_not_applied"


def test_a_bill_as_one_text_leaves_out_what_cannot_be_applied_and_says_so(service: Service) -> None:
    live = service.get(f"/bills/{BILL}/redline")
    assert live["amendments"] == [1]
    assert [(left["number"], bool(left["reasons"])) for left in live["left_out"]] == [(3, True)]
    accepted = service.get(f"/bills/{BILL}/redline?amendments=accepted")
    assert accepted["amendments"] == accepted["left_out"] == accepted["rows"] == []


def test_a_bill_as_one_text_takes_any_choice_of_amendments(service: Service) -> None:
    def taken(choice: str) -> tuple[list[int], list[int]]:
        found = service.get(f"/bills/{BILL}/redline?amendments={choice}")
        return found["amendments"], [left["number"] for left in found["left_out"]]

    assert taken("all") == ([1], [2, 3])
    assert taken("none") == ([], [])
    assert taken("2-3") == ([], [2, 3])
    assert taken("1,3") == ([1], [3])
    problem = assert_problem(service, service.ask(f"/bills/{BILL}/redline?amendments=first"), 422)
    assert "amendments" in str(problem)
    assert_problem(service, service.ask(f"/bills/{BILL}/redline?amendments=3-1"), 422)


def test_a_bill_can_be_taken_away_as_a_comparative_table(service: Service) -> None:
    answer = service.ask(f"/bills/{BILL}/table.docx?language=ru&amendments=1")
    table = Document(BytesIO(answer.data)).tables[0]
    assert "два раза" in table.rows[2].cells[3].text
    empty = service.ask(f"/bills/{BILL}/table.docx?language=ru&amendments=none")
    assert len(Document(BytesIO(empty.data)).tables[0].rows) == 2


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_bill_says_how_far_it_has_come_and_its_numbers_add_up(service: Service, language: str) -> None:
    found = service.get(f"/bills/{BILL}/progress?language={language}")
    whole = found["whole"]
    assert (whole["amendments"], whole["waiting"], whole["decided"]) == (3, 2, 1)
    for tally in (whole, *found["articles"]):
        assert tally["amendments"] == sum(tally["states"].values())
        assert tally["amendments"] == tally["decided"] + tally["waiting"] + tally["postponed"]
    for tally in found["articles"]:
        if tally["article"]:
            listed = service.get(f"/bills/{BILL}/amendments?article={tally['article']}")
            assert len(listed["items"]) == tally["amendments"]
    assert sum(tally["amendments"] for tally in found["articles"]) == whole["amendments"] + found["several"]
    assert service.get(f"/bills/{BILL}/conflicts?language={language}")["conflicts"] == []


def test_a_bill_an_amendment_and_what_becomes_of_the_law_can_be_printed(service: Service) -> None:
    for address in (f"/bills/{BILL}/redline.pdf", "/amendments/1/redline.pdf", f"/bills/{BILL}/document"):
        answer = service.ask(f"{address}?language=ru")
        assert answer.mimetype == "application/pdf"
        assert answer.headers["Content-Disposition"].startswith("attachment")
        words = " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.data)).pages)
        assert "два раза" in words
        assert "Проект. Текст с поправками законопроекта не действует." in " ".join(words.split())
    problem = assert_problem(service, service.ask("/amendments/2/redline.pdf"), 409)
    assert problem["code"] == "amendment_not_applied"


def test_what_becomes_of_the_law_comes_in_every_form(service: Service) -> None:
    plain = service.ask(f"/bills/{BILL}/document?form=txt&language=ru").get_data(as_text=True)
    assert "два раза" in plain
    assert "Проект." in plain
    word = Document(BytesIO(service.ask(f"/bills/{BILL}/document?form=docx&language=ru").data))
    assert "два раза" in "\n".join(paragraph.text for paragraph in word.paragraphs)
    none = service.ask(f"/bills/{BILL}/document?form=txt&language=ru&amendments=none").get_data(as_text=True)
    assert "два раза" not in none
