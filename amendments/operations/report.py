"""Operations as a reader of a comparison wants them: each at the address of the unit that it changes."""

from __future__ import annotations

from amendments.law.edition import FROM_ROOT, PREFIX
from amendments.operations.model import Insert, Operation, to_json


def affected(operation: Operation) -> str:
    """The address of the unit that an operation changes; for an insertion, of the first unit it brings in."""
    if not isinstance(operation, Insert) or not operation.units or not operation.units[0].number:
        return operation.address
    unit = operation.units[0]
    name = f"{PREFIX[unit.kind]}_{unit.number}"
    if unit.kind in FROM_ROOT or not operation.address:
        return name
    return f"{operation.address.removesuffix('/cl_1')}/{name}"


def report(operation: Operation) -> dict[str, object]:
    """`to_json` with `address` as `affected` gives it; the unit that holds an insertion is `parent`."""
    data = to_json(operation)
    if isinstance(operation, Insert):
        data["parent"] = operation.address
        data["address"] = affected(operation)
    return data
