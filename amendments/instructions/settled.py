"""The printed place of a cited address, or the reason why there is none."""

from __future__ import annotations

from amendments.law.edition import Edition
from amendments.law.nearest import nearest
from amendments.law.settling import Custom, settle
from amendments.law.target import Target
from amendments.operations.touch import Denied


def settled(edition: Edition, address: str, custom: Custom) -> str:
    """The address of the unit that is meant. Raises Denied with the nearest units where there is none."""
    if not address:
        return ""
    found = settle(edition, address, custom)
    if found is None:
        raise Denied("unit_not_found", address, nearest=nearest(edition, address))
    return found


def target_at(edition: Edition, address: str) -> Target:
    """The place at an address. Raises Denied."""
    target = edition.locate(address)
    if target is None:
        raise Denied("unit_not_found", address, nearest=nearest(edition, address))
    return target
