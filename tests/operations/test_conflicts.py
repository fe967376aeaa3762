"""Conflicts are sought on the few articles that two amendments share: whole editions must give the same answer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from amendments.law.edition import Edition
from amendments.law.reader import read
from amendments.operations.apply import try_apply
from amendments.operations.conflicts import conflicts
from amendments.operations.model import InsertWords, Move, Operation, RemoveWords, ReplaceThroughout, ReplaceWords
from tests.support.bills import bill
from tests.support.drafts import Draft
from tests.support.laws import SEEDS
from tests.support.profiles import held

LAW = """### Статья 1. Улицы

1. Улицы имеют названия.

2. Двор открыт для жителей.

### Статья 2. Дворы

1. Двор убирает дворник.

2. Снег вывозят ночью.

### Статья 3. Мосты

1. Мост открыт для пешеходов.
"""
Judged = dict[tuple[int, int], tuple[bool, bool]]


def judged(amendments: Sequence[Sequence[Operation]], edition: Edition) -> Judged:
    """The pairs that conflict on the whole edition, with whether the second can follow the first, and the first it."""
    alone = [try_apply(operations, edition) for operations in amendments]
    found = {}
    for first, second in combinations(range(len(amendments)), 2):
        if alone[first].refusals or alone[second].refusals:
            continue
        forward = try_apply(amendments[second], alone[first].edition)
        backward = try_apply(amendments[first], alone[second].edition)
        refused = bool(forward.refusals), bool(backward.refusals)
        if any(refused) or forward.edition.root != backward.edition.root:
            found[first, second] = (not refused[0], not refused[1])
    return found


def told(amendments: Sequence[Sequence[Operation]], edition: Edition) -> Judged:
    """The same of what `conflicts` says."""
    return {
        (found.first, found.second): ("order_first" in found.resolutions, "order_second" in found.resolutions)
        for found in conflicts(amendments, edition)
    }


@held
@given(SEEDS, st.integers(1, 5))
def test_the_conflicts_are_those_of_every_pair_tried_on_the_whole_text(seed: int, articles: int) -> None:
    draft = Draft(seed, articles)
    edition = read(draft.text, draft.language)
    amendments = bill(edition, 8, seed, rare=0.2)
    assert told(amendments, edition) == judged(amendments, edition)


def test_a_word_that_amendments_seek_is_no_article_that_they_name() -> None:
    law = read(LAW, "ru")
    amendments: list[list[Operation]] = [
        [InsertWords(address="art_1/pt_2", words="всегда", after="открыт")],
        [RemoveWords(address="art_1/pt_2", words="открыт")],
    ]
    assert told(amendments, law) == judged(amendments, law) == {(0, 1): (True, False)}


def test_articles_that_only_one_of_two_amendments_changes_do_not_matter() -> None:
    law = read(LAW, "ru")
    amendments: list[list[Operation]] = [
        [
            ReplaceWords(address="art_1/pt_2", old="жителей", new="гостей"),
            ReplaceWords(address="art_2/pt_2", old="ночью", new="утром"),
        ],
        [
            ReplaceWords(address="art_3/pt_1", old="пешеходов", new="машин"),
            ReplaceWords(address="art_2/pt_2", old="Снег", new="Лёд"),
        ],
        [ReplaceWords(address="art_2/pt_2", old="ночью", new="днём")],
    ]
    assert told(amendments, law) == judged(amendments, law) == {(0, 2): (False, False)}


def test_a_unit_that_moves_joins_the_articles_between_which_it_moves() -> None:
    law = read(LAW, "ru")
    amendments: list[list[Operation]] = [
        [Move(address="art_2/pt_2", to="art_3", number="2")],
        [Move(address="art_1/pt_2", to="art_3", number="2")],
        [ReplaceWords(address="art_2/pt_2", old="ночью", new="утром")],
    ]
    assert told(amendments, law) == judged(amendments, law)
    assert set(told(amendments, law)) >= {(0, 2)}


def test_words_replaced_throughout_meet_words_that_come_in_where_there_were_none() -> None:
    law = read(LAW, "ru")
    amendments: list[list[Operation]] = [
        [ReplaceThroughout(address="", pairs=(("Двор", "Сад"),))],
        [ReplaceWords(address="art_3/pt_1", old="Мост", new="Двор")],
        [ReplaceWords(address="art_1/pt_1", old="названия", new="имена")],
        [ReplaceThroughout(address="art_2", pairs=(("Двор", "Парк"), ("Снег", "Двор")))],
    ]
    assert told(amendments, law) == judged(amendments, law)
    assert set(told(amendments, law)) == {(0, 1), (0, 3)}
