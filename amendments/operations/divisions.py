"""Paragraphs that were split in two or more, or made one of several: their words stayed, the border moved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from amendments.law.provision import EDITORIAL, Provision
from amendments.operations.likeness import common_prefix, common_suffix
from amendments.operations.steps import Pair, Step

_WORDS = re.compile(r"\w+")
_FEWEST = 4  # words of a part; fewer are found anywhere
_OWN = 0.75  # share of a part's words that come from the whole
_WHOLE = 0.6  # share of the words that left the whole which its parts account for

Bag = Counter[str]


@dataclass(frozen=True)
class Division:
    """A `split`: `part` of the new text was cut from the paragraph `whole` of the old one.

    A `merger`: `part` of the old text became a piece of the paragraph `whole` of the new one. `words`: those that the
    whole lost to a part, or took in from one.
    """

    kind: Literal["split", "merger"]
    whole: Pair
    part: Provision
    words: str


def divisions(root: Pair) -> tuple[Division, ...]:
    """All splits and mergers between two aligned editions, in the order of the text."""
    found: list[Division] = []
    stack = [root]
    while stack:
        pair = stack.pop()
        inner = [step.pair for step in pair.steps if step.pair is not None and step.kind != "move_out"]
        stack.extend(reversed(inner))
        found.extend(_among(pair.steps))
    return tuple(found)


def _among(steps: Sequence[Step]) -> Iterator[Division]:
    for at, step in enumerate(steps):
        pair = step.pair
        if step.kind != "pair" or pair is None or pair.wholesale or pair.old.text == pair.new.text:
            continue
        if pair.old.kind in EDITORIAL:
            continue
        near = (steps[at - 1 :: -1] if at else (), pair.steps, steps[at + 1 :])
        come = [step.new for step in _next(near, "insert") if step.new is not None]
        if come:
            lost = _bag(pair.old.text) - _bag(pair.new.text)
            for part in _parts(come, lost):
                yield Division("split", pair, part, _left(pair.old.text, pair.new.text))
        gone = [step.old for step in _next(near, "remove") if step.old is not None]
        if gone:
            gained = _bag(pair.new.text) - _bag(pair.old.text)
            for part in _parts(gone, gained):
                yield Division("merger", pair, part, _left(pair.new.text, pair.old.text))


def _next(ways: Sequence[Sequence[Step]], kind: str) -> Iterator[Step]:
    """The steps of a kind that come first on each way, over notes."""
    for way in ways:
        for step in way:
            unit = step.new or step.old
            if unit is None or unit.kind in EDITORIAL:
                continue
            if step.kind != kind:
                break
            yield step


def _parts(units: Sequence[Provision], words: Bag) -> list[Provision]:
    """The units made of words that a whole lost or gained; none where they do not account for most of them."""
    size = sum(words.values())
    if size < _FEWEST:
        return []
    parts: list[Provision] = []
    held = 0
    for unit in units:
        own = _bag(unit.text)
        common = sum((own & words).values())
        if sum(own.values()) >= _FEWEST and common >= _OWN * sum(own.values()):
            parts.append(unit)
            held += common
    return parts if held >= _WHOLE * size else []


def _left(whole: str, rest: str) -> str:
    """What of the whole is not in the rest: its end, or its beginning."""
    start = common_prefix(whole, rest)
    ending = common_suffix(whole, rest, min(len(whole), len(rest)) - start)
    return whole[start:].lstrip() if start >= ending else whole[: len(whole) - ending].rstrip()


def _bag(text: str) -> Bag:
    return Counter(_WORDS.findall(text.lower()))
