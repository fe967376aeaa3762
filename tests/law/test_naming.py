"""Codes call their numbered units «часть» and what stands under them «пункт»: read, printed and ordered so."""

from __future__ import annotations

import pytest

from amendments.law.citations import format_address, parse_citation
from amendments.law.cross_references import dangling, references
from amendments.law.locating import answer
from amendments.law.naming import CODE, LAW, is_code, naming_of
from amendments.law.reader import read
from amendments.law.settling import settle
from tests.support.code import KK, RU, code

LOCATED = [
    ("ru", "пункт 2) части 3 статьи 12 Кодекса", "art_12/pt_3/sub_2"),
    ("ru", "пунктом 2) части третьей статьи 12 настоящего Кодекса", "art_12/pt_3/sub_2"),
    ("ru", "пункт 2-1) части третьей статьи 12", "art_12/pt_3/sub_2-1"),
    ("ru", "пункт 2 части 3 статьи 12", "art_12/pt_3/sub_2"),
    ("ru", "п. 2) ч. 3 ст. 12", "art_12/pt_3/sub_2"),
    ("ru", "часть 2-1 статьи 12", "art_12/pt_2-1"),
    ("ru", "часть вторая статьи 12", "art_12/pt_2"),
    ("ru", "часть вторая части третьей статьи 12", "art_12/pt_3/cl_2"),
    ("ru", "абзац второй части четвертой статьи 12", "art_12/pt_4/cl_2"),
    ("ru", "пункт 2 статьи 13", "art_13/sub_2"),
    ("ru", "подпункт 2) пункта 3 статьи 12", "art_12/pt_3/sub_2"),
    ("kk", "12-баптың 3-бөлігінің 2) тармағы", "art_12/pt_3/sub_2"),
    ("kk", "Кодекстің 12-бабының үшінші бөлігінің 2) тармағы", "art_12/pt_3/sub_2"),
    ("kk", "12-баптың үшінші бөлігінің 2-1) тармағы", "art_12/pt_3/sub_2-1"),
    ("kk", "12-баптың 2-1-бөлігі", "art_12/pt_2-1"),
    ("kk", "12-баптың екінші бөлігі", "art_12/pt_2"),
    ("kk", "12-баптың 3-тармағының 2) тармақшасы", "art_12/pt_3/sub_2"),
]


@pytest.mark.parametrize(("language", "citation", "address"), LOCATED)
def test_a_citation_of_a_code(language: str, citation: str, address: str) -> None:
    assert answer(code(language), citation).get("address") == address


@pytest.mark.parametrize(
    ("language", "citation"),
    [
        ("ru", "пункт 9) части 3 статьи 12"),
        ("ru", "часть 9 статьи 12"),
        ("ru", "пункт 1) части четвертой статьи 12"),
        ("kk", "12-баптың 3-бөлігінің 9) тармағы"),
    ],
)
def test_what_a_code_does_not_have_is_not_guessed(language: str, citation: str) -> None:
    assert set(answer(code(language), citation)) == {"error"}


def test_the_nearest_units_are_named_as_the_code_names_them() -> None:
    assert answer(code("ru"), "пункт 3) части 2 статьи 12")["error"] == (
        "В тексте нет такой единицы: пункт 3) части второй статьи 12. "
        "Ближайшие: пункт 2) части второй статьи 12; пункт 1) части второй статьи 12."
    )
    assert "12-баптың екінші бөлігінің 2) тармағы" in str(
        answer(code("kk"), "12-баптың 2-бөлігінің 3) тармағы")["error"]
    )


PRINTED = [
    ("art_12/pt_3/sub_2", "пункт 2) части третьей статьи 12", "12-баптың үшінші бөлігінің 2) тармағы"),
    ("art_12/pt_2-1", "часть 2-1 статьи 12", "12-баптың 2-1-бөлігі"),
    ("art_12/pt_3/cl_2", "часть вторая части третьей статьи 12", "12-баптың үшінші бөлігінің екінші бөлігі"),
    ("art_12/heading", "заголовок статьи 12", "12-баптың тақырыбы"),
]


@pytest.mark.parametrize(("address", "ru", "kk"), PRINTED)
def test_an_address_is_printed_with_the_names_of_a_code(address: str, ru: str, kk: str) -> None:
    assert (format_address(address, "ru", naming=CODE), format_address(address, "kk", naming=CODE)) == (ru, kk)


def test_cases_agree() -> None:
    assert format_address("art_12/pt_3/sub_2", "ru", "loc", CODE) == "пункте 2) части третьей статьи 12"
    assert format_address("art_12/pt_3", "ru", "acc", CODE) == "часть третью статьи 12"
    assert format_address("art_12/pt_3/sub_2", "kk", "attr", CODE) == "12-баптың үшінші бөлігінің 2) тармағындағы"


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_unit_of_a_code_is_found_by_its_printed_name(language: str) -> None:
    law = code(language)
    seen = 0
    for address, node in law:
        if node.kind in ("article", "point", "subpoint", "clause") and "cl_1" not in address:
            citation = parse_citation(format_address(address, language, naming=CODE), language)
            assert settle(law, citation.address) == address
            seen += 1
    assert seen > 10


TITLES = [
    ("ru", "Кодекс Республики Казахстан о садах", True),
    ("ru", "САДОВЫЙ КОДЕКС РЕСПУБЛИКИ КАЗАХСТАН", True),
    ("ru", "О садах и других насаждениях (Садовый кодекс)", True),
    ("ru", "О внесении изменений и дополнений в Садовый кодекс Республики Казахстан", False),
    ("ru", "О введении в действие Садового кодекса", False),
    ("ru", "О садах", False),
    ("kk", "Қазақстан Республикасының Бақ кодексі", True),
    ("kk", "Бақтар туралы (Бақ кодексi)", True),
    ("kk", "Қазақстан Республикасының Бақ кодексіне өзгерістер мен толықтырулар енгізу туралы", False),
    ("kk", "Бақтар туралы", False),
]


@pytest.mark.parametrize(("language", "title", "expected"), TITLES)
def test_a_code_is_told_by_its_title(language: str, title: str, expected: bool) -> None:
    body = (RU if language == "ru" else KK).partition("\n")[2]
    law = read(f"# {title}\n{body}", language)
    assert is_code(law) is expected
    assert naming_of(law) is (CODE if expected else LAW)


def test_a_code_is_told_by_the_line_under_its_title() -> None:
    body = RU.partition("\n")[2]
    assert is_code(read(f"# О здоровье садов\n\nКодекс Республики Казахстан от 5 мая 2030 года № 7.\n{body}", "ru"))


def test_a_code_that_calls_its_units_points_keeps_the_names_of_laws() -> None:
    law = read(RU.replace("Сад стерегут ночью.", "В случаях пункта 2 настоящей статьи сад стерегут ночью."), "ru")
    assert naming_of(law) is LAW
    other = read(RU.replace("Сад стерегут ночью.", "В случаях части второй настоящей статьи сад стерегут."), "ru")
    assert naming_of(other) is CODE
    kazakh = read(KK.replace("Бақты түнде күзетеді.", "Осы баптың 2-тармағында айтылған жағдайда күзетеді."), "kk")
    assert naming_of(kazakh) is LAW


def test_the_names_may_be_given() -> None:
    law = read(RU.replace("Кодекс", "Закон"), "ru")
    assert set(answer(law, "пункт 2) части 3 статьи 12")) == {"error"}
    assert answer(law, "пункт 2) части 3 статьи 12", naming=CODE)["address"] == "art_12/pt_3/sub_2"


def test_references_inside_a_code() -> None:
    text = "Порядок пункта 2) части третьей и части девятой настоящей статьи обязателен."
    law = read(RU.replace("Сад стерегут ночью.", text), "ru")
    assert [(one.address, one.state) for one in references(law)] == [
        ("art_12/pt_3/sub_2", "in_force"),
        ("art_12/cl_9", "nothing"),
    ]
    assert [one.words for one in dangling(law)] == ["пункта 2) части третьей и части девятой настоящей статьи"]
