"""The matrix of subjects and levels as the page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from service.store.power_lists import Cell, Matrix, group_name, subject_name
from service.web.presenters.citation import capital
from service.web.presenters.powers import LEVELS

WIDEST: Final = 10
"""Steps of a bar; its length says how many powers a cell has beside the fullest one."""


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell with the length of its bar, 0 to `WIDEST`."""

    level: str
    level_name: str
    cell: Cell
    bar: int


@dataclass(frozen=True, slots=True)
class RowView:
    """A subject's row; `group` is named where a new group begins."""

    group: str
    subject: str
    name: str
    cells: tuple[CellView, ...]


def matrix_rows(found: Matrix, language: str) -> tuple[list[str], list[RowView]]:
    """The names of the levels, and the rows."""
    heads = [capital(str(LEVELS[level])) for level in found.levels]
    rows: list[RowView] = []
    before = ""
    for group, subject, cells in found.rows:
        views = tuple(
            CellView(level, str(LEVELS[level]), cells[level], _bar(cells[level].powers, found.most))
            for level in found.levels
        )
        rows.append(RowView(group_name(group, language) if group not in (before, subject) else "", subject,
                            subject_name(subject, language), views))  # fmt: skip
        before = group
    return heads, rows


def _bar(count: int, most: int) -> int:
    return max(1, round(WIDEST * count / most)) if count else 0
