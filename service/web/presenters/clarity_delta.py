"""What a change does to clarity, as pages show it: one sentence, and figures by factor and by weight."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from amendments.clarity.finding import FACTORS, Finding
from service.web.presenters.clarity import FACTOR_NAMES, WEIGHTS, level

if TYPE_CHECKING:
    from amendments.clarity import Delta


@dataclass(frozen=True, slots=True)
class DeltaLine:
    """Figures of one factor or one weight."""

    name: str
    added: int
    removed: int
    kept: int
    moved: int


@dataclass(frozen=True, slots=True)
class DeltaView:
    """A delta in the reader's language; `verdict` is clearer, vaguer, mixed, same or clean."""

    sentence: str
    verdict: str
    added: int
    removed: int
    kept: int
    moved: int
    factors: tuple[DeltaLine, ...]
    weights: tuple[DeltaLine, ...]


def delta_view(delta: Delta, language: str) -> DeltaView:
    """A delta for a page in `language`."""
    moves = {
        "added": delta.added,
        "removed": delta.removed,
        "kept": [new for _, new in delta.kept],
        "moved": [new for _, new in delta.moved],
    }
    factors: Mapping[Any, Any] = {factor: FACTOR_NAMES[factor] for factor in FACTORS}
    return DeltaView(
        delta.describe(language),
        delta.verdict,
        len(moves["added"]),
        len(moves["removed"]),
        len(moves["kept"]),
        len(moves["moved"]),
        _lines(moves, factors, lambda finding: finding.factor),
        _lines(moves, {number: WEIGHTS[number] for number in (3, 2, 1)}, lambda finding: level(finding.weight)),
    )


def _lines(
    moves: Mapping[str, Iterable[Finding]], names: Mapping[Any, Any], key: Callable[[Finding], Any]
) -> tuple[DeltaLine, ...]:
    counts = {move: Counter(map(key, found)) for move, found in moves.items()}
    return tuple(
        DeltaLine(str(name), **{move: counted[value] for move, counted in counts.items()})
        for value, name in names.items()
        if any(counted[value] for counted in counts.values())
    )
