"""Carrying a bill onto a newer edition: each operation comes out clean, adjusted (how) or broken (why)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from amendments.law.edition import Edition
from amendments.operations.apply import try_apply
from amendments.operations.mapping import Mapping, words_after
from amendments.operations.model import (
    Insert,
    InsertWords,
    Move,
    Operation,
    RemoveWords,
    ReplaceWords,
    Restate,
    Suspend,
)
from amendments.operations.refusal import Refusal

Status = Literal["clean", "adjusted", "broken"]
Reason = Literal["", "address", "place", "unit_gone", "unit_changed", "words_changed", "refused", "already_refused"]


@dataclass(frozen=True)
class Rebased:
    """One operation on the newer edition. `operation` is None where it is broken.

    `reason`: address (the unit has moved or was renumbered), place (the words stand at another offset), unit_gone,
    unit_changed (a restatement would undo what the newer edition brought), words_changed, refused (see `refusal`),
    already_refused (it could not be applied to the old edition either).
    """

    status: Status
    operation: Operation | None
    reason: Reason = ""
    refusal: Refusal | None = None


def rebase(operations: Sequence[Operation], old: Edition, new: Edition) -> tuple[Rebased, ...]:
    """Carry operations written against `old` onto `new`, in order; later ones see the earlier ones' effect."""
    found: list[Rebased] = []
    before, after = old, new
    for operation in operations:
        step = try_apply([operation], before)
        if step.refusals:
            found.append(Rebased("broken", None, "already_refused", step.refusals[0]))
            continue
        result = _carry(operation, Mapping(before, after))
        if result.operation is not None:
            applied = try_apply([result.operation], after)
            if applied.refusals:
                result = Rebased("broken", None, "refused", applied.refusals[0])
            else:
                after = applied.edition
        found.append(result)
        before = step.edition
    return tuple(found)


def _carry(operation: Operation, mapping: Mapping) -> Rebased:
    address = mapping.address(operation.address) if operation.address else ""
    if address is None:
        return Rebased("broken", None, "unit_gone")
    if isinstance(operation, Restate | Suspend) and _changed(operation, mapping):
        return Rebased("broken", None, "unit_changed")
    changed = replace(operation, address=address)
    reason: Reason = "address" if address != operation.address else ""
    if isinstance(changed, Insert) and changed.after:
        after = mapping.address(changed.after)
        if after is None:
            return Rebased("broken", None, "unit_gone")
        reason = "address" if after != changed.after else reason
        changed = replace(changed, after=after)
    if isinstance(changed, Move):
        to = mapping.address(changed.to) if changed.to else ""
        after = mapping.address(changed.after) if changed.after else changed.after
        if to is None or (changed.after and after is None):
            return Rebased("broken", None, "unit_gone")
        changed = replace(changed, to=to, after=after)
    if isinstance(changed, ReplaceWords | RemoveWords | InsertWords) and changed.at is not None:
        place = _offset(changed, operation.address, mapping)
        if place is None:
            return Rebased("broken", None, "words_changed")
        reason = "place" if place != changed.at and not reason else reason
        changed = replace(changed, at=place)
    return Rebased("adjusted" if reason else "clean", changed, reason)


def _changed(operation: Restate | Suspend, mapping: Mapping) -> bool:
    """Whether the unit's words changed between the editions, so that its restatement would undo the newer text.

    A suspension without a temporary text brings no words that could.
    """
    if isinstance(operation, Suspend) and not operation.temporary:
        return False
    kept = mapping.kept_at(operation.address)
    return kept is None or kept.old.law_hash != kept.new.law_hash


def _offset(operation: ReplaceWords | RemoveWords | InsertWords, address: str, mapping: Mapping) -> int | None:
    kept = mapping.kept_at(address)
    if kept is None or operation.at is None:
        return None
    size = len(operation.old) if isinstance(operation, ReplaceWords) else 0
    size = len(operation.words) if isinstance(operation, RemoveWords) else size
    place = words_after(kept.old.text, kept.new.text, operation.at, operation.at + size)
    return place[0] if place is not None else None
