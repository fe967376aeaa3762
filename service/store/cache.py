"""A small cache of things that never change once stored (editions, revisions' outcomes)."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

from sqlmodel import Session

T = TypeVar("T")


class Cache:
    """Least recently used, one per `Database`; safe between threads."""

    def __init__(self, size: int = 64) -> None:
        self.size = size
        self._entries: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept under `key`, made and kept when it is not there yet."""
        with self._lock:
            if key in self._entries:
                self._entries.move_to_end(key)
                return cast(T, self._entries[key])
        made = make()
        with self._lock:
            self._entries[key] = made
            self._entries.move_to_end(key)
            while len(self._entries) > self.size:
                self._entries.popitem(last=False)
        return made

    def known(self, key: Hashable) -> object | None:
        """What is kept under `key`, None where nothing is: nothing is made."""
        with self._lock:
            return self._entries.get(key)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._entries.clear()


def notes_of(session: Session) -> Cache:
    """The same for small things (lists of places), of which many may be kept beside few editions."""
    return cast(Cache, session.info.setdefault("notes", Cache(1024)))


def cache_of(session: Session) -> Cache:
    """The cache of the database that `session` belongs to."""
    return cast(Cache, session.info.setdefault("cache", Cache()))
