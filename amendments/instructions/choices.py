"""What a person chose for orders that do not fit the text: the place, or the words that stand there instead.

An order that is refused because its words are found several times, or stand elsewhere, or because its unit is not
there, comes with candidates. A person may choose one: the order is then carried out there, and only there. Where the
text has words close to those of the order, they are a candidate too: chosen, they take the place of the words sought.
A choice counts only where the order is refused and it is among the candidates: nothing else can be moved by it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from hashlib import blake2b
from typing import Final

from amendments.instructions.applying import Outcome, apply_instruction
from amendments.instructions.reading import Reading
from amendments.law.citations import steps_of
from amendments.law.edition import Edition
from amendments.operations.model import InsertWords, Operation, RemoveWords, ReplaceWords, to_json
from amendments.operations.refusal import Refusal
from amendments.operations.words import ADJUSTMENTS

MOST_CHOICES: Final = 50
_WORDS: Final = (ReplaceWords, RemoveWords, InsertWords)


@dataclass(frozen=True)
class Candidate:
    """A place where a refused order could be meant; `around` are the words there, "" where a whole unit is meant.

    `words`: words of the text, close to those of the order, that would stand for them; "" keeps the order's own.
    """

    address: str
    at: int | None = None
    around: str = ""
    words: str = ""


@dataclass(frozen=True)
class Choice:
    """A person's decision: the order with this key (see `keys`) is meant at this place.

    `words`: it is meant for these words of the text, not for those that it names; "" for its own.
    """

    key: str
    address: str
    at: int | None = None
    words: str = ""


@dataclass(frozen=True)
class Chosen:
    """The outcome with choices: `taken` are those that counted, by the index of their order in the reading."""

    outcome: Outcome
    taken: Mapping[int, tuple[Choice, ...]]


def keys(reading: Reading) -> tuple[str, ...]:
    """For each operation of a reading a name that stays the same while its words and its place in the law do."""
    seen: Counter[str] = Counter()
    found = []
    for operation in reading.operations:
        data = to_json(replace(operation, order=None, in_force_from=None))
        name = blake2b(json.dumps(data, ensure_ascii=False, sort_keys=True).encode(), digest_size=8).hexdigest()
        seen[name] += 1
        found.append(f"{name}-{seen[name]}")
    return tuple(found)


def candidates(refusal: Refusal, operation: Operation) -> tuple[Candidate, ...]:
    """The places that a person may choose for a refused order; none for reasons that a place does not mend."""
    if refusal.code == "words_found_often":
        offered = refusal.params.get("candidates")
        places = offered if isinstance(offered, list) else []
        return tuple(Candidate(str(one["address"]), int(one["at"]), str(one["around"])) for one in places)
    if refusal.code == "words_not_found" and isinstance(operation, _WORDS):
        elsewhere = refusal.params.get("elsewhere")
        places = elsewhere if isinstance(elsewhere, list) else []
        closest = str(refusal.params.get("closest") or "")
        close = (Candidate(refusal.address, words=closest),) if closest and sought(operation) else ()
        return (*close, *(Candidate(str(place)) for place in places))
    if refusal.code == "unit_not_found" and refusal.address == operation.address:
        nearest = refusal.params.get("nearest")
        kind = _kind(operation.address)
        places = nearest if isinstance(nearest, list) else []
        return tuple(Candidate(str(place)) for place in places if _kind(str(place)) == kind)
    return ()


def apply_chosen(
    reading: Reading,
    edition: Edition,
    choices: Sequence[Choice] = (),
    *,
    adjustments: frozenset[str] = ADJUSTMENTS,
    partial: bool | None = None,
) -> Chosen:
    """Apply a reading as `apply_instruction` does, with the places that a person chose.

    At most `MOST_CHOICES` choices are looked at. What is still refused after them stays refused.
    """
    names = keys(reading)
    left = list(choices[:MOST_CHOICES])
    taken: dict[int, tuple[Choice, ...]] = {}
    current = reading
    while True:
        outcome = apply_instruction(current, edition, partial=partial, adjustments=adjustments)
        moved = dict[int, Operation]()
        for refusal in outcome.refusals:
            index = refusal.operation
            if index in moved or not 0 <= index < len(names):
                continue
            operation = current.operations[index]
            choice = next((one for one in left if one.key == names[index] and _offered(one, refusal, operation)), None)
            if choice is not None:
                left.remove(choice)
                taken[index] = (*taken.get(index, ()), choice)
                moved[index] = placed(operation, choice)
        if not moved:
            return Chosen(replace(outcome, reading=reading), taken)
        operations = tuple(moved.get(index, operation) for index, operation in enumerate(current.operations))
        current = replace(current, operations=operations)


def placed(operation: Operation, choice: Choice) -> Operation:
    """The order at the chosen place, for the chosen words."""
    if choice.words:
        operation = _reworded(operation, choice.words)
    if choice.at is not None and isinstance(operation, RemoveWords):
        return replace(operation, address=choice.address, at=choice.at, chosen=True)
    if choice.at is not None and "at" in {item.name for item in fields(operation)}:
        return replace(operation, address=choice.address, at=choice.at)  # type: ignore[call-arg]
    return replace(operation, address=choice.address)


def sought(operation: Operation) -> str:
    """The words that an order looks for in the text; "" where it looks for none or for more than one stretch."""
    if isinstance(operation, ReplaceWords):
        return operation.old
    if isinstance(operation, RemoveWords):
        return operation.words
    if isinstance(operation, InsertWords) and not (operation.after and operation.before):
        return operation.after or operation.before
    return ""


def _reworded(operation: Operation, words: str) -> Operation:
    """The order with other words to look for."""
    if isinstance(operation, ReplaceWords):
        return replace(operation, old=words)
    if isinstance(operation, RemoveWords):
        return replace(operation, words=words)
    if isinstance(operation, InsertWords):
        return replace(operation, after=words) if operation.after else replace(operation, before=words)
    return operation


def _offered(choice: Choice, refusal: Refusal, operation: Operation) -> bool:
    wanted = (choice.address, choice.at, choice.words)
    return any((one.address, one.at, one.words) == wanted for one in candidates(refusal, operation))


def _kind(address: str) -> str:
    steps = steps_of(address)
    return steps[-1][0] if steps else ""
