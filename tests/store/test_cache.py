"""What a process keeps in memory: each kind within its own bound, counted by what its things cost."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import service
from service.store.acts import get_act
from service.store.cache import BOUNDS, Cache
from service.store.database import Database
from service.store.editions import list_editions, load_edition
from tests.support.store import CODE


def never() -> str:
    raise AssertionError("it was kept and is made again")


def giving(value: str) -> Callable[[], str]:
    return lambda: value


def test_what_is_kept_is_not_made_again() -> None:
    cache = Cache({"edition": 10})
    assert cache.get(("edition", 1), giving("text")) == "text"
    assert cache.get(("edition", 1), never) == "text"
    cache.clear()
    assert cache.get(("edition", 1), giving("new")) == "new"


def test_many_small_things_do_not_push_out_a_dear_one() -> None:
    cache = Cache({"edition": 100, "dangling": 5})
    cache.get(("edition", 1), giving("text"), len)
    for number in range(50):
        cache.get(("dangling", number), giving(""))
    assert cache.get(("edition", 1), never) == "text"
    assert cache.get(("dangling", 49), never) == ""
    assert cache.cost("dangling") == 5


def test_what_was_not_asked_for_longest_goes_first() -> None:
    cache = Cache({"page": 10})
    cache.get(("page", "a"), giving("aaaa"), len)
    cache.get(("page", "b"), giving("bbbb"), len)
    cache.get(("page", "a"), never, len)
    cache.get(("page", "c"), giving("cccc"), len)
    cache.get(("page", "a"), never, len)
    assert cache.get(("page", "b"), giving("anew"), len) == "anew"


def test_what_costs_more_than_there_is_room_is_given_and_pushes_nothing_out() -> None:
    cache = Cache({"page": 10})
    cache.get(("page", "small"), giving("abc"), len)
    assert cache.get(("page", "large"), giving("x" * 11), len) == "x" * 11
    assert cache.get(("page", "small"), never, len) == "abc"
    assert cache.cost("page") == 3


def test_a_kind_without_a_bound_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        Cache().get(("a kind nobody named",), never)


def test_what_cannot_be_made_is_not_kept() -> None:
    def fail() -> str:
        raise ValueError("unreadable")

    cache = Cache({"page": 10})
    with pytest.raises(ValueError, match="unreadable"):
        cache.get(("page", 1), fail)
    assert cache.get(("page", 1), giving("text")) == "text"


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 7))))
def test_no_order_of_asking_leads_over_the_bound(asked: list[tuple[int, int]]) -> None:
    cache = Cache({"page": 20})
    for name, size in asked:
        cache.get(("page", name), giving("x" * size), len)
        held = sum(len(value) for value, _ in cache._shelves["page"].entries.values() if isinstance(value, str))
        assert cache.cost("page") == held <= 20


def test_an_edition_costs_its_characters(with_act: Database) -> None:
    with with_act.reading() as session:
        rows = list_editions(session, get_act(session, CODE))
        for row in rows * 2:
            load_edition(session, row)
    assert with_act.cache.cost("edition") == sum(row.characters for row in rows)


def test_every_kind_that_is_kept_has_a_bound_and_every_bound_a_kind() -> None:
    """The kinds are the words that begin the keys in the code."""
    found: set[str] = set()
    for path in Path(str(service.__file__)).parent.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "cache_of" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Tuple) and node.elts and isinstance(node.elts[0], ast.Constant):
                found.add(str(node.elts[0].value))
    assert set(BOUNDS) <= found
