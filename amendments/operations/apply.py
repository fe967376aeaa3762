"""Applying operations: exact or refused, never approximate.

`apply(operations, edition)` gives the new edition with, for each operation, the characters it touched; or raises
`Refused`. `try_apply` goes on after a refusal and reports it beside the result.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from amendments.law.edition import Edition
from amendments.law.provision import Provision
from amendments.operations import structure, suspending, wording
from amendments.operations.model import (
    AppendWords,
    Insert,
    InsertWords,
    Layout,
    Move,
    Operation,
    Remove,
    RemoveWords,
    RenameHeading,
    Renumber,
    ReplaceThroughout,
    ReplaceWords,
    Restate,
    Suspend,
)
from amendments.operations.refusal import Refusal, Refused
from amendments.operations.touch import Denied, Touch
from amendments.operations.words import ADJUSTMENTS


@dataclass(frozen=True)
class Change:
    """What one operation did: the places it touched, in order. `operation` is its index in the list."""

    operation: int
    touches: tuple[Touch, ...]

    @property
    def adjustments(self) -> tuple[str, ...]:
        """Names of the editorial rules that were used, each once."""
        names = (edit.adjustment for touch in self.touches for edit in touch.edits)
        return tuple(dict.fromkeys(name for name in names if name))


@dataclass(frozen=True)
class Applied:
    """The edition after operations, what each did, and which were refused (with `try_apply` only)."""

    edition: Edition
    changes: tuple[Change, ...]
    refusals: tuple[Refusal, ...] = field(default=())


_Step = Callable[[Edition, Operation, frozenset[str]], tuple[Provision, tuple[Touch, ...]]]

_STEPS: dict[type[Operation], _Step] = {
    Restate: structure.restate,
    Insert: structure.insert,
    Remove: structure.remove,
    Move: structure.move,
    Renumber: structure.renumber,
    Layout: structure.layout,
    RenameHeading: wording.rename_heading,
    ReplaceWords: wording.replace_words,
    InsertWords: wording.insert_words,
    AppendWords: wording.append_words,
    RemoveWords: wording.remove_words,
    ReplaceThroughout: wording.replace_throughout,
    Suspend: suspending.suspend,
}


def apply(operations: Sequence[Operation], edition: Edition, *, adjustments: frozenset[str] = ADJUSTMENTS) -> Applied:
    """Apply operations in order, all or nothing. Raises `Refused` with every reason found.

    `adjustments` are the names of the editorial rules that may be used (see `words`).
    """
    applied = try_apply(operations, edition, adjustments=adjustments)
    if applied.refusals:
        raise Refused(applied.refusals)
    return applied


def try_apply(
    operations: Sequence[Operation],
    edition: Edition,
    *,
    adjustments: frozenset[str] = ADJUSTMENTS,
    explain: bool = True,
) -> Applied:
    """Apply what can be applied exactly, in order; the rest is reported in `refusals` and changes nothing.

    Without `explain` a refusal has its code and address only: enough to know that it is one, at less cost.
    """
    changes: list[Change] = []
    refusals: list[Refusal] = []
    current = edition
    for index, operation in enumerate(operations):
        try:
            root, touches = _STEPS[type(operation)](current, operation, adjustments)
        except Denied as denied:
            refusals.append(denied.refusal(index, explain=explain))
            continue
        changes.append(Change(index, touches))
        current = current.with_root(root)
    return Applied(current, tuple(changes), tuple(refusals))
