"""An amending act cut into portions: each read alone orders what it orders in the whole."""

from __future__ import annotations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from amendments.instructions import Unwritable, parse, write
from amendments.instructions.portions import portions
from amendments.operations.model import Operation, Suspend, to_json
from tests.instructions.laws import Maker

ACT = """Внести изменения в следующие законы:

1. В Закон «О садах»:

1) в статье 1:

в пункте 1 слово «сад» заменить словом «парк»;

пункт 2 исключить;

2) посадить деревья;

3) статью 2 дополнить пунктом 4 следующего содержания:

«4. Сад открыт; вход свободный.».

2. В Закон «О дорогах»:

статью 7 исключить.
"""


def meaning(operation: Operation) -> dict[str, object]:
    data = to_json(operation)
    data.pop("order", None)
    return data


def test_an_act_is_cut_by_the_articles_that_it_amends() -> None:
    cut = portions(ACT, parse(ACT, "ru"), "О садах")
    assert [portion.operations for portion in cut] == [(0, 1), (), (2,)]
    assert cut[0].text.startswith("1) в статье 1:")
    assert cut[1].text == "2) посадить деревья;"
    assert cut[2].text.endswith("«4. Сад открыт; вход свободный.».")


def test_what_is_said_of_other_acts_is_left_out() -> None:
    cut = portions(ACT, parse(ACT, "ru"), "О дорогах")
    assert [portion.text for portion in cut] == ["статью 7 исключить."]


def test_a_sentence_that_is_not_understood_does_not_take_its_neighbours_along() -> None:
    text = "в статье 1:\n\nв пункте 1 слово «а» исключить;\n\nубрать всё;\n\nпункт 2 исключить."
    cut = portions(text, parse(text, "ru"))
    assert [portion.operations for portion in cut] == [(0,), (), (1,)]
    assert cut[2].text == "в статье 1:\nпункт 2 исключить."


def test_a_text_without_orders_is_one_portion() -> None:
    (portion,) = portions("Аким рад.", parse("Аким рад.", "ru"))
    assert (portion.text, portion.operations) == ("Аким рад.", ())


def test_orders_that_wait_for_a_day_stay_in_the_whole_act_that_names_the_day() -> None:
    text = (
        "Статья 1. Внести в Закон «О садах» следующие изменения:\n\n1) пункт 1 статьи 1 исключить;\n\n"
        "2) пункт 2 статьи 2 исключить.\n\n"
        "Статья 2. Настоящий Закон вводится в действие с 1 июля 2027 года, за исключением подпункта 1) статьи 1, "
        "который вводится в действие с 1 января 2028 года."
    )
    reading = parse(text, "ru")
    cut = portions(text, reading, "О садах")
    read = [operation for portion in cut for operation in parse(portion.text, "ru").operations]
    assert [meaning(one) for one in read] == [meaning(one) for one in reading.operations]


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**40), st.sampled_from(["ru", "kk"]))
def test_portions_order_together_what_the_whole_orders(seed: int, language: str) -> None:
    maker = Maker(seed, language)
    law = maker.law()
    operations = maker.orders(law)
    try:
        text = write(operations, law, language)
    except Unwritable:
        # a new edition of an article would leave out the day until which a unit of it is suspended
        assume(not any(isinstance(operation, Suspend) for operation in operations))
        raise
    reading = parse(text, language)
    cut = portions(text, reading)
    if reading.operations:
        assert [index for portion in cut for index in portion.operations] == list(range(len(reading.operations)))
        alone = [operation for portion in cut for operation in parse(portion.text, language).operations]
        assert [meaning(one) for one in alone] == [meaning(one) for one in reading.operations]
