"""Writing instructions: `write(operations, edition, language)` gives the formulas a drafter would use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from amendments.instructions import formulas_kk, formulas_ru
from amendments.instructions.plan import WORDS, Unwritable
from amendments.instructions.planning import plan
from amendments.law.citations import format_address, steps_of
from amendments.law.edition import Edition
from amendments.law.naming import LAW, Naming, naming_of
from amendments.operations.model import Operation, Remove, Renumber, Restate, Suspend

_FORMULAS: Final = {"ru": formulas_ru, "kk": formulas_kk}
_MOST_IN_LINE: Final = 3


def write(operations: Sequence[Operation], edition: Edition, language: str) -> str:
    """The instruction that orders operations on an edition, "" for none.

    Articles come in order, orders for one article under its context line («в статье 35:»), several articles are
    numbered. The text is read back as `plan(operations, edition)`. Raises Unwritable where no formula orders an
    operation, KeyError for an unknown language.
    """
    return write_plan(plan(operations, edition), language, naming_of(edition))


def write_plan(operations: Sequence[Operation], language: str, naming: Naming = LAW) -> str:
    """The instruction for operations that formulas order as they are (see `plan`), with an act's names of units."""
    if language not in _FORMULAS:
        raise KeyError(f"unknown language {language!r}; known: {', '.join(_FORMULAS)}")
    parts = [_part(context, list(group), language, naming) for context, group in groupby(operations, key=_context)]
    if not parts:
        return ""
    if len(parts) > 1:
        parts = [f"{number}) {part}" for number, part in enumerate(parts, start=1)]
    return ";\n\n".join(parts) + "."


def _context(operation: Operation) -> str:
    """The article whose context line an operation stands under, "" for the act itself."""
    steps = steps_of(operation.address)
    return f"{steps[0][0]}_{steps[0][1]}" if steps and steps[0][0] == "art" else ""


def _part(context: str, operations: list[Operation], language: str, naming: Naming) -> str:
    """The formulas for one article, or for the act."""
    if not context or any(_whole(operation, context) for operation in operations):
        return ";\n\n".join(_statements(operations, "", language, naming))
    inside = _statements(operations, context, language, naming)
    if len(inside) == 1:
        return _statements(operations, "", language, naming)[0]
    if language == "kk":
        head = format_address(context, "kk", "loc")
    else:
        head = f"в {format_address(context, 'ru', 'loc')}"
    return f"{head}:\n\n" + ";\n\n".join(inside)


def _whole(operation: Operation, context: str) -> bool:
    """Whether an order takes the whole article: it is cited by itself, not under its context line."""
    return operation.address == context and isinstance(operation, (Restate, Remove, Renumber, Suspend))


def _statements(operations: Sequence[Operation], context: str, language: str, naming: Naming) -> list[str]:
    formulas = _FORMULAS[language]
    found: list[str] = []
    for group in _lines(operations):
        address = _relative(group[0].address, context)
        if isinstance(group[0], Remove) and len(group) > 1:
            places = [_relative(item.address, context) for item in group]
            found.append(formulas.unit_list(places, naming) + formulas.REMOVE_MANY)
            continue
        sentences: list[str] = []
        for operation in group:
            try:
                sentences.append(formulas.formula(operation, "" if sentences else address, naming))
            except ValueError as error:
                raise Unwritable(operation) from error
        found.append(", ".join(sentences))
    return found


def _relative(address: str, context: str) -> str:
    if not context or address == context:
        return "" if context else address
    return address.removeprefix(f"{context}/")


def _lines(operations: Sequence[Operation]) -> Iterable[list[Operation]]:
    """Operations that one sentence orders: changes of words in one place, numbered neighbours that go."""
    line: list[Operation] = []
    for operation in operations:
        if line and not _together(line, operation):
            yield line
            line = []
        line.append(operation)
    if line:
        yield line


def _together(line: list[Operation], operation: Operation) -> bool:
    last = line[-1]
    if isinstance(last, WORDS) and isinstance(operation, WORDS):
        short = len(line) < _MOST_IN_LINE and "\n" not in getattr(operation, "new", "")
        return short and last.address == operation.address and bool(operation.address)
    if isinstance(last, Remove) and isinstance(operation, Remove):
        one, other = steps_of(last.address), steps_of(operation.address)
        numbered = one and other and one[-1][0] == other[-1][0] and one[-1][0] in ("pt", "sub", "art")
        return bool(numbered) and one[:-1] == other[:-1]
    return False
