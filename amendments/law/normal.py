"""A normalised view of a text for matching, with a map back to the original characters.

Official texts mix kinds of spaces, dashes and quotes, Latin letters that look like Cyrillic ones («i» for «і»),
and Markdown escapes. Matching ignores these differences; what is shown, stored and exported never does.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SPACES = "\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\t\n\r\v\f"
_QUOTES = "«»„“”‟″〝〞"
_DASHES = "‐‑‒–—―−"
_APOSTROPHES = "’‘`´"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# Latin letters that were typed for Cyrillic ones. «Y» stands for the Kazakh «Ү» («Yкiмет»).
_LOOKALIKES = {
    **dict(zip("aceopxyhABCEHKMOPTX", "асеорхуһАВСЕНКМОРТХ", strict=True)),
    "i": "і",
    "I": "І",
    "Y": "Ү",
    "ë": "е",
    "Ё": "Е",
    "ё": "е",
}
_SHORT = 2000  # characters of a paragraph whose view is kept
_ONE_TO_ONE: dict[str, str] = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_QUOTES, '"'),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_APOSTROPHES, "'"),
    **_LOOKALIKES,
}
_OTHERWISE = re.compile("[" + re.escape("".join(_ONE_TO_ONE)) + "]")
_DROPPED = re.compile(r"\\(?=[^\w\s])|[" + _INVISIBLE + r"]|(?<= ) +")
_MAY_DROP = re.compile(r"[\\" + _INVISIBLE + "]|  ")


def _plain(match: re.Match[str]) -> str:
    return _ONE_TO_ONE[match[0]]


def _one_to_one(text: str) -> str:
    """The view before anything is dropped: a search for the few letters that differ is ten times `str.translate`."""
    return _OTHERWISE.sub(_plain, text)


def fold(text: str) -> str:
    """The normalised view of a text: one kind of space, quote and dash, Cyrillic letters, no escapes."""
    view = _one_to_one(text)
    return _DROPPED.sub("", view) if _MAY_DROP.search(view) else view


def fold_map(text: str) -> tuple[str, list[int] | None]:
    """The normalised view and, for each of its characters, the offset of the original one.

    The map is None where every character kept its offset, which is the usual case; where present it has one
    entry more than the view has characters, the last being the length of the original.
    """
    same_length = _one_to_one(text)
    if not (_MAY_DROP.search(same_length) and _DROPPED.search(same_length)):
        return same_length, None
    kept: list[int] = []
    last = 0
    for match in _DROPPED.finditer(same_length):
        kept.extend(range(last, match.start()))
        last = match.end()
    kept.extend(range(last, len(same_length)))
    view = "".join(same_length[i] for i in kept)
    kept.append(len(text))
    return view, kept


@lru_cache(maxsize=2048)
def _short_view(text: str) -> tuple[str, list[int] | None]:
    """`fold_map` of a paragraph in which words are sought again and again; at most 2,048 short ones are kept."""
    return fold_map(text)


@lru_cache(maxsize=4096)
def _fold_needle(needle: str) -> str:
    return fold(needle).strip()


def is_word(char: str) -> bool:
    """Whether a character belongs to a word, so that a match may not begin or end beside it."""
    return char.isalnum() or char == "_"


def _cuts_word(view: str, start: int, end: int) -> bool:
    if start > 0 and is_word(view[start - 1]) and is_word(view[start]):
        return True
    return end < len(view) and is_word(view[end - 1]) and is_word(view[end])


def find_words(haystack: str, needle: str, *, case: bool = True) -> list[tuple[int, int]]:
    """Every place where the words of `needle` stand in `haystack`, as (start, end) offsets into `haystack`.

    Differences that the normalised view ignores do not matter; the borders of a match never cut a word;
    matches do not overlap and come in order of place. With `case=False` letter case is ignored too.
    """
    wanted = _fold_needle(needle)
    if not wanted:
        return []
    view, offsets = _short_view(haystack) if len(haystack) <= _SHORT else fold_map(haystack)
    if not case:
        lowered = view.lower()
        if len(lowered) == len(view):
            view, wanted = lowered, wanted.lower()
    found: list[tuple[int, int]] = []
    at = view.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if _cuts_word(view, at, end):
            at = view.find(wanted, at + 1)
            continue
        if offsets is None:
            found.append((at, end))
        else:
            found.append((offsets[at], offsets[end - 1] + 1))
        at = view.find(wanted, end)
    return found
