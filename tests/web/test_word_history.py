"""When words came into a law and when they went."""

from __future__ import annotations

from amendments.law.reader import read
from service.web.presenters.word_history import Turn, turns

FIRST = "### Статья 1. Аким\n\n1. Аким ведёт учёт дорог.\n\n2. Аким чистит снег.\n"
SECOND = FIRST.replace("чистит снег", "чистит снег и ведёт мониторинг торговли")
THIRD = SECOND.replace("2. Аким", "2-1. Аким")
FOURTH = THIRD.replace(" и ведёт мониторинг торговли", "")


def _turns(query: str) -> list[Turn]:
    return turns([read(text, "ru") for text in (FIRST, SECOND, THIRD, FOURTH)], query)


def test_words_come_with_one_edition_and_go_with_another() -> None:
    assert _turns("мониторинга торговли") == [
        Turn(1, 1, ("art_1/pt_2",), ()),
        Turn(3, 0, (), ("art_1/pt_2-1",)),
    ]


def test_words_that_always_stood_have_one_line() -> None:
    assert _turns("дороги") == [Turn(0, 1, ("art_1/pt_1",), ())]


def test_words_that_never_stood_have_none() -> None:
    assert _turns("наводнение") == []


def test_a_second_place_in_the_same_paragraph_is_a_turn() -> None:
    texts = (FIRST, FIRST.replace("учёт дорог", "учёт дорог и других дорог"))
    assert [turn.total for turn in turns([read(text, "ru") for text in texts], "дорога")] == [1, 2]
