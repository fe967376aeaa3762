"""One order often makes several operations, which all speak of the text before it: a sequence that respects this."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from amendments.instructions.sentence_orders import Sentences
from amendments.instructions.settled import settled, target_at
from amendments.law.citations import join, steps_of
from amendments.law.edition import Edition, address_of
from amendments.law.normal import find_words
from amendments.law.numbers import sort_key
from amendments.law.settling import Custom
from amendments.operations.model import Operation, Remove, RemoveWords, Renumber, ReplaceWords, Restate, Suspend
from amendments.operations.refusal import Refusal
from amendments.operations.touch import Denied
from amendments.operations.tree import paragraph_paths
from amendments.operations.words import ADJUSTMENTS, removed, replaced

Batch = list[tuple[int, Operation]]  # operations of one order with their indexes in the reading


class Together:
    """Puts the operations of one order into a sequence."""

    def __init__(self, edition: Edition, custom: Custom, adjustments: frozenset[str] = ADJUSTMENTS) -> None:
        self.edition = edition
        self.custom = custom
        self.adjustments = adjustments

    def sequence(self, batch: Batch) -> tuple[Batch, list[Refusal]]:
        """Operations of one order in a sequence that gives the same as all at once; and those that cannot be done.

        Unnumbered units are taken from the last to the first, numbers are given where they are free, words that one
        replacement would bring and another would find are fixed to their places first.
        """
        if len(batch) < 2:
            return batch, []
        operations = [operation for _, operation in batch]
        if all(isinstance(operation, Renumber) for operation in operations):
            return _renumbering(batch, lambda address: settled(self.edition, address, self.custom))
        if all(isinstance(operation, (Remove, Restate, Suspend)) for operation in operations):
            if any(_counted(operation.address) for operation in operations):
                return sorted(batch, key=lambda item: _place_key(item[1].address), reverse=True), []
        elif all(isinstance(operation, (ReplaceWords, RemoveWords)) for operation in operations):
            return self._words_together(batch)
        return batch, []

    def _words_together(self, batch: Batch) -> tuple[Batch, list[Refusal]]:
        """Each replacement finds its words in the text before the order."""
        if not any(_disturbs(one, other) for _, one in batch for _, other in batch if one is not other):
            return batch, []
        placed: list[tuple[int, str, int, int, Operation]] = []
        refusals: list[Refusal] = []
        for index, operation in batch:
            try:
                placed.append((index, *self._one_place(operation)))
            except Denied as denied:
                refusals.append(denied.refusal(index))
        placed.sort(key=lambda item: (item[1], -item[2]))
        for left, right in pairwise(placed):
            if left[1] == right[1] and right[3] > left[2]:
                refusals.append(Refusal("words_overlap", left[1], {}, left[0]))
        return [(index, operation) for index, _, _, _, operation in placed], refusals

    def _one_place(self, operation: Operation) -> tuple[str, int, int, Operation]:
        """The paragraph and the offsets of the words of an operation, and the operation fixed to them."""
        words = operation.old if isinstance(operation, ReplaceWords) else _removed(operation)
        if "snt_" in operation.address:
            fixed = Sentences(self.edition, self.custom).make(operation)[0]
            at = fixed.at if isinstance(fixed, (ReplaceWords, RemoveWords)) else None
            size = fixed.old if isinstance(fixed, ReplaceWords) else _removed(fixed)
            return fixed.address, at or 0, (at or 0) + len(size), fixed
        address = settled(self.edition, operation.address, self.custom)
        target = target_at(self.edition, address)
        found = [(path, node, span) for path, node in paragraph_paths(target) for span in find_words(node.text, words)]
        if len(found) != 1:
            code = "words_found_often" if found else "words_not_found"
            raise Denied(code, address, words=words, count=len(found), closest="", elsewhere=[])
        path, node, (start, end) = found[0]
        place = address if path == target.path else address_of(self.edition, path)
        if isinstance(operation, ReplaceWords):
            edits = replaced(node.text, start, end, operation.new, self.adjustments)
        else:
            edits = removed(node.text, start, end, self.adjustments)
        start, end = min(edit.start for edit in edits), max(edit.end for edit in edits)
        new = operation.new if isinstance(operation, ReplaceWords) else ""
        fixed = ReplaceWords(address=place, old=node.text[start:end], new=new, at=start, order=operation.order)
        return place, start, end, fixed


def _removed(operation: Operation) -> str:
    return operation.words if isinstance(operation, RemoveWords) else ""


def _disturbs(one: Operation, other: Operation) -> bool:
    """Whether what one replacement brings or takes may be found by another."""
    words = other.old if isinstance(other, ReplaceWords) else _removed(other)
    brought = one.new if isinstance(one, ReplaceWords) else ""
    taken = one.old if isinstance(one, ReplaceWords) else _removed(one)
    same = one.address == other.address or not (one.address and other.address)
    near = same or one.address.startswith(f"{other.address}/") or other.address.startswith(f"{one.address}/")
    return near and bool(find_words(brought, words) or find_words(taken, words))


def _counted(address: str) -> bool:
    """Whether an address counts unnumbered units or sentences."""
    return any(prefix in ("cl", "ind", "snt") for prefix, _ in steps_of(address))


def _place_key(address: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
    return tuple((prefix, sort_key(number)) for prefix, number in steps_of(address))


def _renumbering(batch: Batch, settle: Callable[[str], str]) -> tuple[Batch, list[Refusal]]:
    """New numbers in a sequence in which each is free when it is given («3 и 4 считать 4 и 5»: the last first)."""
    waiting: dict[str, tuple[int, Operation]] = {}
    refusals: list[Refusal] = []
    for index, operation in batch:
        try:
            waiting[settle(operation.address)] = (index, operation)
        except Denied as denied:
            refusals.append(denied.refusal(index))
    ready: Batch = []
    while waiting:
        free = [place for place, (_, operation) in waiting.items() if new_address(place, operation) not in waiting]
        if not free:
            refusals.extend(Refusal("unit_exists", address, {}, index) for address, (index, _) in waiting.items())
            break
        ready.append(waiting.pop(free[-1]))
    return ready, refusals


def new_address(address: str, operation: Operation) -> str:
    """The address a unit has once it is renumbered."""
    steps = steps_of(address)
    number = operation.number if isinstance(operation, Renumber) else ""
    return join((*steps[:-1], (steps[-1][0], number)))
