"""Instructions written through the API: from operations, from two texts, from an edition and its new text."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.conftest import Service
from tests.api.test_walk import assert_problem
from tests.api.village import ACT

BEFORE = "1. Сад открыт всем.\n\n2. Аким поливает сад ежегодно."
AFTER = BEFORE.replace("ежегодно", "ежедневно")


def wrote(service: Service, body: dict[str, Any]) -> dict[str, Any]:
    """What is written."""
    answer = service.post("/instructions/write", {"language": "ru", **body})
    assert answer.status_code == 200, answer.get_data(as_text=True)
    found: dict[str, Any] = answer.get_json()
    return found


def test_two_texts_give_the_instruction_that_turns_one_into_the_other(service: Service) -> None:
    found = wrote(service, {"before": BEFORE, "after": AFTER})
    assert found["complete"]
    assert found["instruction"] == "в пункте 2 слово «ежегодно» заменить словом «ежедневно»."
    body = {"language": "ru", "instruction": found["instruction"], "before": BEFORE}
    assert service.post("/instructions/apply", body).get_json()["after"] == AFTER


def test_the_same_text_needs_no_instruction(service: Service) -> None:
    found = wrote(service, {"before": BEFORE, "after": BEFORE})
    assert (found["instruction"], found["complete"], found["operations"]) == ("", True, [])


def test_an_edition_and_its_new_text_give_an_instruction(service: Service) -> None:
    old = service.ask(f"/acts/{ACT}/editions/ru/2026-02-01/text").get_data(as_text=True)
    found = wrote(service, {"act": ACT, "on": "2026-02-01", "after": old.replace("один раз в год", "два раза в год")})
    assert found["complete"]
    assert found["instruction"] == "в части первой статьи 2 слова «один раз» заменить словами «два раза»."


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_what_is_read_is_written_back(service: Service, language: str) -> None:
    text = {
        "ru": "в статье 2 слова «один раз в год» заменить словами «два раза в год».",
        "kk": "2-баптағы «жылына бір рет» деген сөздер «жылына екі рет» деген сөздермен ауыстырылсын.",
    }[language]
    read = service.post("/instructions/parse", {"language": language, "instruction": text}).get_json()
    found = wrote(service, {"language": language, "act": ACT, "on": "2026-02-01", "operations": read["operations"]})
    assert found["instruction"] == text


def test_what_no_formula_orders_is_listed(service: Service) -> None:
    found = wrote(service, {"before": "1. Сад.\n\n2. Двор.", "after": '1. Сад.\n\n2. «Двор " „ закрыт.'})
    assert not found["complete"]
    assert found["unwritten"][0]["code"] == "quotes"
    assert "кавычки" in found["unwritten"][0]["detail"]


@pytest.mark.parametrize(
    ("operation", "status", "code"),
    [
        ({"kind": "remove", "address": "art_77"}, 409, "operation_refused"),
        ({"kind": "remove", "address": "???"}, 409, "operation_refused"),
        ({"kind": "remove", "address": "art_2", "colour": "red"}, 422, "operation_malformed"),
        ({"kind": "remove", "address": "art_2", "outright": "yes"}, 422, "operation_malformed"),
        ({"kind": "replace_words", "address": "art_2"}, 422, "operation_malformed"),
        ({"kind": "replace_words", "address": "art_2", "old": 5, "new": "a"}, 422, "operation_malformed"),
        ({"kind": "insert", "address": "art_2", "units": [{"kind": "x"}]}, 422, "operation_malformed"),
        ({"kind": "insert", "address": "", "units": [{"kind": "clause", "children": 1}]}, 422, "operation_malformed"),
        ({"kind": "replace_words", "address": "", "old": "a", "new": [{"kind": "note"}]}, 422, "operation_malformed"),
        ({"kind": "restate", "address": "art_2", "new": "a"}, 422, "operation_malformed"),
        ({"kind": "replace_throughout", "address": "", "pairs": [["a"]]}, 422, "operation_malformed"),
        ({"kind": "suspend", "address": "art_2", "until": "soon"}, 422, "operation_malformed"),
        ({"kind": "dance", "address": "art_2"}, 422, "request_invalid"),
    ],
)  # fmt: skip
def test_operations_that_cannot_be_get_a_problem(
    service: Service, operation: dict[str, Any], status: int, code: str
) -> None:
    body = {"language": "ru", "act": ACT, "on": "2026-02-01", "operations": [operation]}
    problem = assert_problem(service, service.post("/instructions/write", body), status)
    assert problem["code"] == code


def test_what_is_asked_must_be_said_once(service: Service) -> None:
    for body, code in (
        ({"after": AFTER}, "before_or_act"),
        ({"after": AFTER, "before": BEFORE, "act": ACT}, "before_or_act"),
        ({"before": BEFORE}, "operations_or_after"),
        ({"before": BEFORE, "after": AFTER, "operations": [{"kind": "remove", "address": "pt_1"}]},
         "operations_or_after"),
    ):  # fmt: skip
        answer = service.post("/instructions/write", {"language": "ru", **body})
        assert assert_problem(service, answer, 422)["code"] == code


def test_texts_and_lists_have_limits(service: Service) -> None:
    many = [{"kind": "remove", "address": "pt_1"}] * 1001
    for body in ({"before": "я" * 800_001, "after": AFTER}, {"before": BEFORE, "operations": many}):
        assert_problem(service, service.post("/instructions/write", {"language": "ru", **body}), 422)
