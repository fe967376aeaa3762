"""Heat maps: rows of counts by factor, laid out for a drawing and for the table beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from amendments.clarity.finding import FACTORS
from service.store.findings import FindingCounts

STEPS: Final = (1, 3, 6, 11)
"""From how many findings on a cell gets its first, second, third, fourth shade."""
CELL: Final = 44
ROW: Final = 34
GAP: Final = 4
HEAD: Final = 152
NAMES: Final = 190
SHOWN: Final = 26
"""Characters of a row's name in the drawing; the table has all of it."""

Link = Callable[[str, str], str]
"""(row's key, factor) → address of the list of these findings; "" for none."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of the map; `link` leads to the findings that it counts."""

    factor: str
    count: int
    shade: int
    x: int
    link: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the map: its whole name, the name as it is drawn, its cells and their sum."""

    key: str
    name: str
    short: str
    y: int
    cells: tuple[Cell, ...]
    total: int
    link: str


@dataclass(frozen=True, slots=True)
class HeatMap:
    """A drawing `width` by `height` with a column for each of `factors` (name, x)."""

    rows: tuple[Row, ...]
    columns: tuple[tuple[str, str, int], ...]
    width: int
    height: int


def by_article(
    counts: FindingCounts, order: Sequence[str], names: Mapping[str, str], factors: Mapping[str, str], link: Link
) -> HeatMap:
    """Articles × factors in the law's order; only articles that have findings."""
    numbers = {article: _numbers(counts, article) for article in (*order, "")}
    found = [(article, names.get(article, article), row) for article, row in numbers.items() if any(row.values())]
    return _drawn(found, factors, link)


def by_edition(lines: Sequence[tuple[str, str, Mapping[str, int]]], factors: Mapping[str, str], link: Link) -> HeatMap:
    """Editions × factors: (key, name, factor → count), in the order given; editions without findings stay."""
    return _drawn(lines, factors, link)


def _numbers(counts: FindingCounts, article: str) -> Mapping[str, int]:
    return {factor: counts.by_article.get((article, factor), 0) for factor in FACTORS}


def shade(count: int) -> int:
    """The shade of a cell, 0 (none) to 4."""
    return sum(count >= step for step in STEPS)


def _drawn(lines: Sequence[tuple[str, str, Mapping[str, int]]], factors: Mapping[str, str], link: Link) -> HeatMap:
    columns = [(factor, NAMES + place * (CELL + GAP)) for place, factor in enumerate(FACTORS)]
    rows = []
    for place, (key, name, numbers) in enumerate(lines):
        cells = tuple(
            Cell(factor, count := numbers.get(factor, 0), shade(count), x, link(key, factor) if count else "")
            for factor, x in columns
        )
        short = name if len(name) <= SHOWN else name[: SHOWN - 1].rstrip(" .,") + "…"
        total = sum(cell.count for cell in cells)
        rows.append(Row(key, name, short, HEAD + place * (ROW + GAP), cells, total, link(key, "") if total else ""))
    width = NAMES + len(columns) * (CELL + GAP)
    return HeatMap(
        tuple(rows),
        tuple((factor, factors[factor], x) for factor, x in columns),
        width,
        HEAD + len(rows) * (ROW + GAP),
    )
