"""Laws that hold between operations: order, inversion, composition, carrying onto a newer edition, anchors."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amendments.law.edition import Edition
from amendments.law.reader import read, read_fragment
from amendments.operations.anchors import anchor, carry, relocate
from amendments.operations.apply import apply, try_apply
from amendments.operations.compare import compare
from amendments.operations.conflicts import conflicts
from amendments.operations.history import blame, compose, invert
from amendments.operations.mapping import Mapping
from amendments.operations.model import (
    AppendWords,
    Insert,
    InsertWords,
    Operation,
    Remove,
    RemoveWords,
    ReplaceThroughout,
    ReplaceWords,
    Restate,
)
from amendments.operations.rebase import rebase
from tests.support.laws import laws, pairs

LAW = """### Статья 5. Аким округа

1. Аким округа:

1) ведёт учёт улиц, дорог и мостов;

2) убирает снег на улицах и площадях;

3) созывает сход раз в год.

2. Аким отвечает перед сходом.

Отчёт размещается на сайте округа.
"""


@pytest.fixture
def law() -> Edition:
    return read(LAW, "ru")


@given(pairs())
def test_what_was_done_can_be_undone(pair: tuple[str, str, str]) -> None:
    old, new, language = pair
    a = read(old, language)
    operations = compare(a, read(new, language)).all
    assert apply(invert(operations, a), apply(operations, a).edition).edition.text == old


@given(pairs(), laws())
def test_two_lists_become_one(pair: tuple[str, str, str], third: tuple[str, str]) -> None:
    old, new, language = pair
    a, b, c = read(old, language), read(new, language), read(third[0], language)
    both = compose(compare(a, b).all, compare(b, c).all, a)
    assert apply(both, a).edition.text == third[0]


@st.composite
def amendments(pick: st.DrawFn, edition: Edition) -> list[Operation]:
    """One or two operations that a drafter may write on a text."""
    found: list[Operation] = []
    places = [(address, unit) for address, unit in edition if unit.kind in ("point", "subpoint", "clause", "indent")]
    if not places:
        return found
    for _ in range(pick(st.integers(1, 2))):
        address, unit = pick(st.sampled_from(places))
        words = [word for word in unit.text.split() if word.isalpha()] or ["нет"]
        word = pick(st.sampled_from(words))
        other = pick(st.sampled_from(["район", "село", "лёд", *words]))
        found.append(
            pick(
                st.sampled_from(
                    [
                        ReplaceWords(address=address, old=word, new=other),
                        ReplaceWords(address=address, old=word, new=other, everywhere=True),
                        InsertWords(address=address, words=other, after=word),
                        RemoveWords(address=address, words=word),
                        AppendWords(address=address, words=other),
                        Remove(address=address),
                        Restate(address=address, new=(unit.replace(text=f"Село {other}.", children=()),)),
                        Insert(address=address, units=read_fragment(f"9-1) {other};", "ru")),
                        Insert(address=address, units=read_fragment(f"Часть {other}.", "ru")),
                        ReplaceThroughout(address="", pairs=((word, other),)),
                    ]
                )
            )
        )
    return found


@given(st.data(), laws())
@settings(max_examples=300)
def test_amendments_that_do_not_conflict_commute(data: st.DataObject, law_text: tuple[str, str]) -> None:
    edition = read(*law_text)
    bill = [data.draw(amendments(edition)) for _ in range(3)]
    conflicting = {(conflict.first, conflict.second) for conflict in conflicts(bill, edition)}
    for first in range(3):
        for second in range(first + 1, 3):
            one, two = try_apply(bill[first], edition), try_apply(bill[second], edition)
            if (first, second) in conflicting or one.refusals or two.refusals:
                continue
            forward = try_apply(bill[second], one.edition)
            backward = try_apply(bill[first], two.edition)
            assert not forward.refusals
            assert not backward.refusals
            assert forward.edition.text == backward.edition.text


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (
            ReplaceWords(address="art_5/pt_1/sub_2", old="снег", new="лёд"),
            ReplaceWords(address="art_5/pt_1/sub_2", old="убирает снег", new="чистит"),
            "same_words",
        ),
        (
            Insert(address="art_5/pt_1", units=read_fragment("2-1) ведёт реестр;", "ru")),
            Insert(address="art_5/pt_1", units=read_fragment("2-1) закупает технику;", "ru")),
            "same_number",
        ),
        (
            Remove(address="art_5/pt_1"),
            ReplaceWords(address="art_5/pt_1/sub_2", old="снег", new="лёд"),
            "parent_removed",
        ),
        (
            Restate(address="art_5/pt_2", new=read_fragment("2. Аким отчитывается.", "ru")),
            Restate(address="art_5/pt_2", new=read_fragment("2. Аким подотчётен.", "ru")),
            "same_unit",
        ),
        (
            ReplaceThroughout(address="", pairs=(("сход", "собрание"),)),
            AppendWords(address="art_5/pt_2", words="и сход"),
            "order",
        ),
    ],
)
def test_collisions_are_found_and_named(law: Edition, first: Operation, second: Operation, kind: str) -> None:
    (conflict,) = conflicts([[first], [second]], law)
    assert conflict.kind == kind
    assert "joint_text" in conflict.resolutions


def test_neighbours_do_not_collide(law: Edition) -> None:
    bill: list[list[Operation]] = [
        [ReplaceWords(address="art_5/pt_1/sub_2", old="снег", new="лёд")],
        [ReplaceWords(address="art_5/pt_1/sub_2", old="площадях", new="мостах")],
        [Insert(address="art_5/pt_1", units=read_fragment("2-1) ведёт реестр;", "ru"))],
        [Insert(address="art_5/pt_1", units=read_fragment("2-2) закупает технику;", "ru"))],
        [Remove(address="art_5/pt_1/sub_1")],
    ]
    assert conflicts(bill, law) == ()


def test_a_bill_is_carried_onto_a_newer_edition(law: Edition) -> None:
    newer = read(
        LAW.replace(
            "1) ведёт учёт улиц, дорог и мостов;\n\n", "1) ведёт учёт улиц и мостов;\n\n1-1) сажает деревья;\n\n"
        )
        .replace("2. Аким отвечает", "3. Аким отвечает")
        .replace("3) созывает сход раз в год.", "*3) исключен;*"),
        "ru",
    )
    operations: list[Operation] = [
        ReplaceWords(address="art_5/pt_1/sub_2", old="снег", new="лёд"),
        ReplaceWords(address="art_5/pt_2", old="перед сходом", new="перед жителями"),
        ReplaceWords(address="art_5/pt_1/sub_1", old="дорог", new="троп"),
        Remove(address="art_5/pt_1/sub_3"),
        Restate(address="art_5/pt_1/sub_1", new=read_fragment("1) ведёт учёт;", "ru")),
    ]
    result = rebase(operations, law, newer)
    assert [(step.status, step.reason) for step in result] == [
        ("clean", ""),
        ("adjusted", "address"),
        ("broken", "refused"),
        ("broken", "unit_gone"),
        ("broken", "unit_changed"),
    ]
    assert result[1].operation is not None
    assert result[1].operation.address == "art_5/pt_3"


@given(pairs(), st.data())
@settings(max_examples=500)
def test_an_anchor_never_lands_on_other_words(pair: tuple[str, str, str], data: st.DataObject) -> None:
    old, new, language = pair
    a, b = read(old, language), read(new, language)
    address, unit = data.draw(st.sampled_from(list(a)))
    start = data.draw(st.integers(0, len(unit.text)))
    end = data.draw(st.integers(start, len(unit.text)))
    mark = anchor(a, address, start, end)
    for found in (carry(mark, Mapping(a, b)), relocate(mark, b)):
        if found.anchor is not None:
            there = b.at(found.anchor.address)
            assert there is not None
            assert there.text[found.anchor.start : found.anchor.end] == mark.quote
    same = carry(mark, Mapping(a, a))
    assert same.anchor == mark


def test_an_anchor_follows_its_words_when_they_move(law: Edition) -> None:
    mark = anchor(law, "art_5/pt_1/sub_2", 8, 12)
    assert mark.quote == "снег"
    newer = read(LAW.replace("2) убирает снег", "2-1) весной и зимой убирает снег"), "ru")
    found = carry(mark, Mapping(law, newer))
    assert found.moved
    assert found.anchor is not None
    assert (found.anchor.address, found.anchor.quote) == ("art_5/pt_1/sub_2-1", "снег")


def test_a_lost_anchor_says_so(law: Edition) -> None:
    mark = anchor(law, "art_5/pt_1/sub_2", 8, 12)
    newer = read(LAW.replace("убирает снег", "убирает лёд"), "ru")
    assert carry(mark, Mapping(law, newer)).anchor is None
    assert relocate(mark, newer).anchor is None
    with pytest.raises(LookupError):
        anchor(law, "art_9")


def test_each_word_is_laid_to_the_edition_that_brought_it(law: Edition) -> None:
    second = read(LAW.replace("убирает снег", "убирает лёд"), "ru")
    third = read(second.text.replace("площадях;", "площадях и мостах;"), "ru")
    runs = blame([law, second, third])["art_5/pt_1/sub_2"]
    words = third.at("art_5/pt_1/sub_2")
    assert words is not None
    assert [(words.text[run.start : run.end], run.edition) for run in runs] == [
        ("убирает ", 0),
        ("лёд", 1),
        (" на улицах и площадях", 0),
        (" и мостах", 2),
        (";", 0),
    ]


@given(pairs())
def test_blame_covers_every_word_once(pair: tuple[str, str, str]) -> None:
    old, new, language = pair
    history = [read(old, language), read(new, language), read(old, language)]
    for address, runs in blame(history).items():
        unit = history[-1].at(address)
        assert unit is not None
        assert "".join(unit.text[run.start : run.end] for run in runs) == unit.text


@pytest.mark.corpus
def test_amendments_to_the_real_law_are_carried_over_its_reform(corpus: Path) -> None:
    old, new = (read((corpus / "law148" / "rus" / f"2026-07-{day}.md").read_bytes().decode(), "ru") for day in (12, 14))
    places = [
        (address, unit)
        for address, unit in old
        if unit.kind == "subpoint"
        and unit.state == "in_force"
        and address.startswith(("art_27/", "art_31/", "art_35/"))
    ]
    operations: list[Operation] = [AppendWords(address=address, words="ежегодно") for address, _ in places[::4]]
    assert len(operations) >= 30
    result = rebase(operations, old, new)
    carried = apply([step.operation for step in result if step.operation is not None], new).edition
    for step, operation in zip(result, operations, strict=True):
        assert step.status in ("clean", "adjusted"), (operation, step)
        assert step.operation is not None
        unit = carried.at(step.operation.address)
        assert unit is not None
        assert "ежегодно" in "".join(paragraph.text for paragraph in unit.paragraphs())
