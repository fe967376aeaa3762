"""What two orders have in common that differ in numbers and quoted words alone, and how one reading serves both.

«в пункте 2 статьи 9 слово «дом» исключить» and «в пункте 5 статьи 14 слово «двор» исключить» are one skeleton with
other values. Most orders of an amending act are of few skeletons, so that one is read once and filled in afterwards.

Filling in must give what reading gives, to the character. Reading looks at values in few ways, and each is met here:
a number may have a hyphen, name a range («пункты 3-5») or be equal to another one of the text, which belongs to the
skeleton; quoted words may be empty or have spaces at their edges, which have no skeleton. A template is held to two
readings of examples whose values differ as much as they can, and orders one line of words only: no units, which are
held against the numbers named, and no ranges.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from amendments.instructions.quotes import MARKS
from amendments.operations.model import AppendWords, InsertWords, Operation, RemoveWords, ReplaceWords, Span

_MARKS: Final = "".join(sorted(MARKS))
_VALUE: Final = re.compile(rf"(«[^{re.escape(_MARKS)}\n]+»|\d+(?:[-‑]\d+)*)")
_IN_WORDS: Final = re.compile(rf"[{re.escape(_MARKS)}\n]")
_LONGEST: Final = 600  # characters: a longer text is seldom one order, and its quotations could outrun their budget
_MOST_VALUES: Final = 12
_LONGEST_NUMBER: Final = 12
_FIELDS: Final[dict[type[Operation], tuple[str, ...]]] = {
    ReplaceWords: ("old", "new"),
    RemoveWords: ("words",),
    InsertWords: ("words", "after", "before"),
    AppendWords: ("words",),
}
QUOTED: Final = "«»"
PLAIN: Final = "1"
FALLING: Final = "2-1"  # «12-6», and «1-2-3»: a number
RISING: Final = "1-2"  # «3-5»: a number, or a range
SHAPES: Final = frozenset({PLAIN, FALLING, RISING})
_FAR: Final = 7_000_000


class Skeleton(NamedTuple):
    """The words of an order between its values, and for each value its shape and the first value equal to it."""

    words: tuple[str, ...]
    shapes: tuple[str, ...]
    equals: tuple[int, ...]


def skeleton_of(text: str) -> tuple[Skeleton, list[str]] | None:
    """The skeleton of an order and its values, quoted ones without their marks; None for what has none."""
    if len(text) > _LONGEST:
        return None
    parts = _VALUE.split(text)
    values = parts[1::2]
    if not 0 < len(values) <= _MOST_VALUES:
        return None
    shapes = []
    for at, value in enumerate(values):
        if value[0] == "«":
            values[at] = words = value[1:-1]
            if words.strip() != words or not words:
                return None
            shapes.append(QUOTED)
        elif shape := shape_of(value):
            shapes.append(shape)
        else:
            return None
    equals = [values.index(value) for value in values]
    return Skeleton(tuple(parts[::2]), tuple(shapes), tuple(equals)), values


def shape_of(number: str) -> str:
    """What reading may tell of a number beside its being one; "" for a number of no known shape."""
    if "-" not in number:
        return PLAIN if number.isascii() and len(number) <= _LONGEST_NUMBER else ""
    if not number.isascii() or len(number) > _LONGEST_NUMBER:
        return ""
    first, *rest = number.split("-")
    return RISING if len(rest) == 1 and int(first) < int(rest[0]) else FALLING


def examples(skeleton: Skeleton) -> tuple[list[str], list[str]]:
    """Two lists of values of a skeleton: numbers that rise and are met nowhere else, and small ones that fall.

    Between any two numbers of a list lie others, so that a range would show itself.
    """
    count = len(skeleton.shapes)
    far = [_example(shape, f"Ќ{at}", at) for at, shape in enumerate(skeleton.shapes)]
    near = [_example(shape, f", слово {at};", count - 1 - at, 1) for at, shape in enumerate(skeleton.shapes)]
    return [far[at] for at in skeleton.equals], [near[at] for at in skeleton.equals]


def _example(shape: str, words: str, *number: int) -> str:
    return words if shape == QUOTED else example_number(shape, *number)


def example_number(shape: str, at: int, first: int = _FAR) -> str:
    """A number of a shape, one for each `at`: those that rise from `_FAR` are met nowhere else."""
    return f"{first + 4 * at}" if shape == PLAIN else f"300-{(50 if shape == FALLING else 310) + 4 * at}"


def text_of(skeleton: Skeleton, values: Sequence[str]) -> str:
    """The order that has these values."""
    shown = [f"«{value}»" if shape == QUOTED else value for value, shape in zip(values, skeleton.shapes, strict=True)]
    return "".join(part for pair in zip(skeleton.words, [*shown, ""], strict=True) for part in pair)


@dataclass(frozen=True)
class Blank:
    """An operation to be filled in: where values go in its address («art_%s/pt_%s») and in its fields."""

    make: type[Operation]
    address: str
    numbers: tuple[int, ...]
    words: tuple[tuple[str, int], ...]
    fixed: tuple[tuple[str, Any], ...]

    def filled(self, values: Sequence[str], span: Span) -> Operation:
        """The operation with these values, ordered by the characters of `span`."""
        fields: dict[str, Any] = dict(self.fixed)
        for name, at in self.words:
            fields[name] = values[at]
        return self.make(address=self.address % tuple([values[at] for at in self.numbers]), order=span, **fields)


Template = tuple[Blank, ...]


def filled(template: Template, values: Sequence[str], size: int) -> tuple[Operation, ...]:
    """The operations of an order of `size` characters."""
    span = Span(0, size)
    return tuple([blank.filled(values, span) for blank in template])


def template_of(skeleton: Skeleton, operations: Sequence[Operation], values: Sequence[str]) -> Template | None:
    """The template of an order that was read, or None where its values cannot be told in its operations.

    Quotation marks must stand around values alone. Every number must stand in an address, and units of one kind must
    all be numbered by values or none: «части второй» and «части 2» are one unit, which other numbers would not show.
    """
    if any(_IN_WORDS.search(words) for words in skeleton.words):
        return None
    numbers: dict[str, int] = {}
    words: dict[str, int] = {}
    for at, (value, shape) in enumerate(zip(values, skeleton.shapes, strict=True)):
        (words if shape == QUOTED else numbers).setdefault(value, at)
    blanks = [_blank(operation, numbers, words) for operation in operations]
    found = [blank for blank in blanks if blank is not None]
    seen = {at for blank in found for at in blank.numbers}
    if not blanks or len(found) < len(blanks) or seen != set(numbers.values()) or _mixed(operations, numbers):
        return None
    return tuple(found)


def _blank(operation: Operation, numbers: dict[str, int], words: dict[str, int]) -> Blank | None:
    names = _FIELDS.get(type(operation))
    if names is None:
        return None
    steps = [step.partition("_") for step in operation.address.split("/")]
    address = "/".join(f"{prefix}{bar}{'%s' if number in numbers else number}" for prefix, bar, number in steps)
    fields = {name: value for name, value in vars(operation).items() if name not in ("address", "order")}
    places = [(name, words[fields[name]]) for name in names if fields[name] in words]
    for name, _ in places:
        del fields[name]
    used = tuple(numbers[number] for _, _, number in steps if number in numbers)
    return Blank(type(operation), address, used, tuple(places), tuple(fields.items()))


def _mixed(operations: Sequence[Operation], numbers: dict[str, int]) -> bool:
    """Whether units of one kind are numbered by values and by words."""
    steps = {step.partition("_")[::2] for operation in operations for step in operation.address.split("/")}
    by_value = {prefix for prefix, number in steps if number in numbers}
    by_words = {prefix for prefix, number in steps if number and number not in numbers}
    return bool(by_value & by_words)
