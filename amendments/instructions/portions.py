"""An amending act cut into portions that can be read by themselves, one for each article that it amends.

A bill keeps an amendment for each portion. A portion is only cut where its words alone order exactly what they order
in the whole act; where they do not, neighbours stay together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from amendments.instructions.applying import lies_in, other_acts, other_parts
from amendments.instructions.reading import Reading, parse
from amendments.operations.model import Insert, Operation, Span, to_json

_TAIL: Final = re.compile(r"[\s;.»”\"]*")
_MOST_JOINED: Final = 40


@dataclass(frozen=True)
class Portion:
    """Words that order something by themselves, and the indexes of their operations in the reading of the whole."""

    text: str
    operations: tuple[int, ...]


@dataclass
class _Cut:
    operations: list[int]
    span: Span


def portions(text: str, reading: Reading, title: str = "") -> tuple[Portion, ...]:
    """The portions of an amending act in its order; a sentence that was not understood is one by itself.

    Of an act that amends several acts only what is said of the one with this title, where it is named. A reading that
    cannot be cut is one portion: the whole text.
    """
    away = other_parts(reading, title, len(text))
    foreign = other_acts(reading, title)
    ours = [index for index in range(len(reading.operations)) if index not in foreign]
    made = _readable(text, reading, _cuts(text, reading, ours, away))
    return made or (Portion(text.strip(), tuple(ours)),)


def article_of(operation: Operation) -> str:
    """The article that an operation changes or brings in; "" where it is about something larger."""
    first = operation.address.split("/")[0]
    if first.startswith("art_"):
        return first
    if isinstance(operation, Insert) and operation.units and operation.units[0].kind == "article":
        return f"art_{operation.units[0].number}"
    return ""


def _cuts(text: str, reading: Reading, ours: Sequence[int], away: Sequence[Span]) -> list[_Cut]:
    """The stretches of the groups of operations, and of the sentences not understood, in their order."""
    groups: list[list[int]] = []
    for index in ours:
        if groups and _together(reading, groups[-1][-1], index):
            groups[-1].append(index)
        else:
            groups.append([index])
    cuts = [_Cut(group, Span(_start(reading, groups, at), _end(reading, group))) for at, group in enumerate(groups)]
    for problem in reading.problems:
        if not lies_in(problem.span, away):
            cuts.append(_Cut([], problem.whole))
    cuts = _faults_joined(sorted(cuts, key=lambda cut: (cut.span.start, cut.span.end)))
    for at, cut in enumerate(cuts):
        limit = cuts[at + 1].span.start if at + 1 < len(cuts) else len(text)
        tail = _TAIL.match(text, cut.span.end)
        end = min(limit, tail.end() if tail else len(text))
        cut.span = Span(cut.span.start, max(cut.span.end, end))
    return cuts


def _faults_joined(cuts: Sequence[_Cut]) -> list[_Cut]:
    """Sentences that were not understood one after the other stay together: a line and what stands under it."""
    joined: list[_Cut] = []
    for cut in cuts:
        if joined and not joined[-1].operations and not cut.operations:
            joined[-1] = _Cut([], Span(joined[-1].span.start, max(joined[-1].span.end, cut.span.end)))
        else:
            joined.append(cut)
    return joined


def _together(reading: Reading, one: int, other: int) -> bool:
    first, second = reading.operations[one], reading.operations[other]
    if first.order == second.order:
        return True
    if first.order and second.order:
        between = range(first.order.start, second.order.start)
        if any(problem.whole.start in between for problem in reading.problems):
            return False
    return other == one + 1 and article_of(first) == article_of(second) != ""


def _start(reading: Reading, groups: Sequence[Sequence[int]], at: int) -> int:
    """Where the words of a group begin: with the context lines that it shares with no other."""
    neighbours = [*(groups[at - 1] if at else ()), *(groups[at + 1] if at + 1 < len(groups) else ())]
    shared = {span for index in neighbours for span in reading.contexts[index]}
    shared |= {part.span for part in reading.acts}  # they say which act, not where in it
    places = [
        span.start
        for index in groups[at]
        for span in (*reading.contexts[index], reading.operations[index].order)
        if span is not None and span not in shared
    ]
    return min(places, default=0)


def _end(reading: Reading, group: Sequence[int]) -> int:
    return max((order.end for index in group if (order := reading.operations[index].order)), default=0)


def _readable(text: str, reading: Reading, cuts: list[_Cut]) -> tuple[Portion, ...]:
    """The cuts as portions, joined where they cannot be read alone; nothing where even that does not help."""
    made: list[Portion] = []
    joined = 0
    at = 0
    while at < len(cuts):
        cut = cuts[at]
        words = _alone(text, reading, cut)
        if words is not None:
            made.append(Portion(words, tuple(cut.operations)))
            at += 1
            continue
        joined += 1
        if at + 1 >= len(cuts) or joined > _MOST_JOINED:
            return ()
        following = cuts.pop(at + 1)
        cuts[at] = _Cut(cut.operations + following.operations, Span(cut.span.start, following.span.end))
    return tuple(made)


def _alone(text: str, reading: Reading, cut: _Cut) -> str | None:
    """Words that order by themselves what a cut orders in the whole; None where there are none."""
    wanted = [_meaning(reading.operations[index]) for index in cut.operations]
    words = text[cut.span.start : cut.span.end].strip()
    if not cut.operations:
        return words
    above = [span for span in reading.contexts[cut.operations[0]] if span.start < cut.span.start]
    lines = [text[span.start : span.end].strip() for span in above]
    for lead in ([], lines[-1:], lines):
        whole = "\n".join([*lead, words])
        if [_meaning(operation) for operation in parse(whole, reading.language).operations] == wanted:
            return whole
    return None


def _meaning(operation: Operation) -> dict[str, object]:
    return to_json(replace(operation, order=None))
