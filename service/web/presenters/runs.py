"""A paragraph cut into runs: stretches of text that are all inserted or all deleted, lit or not, vague or not."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from amendments.documents.printed import printed_words


@dataclass(frozen=True, slots=True)
class Span:
    """Something said about the characters from `start` to `end`: `name` is hit, vague, lit, by; `ref` tells which."""

    start: int
    end: int
    name: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Text with all that is said about it. `change` is "", "insert" or "delete"; refs are "" where not said."""

    text: str
    change: str = ""
    hit: str = ""
    vague: str = ""
    lit: str = ""
    moved: bool = False
    by: str = ""
    """Id of the edition that brought the words, on a page that shows it."""


def cut(text: str, spans: Iterable[Span], change: str = "", *, moved: bool = False) -> tuple[Run, ...]:
    """Cut `text` where spans begin and end. Spans may overlap and reach over the ends; of two spans of the same
    name over the same characters the first one given counts."""
    inside = [span for span in spans if span.start < len(text) and span.end > 0 and span.start < span.end]
    if not inside:
        return (Run(printed_words(text), change, moved=moved),) if text else ()
    edges = sorted({0, len(text), *(max(0, s.start) for s in inside), *(min(len(text), s.end) for s in inside)})
    return tuple(
        _run(text[start:end], [s for s in inside if s.start <= start and s.end >= end], change, moved)
        for start, end in itertools.pairwise(edges)
    )


def shift(spans: Iterable[Span], by: int) -> list[Span]:
    """The same spans, `by` characters to the right."""
    return [Span(span.start + by, span.end + by, span.name, span.ref) for span in spans]


def _run(text: str, over: Sequence[Span], change: str, moved: bool) -> Run:
    said: dict[str, str] = {}
    for span in over:
        said.setdefault(span.name, span.ref or "1")
    hit, vague, lit, by = (said.get(name, "") for name in ("hit", "vague", "lit", "by"))
    return Run(printed_words(text), change, hit, vague, lit, moved, by)
