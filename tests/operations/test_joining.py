"""Two people's edits of one text become one text where they do not touch the same words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from amendments.operations.joining import joined_words

BASE = "Аким чистит дорогу до 10 числа и ведет учет дорог."
TEXTS = st.lists(st.sampled_from(["аким", "чистит", "дорогу", "мост", "учет", "и"]), max_size=8).map(" ".join)


def test_edits_of_different_words_are_both_made() -> None:
    mine, theirs = BASE.replace("дорогу", "мост"), BASE.replace("учет", "реестр")
    assert joined_words(BASE, mine, theirs) == "Аким чистит мост до 10 числа и ведет реестр дорог."


def test_edits_of_the_same_words_collide() -> None:
    assert joined_words(BASE, BASE.replace("10", "5"), BASE.replace("10", "15")) is None


def test_the_same_edit_made_by_both_is_made_once() -> None:
    both = BASE.replace("10", "5")
    assert joined_words(BASE, both, both) == both
    assert joined_words(BASE, both.replace("учет", "реестр"), both) == both.replace("учет", "реестр")


def test_words_put_in_at_one_place_by_both_collide() -> None:
    assert joined_words("а б", "а x б", "а y б") is None


@given(TEXTS, TEXTS)
def test_who_alone_edits_is_taken_as_it_is(base: str, text: str) -> None:
    assert joined_words(base, text, base) == text
    assert joined_words(base, base, text) == text


@given(TEXTS, TEXTS, TEXTS)
def test_whose_edits_are_named_first_does_not_matter(base: str, mine: str, theirs: str) -> None:
    assert joined_words(base, mine, theirs) == joined_words(base, theirs, mine)
