"""A redline cut into chapters, and who brought the words of an edition."""

from __future__ import annotations

from amendments.law.reader import read
from amendments.operations.redline import redline
from service.web.presenters.chapters import chapters
from service.web.presenters.redlining import Look, redlined
from tests.web.test_redlining import LAW

TWO = LAW.replace("### Статья 2. Аким", "## Глава 2. Аким\n\n### Статья 2. Аким")


def cut(new: str, old: str = TWO) -> list[tuple[str, int]]:
    rows = redline(read(old, "ru"), read(new, "ru"))
    result = redlined(rows, "ru", Look(by_chapter=True))
    found = chapters(result)
    assert sum(chapter.changes for chapter in found) == len(result.changes)
    return [(chapter.words, chapter.changes) for chapter in found if chapter.words]


def test_each_chapter_says_how_much_changed_in_it() -> None:
    assert cut(TWO.replace("чинит мосты", "строит мосты").replace("ведет учет дорог", "ведет реестр дорог")) == [
        ("Глава 1. Общие положения", 0),
        ("Глава 2. Аким", 2),
    ]


def test_a_chapter_that_gets_another_heading_is_called_by_the_new_one() -> None:
    assert cut(TWO.replace("Глава 2. Аким", "Глава 2. Аким и жители")) == [
        ("Глава 1. Общие положения", 0),
        ("Глава 2. Аким и жители", 1),
    ]


def test_a_chapter_without_changes_is_one_fold_under_its_heading() -> None:
    rows = redline(read(TWO, "ru"), read(TWO.replace("чинит мосты", "строит мосты"), "ru"))
    first = chapters(redlined(rows, "ru", Look(by_chapter=True)))[0]
    assert [block.kind for block in first.blocks] == ["fold"]
    assert first.foldable


def test_a_change_is_named_by_its_provision_and_twice_named_ones_are_told_apart() -> None:
    rows = redline(read(TWO, "ru"), read(TWO.replace("3) ведет учет дорог;", "3) красит заборы и скамьи;"), "ru"))
    places = [block.place for block in redlined(rows, "ru", Look()).changes]
    assert places
    assert len(set(places)) == len(places)
    assert places[0].startswith("art_2")
