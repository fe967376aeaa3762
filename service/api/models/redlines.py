"""Operations and redlines as the API gives them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from amendments.operations.model import Operation as DomainOperation
from amendments.operations.model import to_json
from amendments.operations.redline import Row as DomainRow
from service.api.models.common import Kind

RowStatus = Literal["same", "inserted", "deleted", "changed", "moved_from", "moved_to"]


class Operation(BaseModel):
    """One typed change at an address.

    Its other fields depend on its kind: `new` (units or words), `units`, `after`, `old`, `words`, `before`, `at`,
    `everywhere`, `heading`, `number`, `to`, `pairs`, `marker`, `until`, `in_force_from`, `scope`, and `order`, the
    characters [start, end] of the instruction that ordered it.
    """

    model_config = ConfigDict(extra="allow")

    kind: Literal[
        "restate", "insert", "remove", "replace_words", "insert_words", "append_words", "remove_words",
        "rename_heading", "renumber", "move", "replace_throughout", "suspend", "layout",
    ]  # fmt: skip
    address: str


class Segment(BaseModel):
    """A run of words."""

    kind: Literal["equal", "insert", "delete"]
    text: str


class Row(BaseModel):
    """A printed paragraph of the old and the new text in one."""

    status: RowStatus
    kind: Kind
    label: str = Field(description="Number as printed in the new text; in the old one for what was deleted.")
    label_old: str = Field(description="The old number, where it differs.")
    address_old: str = Field(description="Address in the old edition; empty where it is not in it.")
    address_new: str = Field(description="Address in the new edition; empty where it is not in it.")
    part: Literal["", "split", "merger"] = Field(
        description="Why a paragraph moved: it was split off the one at its other address, or became one with it."
    )
    depth: int
    operations: list[int] = Field(description="Places in the list of operations that made this row what it is.")
    segments: list[Segment]


class Comparison(BaseModel):
    """What turns one edition into another."""

    act: str
    language: Literal["ru", "kk"]
    old: date = Field(description="From when the old edition is in force.")
    new: date = Field(description="From when the new edition is in force.")
    operations: list[Operation] = Field(description="Changes of the law's words and structure.")
    editorial: list[Operation] = Field(description="Changes of notes, marks and layout; empty unless notes=true.")
    counts: dict[str, int] = Field(description="How many rows have each status.")
    rows: list[Row]


def operation(change: DomainOperation) -> Operation:
    """An operation with the fields of its kind."""
    return Operation.model_validate(to_json(change))


def operations(changes: Iterable[DomainOperation]) -> list[Operation]:
    """Operations in their order."""
    return [operation(change) for change in changes]


def chosen(rows: Iterable[DomainRow], which: str) -> list[Row]:
    """The rows that are asked for: "all", "changed" or "none"."""
    if which == "none":
        return []
    return [_row(row) for row in rows if which == "all" or row.status != "same"]


def counts(rows: Iterable[DomainRow]) -> dict[str, int]:
    """How many rows have each status."""
    return dict(sorted(Counter(row.status for row in rows).items()))


def _row(row: DomainRow) -> Row:
    return Row(
        status=row.status,
        kind=row.kind,  # type: ignore[arg-type]  # checked by the model
        label=row.label,
        label_old=row.label_old,
        address_old=row.address_old,
        address_new=row.address_new,
        part=row.part,
        depth=row.depth,
        operations=list(row.operations),
        segments=[Segment(kind=part.kind, text=part.text) for part in row.segments],
    )
