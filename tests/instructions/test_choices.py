"""A refused order and the places that a person may choose for it."""

from __future__ import annotations

from dataclasses import replace

from amendments.instructions import parse
from amendments.instructions.choices import Choice, apply_chosen, candidates, keys
from amendments.law.reader import read
from amendments.operations.words import ADJUSTMENTS, LIST_END

LAW = read(
    "### Статья 1. Сад\n\n1. Аким поливает сад, сад открыт.\n\n2. Сад убирают весной и осенью.\n\n"
    "### Статья 2. Парк\n\nСписок работ:\n\n1) полив;\n\n2) уборка.\n",
    "ru",
)
TWICE = "в пункте 1 статьи 1 слово «сад» заменить словом «парк»."
BESIDE = "пункт 1 статьи 1 после слова «сад» дополнить словами «и двор»."


def offered(text: str) -> list[tuple[str, int | None]]:
    reading = parse(text, "ru")
    (refusal,) = apply_chosen(reading, LAW).outcome.refusals
    return [(one.address, one.at) for one in candidates(refusal, reading.operations[refusal.operation])]


def chosen(text: str, address: str, at: int | None = None) -> str:
    reading = parse(text, "ru")
    found = apply_chosen(reading, LAW, [Choice(keys(reading)[0], address, at)])
    assert found.outcome.reading is reading
    return found.outcome.edition.text if found.outcome.exact else ""


def test_words_found_twice_are_changed_where_a_person_says() -> None:
    places = offered(TWICE)
    assert [address for address, _ in places] == ["art_1/pt_1", "art_1/pt_1"]
    assert "поливает парк, сад открыт" in chosen(TWICE, *places[0])
    assert "поливает сад, парк открыт" in chosen(TWICE, *places[1])


def test_new_words_stand_beside_the_neighbour_that_was_chosen() -> None:
    places = offered(BESIDE)
    assert "поливает сад и двор, сад открыт" in chosen(BESIDE, *places[0])
    assert "поливает сад, сад и двор открыт" in chosen(BESIDE, *places[1])


def test_words_that_stand_in_another_unit_may_be_meant_there() -> None:
    text = "в пункте 1 статьи 1 слово «весной» исключить."
    assert offered(text) == [("art_1/pt_2", None)]
    assert "Сад убирают и осенью" in chosen(text, "art_1/pt_2")


def test_a_unit_that_is_not_there_may_be_one_of_its_kind_nearby() -> None:
    text = "подпункт 3) статьи 2 исключить."
    assert ("art_2/sub_2", None) in offered(text)
    assert "2) исключен" in chosen(text, "art_2/sub_2")


def test_a_choice_counts_only_where_the_order_is_refused_and_only_among_what_is_offered() -> None:
    assert chosen(TWICE, "art_1/pt_2", 0) == ""
    plain = "в пункте 2 статьи 1 слово «весной» исключить."
    reading = parse(plain, "ru")
    found = apply_chosen(reading, LAW, [Choice(keys(reading)[0], "art_1/pt_1", 0)])
    assert found.taken == {}
    assert found.outcome.exact


def test_an_order_may_need_two_choices_one_after_the_other() -> None:
    text = "в пункте 1 статьи 1 слова «полив» исключить."
    law = read(LAW.text.replace("2. Сад убирают", "2. Сад и полив, полив и сад"), "ru")
    reading = parse(text, "ru")
    key = keys(reading)[0]
    first = apply_chosen(reading, law, [Choice(key, "art_1/pt_2")])
    (refusal,) = first.outcome.refusals
    assert refusal.code == "words_found_often"
    places = refusal.params["candidates"]
    assert isinstance(places, list)
    both = apply_chosen(reading, law, [Choice(key, "art_1/pt_2"), Choice(key, "art_1/pt_2", places[1]["at"])])
    assert both.outcome.exact
    assert "Сад и полив, и сад" in both.outcome.edition.text
    assert len(both.taken[0]) == 2


def test_a_key_stays_while_the_order_does_and_goes_with_it() -> None:
    alone, later = parse(TWICE, "ru"), parse(f"пункт 2 статьи 1 исключить;\n\n{TWICE}", "ru")
    assert keys(alone)[0] == keys(later)[1]
    changed = parse(TWICE.replace("парк", "двор"), "ru")
    assert keys(alone)[0] != keys(changed)[0]
    twice = parse(f"{TWICE}\n\n{TWICE}", "ru")
    assert len(set(keys(twice))) == 2


def test_rules_that_are_switched_off_are_not_used() -> None:
    reading = parse("статью 2 дополнить подпунктом 3) следующего содержания: «3) посадка.».", "ru")
    with_rule = apply_chosen(reading, LAW).outcome.edition.text
    without = apply_chosen(reading, LAW, adjustments=ADJUSTMENTS - {LIST_END}).outcome.edition.text
    assert "2) уборка;" in with_rule
    assert "2) уборка." in without


def test_the_offset_names_which_neighbour_is_meant_and_nothing_else() -> None:
    reading = parse(BESIDE, "ru")
    (operation,) = reading.operations
    from amendments.operations.apply import try_apply

    (refusal,) = try_apply([replace(operation, at=3)], LAW).refusals  # type: ignore[call-arg]
    assert refusal.code == "text_differs"
