"""Instructions as the API writes them: from operations, or from an edited text."""

from __future__ import annotations

from dataclasses import MISSING, fields
from datetime import date
from typing import Any, Final, Literal

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from amendments.instructions.drafting import Drafted
from amendments.law.edition import PREFIX
from amendments.operations.model import OPERATIONS, from_json
from amendments.operations.model import Operation as DomainOperation
from service.api.language import reader_language
from service.api.models.redlines import Operation, operations
from service.api.problems import ApiError
from service.api.requests import Address, Body, Code, TextLanguage, shown

MAX_LAW: Final = 800_000
"""Characters of a text that instructions are written from: the longest ordinary law, within the greatest body."""
MAX_OPERATIONS: Final = 1_000
_DEEPEST: Final = 12
_UNITS: Final = ("units", "temporary")
_DATES: Final = ("until", "in_force_from")
_SCALARS: Final[dict[str, Any]] = {
    "at": int | None, "everywhere": bool, "inflected": bool, "keep_layout": bool, "outright": bool, "chosen": bool,
    "after": str | None, "pairs": tuple[tuple[str, str], ...],
}  # fmt: skip


class OrderedOperation(BaseModel):
    """An operation, as readings and comparisons of the API give it; its other fields depend on its kind."""

    model_config = {"extra": "allow"}

    kind: Literal[
        "restate", "insert", "remove", "replace_words", "insert_words", "append_words", "remove_words",
        "rename_heading", "renumber", "move", "replace_throughout", "suspend", "layout",
    ]  # fmt: skip
    address: Address


class WriteBody(Body):
    """What is to be ordered (`operations`, or the text as it shall be: `after`), and of what: `before` or `act`."""

    model_config = shown(
        examples={
            "texts": {
                "summary": "From two texts",
                "value": {
                    "language": "ru",
                    "before": "1. Аким отчитывается ежегодно.",
                    "after": "1. Аким отчитывается два раза в год.",
                },
            },
            "operations": {
                "summary": "From operations on an edition",
                "value": {
                    "language": "kk",
                    "act": "demo-1",
                    "on": "2026-03-01",
                    "operations": [{"kind": "remove", "address": "art_5/pt_4"}],
                },
            },
        }
    )

    language: TextLanguage
    operations: list[OrderedOperation] | None = Field(None, min_length=1, max_length=MAX_OPERATIONS)
    after: str | None = Field(None, min_length=1, max_length=MAX_LAW, description="The text as it shall be.")
    before: str | None = Field(None, min_length=1, max_length=MAX_LAW, description="The text as it is.")
    act: Code | None = None
    on: date | None = Field(None, description="With act: a date of the edition; else the one in force today.")


class Unwritten(BaseModel):
    """A change that no instruction orders."""

    code: str = Field(description="no_formula, quotes or unproved.")
    kind: str
    address: str
    detail: str = Field(description="Why, in the reader's language.")


class Written(BaseModel):
    """The instruction, and what of the change it leaves out."""

    language: Literal["ru", "kk"]
    instruction: str = Field(description="Empty where nothing changes, or nothing can be ordered.")
    complete: bool = Field(
        description="True when everything is ordered; read and applied, it gives the text asked for."
    )
    operations: list[Operation] = Field(description="What the instruction is read back as.")
    unwritten: list[Unwritten]
    list_ends: list[str] = Field(description="Items whose end mark editors settle: no instruction orders it.")


def written(language: str, found: Drafted) -> Written:
    """An instruction as the API gives it."""
    reader = reader_language()
    return Written(
        language="kk" if language == "kk" else "ru",
        instruction=found.text,
        complete=not found.unwritten,
        operations=operations(found.operations),
        unwritten=[
            Unwritten(
                code=one.code,
                kind=one.operation.kind,
                address=one.operation.address,
                detail=one.describe(reader),
            )
            for one in found.unwritten
        ],
        list_ends=list(found.list_ends),
    )


def ordered(given: list[OrderedOperation]) -> list[DomainOperation]:
    """Operations of a body. Raises ApiError(422, "operation_malformed") naming the one at fault."""
    return [_ordered(number, one.model_dump()) for number, one in enumerate(given)]


def _ordered(number: int, data: dict[str, Any]) -> DomainOperation:
    data.pop("order", None)  # where it stood in another text says nothing here
    known = {item.name: item for item in fields(OPERATIONS[data["kind"]])}
    for name, value in data.items():
        if name != "kind" and not (name in known and _fits(data["kind"], name, value)):
            raise _malformed(number, name)
    missing = [name for name, item in known.items() if item.default is MISSING and name not in data]
    if missing:
        raise _malformed(number, ", ".join(missing))
    return from_json(data)


def _malformed(number: int, name: str) -> ApiError:
    return ApiError(422, "operation_malformed", field=f"operations/{number}", number=number, name=name[:60])


def _fits(kind: str, name: str, value: Any) -> bool:
    """Whether a value is what an operation's field of this name holds."""
    if name == "marker":
        return value is None or _is_unit(value, 0)
    if name in _UNITS or (name == "new" and kind == "restate"):
        return isinstance(value, list) and bool(value) and all(_is_unit(unit, 0) for unit in value)
    if name in _DATES:
        return (value is None and name != "until") or (isinstance(value, str) and _is_date(value))
    try:
        TypeAdapter(_SCALARS.get(name, str)).validate_python(value, strict=name != "pairs")
    except ValidationError:
        return False
    return True


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_unit(unit: Any, depth: int) -> bool:
    if not isinstance(unit, dict) or depth > _DEEPEST or unit.get("kind") not in PREFIX:
        return False
    children = unit.get("children", [])
    texts = all(isinstance(value, str) for name, value in unit.items() if name != "children")
    return texts and isinstance(children, list) and all(_is_unit(child, depth + 1) for child in children)


__all__ = ["MAX_OPERATIONS", "WriteBody", "Written", "ordered", "written"]
