"""Sentences of a paragraph: where they begin and end, abbreviations and initials not counting as ends."""

from __future__ import annotations

import re
from typing import Final

_END: Final = re.compile(r"[.!?…]+[»”\")]*(?=\s|$)")
_SHORT: Final = re.compile(
    r"(?:^|[\s(«])(?:г|гг|ст|п|пп|подп|ч|абз|гл|разд|см|др|тыс|млн|млрд|руб|тг|им|т\.\s?д|т\.\s?п|т\.\s?е|ж|ғ|б|т\.\s?б|N|№"
    r"|[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])\.$"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """(start, end) of each sentence in a paragraph, end marks included, white space between them left out.

    An end mark counts where white space and then no small letter follows. The last sentence needs no end mark.
    """
    found: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    for match in _END.finditer(text):
        end = match.end()
        rest = text[end : end + 40].lstrip()
        if rest and (rest[0].islower() or (match.group() == "." and _SHORT.search(text[max(0, end - 8) : end]))):
            continue
        found.append((start, end))
        start = _skip(text, end)
        if start >= len(text):
            return found
    if text[start:].strip():
        found.append((start, len(text.rstrip())))
    return found


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
