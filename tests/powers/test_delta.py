"""What a bill does to the register."""

from __future__ import annotations

import pytest

from amendments.law.provision import Provision
from amendments.operations.apply import apply
from amendments.operations.model import Insert, Operation, Remove, ReplaceWords
from amendments.powers import Delta, delta, register
from tests.powers.laws import WELLS_KK, WELLS_RU, edition, registered


def after(*operations: Operation) -> Delta:
    """The delta of operations on the law of wells."""
    law = edition(WELLS_RU, "ru")
    return delta(register(law), register(apply(operations, law).edition))


def item(number: str, text: str) -> Provision:
    return Provision("subpoint", number, label=f"{number}) ", text=text)


def told(found: Delta) -> list[tuple[str, str]]:
    return [(change.kind, change.address) for change in found.changes]


def test_nothing_changed_is_nothing_told() -> None:
    found = after()
    assert found == Delta((), (), ())


def test_a_new_power_and_the_duplication_it_makes() -> None:
    found = after(Insert(address="art_4/pt_1", units=(item("6", "охраняет народные традиции мастеров;"),)))
    assert told(found) == [("added", "art_4/pt_1/sub_6")]
    assert ("art_3/pt_1/sub_7", "art_4/pt_1/sub_6") in {one.addresses for one in found.duplicates_made}


def test_a_removed_power_and_the_duplication_that_goes() -> None:
    found = after(Remove(address="art_4/pt_1/sub_3"))
    assert told(found) == [("state", "art_4/pt_1/sub_3")]
    assert ("art_3/pt_1/sub_3", "art_4/pt_1/sub_3") in {one.addresses for one in found.duplicates_gone}


def test_a_moved_power_is_one_change() -> None:
    words = "поддерживает народные традиции мастеров;"
    found = after(
        Remove(address="art_3/pt_1/sub_7", outright=True), Insert(address="art_4/pt_1", units=(item("6", words),))
    )
    assert [(one.kind, one.address, one.to) for one in found.changes] == [
        ("moved", "art_3/pt_1/sub_7", "art_4/pt_1/sub_6")
    ]


def test_a_filled_slot_makes_a_power_clearer_and_back() -> None:
    vague, clear = "чистку колодцев", "чистку колодцев за счет средств районного бюджета"
    assert told(after(ReplaceWords(address="art_4/pt_1/sub_1", old=vague, new=clear))) == [
        ("clearer", "art_4/pt_1/sub_1")
    ]
    tail = " за счет средств районного бюджета"
    assert told(after(ReplaceWords(address="art_3/pt_1/sub_2", old=tail, new=""))) == [("vaguer", "art_3/pt_1/sub_2")]


def test_the_weight_of_vague_words_decides_where_it_is_known() -> None:
    law = edition(WELLS_RU, "ru")
    change = ReplaceWords(address="art_4/pt_1/sub_1", old="чистку", new="надлежащую чистку")
    amended = register(apply([change], law).edition)
    found = delta(register(law), amended, vague_before={}, vague_after={"art_4/pt_1/sub_1": 0.6})
    assert told(found) == [("vaguer", "art_4/pt_1/sub_1")]


def test_another_holder_with_the_same_words_is_told() -> None:
    found = after(ReplaceWords(address="art_4/pt_2", old="района", new="области"))
    assert told(found) == [("holder", "art_4/pt_2")]


def test_a_provision_without_power_is_told_as_text() -> None:
    assert told(after(ReplaceWords(address="art_4/pt_3", old="Собака", new="Кошка"))) == [("text", "art_4/pt_3")]


def test_two_languages_have_no_delta() -> None:
    with pytest.raises(ValueError, match="one language"):
        delta(registered(WELLS_RU, "ru"), registered(WELLS_KK, "kk"))
