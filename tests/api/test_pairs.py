"""Both texts of one amending act through the API: each read and applied, and told where they order other things."""

from __future__ import annotations

from typing import Any

import pytest

from tests.api.conftest import Service
from tests.api.test_walk import assert_problem
from tests.api.village import ACT

RU = "в статье 2 слова «один раз в год» заменить словами «два раза в год»."
KK = "2-баптағы «жылына бір рет» деген сөздер «жылына екі рет» деген сөздермен ауыстырылсын."
MORE_RU = f"1) {RU[:-1]};\n\n2) подпункт 2) пункта 2 статьи 1 исключить."
MORE_KK = f"1) {KK[:-1]};\n\n2) 1-баптың 1-тармағы алып тасталсын."


def answer(service: Service, path: str, body: dict[str, Any], lang: str = "ru") -> dict[str, Any]:
    reply = service.post(f"/instructions/{path}?lang={lang}", {"language": "ru", **body})
    assert reply.status_code == 200, reply.get_data(as_text=True)
    found: dict[str, Any] = reply.get_json()
    return found


def test_one_text_alone_has_no_twin(service: Service) -> None:
    for path, more in (("parse", {}), ("apply", {"act": ACT, "on": "2026-02-01"})):
        found = answer(service, path, {"instruction": RU, **more})
        assert (found["twin"], found["articles"]) == (None, [])


def test_texts_that_agree_have_no_warning(service: Service) -> None:
    found = answer(service, "parse", {"instruction": RU, "twin": KK})
    assert found["language"] == "ru"
    assert found["twin"]["language"] == "kk"
    assert [one["address"] for one in found["twin"]["operations"]] == ["art_2"]
    assert found["articles"] == [{"address": "art_2", "ru": 1, "kk": 1, "warnings": []}]


def test_the_pair_may_begin_with_either_language(service: Service) -> None:
    one = answer(service, "parse", {"instruction": MORE_RU, "twin": MORE_KK})
    other = service.post("/instructions/parse?lang=ru", {"language": "kk", "instruction": MORE_KK, "twin": MORE_RU})
    assert other.get_json()["articles"] == one["articles"]
    assert other.get_json()["twin"]["operations"] == one["operations"]


@pytest.mark.parametrize(("lang", "words"), [("ru", "на казахском"), ("kk", "қазақ тіліндегі"), ("en", "Kazakh text")])
def test_a_change_in_one_text_only_is_warned_of_in_the_readers_language(
    service: Service, lang: str, words: str
) -> None:
    found = answer(service, "parse", {"instruction": MORE_RU, "twin": MORE_KK}, lang)
    (article,) = [one for one in found["articles"] if one["warnings"]]
    assert (article["address"], article["ru"], article["kk"]) == ("art_1", 1, 1)
    told = {one["address"]: (one["language"], one["sort"], one["count"]) for one in article["warnings"]}
    assert told == {"art_1/pt_2/sub_2": ("ru", "remove", 1), "art_1/pt_1": ("kk", "remove", 1)}
    assert words in next(one["detail"] for one in article["warnings"] if one["language"] == "kk")


def test_both_are_applied_to_the_edition_in_their_own_language(service: Service) -> None:
    found = answer(service, "apply", {"instruction": RU, "twin": KK, "act": ACT, "on": "2026-02-01"})
    assert found["exact"]
    assert found["twin"]["exact"]
    assert [row["address_new"] for row in found["twin"]["rows"]] == ["art_2/cl_1"]
    assert found["articles"][0]["warnings"] == []


def test_one_refused_leaves_the_other_as_it_is(service: Service) -> None:
    found = answer(service, "apply", {"instruction": RU, "twin": KK, "act": ACT, "on": "2025-02-01"})
    assert not found["exact"]
    assert found["twin"]["refusals"][0]["code"] == "words_not_found"


def test_both_are_applied_to_texts_of_ones_own(service: Service) -> None:
    found = answer(
        service,
        "apply",
        {
            "instruction": "в пункте 1 слово «Сад» заменить словом «Парк».",
            "twin": "1-тармақтағы «Бақ» деген сөз «Саябақ» деген сөзбен ауыстырылсын.",
            "before": "1. Сад открыт.",
            "twin_before": "1. Бақ ашық.",
        },
    )
    assert (found["after"], found["twin"]["after"]) == ("1. Парк открыт.", "1. Саябақ ашық.")


@pytest.mark.parametrize(
    "body",
    [
        {"twin": KK, "before": "1. Сад."},
        {"twin_before": "1. Бақ.", "before": "1. Сад."},
        {"twin": KK, "twin_before": "1. Бақ.", "act": ACT},
    ],
)
def test_a_text_of_ones_own_is_needed_in_both_languages_or_in_none(service: Service, body: dict[str, Any]) -> None:
    reply = service.post("/instructions/apply", {"language": "ru", "instruction": RU, **body})
    assert assert_problem(service, reply, 422)["code"] == "twin_before"


def test_the_work_of_both_has_a_limit(service: Service) -> None:
    before = "\n\n".join(f"{number}. Сад." for number in range(1, 2000))
    orders = "\n".join(f"в пункте {number} слово «Сад» исключить;" for number in range(1, 110))
    twin = "\n".join(f"{number}-тармақтағы «Сад» деген сөз алып тасталсын;" for number in range(1, 110))
    body = {"language": "ru", "instruction": orders, "before": before}
    assert service.post("/instructions/apply", body).status_code == 200
    reply = service.post("/instructions/apply", {**body, "twin": twin, "twin_before": before})
    assert assert_problem(service, reply, 413)["code"] == "too_much_work"
