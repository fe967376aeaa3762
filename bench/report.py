"""Results as tables: on the screen while they come, and on a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

RESULTS = Path(__file__).resolve().parent / "RESULTS.md"
_FIGURE = re.compile(r"-|-?[\d.,]+(?:x| \w+)?")


@dataclass
class Table:
    """Rows under one heading."""

    title: str
    columns: Sequence[str]
    rows: list[Sequence[str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def markdown(self) -> str:
        """The table as a section of a Markdown page."""
        columns = [[row[place] for row in self.rows] for place in range(len(self.columns))]
        figures = [all(_FIGURE.fullmatch(cell) for cell in column) for column in columns]
        marks = ["---:" if is_figure else "---" for is_figure in figures]
        lines = [f"## {self.title}", "", _line(self.columns), "|" + "|".join(marks) + "|", *map(_line, self.rows), ""]
        return "\n".join([*lines, *(remark + "\n" for remark in self.remarks)])


@dataclass(frozen=True)
class Figure:
    """What we take of something, beside what another takes, and how many times ours that should be."""

    what: str
    ours: float
    other: str
    theirs: float
    unit: str = "ms"
    asked: float | None = None
    remark: str = ""

    @property
    def ratio(self) -> float:
        """How many times ours the other's is; below 1 the other does with less."""
        return self.theirs / self.ours

    def cells(self) -> tuple[str, ...]:
        """The figure as a row of FIGURES."""
        asked, holds = ("-", "-") if self.asked is None else (times(self.asked), held(self.ratio, self.asked))
        ours, theirs = (amount(value, self.unit) for value in (self.ours, self.theirs))
        return (self.what, ours, self.other, theirs, times(self.ratio), asked, holds, self.remark)


FIGURES = ("what", "ours", "other", "other's", "ratio", "asked", "holds", "remark")


def figures(title: str, rows: Sequence[Figure], *remarks: str) -> Table:
    """A table of figures."""
    return Table(title, FIGURES, [row.cells() for row in rows], remarks=list(remarks))


def put_into(page: str, table: Table) -> str:
    """A page with the table in the place of the section of its title, or at the end where there is none yet."""
    heading = f"## {table.title}\n"
    before, found, rest = page.partition(f"\n{heading}")
    if not found:
        return f"{page.rstrip()}\n\n{table.markdown()}"
    _old, following, after = rest.partition("\n## ")
    return f"{before}\n{table.markdown()}{following}{after}"


def held(ratio: float, asked: float) -> str:
    """Whether a ratio reaches what is asked."""
    return "yes" if ratio >= asked else "no"


def amount(value: float | None, unit: str = "ms") -> str:
    """A figure with its unit, as people read it."""
    if value is None:
        return "-"
    return f"{value:,.{0 if abs(value) >= 10 else 1}f} {unit}"


def times(ratio: float | None) -> str:
    """A ratio with two figures that mean something."""
    if ratio is None:
        return "-"
    return f"{ratio:.{0 if ratio >= 100 else 1 if ratio >= 1 else 2}f}x"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
