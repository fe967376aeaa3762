"""What was worked out of a unit or a power, kept by the caller between calls so that it is worked out once."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import TypeVar, cast

T = TypeVar("T")
Memo = MutableMapping[object, object]
"""Key → what was worked out. The key names all that the value depends on, so nothing in it is ever stale."""

_NOTHING = object()


def once(memo: Memo | None, key: object, make: Callable[[], T]) -> T:
    """What `memo` holds under `key`, made and put there when it is not; without a memo it is made every time."""
    if memo is None:
        return make()
    found = memo.get(key, _NOTHING)
    if found is _NOTHING:
        found = memo[key] = make()
    return cast(T, found)
