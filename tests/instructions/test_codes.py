"""Instructions on a code: «пункт 2) части третьей» is read, carried out and written."""

from __future__ import annotations

import pytest

from amendments.instructions import apply_instruction, write
from amendments.instructions.drafting import draft
from amendments.law.reader import read_fragment
from amendments.operations.apply import apply
from amendments.operations.model import Insert, Operation, Remove, ReplaceWords, Restate
from tests.support.code import code

ORDERS = [
    ("ru", "в пункте 2) части 3 статьи 12 слово «сторожа» заменить словом «соседа».", "2) пригласить соседа;"),
    (
        "ru",
        "часть вторую статьи 12 дополнить пунктом 3) следующего содержания:\n«3) сосед.»",
        "2) сторож сада;\n\n3) сосед.",
    ),
    ("ru", "дополнить статью 12 частью 2-2 следующего содержания:\n«2-2. Сад отдыхает.»", "2-2. Сад отдыхает."),
    (
        "ru",
        "часть первую статьи 12 изложить в следующей редакции:\n«1. Сад поливают вечером.»",
        "1. Сад поливают вечером.",
    ),
    (
        "kk",
        "12-баптың үшінші бөлігінің 2) тармағындағы «күзетшіні» деген сөз «көршіні» деген сөзбен ауыстырылсын.",
        "2) көршіні шақыруға;",
    ),
    ("kk", "12-бап мынадай мазмұндағы 2-2-бөлікпен толықтырылсын:\n«2-2. Бақ демалады.»", "2-2. Бақ демалады."),
]


@pytest.mark.parametrize(("language", "order", "after"), ORDERS)
def test_an_order_to_a_code(language: str, order: str, after: str) -> None:
    outcome = apply_instruction(order, code(language))
    assert not outcome.refusals
    assert not outcome.problems
    assert outcome.edition is not None
    assert after in outcome.edition.text


WRITTEN: list[tuple[str, Operation, str]] = [
    (
        "ru",
        ReplaceWords(address="art_12/pt_3/sub_2", old="сторожа", new="соседа"),
        "в пункте 2) части третьей статьи 12 слово «сторожа» заменить словом «соседа».",
    ),
    ("ru", Remove(address="art_12/pt_3/sub_2"), "пункт 2) части третьей статьи 12 исключить."),
    (
        "ru",
        Insert(address="art_12", units=read_fragment("5. Сад закрывают.", "ru"), after="art_12/pt_4"),
        "статью 12 дополнить частью пятой следующего содержания:\n\n«5. Сад закрывают.».",
    ),
    (
        "ru",
        Restate(address="art_12/pt_2-1", new=read_fragment("2-1. Сад отдыхает.", "ru")),
        "часть 2-1 статьи 12 изложить в следующей редакции:\n\n«2-1. Сад отдыхает.».",
    ),
    (
        "kk",
        ReplaceWords(address="art_12/pt_3/sub_2", old="күзетшіні", new="көршіні"),
        "12-баптың үшінші бөлігінің 2) тармағындағы «күзетшіні» деген сөз «көршіні» деген сөзбен ауыстырылсын.",
    ),
    ("kk", Remove(address="art_12/pt_3/sub_2"), "12-баптың үшінші бөлігінің 2) тармағы алып тасталсын."),
    (
        "kk",
        Insert(address="art_12", units=read_fragment("4. Бақ жабылады.", "kk"), after="art_12/pt_3"),
        "12-бап мынадай мазмұндағы төртінші бөлікпен толықтырылсын:\n\n«4. Бақ жабылады.».",
    ),
]


@pytest.mark.parametrize(("language", "operation", "order"), WRITTEN, ids=lambda item: str(item)[:30])
def test_an_operation_is_written_as_a_code_calls_it_and_does_the_same(
    language: str, operation: Operation, order: str
) -> None:
    law = code(language)
    written = write([operation], law, language)
    assert " ".join(written.split()) == " ".join(order.split())
    outcome = apply_instruction(written, law, partial=False)
    assert not outcome.refusals
    assert outcome.edition is not None
    assert outcome.edition.text == apply([operation], law).edition.text


def test_units_that_go_together() -> None:
    law = code("ru")
    operations = [Remove(address="art_12/pt_2"), Remove(address="art_12/pt_3")]
    assert write(operations, law, "ru") == "части вторую и третью статьи 12 исключить."
    outcome = apply_instruction(write(operations, law, "ru"), law, partial=False)
    assert outcome.edition is not None
    assert outcome.edition.text == apply(operations, law).edition.text
    kazakh = code("kk")
    assert write(operations, kazakh, "kk") == "12-баптың екінші және үшінші бөліктері алып тасталсын."


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_a_draft_for_a_code_is_proved(language: str) -> None:
    law = code(language)
    drafted = draft([Remove(address="art_12/pt_1"), Remove(address="art_12/pt_3/sub_1")], law, language)
    assert not drafted.unwritten
    assert ("части третьей" if language == "ru" else "үшінші бөліктің") in drafted.text
