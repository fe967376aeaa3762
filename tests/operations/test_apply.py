"""Operations apply exactly, or are refused with the reason a drafter needs."""

from __future__ import annotations

import pytest

from amendments.law.edition import Edition
from amendments.law.reader import read, read_fragment
from amendments.operations.apply import apply, try_apply
from amendments.operations.model import (
    AppendWords,
    Insert,
    InsertWords,
    Operation,
    Remove,
    RemoveWords,
    RenameHeading,
    Renumber,
    ReplaceThroughout,
    ReplaceWords,
    Restate,
)
from amendments.operations.refusal import Refused
from amendments.operations.words import DOUBLE_SPACE, LIST_END, SPACE_BEFORE_PUNCTUATION

LAW = """### Статья 5. Аким округа

1. Аким округа:

1) ведёт учёт улиц, дорог и мостов;

2) убирает снег на улицах и площадях;

*3) исключен;*

4) при\u00a0необходимости созывает сход — раз в\u00a0год.

2. Аким отвечает перед сходом. Сход оценивает акима.

Отчёт размещается на сайте округа.

### Статья 6. Сход

Сход решает вопросы округа.
"""


@pytest.fixture
def law() -> Edition:
    return read(LAW, "ru")


def _words(edition: Edition, address: str) -> str:
    unit = edition.at(address)
    assert unit is not None
    return unit.text


def test_words_are_replaced_and_nothing_else(law: Edition) -> None:
    operation = ReplaceWords(address="art_5/pt_1/sub_2", old="улицах и площадях", new="всех улицах")
    result = apply([operation], law)
    assert result.edition.text == LAW.replace("улицах и площадях", "всех улицах")
    assert result.changes[0].adjustments == ()


def test_words_are_found_across_kinds_of_spaces_and_dashes(law: Edition) -> None:
    operation = ReplaceWords(
        address="art_5/pt_1/sub_4", old="при необходимости созывает сход - раз в год", new="созывает сход в марте"
    )
    assert _words(apply([operation], law).edition, "art_5/pt_1/sub_4") == "созывает сход в марте."


def test_kazakh_words_are_found_whichever_i_they_are_typed_with() -> None:
    law = read("### 5-бап. Әкiм\n\n1. Әкiм елдi мекендердiң есебiн жүргiзедi.", "kk")
    operation = ReplaceWords(address="art_5/pt_1", old="елді мекендердің", new="көшелердің")
    assert _words(apply([operation], law).edition, "art_5/pt_1") == "Әкiм көшелердің есебiн жүргiзедi."


def test_a_word_is_never_cut(law: Edition) -> None:
    refused = try_apply([ReplaceWords(address="art_5/pt_1/sub_1", old="улиц", new="аллей")], law)
    assert refused.refusals == ()
    refused = try_apply([ReplaceWords(address="art_5/pt_1/sub_2", old="улиц", new="аллей")], law)
    assert [refusal.code for refusal in refused.refusals] == ["words_not_found"]


def test_taking_words_out_leaves_one_space_and_says_so(law: Edition) -> None:
    result = apply([RemoveWords(address="art_5/pt_1/sub_1", words="дорог")], law)
    assert _words(result.edition, "art_5/pt_1/sub_1") == "ведёт учёт улиц, и мостов;"
    assert result.changes[0].adjustments == (DOUBLE_SPACE,)


def test_a_rule_can_be_switched_off(law: Edition) -> None:
    result = apply([RemoveWords(address="art_5/pt_1/sub_1", words="дорог")], law, adjustments=frozenset())
    assert _words(result.edition, "art_5/pt_1/sub_1") == "ведёт учёт улиц,  и мостов;"


def test_words_beginning_with_a_comma_join_the_word_before(law: Edition) -> None:
    result = apply([ReplaceWords(address="art_5/pt_1/sub_2", old="и площадях", new=", площадях и мостах")], law)
    assert _words(result.edition, "art_5/pt_1/sub_2") == "убирает снег на улицах, площадях и мостах;"
    assert result.changes[0].adjustments == (SPACE_BEFORE_PUNCTUATION,)


def test_words_come_after_and_before_others(law: Edition) -> None:
    after = InsertWords(address="art_5/pt_1/sub_2", words="и лёд", after="снег")
    before = InsertWords(address="art_5/pt_1/sub_1", words="и ремонт", before="улиц")
    result = apply([after, before], law).edition
    assert _words(result, "art_5/pt_1/sub_2") == "убирает снег и лёд на улицах и площадях;"
    assert _words(result, "art_5/pt_1/sub_1") == "ведёт учёт и ремонт улиц, дорог и мостов;"


def test_words_at_the_end_come_before_the_closing_mark(law: Edition) -> None:
    result = apply([AppendWords(address="art_5/pt_1/sub_2", words="и мостах")], law).edition
    assert _words(result, "art_5/pt_1/sub_2") == "убирает снег на улицах и площадях и мостах;"


def test_a_subpoint_goes_where_its_number_puts_it(law: Edition) -> None:
    units = read_fragment("1-1) ведёт реестр дворов;", "ru")
    result = apply([Insert(address="art_5/pt_1", units=units)], law).edition
    addresses = [address for address in result.addresses if address.startswith("art_5/pt_1/sub")]
    assert addresses == [f"art_5/pt_1/sub_{n}" for n in ("1", "1-1", "2", "3", "4")]


def test_a_new_last_subpoint_closes_the_list(law: Edition) -> None:
    units = read_fragment("5) ведёт реестр дворов;", "ru")
    result = apply([Insert(address="art_5/pt_1", units=units)], law)
    assert _words(result.edition, "art_5/pt_1/sub_4").endswith("год;")
    assert _words(result.edition, "art_5/pt_1/sub_5") == "ведёт реестр дворов."
    assert result.changes[0].adjustments == (LIST_END,)


def test_an_article_goes_between_its_neighbours(law: Edition) -> None:
    units = read_fragment("Статья 5-1. Базы данных\n\n1. Акиму даётся доступ.\n\n2. Доступ бесплатен.", "ru")
    result = apply([Insert(address="", units=units)], law).edition
    assert [address for address in result.addresses if "/" not in address] == ["art_5", "art_5-1", "art_6"]
    assert "### Статья 5-1. Базы данных\n\n1. Акиму" in result.text


def test_a_new_clause_comes_last(law: Edition) -> None:
    units = read_fragment("Сайт ведёт аппарат акима.", "ru")
    result = apply([Insert(address="art_5/pt_2", units=units)], law).edition
    assert _words(result, "art_5/pt_2/cl_3") == "Сайт ведёт аппарат акима."


def test_an_excluded_unit_keeps_its_number_and_nothing_is_renumbered(law: Edition) -> None:
    result = apply([Remove(address="art_5/pt_1/sub_1")], law).edition
    unit = result.at("art_5/pt_1/sub_1")
    assert unit is not None
    assert (unit.state, unit.number) == ("excluded", "1")
    assert result.at("art_5/pt_1/sub_2") is not None


def test_a_unit_is_restated_in_its_place(law: Edition) -> None:
    (unit,) = read_fragment("2. Аким отвечает перед сходом и районом.", "ru")
    result = apply([Restate(address="art_5/pt_2", new=(unit,))], law).edition
    assert _words(result, "art_5/pt_2") == "Аким отвечает перед сходом и районом."
    assert result.at("art_5/pt_2/cl_2") is None


def test_the_first_clause_is_restated_without_the_second(law: Edition) -> None:
    (unit,) = read_fragment("Аким отвечает перед жителями.", "ru")
    result = apply([Restate(address="art_5/pt_2/cl_1", new=(unit,))], law).edition
    assert _words(result, "art_5/pt_2") == "Аким отвечает перед жителями."
    assert _words(result, "art_5/pt_2/cl_2") == "Отчёт размещается на сайте округа."


def test_words_are_replaced_throughout_with_longer_ones_first(law: Edition) -> None:
    pairs = (("сход", "собрание"), ("Сход", "Собрание"), ("перед сходом", "перед собранием"))
    result = apply([ReplaceThroughout(address="", pairs=pairs)], law).edition
    assert "сход" not in result.text.lower()
    assert "перед собранием" in result.text


def test_later_operations_see_what_earlier_ones_did(law: Edition) -> None:
    operations: list[Operation] = [
        ReplaceWords(address="art_5/pt_1/sub_2", old="снег", new="снег и лёд"),
        ReplaceWords(address="art_5/pt_1/sub_2", old="лёд", new="наледь"),
    ]
    assert _words(apply(operations, law).edition, "art_5/pt_1/sub_2").startswith("убирает снег и наледь")


def test_a_heading_and_a_number_change(law: Edition) -> None:
    operations: list[Operation] = [
        RenameHeading(address="art_6", heading="Сход жителей"),
        Renumber(address="art_6", number="7"),
    ]
    assert "### Статья 7. Сход жителей" in apply(operations, law).edition.text


@pytest.mark.parametrize(
    ("operation", "code", "says", "says_kk"),
    [
        (
            ReplaceWords(address="art_5/pt_9", old="снег", new="лёд"),
            "unit_not_found",
            "такой единицы в тексте нет. Ближайшие: ",
            "мәтінде мұндай құрылымдық элемент жоқ. Ең жақындары: ",
        ),
        (
            ReplaceWords(address="art_5/pt_1/sub_2", old="убирает лёд", new="убирает"),
            "words_not_found",
            "Похоже: «убирает снег»",
            "Ұқсасы: «убирает снег»",
        ),
        (
            ReplaceWords(address="art_5/pt_1/sub_2", old="сайте округа", new="портале"),
            "words_not_found",
            "Эти слова есть в: ",
            "Бұл сөздер мына жерде бар: 5-бап, 2-тармақ",
        ),
        (
            ReplaceWords(address="art_5/pt_2", old="сход", new="круг"),
            "words_not_found",
            "слов «сход» нет",
            "«сход» деген сөздер жоқ",
        ),
        (
            ReplaceWords(address="art_5", old="округа", new="села"),
            "words_found_often",
            "найдены в нескольких местах",
            "бірнеше жерде (2) бар",
        ),
        (
            Insert(address="art_5/pt_1", units=read_fragment("2) ведёт реестр;", "ru")),
            "unit_exists",
            "такая единица уже есть",
            "мұндай құрылымдық элемент бар",
        ),
        (
            ReplaceWords(address="art_5/pt_1/sub_3", old="исключен", new="х"),
            "unit_excluded",
            "исключена ранее",
            "бұрын алып тасталған",
        ),
        (Remove(address="art_5/pt_1/sub_3"), "unit_excluded", "исключена ранее", "бұрын алып тасталған"),
        (
            Insert(address="art_5/pt_2", units=read_fragment("Новая часть.", "ru"), after="art_5/pt_2/cl_7"),
            "order_impossible",
            "нельзя поставить",
            "қою мүмкін емес: ондай орын жоқ",
        ),
        (RenameHeading(address="art_5/pt_2", heading="х"), "no_heading", "нет заголовка", "тақырыбы жоқ"),
        (
            Restate(address="art_5/pt_2", new=read_fragment("3. Другой пункт.", "ru")),
            "wrong_unit",
            "другая единица",
            "жаңа мәтін басқа элемент",
        ),
        (
            ReplaceThroughout(address="", pairs=(("вертолёт", "х"),)),
            "nothing_replaced",
            "вертолёт",
            "бірде-бірі жоқ: «вертолёт»",
        ),
    ],
)
def test_a_drafters_mistake_gets_its_reason(
    law: Edition, operation: Operation, code: str, says: str, says_kk: str
) -> None:
    result = try_apply([operation], law)
    assert [refusal.code for refusal in result.refusals] == [code]
    assert says in result.refusals[0].describe("ru")
    assert says_kk in result.refusals[0].describe("kk")
    assert "art_5" not in result.refusals[0].describe("ru")
    assert result.refusals[0].describe("en")
    assert result.edition.text == LAW
    with pytest.raises(Refused):
        apply([operation], law)


def test_what_can_be_applied_is_and_the_rest_is_reported(law: Edition) -> None:
    good = ReplaceWords(address="art_5/pt_1/sub_2", old="снег", new="лёд")
    bad = ReplaceWords(address="art_9", old="снег", new="лёд")
    result = try_apply([bad, good], law)
    assert [refusal.operation for refusal in result.refusals] == [0]
    assert [change.operation for change in result.changes] == [1]
