"""Comparison finds what an expert would write, and its operations lead exactly to the new text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from amendments.law.reader import read
from amendments.operations.apply import apply
from amendments.operations.compare import compare
from amendments.operations.model import Move, Operation, Remove, RemoveWords, Renumber, ReplaceWords, from_json, to_json
from amendments.operations.redline import redline
from amendments.operations.report import report
from tests.support.laws import pairs

OLD = """### Статья 1. Компетенция акима

1. Аким округа:

1) ведёт учёт улиц и дорог;

2) в случае необходимости принимает меры к уборке снега;

3) содействует исполнению наказаний в виде общественных работ на территории всего округа;

2. Аким отчитывается перед сходом один раз в год.

### Статья 2. Компетенция района

1. Акимат района:

1) утверждает правила торговли на улицах.
"""


def _operations(old: str, new: str, language: str = "ru") -> tuple[Operation, ...]:
    return compare(read(old, language), read(new, language)).operations


@given(pairs())
@settings(max_examples=400)
def test_operations_lead_from_the_old_text_to_the_new(pair: tuple[str, str, str]) -> None:
    old, new, language = pair
    a, b = read(old, language), read(new, language)
    comparison = compare(a, b)
    result = apply(comparison.all, a)
    assert result.edition.text == new
    assert result.edition.root == b.root


@given(pairs())
def test_comparing_twice_gives_the_same(pair: tuple[str, str, str]) -> None:
    old, new, language = pair
    first = compare(read(old, language), read(new, language))
    second = compare(read(old, language), read(new, language))
    assert first.all == second.all


@given(pairs())
def test_a_text_compared_with_itself_has_no_operations(pair: tuple[str, str, str]) -> None:
    old, _, language = pair
    assert compare(read(old, language), read(old, language)).all == ()


@given(pairs())
def test_operations_survive_json(pair: tuple[str, str, str]) -> None:
    old, new, language = pair
    for operation in compare(read(old, language), read(new, language)).all:
        assert from_json(to_json(operation)) == operation


@given(pairs())
def test_a_redline_holds_both_texts(pair: tuple[str, str, str]) -> None:
    old, new, language = pair
    a, b = read(old, language), read(new, language)
    rows = redline(a, b, notes=True)
    olds = [row.old for row in rows if row.status not in ("inserted", "moved_to")]
    news = [row.new for row in rows if row.status not in ("deleted", "moved_from")]
    titled = bool(a.root.text or b.root.text or a.root.label)
    expected_old = [a.root.text] * titled + [unit.text for _, unit in a]
    expected_new = [b.root.text] * titled + [unit.text for _, unit in b]
    assert news == expected_new
    assert sorted(olds) == sorted(expected_old)


def test_words_that_went_are_named_and_nothing_else() -> None:
    new = OLD.replace("в случае необходимости принимает меры к уборке снега", "убирает снег")
    (operation,) = _operations(OLD, new)
    assert isinstance(operation, ReplaceWords | Operation)
    assert operation.address == "art_1/pt_1/sub_2"


def test_one_word_out_is_one_operation() -> None:
    new = OLD.replace("один раз в год", "раз в год")
    (operation,) = _operations(OLD, new)
    assert isinstance(operation, RemoveWords)
    assert (operation.address, operation.words) == ("art_1/pt_2", "один ")


def test_a_subpoint_moved_to_the_district_is_a_move() -> None:
    power = "содействует исполнению наказаний в виде общественных работ на территории всего округа"
    new = OLD.replace(f"3) {power};\n\n", "").replace("торговли на улицах.", f"торговли на улицах;\n\n2) {power};")
    operations = _operations(OLD, new)
    moves = [operation for operation in operations if isinstance(operation, Move)]
    assert [(move.address, move.to, move.number) for move in moves] == [("art_1/pt_1/sub_3", "art_2/pt_1", "2")]


def test_an_excluded_subpoint_keeps_its_number() -> None:
    new = OLD.replace(
        "2) в случае необходимости принимает меры к уборке снега;", "*2) исключен Законом РК от 01.01.2027 № 1;*"
    )
    (operation,) = _operations(OLD, new)
    assert isinstance(operation, Remove)
    assert operation.marker is not None
    assert operation.marker.number == "2"


def test_when_an_early_article_goes_the_later_ones_are_renumbered_not_rewritten() -> None:
    old = "\n\n".join(
        f"### Статья {n}. Предмет {n * 7}\n\n1. Правило о предмете {n * 7} и его учёте." for n in range(1, 9)
    )
    new = "\n\n".join(
        f"### Статья {n}. Предмет {(n + 1) * 7}\n\n1. Правило о предмете {(n + 1) * 7} и его учёте."
        for n in range(1, 8)
    )
    kinds = [operation.kind for operation in _operations(old, new)]
    assert kinds == ["remove", *["renumber"] * 7]
    assert all(isinstance(operation, Remove | Renumber) for operation in _operations(old, new))


def test_a_kazakh_change_is_found_in_its_word() -> None:
    old = "### 1-бап. Әкім\n\n1. Әкім жолдардың есебін жүргізеді."
    new = "### 1-бап. Әкім\n\n1. Әкім көшелердің есебін жүргізеді."
    (operation,) = _operations(old, new, "kk")
    assert isinstance(operation, ReplaceWords)
    assert (operation.old, operation.new) == ("жолдардың", "көшелердің")


def test_notes_are_editorial() -> None:
    old = OLD + "\n> *Сноска. Статья 2 с изменениями.*\n"
    new = OLD + "\n> *Сноска. Статья 2 с изменениями и дополнениями.*\n"
    comparison = compare(read(old, "ru"), read(new, "ru"))
    assert comparison.operations == ()
    assert len(comparison.editorial) == 1


@pytest.mark.corpus
@pytest.mark.parametrize(("folder", "language"), [("rus", "ru"), ("kaz", "kk")])
def test_the_real_pair_leads_from_one_edition_to_the_other_and_back(corpus: Path, folder: str, language: str) -> None:
    old, new = (
        read((corpus / "law148" / folder / f"2026-07-{day}.md").read_bytes().decode(), language) for day in (12, 14)
    )
    assert apply(compare(old, new).all, old).edition.text == new.text
    assert apply(compare(new, old).all, new).edition.text == old.text
    rows = redline(old, new)
    assert [row.new for row in rows if row.status != "deleted"] == [
        new.root.text,
        *(unit.text for _, unit in new if unit.kind != "note"),
    ]


def test_a_report_names_the_unit_that_comes_in() -> None:
    new = OLD.replace("### Статья 2.", "### Статья 1-1. Доступ\n\n1. Акиму даётся доступ.\n\n### Статья 2.")
    (operation,) = _operations(OLD, new)
    assert report(operation)["address"] == "art_1-1"
    assert report(operation)["parent"] == ""
