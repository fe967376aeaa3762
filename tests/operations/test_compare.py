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
    assert [row.new for row in rows if row.status not in ("deleted", "moved_from")] == [
        new.root.text,
        *(unit.text for _, unit in new if unit.kind != "note"),
    ]


def test_a_report_names_the_unit_that_comes_in() -> None:
    new = OLD.replace("### Статья 2.", "### Статья 1-1. Доступ\n\n1. Акиму даётся доступ.\n\n### Статья 2.")
    (operation,) = _operations(OLD, new)
    assert report(operation)["address"] == "art_1-1"
    assert report(operation)["parent"] == ""


LONG = """### Статья 1. Аким

1. Аким ведёт учёт улиц и дорог. Аким ежегодно отчитывается перед сходом местного сообщества о своей работе.

2. Аким утверждает план уборки снега.
"""


def test_a_paragraph_that_is_split_keeps_its_words() -> None:
    new = LONG.replace("дорог. Аким", "дорог.\n\nАким").replace("сходом", "собранием")
    a, b = read(LONG, "ru"), read(new, "ru")
    comparison = compare(a, b)
    (division,) = comparison.divisions
    assert (division.kind, division.whole.old.number) == ("split", "1")
    row = next(row for row in redline(a, b, comparison) if row.part)
    assert (row.part, row.address_old, row.address_new) == ("split", "art_1/pt_1", "art_1/pt_1/cl_2")
    assert [part.text for part in row.segments if part.kind == "insert"] == ["собранием"]
    assert apply(comparison.all, a).edition.text == new


def test_paragraphs_made_one_are_a_merger() -> None:
    parted = LONG.replace("дорог. Аким", "дорог.\n\nАким")
    a, b = read(parted, "ru"), read(LONG, "ru")
    comparison = compare(a, b)
    assert [division.kind for division in comparison.divisions] == ["merger"]
    row = next(row for row in redline(a, b, comparison) if row.part)
    assert (row.part, row.address_old, row.address_new) == ("merger", "art_1/pt_1/cl_2", "art_1/pt_1")
    assert apply(comparison.all, a).edition.text == LONG


def test_other_words_beside_a_changed_paragraph_are_no_split() -> None:
    new = LONG.replace(" Аким ежегодно", "").replace(
        "2. Аким", "Житель округа вправе внести предложение письменно.\n\n2. Аким"
    )
    assert compare(read(LONG, "ru"), read(new, "ru")).divisions == ()


CHAPTERS = """## Глава 1. Общие положения

### Статья 1. Предмет

1. Закон регулирует уборку улиц и площадей в сельских округах.

## Глава 2. Полномочия

### Статья 2. Аким

1. Аким ведёт учёт улиц и дорог сельского округа и утверждает план уборки.

### Статья 3. Сход

1. Сход заслушивает отчёт акима о работе за прошедший год и даёт оценку.
"""


@pytest.mark.parametrize("backwards", [False, True])
def test_articles_stay_when_the_heading_of_their_chapter_goes_or_comes(backwards: bool) -> None:
    without = CHAPTERS.replace("## Глава 2. Полномочия\n\n", "")
    old, new = (without, CHAPTERS) if backwards else (CHAPTERS, without)
    a = read(old, "ru")
    comparison = compare(a, read(new, "ru"))
    kinds = [operation.kind for operation in comparison.operations]
    assert sorted(kinds) == ["insert" if backwards else "move", "move", "move" if backwards else "remove"]
    assert apply(comparison.all, a).edition.text == new
    rows = redline(a, read(new, "ru"))
    assert {row.status for row in rows} == {"same", "moved_from", "moved_to", "inserted" if backwards else "deleted"}


def test_an_article_that_moved_to_another_chapter_and_was_edited_is_both() -> None:
    article = "### Статья 2. Аким\n\n1. Аким ведёт учёт улиц и дорог сельского округа и утверждает план уборки.\n\n"
    moved = article.replace("утверждает", "исполняет")
    new = CHAPTERS.replace(article, "").replace("## Глава 2.", moved + "## Глава 2.")
    a = read(CHAPTERS, "ru")
    comparison = compare(a, read(new, "ru"))
    assert [operation.kind for operation in comparison.operations] == ["move", "replace_words"]
    assert apply(comparison.all, a).edition.text == new


def test_an_article_put_before_an_excluded_one_is_not_taken_for_it() -> None:
    """The marker shares no word with what it stands for, the new article many."""
    old = "### Статья 2. Аким\n\n1. Учёт.\n\n### Статья 3. Учёт дорог округа\n\n1. Дороги.\n"
    new = (
        "### Статья 2. Аким\n\n1. Учёт.\n\n### Статья 2-1. Учёт улиц округа\n\n1. Улицы.\n\n### Статья 3. Исключена.\n"
    )
    assert [operation.kind for operation in _operations(old, new)] == ["insert", "remove"]
