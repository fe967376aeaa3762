"""Two amendments in one text: joined where the words of both fit, the text in force named where they do not."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from amendments.instructions import parse
from amendments.law.edition import Edition
from amendments.law.reader import read
from amendments.operations.apply import try_apply
from amendments.operations.conflicts import conflicts
from amendments.operations.model import Operation
from service.store.effects import Effect, instruction_effect
from service.store.joint_texts import joint_text, joint_wording
from tests.support.bills import bill
from tests.support.store import RU

BASE = Edition(language="ru", root=read(RU, "ru").root)
DAILY = "в подпункте 1) пункта 1 статьи 2 слова «при необходимости» заменить словом «ежедневно»."
WEEKLY = "в подпункте 1) пункта 1 статьи 2 слова «при необходимости» заменить словом «еженедельно»."
BRIDGES = "подпункт 1) пункта 1 статьи 2 изложить в следующей редакции: «1) при необходимости чистит дорогу и мосты;»."


def _effect(instruction: str) -> Effect:
    effect = instruction_effect(BASE, instruction, "ru")
    assert effect.exact, [*effect.problems, *effect.refusals]
    return effect


def _words(edition: Edition | None, address: str) -> str:
    assert edition is not None
    unit = edition.at(address)
    assert unit is not None
    return unit.text


def test_words_that_do_not_touch_are_joined_though_one_restates_the_unit() -> None:
    first, second = _effect(DAILY), _effect(BRIDGES)
    assert conflicts([first.operations, second.operations], BASE)
    joint = joint_text(BASE, first, second, "joined")
    assert joint.exact
    assert _words(joint.edition, "art_2/pt_1/sub_1").strip() == "ежедневно чистит дорогу и мосты;"


def test_where_both_change_the_same_words_the_text_in_force_stands_and_is_named() -> None:
    joint = joint_text(BASE, _effect(DAILY), _effect(WEEKLY), "joined")
    assert not joint.exact
    assert joint.left == ("art_2/pt_1/sub_1",)
    assert _words(joint.edition, "art_2/pt_1/sub_1") == _words(BASE, "art_2/pt_1/sub_1")


def test_what_does_not_collide_is_kept_beside_what_does() -> None:
    more = (
        "в пункте 1 статьи 2: в подпункте 1) слова «при необходимости» заменить словом «ежедневно»; "
        "в подпункте 2) слова «десяти рабочих дней» заменить словами «пяти рабочих дней»."
    )
    joint = joint_text(BASE, _effect(more), _effect(WEEKLY), "joined")
    assert joint.left == ("art_2/pt_1/sub_1",)
    assert "пяти рабочих дней" in _words(joint.edition, "art_2/pt_1/sub_2")
    assert "при необходимости" in _words(joint.edition, "art_2/pt_1/sub_1")


def test_an_order_that_cannot_be_carried_out_says_why() -> None:
    after = joint_text(BASE, _effect(DAILY), _effect(WEEKLY), "first")
    assert after.edition is None
    assert "при необходимости" in after.reasons[0].describe("ru")


def test_the_order_decides_what_comes_of_it() -> None:
    first, second = _effect(DAILY), _effect(BRIDGES)
    one, other = (joint_text(BASE, first, second, way) for way in ("first", "second"))
    assert _words(one.edition, "art_2/pt_1/sub_1").strip() == "при необходимости чистит дорогу и мосты;"
    assert _words(other.edition, "art_2/pt_1/sub_1").strip() == "ежедневно чистит дорогу и мосты;"


def test_two_units_of_one_number_are_never_put_beside_each_other() -> None:
    add = "пункт 1 статьи 2 дополнить подпунктом 3) следующего содержания: «3) {0};»."
    joint = joint_text(BASE, _effect(add.format("ставит знаки")), _effect(add.format("сажает деревья")), "joined")
    assert joint.left
    assert joint.edition is not None
    assert joint.edition.at("art_2/pt_1/sub_3") is None


def test_the_joint_text_is_written_as_an_instruction_that_gives_it() -> None:
    joint = joint_text(BASE, _effect(DAILY), _effect(BRIDGES), "joined")
    wording = joint_wording(BASE, joint, ["art_2"])
    assert wording.settled
    assert joint.edition is not None
    outcome = try_apply(parse(wording.typed.instruction, "ru").operations, BASE)
    assert outcome.edition.root.law_hash == joint.edition.root.law_hash
    assert "ежедневно чистит дорогу и мосты" in wording.typed.texts["art_2"]


@given(st.integers(0, 100_000))
def test_amendments_that_do_not_conflict_are_joined_as_they_are_applied(seed: int) -> None:
    one, two = bill(BASE, 2, seed, rare=0.0)
    first, second = _made(one), _made(two)
    assume(first.exact and second.exact and not conflicts([one, two], BASE))
    both = try_apply([*first.operations, *second.operations], BASE)
    assume(not both.refusals)
    joint = joint_text(BASE, first, second, "joined")
    assert joint.edition is not None
    if joint.exact:
        assert joint.edition.root.law_hash == both.edition.root.law_hash


def _made(operations: list[Operation]) -> Effect:
    applied = try_apply(operations, BASE)
    exact = bool(operations) and not applied.refusals
    return Effect(
        "ru", "", BASE, tuple(operations), (), (), applied.edition if exact else None, applied.changes, applied.refusals
    )
