"""Inputs that once broke a law of the algebra, found by generation, each with what it taught."""

from __future__ import annotations

import pytest

from amendments.law.reader import read, read_fragment
from amendments.operations.anchors import anchor, relocate
from amendments.operations.apply import apply, try_apply
from amendments.operations.compare import compare
from amendments.operations.conflicts import conflicts
from amendments.operations.history import blame
from amendments.operations.model import Insert, Remove, Renumber, ReplaceThroughout, ReplaceWords

LAW = "### Статья 1. Учёт\n\n1. Аким ведёт учёт дорог.\n\nУчёт открыт для жителей округа."


def test_a_clause_is_not_put_into_a_clause() -> None:
    law = read("### Статья 1. Учёт\n\nАким ведёт учёт дорог.\n\nУчёт открыт.", "ru")
    operation = Insert(address="art_1/cl_1", units=read_fragment("Учёт ведётся ежегодно по всем улицам.", "ru"))
    assert [refusal.code for refusal in try_apply([operation], law).refusals] == ["order_impossible"]


def test_two_lists_of_one_point_are_not_filled_in_any_order() -> None:
    law = read(LAW, "ru")
    amendments = [
        [Insert(address="art_1/pt_1", units=read_fragment("9-1) ведёт реестр;", "ru"))],
        [Insert(address="art_1/pt_1/cl_2", units=read_fragment("9-1) ведёт реестр;", "ru"))],
    ]
    forward, backward = (
        try_apply([item for amendment in order for item in amendment], law) for order in (amendments, amendments[::-1])
    )
    assert forward.refusals or backward.refusals or forward.edition.text != backward.edition.text
    assert [(conflict.first, conflict.second) for conflict in conflicts(amendments, law)] == [(0, 1)]


def test_a_replacement_throughout_with_its_only_place_removed_is_in_conflict() -> None:
    law = read("### Статья 1. План\n\n1. Аким ведёт учёт.\n\n### Статья 2. Работы\n\n1. План работ открыт.", "ru")
    throughout = [
        ReplaceThroughout(address="", pairs=(("учёт", "реестр"),)),
        ReplaceThroughout(address="", pairs=(("работ", "дел"),)),
    ]
    (conflict,) = conflicts([throughout, [Remove(address="art_1/pt_1")]], law)
    assert conflict.resolutions == ("order_first", "one_of_two", "joint_text")


def test_an_empty_place_in_a_heading_that_went_is_lost() -> None:
    old = read("Статья 1. Аким\n\nАким.", "ru")
    new = read("Статья 1. Аким Аким аким аким аким аким аким аким.\n\nАким.", "ru")
    assert relocate(anchor(old, "art_1", 4, 4), new).anchor is None


def test_a_word_between_two_changes_is_not_laid_to_them() -> None:
    old = read("### Статья 1. Улица дорога площадь сквер парк роща", "ru")
    new = read("### Статья 1. Улица площадь парк роща", "ru")
    runs = blame([old, new])["art_1"]
    assert {run.edition for run in runs} - {0} <= {1}
    text = new.root.children[0].text
    at = text.index("площадь")
    assert [run.edition for run in runs if run.start < at + 7 and at < run.end] == [0]


def test_a_clause_that_became_an_indent_brought_no_words() -> None:
    clause = "Реестр улиц ведётся ежегодно, открыт и хранится в аппарате акима."
    head = "### Статья 1. Учёт\n\n1. Аким ведёт учёт:\n\nулиц и дорог каждого села округа.\n\n"
    old, new = read(head + clause, "ru"), read(f"{head}   площадей и мостов;\n\n{clause}", "ru")
    (address,) = [address for address, unit in new if unit.text == clause]
    assert address.endswith("ind_4")
    assert {run.edition for run in blame([old, new])[address]} == {0}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # An item moves into a clause that comes before its place: what follows is counted on from there.
        (
            "### 1-бап. Әкім\n\n1. Күн жұмыс мен мен.\n\n– жолдар қажет болғанда күн жыл ауыл әкімі.",
            "### 1-бап. Жоспар\n\n1. Күн жұмыс.\n\nМен мен.\n\n– жолдар қажет болғанда күн жыл ауыл әкімі.\n\nЖолдар.",
        ),
        # Two articles share a number for a moment while a clause of the first goes.
        (
            "### 1-бап. Әкім\n\nЖол көше жұмыс күн енгізеді жол жұмыс ұсыныс.\n\nКүн.\n\n### 2-бап. Күн\n\nЖол.",
            "### 2-бап. Әкім\n\nКүн.\n\n### 3-бап. Күн\n\nҰсыныс жеті.\n\nЖол көше жұмыс күн.\n\nЖол жұмыс.",
        ),
    ],
)
def test_compared_texts_lead_to_each_other(old: str, new: str) -> None:
    a, b = read(old, "kk"), read(new, "kk")
    assert apply(compare(a, b).all, a).edition.text == new
    assert apply(compare(b, a).all, b).edition.text == old


def test_where_one_of_two_units_of_a_number_goes_the_other_is_named_anew() -> None:
    law = read("### Статья 1. План\n\n1. Аким ведёт учёт.\n\n1. Сход утверждает план.\n\n2. Отчёт открыт.\n", "ru")
    amendments = [
        [ReplaceWords(address="art_1/pt_1~2", old="план", new="список")],
        [Renumber(address="art_1/pt_1", number="1-1")],
    ]
    assert [(conflict.first, conflict.second) for conflict in conflicts(amendments, law)] == [(0, 1)]


def test_a_paragraph_that_became_another_kind_and_was_edited_keeps_its_words() -> None:
    """What ends a list decides whether the paragraph after it is a clause or belongs to the list."""
    items = "1. Аким ведёт учёт:\n\nулиц и площадей;\n\nдорог и мостов.\n\n"
    last = "Отчёт акима округа открыт для всех жителей округа и района.\n"
    first = read(f"### Статья 1. Учёт\n\n{items}{last}", "ru")
    second = read("### Статья 1. Учёт\n\n" + items.replace("дорог и мостов.\n\n", "") + last.replace("всех ", ""), "ru")
    found = blame([first, second])
    address = next(address for address, unit in second if "Отчёт" in unit.text)
    assert {run.edition for run in found[address]} == {0}
