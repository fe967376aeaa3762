"""Amending instructions through the API: read and applied, exactly or not at all; nothing is stored."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.conftest import Service
from tests.api.test_walk import assert_problem
from tests.api.village import ACT

REPLACE = "в статье 2 слова «один раз в год» заменить словами «два раза в год»."


def applied(service: Service, body: dict[str, Any]) -> dict[str, Any]:
    """What an instruction does."""
    answer = service.post("/instructions/apply", {"language": "ru", **body})
    assert answer.status_code == 200, answer.get_data(as_text=True)
    found: dict[str, Any] = answer.get_json()
    return found


@pytest.mark.parametrize(
    ("language", "instruction"),
    [
        ("ru", REPLACE),
        ("kk", "2-баптағы «жылына бір рет» деген сөздер «жылына екі рет» деген сөздермен ауыстырылсын."),
    ],
)
def test_an_instruction_is_read_into_operations_that_keep_their_place(
    service: Service, language: str, instruction: str
) -> None:
    answer = service.post("/instructions/parse", {"language": language, "instruction": instruction})
    (operation,) = answer.get_json()["operations"]
    assert (operation["kind"], operation["address"]) == ("replace_words", "art_2")
    start, end = operation["order"]
    assert operation["new"] in instruction[start:end]


def test_what_is_not_understood_is_named_with_its_place(service: Service) -> None:
    instruction = "в статье 1 полить сад получше."
    said = {}
    for language in ("ru", "kk", "en"):
        body = {"language": "ru", "instruction": instruction}
        (problem,) = service.post(f"/instructions/parse?lang={language}", body).get_json()["problems"]
        assert instruction[problem["start"] : problem["end"]] == problem["text"]
        said[language] = problem["detail"]
    assert len(set(said.values())) == 3


def test_an_instruction_is_applied_to_an_edition(service: Service) -> None:
    found = applied(service, {"instruction": REPLACE, "act": ACT, "on": "2026-02-01"})
    assert found["exact"]
    (row,) = found["rows"]
    assert row["address_new"] == "art_2/cl_1"
    older = applied(service, {"instruction": REPLACE, "act": ACT, "on": "2025-02-01"})
    assert not older["exact"]
    assert older["rows"] == []
    assert older["refusals"][0]["code"] == "words_not_found"


def test_an_instruction_is_applied_to_a_text_of_ones_own(service: Service) -> None:
    before = "1. Сад открыт всем.\n\n2. Аким поливает сад ежегодно."
    found = applied(
        service, {"instruction": "в пункте 2 слово «ежегодно» заменить словом «ежедневно».", "before": before}
    )
    assert found["after"] == before.replace("ежегодно", "ежедневно")
    refused = applied(service, {"instruction": "в пункте 7 слово «сад» исключить.", "before": before})
    assert refused["after"] is None
    assert refused["refusals"] or refused["outside"]


def test_the_text_is_one_or_the_other(service: Service) -> None:
    for body in ({}, {"before": "1. Сад.", "act": ACT}):
        answer = service.post("/instructions/apply", {"language": "ru", "instruction": REPLACE, **body})
        assert assert_problem(service, answer, 422)["code"] == "before_or_act"


def test_texts_have_a_limit(service: Service) -> None:
    for name in ("instruction", "before"):
        body = {"language": "ru", "instruction": REPLACE, name: "я" * 200_001}
        problem = assert_problem(service, service.post("/instructions/apply", body), 422)
        assert problem["errors"][0]["pointer"] == f"/{name}"
        assert "200000" in problem["detail"]


def test_nothing_is_stored(service: Service) -> None:
    from service.store.audit import entries

    with service.database.reading() as session:
        before = entries(session).total
    applied(service, {"instruction": REPLACE, "act": ACT, "on": "2026-02-01"})
    with service.database.reading() as session:
        assert entries(session).total == before


def test_work_has_a_limit(service: Service) -> None:
    before = "\n\n".join(f"{number}. Сад." for number in range(1, 4000))
    orders = "\n".join(f"в пункте {number} слово «Сад» исключить;" for number in range(1, 400))
    answer = service.post("/instructions/apply", {"language": "ru", "instruction": orders, "before": before})
    problem = assert_problem(service, answer, 413)
    assert problem["code"] == "too_much_work"
