"""Acts, editions and provisions through the API: what a programmer of another system reads."""

from __future__ import annotations

import hashlib
from io import BytesIO

from docx import Document

from tests.api.conftest import Service
from tests.api.test_walk import assert_problem
from tests.api.village import ACT, KK, RU

EDITION = f"/acts/{ACT}/editions/ru/2026-02-01"


def test_an_act_names_its_languages_and_dates(service: Service) -> None:
    act = service.get(f"/acts/{ACT}")
    assert act == service.get("/acts")["items"][0]
    assert act["title"] == {"ru": "О сельских садах", "kk": "Ауыл бақтары туралы"}
    assert (act["languages"], act["editions"]) == (["ru", "kk"], 2)
    assert (act["first_date"], act["last_date"]) == ("2025-01-10", "2026-02-01")


def test_editions_stand_oldest_first_with_their_status(service: Service) -> None:
    found = service.get(f"/acts/{ACT}/editions")["items"]
    assert [(row["in_force_from"], row["language"], row["status"]) for row in found] == [
        ("2025-01-10", "ru", "past"),
        ("2025-01-10", "kk", "past"),
        ("2026-02-01", "ru", "in_force"),
        ("2026-02-01", "kk", "in_force"),
    ]
    assert found[2]["caused_by"] == "Закон от 1 января 2026 года № 5"
    only = service.get(f"/acts/{ACT}/editions?language=kk")
    assert {row["language"] for row in only["items"]} == {"kk"}
    assert only["total"] == 2


def test_the_text_is_the_source_character_for_character(service: Service) -> None:
    for language, text in (("ru", RU), ("kk", KK)):
        address = f"/acts/{ACT}/editions/{language}/2026-02-01"
        answer = service.ask(f"{address}/text")
        assert answer.data == text.encode()
        assert answer.content_type == "text/plain; charset=utf-8"
        assert answer.headers["Content-Language"] == language
        assert service.get(address)["source_hash"] == hashlib.sha256(text.encode()).hexdigest()


def test_a_date_names_the_edition_in_force_then(service: Service) -> None:
    for on, start in (("2025-01-10", "2025-01-10"), ("2026-01-31", "2025-01-10"), ("2099-01-01", "2026-02-01")):
        assert service.get(f"/acts/{ACT}/editions/ru/{on}")["in_force_from"] == start


def test_a_date_before_the_first_edition_is_told_which_that_is(service: Service) -> None:
    problem = assert_problem(service, service.ask(f"/acts/{ACT}/editions/kk/2025-01-09?lang=en"), 404)
    assert problem["code"] == "before_first_edition"
    assert "2025-01-10" in problem["detail"]


def test_provisions_stand_in_the_order_of_the_law(service: Service) -> None:
    found = service.get(f"{EDITION}/provisions")
    assert [row["address"] for row in found["items"]] == [
        "", "ch_1", "art_1", "art_1/pt_1", "art_1/pt_2", "art_1/pt_2/sub_1", "art_1/pt_2/sub_2", "art_1/pt_2/sub_3",
        "art_2", "art_2/cl_1",
    ]  # fmt: skip
    article, excluded = found["items"][2], found["items"][7]
    assert (article["kind"], article["number"], article["text"], article["depth"]) == ("article", "1", "Сады", 2)
    assert excluded["state"] == "excluded"


def test_notes_are_left_out_of_provisions_unless_asked_for(service: Service) -> None:
    plain = service.get(f"{EDITION}/provisions")
    noted = service.get(f"{EDITION}/provisions?notes=true")
    assert {row["kind"] for row in noted["items"]} - {row["kind"] for row in plain["items"]} == {"note"}
    assert noted["total"] == plain["total"] + 1


def test_pages_lead_to_each_other_and_together_are_the_whole(service: Service) -> None:
    whole = service.get(f"{EDITION}/provisions")["items"]
    seen, address = [], f"{EDITION}/provisions?per_page=4&notes=false"
    while address:
        page = service.get(address.removeprefix("/api/v1"))
        seen.extend(page["items"])
        before, address = address, page["next"]
        if page["previous"]:
            assert service.get(page["previous"].removeprefix("/api/v1"))["page"] == page["page"] - 1
    assert seen == whole
    assert "notes=false" in before
    assert service.get(f"{EDITION}/provisions?per_page=4&page=90")["previous"].endswith("page=3")


def test_a_provision_comes_with_what_hangs_under_it(service: Service) -> None:
    point = service.get(f"{EDITION}/provisions/art_1/pt_2")
    assert [child["address"] for child in point["children"]] == [f"art_1/pt_2/sub_{n}" for n in (1, 2, 3)]
    assert point["words"].splitlines()[:2] == ["2. Аким сельского округа:", "1) при необходимости поливает деревья;"]
    article = service.get(f"{EDITION}/provisions/art_1")
    assert article["children"][1] == {key: point[key] for key in article["children"][1]}
    (note,) = service.get(f"{EDITION}/provisions/art_2")["notes"]
    assert "Статья 2 с изменением" in note


def test_places_inside_a_paragraph_have_addresses_too(service: Service) -> None:
    heading = service.get(f"{EDITION}/provisions/art_2/heading")
    assert (heading["view"], heading["words"], heading["children"]) == ("heading", "Отчет акима", [])
    intro = service.get(f"{EDITION}/provisions/art_1/pt_2/ind_1")
    assert (intro["view"], intro["words"]) == ("own", "2. Аким сельского округа:")


def test_slashes_of_an_address_may_be_escaped(service: Service) -> None:
    assert service.get(f"{EDITION}/provisions/art_1%2Fpt_2") == service.get(f"{EDITION}/provisions/art_1/pt_2")


def test_an_unknown_address_is_told_the_nearest_ones(service: Service) -> None:
    problem = assert_problem(service, service.ask(f"{EDITION}/provisions/art_1/pt_2/sub_8?lang=ru"), 404)
    assert problem["code"] == "address_not_found"
    assert problem["nearest"][0] == {"address": "art_1/pt_2/sub_3", "citation": "статья 1, пункт 2, подпункт 3)"}
    assert "art_1/pt_2/sub_3 – статья 1, пункт 2, подпункт 3)" in problem["detail"]
    assert problem["errors"][0]["in"] == "path"
    kazakh = assert_problem(service, service.ask(f"{EDITION}/provisions/art_7?lang=kk"), 404)
    assert "2-бап" in kazakh["detail"]


def test_a_comparison_gives_operations_and_the_rows_they_made(service: Service) -> None:
    found = service.get(f"/acts/{ACT}/compare?old=2025-06-01&new=2026-06-01")
    assert (found["old"], found["new"]) == ("2025-01-10", "2026-02-01")
    assert {change["address"] for change in found["operations"]} == {"art_2/cl_1"}
    assert found["editorial"] == []
    (row,) = found["rows"]
    assert row["status"] == "changed"
    assert row["operations"] == list(range(len(found["operations"])))
    old = "".join(part["text"] for part in row["segments"] if part["kind"] != "insert")
    new = "".join(part["text"] for part in row["segments"] if part["kind"] != "delete")
    assert old == "Аким отчитывается о саде раз в два года."
    assert new == "Аким отчитывается о саде один раз в год."


def test_a_comparison_tells_as_much_as_is_asked_for(service: Service) -> None:
    pair = f"/acts/{ACT}/compare?old=2025-01-10&new=2026-02-01&language=kk"
    every = service.get(f"{pair}&rows=all")
    assert len(every["rows"]) == sum(every["counts"].values()) > len(service.get(pair)["rows"])
    assert service.get(f"{pair}&rows=none")["rows"] == []
    noted = service.get(f"{pair}&notes=true")
    assert any(row["kind"] == "note" and row["status"] == "inserted" for row in noted["rows"])
    assert noted["editorial"]


def test_editions_are_compared_from_old_to_new(service: Service) -> None:
    problem = assert_problem(service, service.ask(f"/acts/{ACT}/compare?old=2026-02-01&new=2025-01-10"), 422)
    assert problem["code"] == "editions_order"
    same = service.get(f"/acts/{ACT}/compare?old=2026-02-01&new=2026-02-01")
    assert same["operations"] == same["rows"] == []


def test_a_comparison_can_be_taken_away_as_a_word_document(service: Service) -> None:
    answer = service.ask(f"/acts/{ACT}/compare.docx?old=2025-01-10&new=2026-02-01")
    assert f"{ACT}-2025-01-10-2026-02-01-ru.docx" in answer.headers["Content-Disposition"]
    body = Document(BytesIO(answer.data)).element.body
    deleted = "".join(node.text or "" for node in body.iter() if node.tag.endswith("}delText"))
    assert "два года" in deleted
