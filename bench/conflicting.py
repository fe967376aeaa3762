"""Rows of conflicts: the amendments of one bill checked against one another, beside readings of the law."""

from __future__ import annotations

from functools import partial

from amendments.law.edition import Edition
from amendments.law.reader import read
from amendments.operations.conflicts import Conflict, conflicts
from amendments.operations.model import Operation
from bench.measure import Prepared, medians
from bench.report import Figure, Table, figures
from bench.subjects import Laws, held_in_memory
from tests.support.bills import bill

COUNT = 500
READINGS = 5
HOW = (
    "Amendments of one or two operations, from words to whole units, generated against the law. «A few readings» is "
    f"taken for {READINGS}."
)


def conflicting(laws: Laws, count: int = COUNT) -> Table:
    """Five hundred amendments on the real law and on a generated one."""
    rows: list[Figure] = []
    for name, text in (("real law", laws.real.new), ("small law", laws.generated[0])):
        amendments = bill(held_in_memory(text), count, seed=1)
        number = len(conflicts(amendments, held_in_memory(text)))
        found = medians(
            {
                "ours": Prepared(partial(held_in_memory, text), partial(_conflicts, amendments)),
                "read": partial(read, text, "ru"),
            }
        )
        rows.append(
            Figure(f"{count} amendments on the {name}", found["ours"], f"{READINGS} readings of it",
                   READINGS * found["read"], asked=1.0, remark=f"{number:,} conflicts found")
        )  # fmt: skip
    return figures("Conflicts", rows, HOW)


def _conflicts(amendments: list[list[Operation]], edition: Edition) -> tuple[Conflict, ...]:
    return conflicts(amendments, edition)
