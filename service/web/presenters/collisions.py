"""Amendments of one bill that cannot both be applied, or whose outcome depends on which comes first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from amendments.law.edition import Edition
from amendments.operations.apply import try_apply


def collide(first: Sequence[Any], second: Sequence[Any], base: Edition) -> bool:
    """True when the two lists of operations give different texts in the two orders, or one refuses the other.

    Lists that already cannot be applied alone are not judged: False.
    """
    alone = try_apply(first, base), try_apply(second, base)
    if any(applied.refusals for applied in alone):
        return False
    one, other = try_apply(second, alone[0].edition), try_apply(first, alone[1].edition)
    return bool(one.refusals or other.refusals) or one.edition.root.full_hash != other.edition.root.full_hash
