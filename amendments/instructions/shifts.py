"""Ordinals that an earlier order of the same act has moved.

«абзац второй исключить; абзац третий изложить …»: is the third indent counted before or after the second went? The
words asked for may tell; where they do not, the order is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from amendments.law.citations import Steps, join, steps_of
from amendments.law.edition import Edition
from amendments.operations.model import Insert, Operation, Remove, Restate, Suspend

_ORDINAL = ("cl", "ind")


@dataclass
class Shifts:
    """What was inserted (+) and removed (-) among unnumbered units: parent, prefix, ordinal, by how many."""

    found: list[tuple[str, str, int, int]] = field(default_factory=list)

    def note(self, operation: Operation, edition: Edition) -> None:
        """Remember an exact operation that was applied to `edition` (as it was before)."""
        if isinstance(operation, Insert):
            self._inserted(operation, edition)
        if not isinstance(operation, (Remove, Restate, Suspend)):
            return
        steps = steps_of(operation.address)
        if steps and steps[-1][0] in _ORDINAL and steps[-1][1].isdigit():
            if isinstance(operation, Remove):
                change = -1
            else:
                new = operation.new if isinstance(operation, Restate) else operation.temporary
                change = max(len(new), 1) - 1
            if change:
                at = int(steps[-1][1]) + (0 if change < 0 else 1)
                self.found.append((join(steps[:-1]), steps[-1][0], at, change))

    def _inserted(self, operation: Insert, edition: Edition) -> None:
        kinds = {"clause": "cl", "indent": "ind"}
        prefix = kinds.get(operation.units[0].kind) if operation.units else None
        if prefix is None or operation.after is None:
            return  # put last: nothing that was counted moves
        after = steps_of(operation.after)
        ordinal = int(after[-1][1]) if after and after[-1][0] == prefix and after[-1][1].isdigit() else 0
        self.found.append((operation.address, prefix, ordinal + 1, len(operation.units)))

    def readings(self, address: str) -> list[str]:
        """The addresses that a cited address may mean now: as counted now, and as counted before the changes."""
        steps = steps_of(address)
        before = list(steps)
        moved = False
        for index, (prefix, number) in enumerate(steps):
            if prefix not in _ORDINAL or not number.isdigit():
                continue
            parent = join(tuple(steps[:index]))
            now = int(number)
            for place, kind, at, change in self.found:
                if place == parent and kind == prefix and now >= at:
                    moved = True
                    now = 0 if change < 0 and now < at - change else now + change
            before[index] = (prefix, str(now))
        if not moved:
            return [address]
        earlier: Steps = tuple(before)
        gone = any(number == "0" for _, number in earlier)
        return [address] if gone else [address, join(earlier)]

    def unclear(self, address: str) -> bool:
        """Whether an earlier order moved what an address counts."""
        if not self.found:
            return False
        steps = steps_of(address)
        for index, (prefix, number) in enumerate(steps):
            if prefix in _ORDINAL and number.isdigit():
                parent = join(tuple(steps[:index]))
                if any(p == parent and k == prefix and int(number) >= at for p, k, at, _ in self.found):
                    return True
        return False
