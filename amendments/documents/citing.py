"""Citations as documents print them."""

from __future__ import annotations

import re

from amendments.law.citations import format_address
from amendments.operations.refusal import place

_DOUBLE = re.compile(r"~\d+")  # how addresses tell units apart that share a number; not part of a citation


def cite(address: str, language: str) -> str:
    """The full citation of an address («подпункт 21) пункта 1 статьи 35»); a short one for what no law would cite."""
    address = _DOUBLE.sub("", address)
    if language not in ("ru", "kk"):
        return place(address, language)
    try:
        return format_address(address, language)
    except ValueError:
        return place(address, language)
