"""The operations an amending act can order, one typed change at an address each.

Addresses are read at the moment an operation is applied: in a list, later operations see what earlier ones did.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date
from typing import ClassVar

from amendments.law.provision import Provision


@dataclass(frozen=True)
class Span:
    """Characters `start` to `end` of the instruction that ordered an operation."""

    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One change at an address (see `amendments.law.edition`).

    `order` is where the instruction that ordered it stands; `in_force_from` and `scope` (a territory or a kind of
    community, in the words of the act) limit it where the act says so.
    """

    kind: ClassVar[str] = ""
    address: str
    order: Span | None = None
    in_force_from: date | None = None
    scope: str = ""


@dataclass(frozen=True, kw_only=True)
class Restate(Operation):
    """«изложить в следующей редакции»: the unit at `address` gives way to `new` (usually one unit).

    `keep_layout`: take line breaks and indents from `new` as they are, not from the text around.
    """

    kind = "restate"
    new: tuple[Provision, ...]
    keep_layout: bool = False


@dataclass(frozen=True, kw_only=True)
class Insert(Operation):
    """«дополнить …»: new units under the unit at `address` ("" for the act itself).

    `after` is the address of the unit they follow; "" puts them first; None lets their numbers decide, or puts
    them last where they have none.
    """

    kind = "insert"
    units: tuple[Provision, ...]
    after: str | None = None
    keep_layout: bool = False


@dataclass(frozen=True, kw_only=True)
class Remove(Operation):
    """«исключить»: the unit goes. A numbered unit leaves a marker that keeps its number (On Legal Acts, art. 27(6)).

    `marker` is the marker as an edition prints it; without one a plain marker is written. `outright` leaves none.
    """

    kind = "remove"
    marker: Provision | None = None
    outright: bool = False


@dataclass(frozen=True, kw_only=True)
class ReplaceWords(Operation):
    """«слова «…» заменить словами «…»». `everywhere`: each place in the unit, else exactly one.

    `at`: offset of `old` in the words of the paragraph at `address`, where the place was chosen by it or by a person.
    `inflected`: «(в соответствующих падежах)»: in whatever case the words stand, the new ones take the same.
    """

    kind = "replace_words"
    old: str
    new: str
    at: int | None = None
    everywhere: bool = False
    inflected: bool = False


@dataclass(frozen=True, kw_only=True)
class InsertWords(Operation):
    """«после слов «…» дополнить словами «…»», or before them.

    `at`: an offset instead of neighbours; beside them, where the neighbours begin that a person chose of several.
    """

    kind = "insert_words"
    words: str
    after: str = ""
    before: str = ""
    at: int | None = None


@dataclass(frozen=True, kw_only=True)
class AppendWords(Operation):
    """«дополнить словами «…»»: at the end of the unit, before its closing punctuation."""

    kind = "append_words"
    words: str


@dataclass(frozen=True, kw_only=True)
class RemoveWords(Operation):
    """«слова «…» исключить»; `inflected`: in whatever case they stand.

    `chosen`: `at` is a person's choice among places, so that spaces are set as for words that were found.
    """

    kind = "remove_words"
    words: str
    at: int | None = None
    chosen: bool = False
    everywhere: bool = False
    inflected: bool = False


@dataclass(frozen=True, kw_only=True)
class RenameHeading(Operation):
    """«заголовок изложить в следующей редакции»: `address` is the headed unit, "" the title of the act."""

    kind = "rename_heading"
    heading: str


@dataclass(frozen=True, kw_only=True)
class Renumber(Operation):
    """The unit gets another number. Nothing is ever renumbered unless an operation says so."""

    kind = "renumber"
    number: str


@dataclass(frozen=True, kw_only=True)
class Move(Operation):
    """The unit goes under `to`, after the unit at `after` ("" first, None last), with `number` if it changes."""

    kind = "move"
    to: str
    after: str | None = None
    number: str = ""


@dataclass(frozen=True, kw_only=True)
class ReplaceThroughout(Operation):
    """«по всему тексту слова «…», «…» заменить соответственно словами «…», «…»» under `address` ("" the act).

    An empty new text removes the words. `inflected`: in whatever case the words stand, the new ones take the same.
    """

    kind = "replace_throughout"
    pairs: tuple[tuple[str, str], ...]
    inflected: bool = False


@dataclass(frozen=True, kw_only=True)
class Suspend(Operation):
    """«приостановить до … действие …, установив, что … действует в следующей редакции»."""

    kind = "suspend"
    until: date
    temporary: tuple[Provision, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Layout(Operation):
    """What changed beside the law's words: line breaks, indents, marks around a paragraph, an anchor."""

    kind = "layout"
    lead: str
    label: str
    after: str
    close: str = ""


OPERATIONS: dict[str, type[Operation]] = {
    cls.kind: cls
    for cls in (
        Restate, Insert, Remove, ReplaceWords, InsertWords, AppendWords, RemoveWords, RenameHeading, Renumber, Move,
        ReplaceThroughout, Suspend, Layout,
    )
}  # fmt: skip


def provision_to_json(unit: Provision) -> dict[str, object]:
    """A provision as JSON: only the fields that are not empty."""
    data: dict[str, object] = {"kind": unit.kind}
    for name in ("number", "lead", "label", "text", "after", "close"):
        if value := getattr(unit, name):
            data[name] = value
    if unit.children:
        data["children"] = [provision_to_json(child) for child in unit.children]
    return data


def provision_from_json(data: dict[str, object]) -> Provision:
    """The reverse of `provision_to_json`. Raises ValueError for anything else."""
    children = data.get("children", [])
    if not isinstance(children, list) or not isinstance(data.get("kind"), str):
        raise ValueError("a provision needs a kind and a list of children")
    texts = {name: str(data.get(name, "")) for name in ("lead", "label", "text", "after", "close")}
    return Provision(
        str(data["kind"]),
        str(data.get("number", "")),
        children=tuple(provision_from_json(child) for child in children),
        **texts,
    )


def to_json(operation: Operation) -> dict[str, object]:
    """An operation as JSON: `kind`, `address` and its own fields; those at their defaults are left out."""
    data: dict[str, object] = {"kind": operation.kind}
    for field in fields(operation):
        value = getattr(operation, field.name)
        if value is field.default or (isinstance(value, str) and value == field.default):
            continue
        data[field.name] = _plain(value)
    return data


def _plain(value: object) -> object:
    if isinstance(value, Provision):
        return provision_to_json(value)
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def from_json(data: dict[str, object]) -> Operation:
    """The reverse of `to_json`. Raises ValueError with a reason for anything else."""
    cls = OPERATIONS.get(str(data.get("kind")))
    if cls is None:
        raise ValueError(f"unknown operation {data.get('kind')!r}; known: {', '.join(OPERATIONS)}")
    known = {field.name for field in fields(cls)}
    values: dict[str, object] = {}
    for name, value in data.items():
        if name == "kind":
            continue
        if name not in known:
            raise ValueError(f"{cls.kind}: unknown field {name!r}")
        values[name] = _rich(name, value)
    try:
        return cls(**values)  # type: ignore[arg-type]
    except TypeError as error:
        raise ValueError(f"{cls.kind}: {error}") from error


def _rich(name: str, value: object) -> object:
    if name == "order" and isinstance(value, list):
        return Span(int(value[0]), int(value[1]))
    if name in ("in_force_from", "until") and isinstance(value, str):
        return date.fromisoformat(value)
    if name == "marker" and isinstance(value, dict):
        return provision_from_json(value)
    if name in ("new", "units", "temporary") and isinstance(value, list):
        return tuple(provision_from_json(item) for item in value)
    if name == "pairs" and isinstance(value, list):
        return tuple((str(old), str(new)) for old, new in value)
    return value


def renumbered(unit: Provision, number: str) -> Provision:
    """The unit under another number; its label keeps its form («*12) » → «*13) », «### Статья 5. » → …)."""
    if unit.number and unit.number in unit.label:
        label = re.sub(rf"(?<![\d-]){re.escape(unit.number)}(?!\d|-\d)", number, unit.label, count=1)
    else:
        label = unit.label
    return unit.replace(number=number, label=label)
