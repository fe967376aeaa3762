"""What a process keeps in memory of things that never change once stored: editions, outcomes, registers, pages.

Every kind has room of its own, so that many small things do not push out a few dear ones, nor the reverse. Nothing is
ever stale: a key names the rows that the value was made from, and those rows do not change.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Any, Final, TypeVar, cast

from sqlmodel import Session

T = TypeVar("T")
Key = tuple[Any, ...]
"""The kind, then what tells one of its things from another."""

BOUNDS: Final[Mapping[str, int]] = {
    # characters; about 3.4 bytes of memory each
    "edition": 16_000_000,
    # rows of a redline; about 200 bytes each
    "rows": 100_000,
    "redline": 100_000,
    "against": 50_000,
    "orders": 100_000,
    "api comparison": 50_000,
    # distinct words of an edition; about 130 bytes each
    "words": 400_000,
    # bytes
    "page": 48_000_000,
    # pieces: the outcomes of a bill of five hundred amendments in two languages share most of their text
    "effect": 1_200,
    "carried": 1_200,
    "left dangling": 2_000,
    # pieces of up to a few megabytes
    "powers": 40,
    "powers memory": 8,
    "powers about": 24,
    "powers pairs": 24,
    "powers kinds": 24,
    "powers missing": 24,
    "bill": 48,
    "clarity": 12,
    "clarity known": 8,
    # pieces of up to some hundred kilobytes
    "brought": 24,
    "bill clarity": 64,
    "clashes": 256,
    "joint": 64,
    "joint wording": 64,
    "dangling": 128,
    "authenticity": 128,
    "levels": 64,
    "positions": 64,
    "power slots": 64,
    "powers delta": 64,
    "powers differ": 64,
    "powers history": 1_000,
}
"""Kind → how much of it is kept, by what `get` is told that a thing costs (one, if nothing)."""


class Cache:
    """Least recently used first out, kind by kind; one per `Database`; safe between threads."""

    def __init__(self, bounds: Mapping[str, int] = BOUNDS) -> None:
        self._shelves = {kind: _Shelf(most) for kind, most in bounds.items()}
        self._lock = Lock()

    def get(self, key: Key, make: Callable[[], T], cost: Callable[[T], int] | None = None) -> T:
        """What is kept under `key`, made and kept when it is not there yet.

        The first part of the key is the kind, one of the bounds. A thing that costs more than its kind's bound is
        made and not kept. Raises KeyError for a kind without a bound.
        """
        shelf = self._shelves[key[0]]
        with self._lock:
            if key in shelf.entries:
                shelf.entries.move_to_end(key)
                return cast(T, shelf.entries[key][0])
        made = make()
        with self._lock:
            shelf.put(key, made, 1 if cost is None else cost(made))
        return made

    def cost(self, kind: str) -> int:
        """What all that is kept of a kind costs together."""
        return self._shelves[kind].cost

    def known(self, key: Key) -> object | None:
        """What is kept under `key`, None where nothing is: nothing is made."""
        with self._lock:
            found = self._shelves[key[0]].entries.get(key)
        return None if found is None else found[0]

    def clear(self, *kinds: str) -> None:
        """Forget everything, or everything of some kinds."""
        with self._lock:
            for shelf in [self._shelves[kind] for kind in kinds] or self._shelves.values():
                shelf.entries.clear()
                shelf.cost = 0


class _Shelf:
    """What is kept of one kind."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.cost = 0
        self.entries: OrderedDict[Key, tuple[object, int]] = OrderedDict()

    def put(self, key: Key, made: object, cost: int) -> None:
        """Keep a thing; others go, the least recently used first, until all fit."""
        if key in self.entries:  # made by another thread meanwhile
            self.cost -= self.entries.pop(key)[1]
        if cost > self.most:
            return
        self.entries[key] = made, cost
        self.cost += cost
        while self.cost > self.most:
            _gone, (_thing, freed) = self.entries.popitem(last=False)
            self.cost -= freed


def cache_of(session: Session) -> Cache:
    """The cache of the database that `session` belongs to."""
    return cast(Cache, session.info.setdefault("cache", Cache()))
