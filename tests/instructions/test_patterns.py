"""A statement that differs from one read before in numbers and quoted words alone has the items that it would have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amendments.instructions import Unwritable, write
from amendments.instructions.items import Chunker
from amendments.instructions.patterns import LEXICONS, blanks_for, items_of
from amendments.instructions.scan import scan
from amendments.instructions.statements import split_statements
from amendments.law.tokens import Token
from tests.instructions.laws import Maker
from tests.instructions.test_mutations import good_orders
from tests.instructions.test_skeletons import formulas
from tests.instructions.test_writing import MANY, SEEDS, SOME


def statements(text: str, language: str) -> list[list[Token]]:
    tokens = scan(text, LEXICONS[language].order_words).tokens
    return [[token for token in one.tokens if token.kind != "nl"] for one in split_statements(tokens, language)]


def same(text: str, language: str) -> None:
    """Items with what other texts have left, with nothing kept, and read anew are the same."""
    lexicon = LEXICONS[language]
    for tokens in statements(text, language):
        wanted = Chunker(tokens, lexicon).items()
        assert items_of(tokens, lexicon) == wanted, text
        blanks_for.cache_clear()
        assert items_of(tokens, lexicon) == wanted, text
        assert items_of(tokens, lexicon) == wanted, text


@MANY
@given(formulas())
def test_any_numbers_and_words_give_the_items_that_are_read(formula: tuple[str, str]) -> None:
    language, text = formula
    same(text, language)


@SOME
@given(SEEDS, st.sampled_from(["ru", "kk"]))
def test_the_statements_of_a_bill_give_the_items_that_are_read(seed: int, language: str) -> None:
    maker = Maker(seed, language)
    law = maker.law()
    try:
        text = write(maker.orders(law), law, language)
    except Unwritable:
        text = ""
    same(text, language)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_orders_of_lawyers_give_the_items_that_are_read(language: str) -> None:
    for code, text, _ in good_orders():
        if code == language:
            same(text, language)


def test_one_statement_serves_all_of_its_pattern() -> None:
    blanks_for.cache_clear()
    lines = [f"в пункте {number} слово «дом{number}» исключить;" for number in range(1, 41)]
    (first, *_) = statements(lines[0], "ru")
    for line in lines:
        for tokens in statements(line, "ru"):
            items = items_of(tokens, LEXICONS["ru"])
            assert [item.kind for item in items] == ["place", "words", "verb"]
            assert items[0].groups[0][0].numbers == (tokens[2].norm,)
    assert blanks_for.cache_info().misses == 1
    assert first[2].norm == "1"


@pytest.mark.parametrize("text", ["в пунктах 2 – 5 слово «дом» исключить", "в пунктах 3-6 слово «дом» исключить"])
def test_a_range_is_read_each_time(text: str) -> None:
    for tokens in statements(text, "ru"):
        items = items_of(tokens, LEXICONS["ru"])
        assert len(items[0].groups[0][0].numbers) == 4
        assert items == Chunker(tokens, LEXICONS["ru"]).items()
