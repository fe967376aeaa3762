"""Where an order applies: addresses of contexts and of statements joined."""

from __future__ import annotations

from collections.abc import Sequence

from amendments.instructions.problem import Misread
from amendments.law.citations import DEPTH, AddressError, Step, Steps, addresses_of, depth, join
from amendments.law.references import WITHOUT_NUMBER, Group

_WITHOUT_NUMBER = {"heading", "pre", "annex"}
_MANY = 5000


def steps_in(groups: Sequence[Group], language: str) -> list[Steps]:
    """Every unit that groups name. Raises Misread."""
    try:
        found = addresses_of(groups, language, bare=True)
    except AddressError as error:
        raise Misread(error.code, error.reference.first, error.reference.last) from error
    for group in groups:
        for reference in group:
            unnamed = not reference.numbers and reference.kind not in (*WITHOUT_NUMBER, "text")
            if unnamed and len(group) > 1 and depth_of(reference.kind) > min(depth_of(item.kind) for item in group):
                raise Misread("no_number", reference.first, reference.last)
    return list(dict.fromkeys(found))


def depth_of(kind: str) -> int:
    """How deep units of a kind lie."""
    return DEPTH.get(kind, 9)


def combine(base: Steps, inner: Steps) -> Steps:
    """A unit named inside a context: what of the context is no larger than it gives way."""
    if not inner:
        return base
    first = inner[0]
    if not first[1] and first[0] not in _WITHOUT_NUMBER:
        return (*_named_before(base, first), *inner[1:])
    if first[0] in ("heading",):
        kept = [step for step in base if depth(step) <= DEPTH["article"]]
        return (*kept, *inner)
    if first[0] == "snt":
        return (*(step for step in base if step[0] != "snt"), *inner)
    if depth(first) <= DEPTH["point"]:
        return (*(step for step in base if depth(step) < depth(first)), *inner)
    kept = []
    for step in base:
        if step[0] == first[0] or step[0] in ("ind", "heading", "snt"):
            break
        if first[0] == "sub" and step[0] == "sub":
            break
        kept.append(step)
    return (*kept, *inner)


def _named_before(base: Steps, unit: Step) -> Steps:
    """«статью дополнить …» inside «в статье 5»: the unit that the context names."""
    for index, step in enumerate(base):
        if step[0] == unit[0]:
            return base[: index + 1]
    raise Misread("no_number")


def shortened(scope: Steps, inner: Steps) -> Steps:
    """What of a context line still holds once a unit is named that cannot lie in the line's unit."""
    joined = combine(scope, inner)
    kept = 0
    while kept < len(scope) and kept < len(joined) - 1 and scope[kept] == joined[kept]:
        kept += 1
    return scope[:kept]


def combine_all(bases: Sequence[Steps], inner: Sequence[Steps]) -> list[Steps]:
    """Each unit inside each place of the context, in the order of the context."""
    if not inner:
        return list(bases)
    if len(bases) * len(inner) > _MANY:
        raise Misread("too_deep")
    return list(dict.fromkeys(combine(base, steps) for base in bases for steps in inner))


def holds(context: Steps, inner: Steps) -> bool:
    """Whether a unit may lie inside a context line's unit: if not, the context has ended."""
    if not context or not inner:
        return True
    joined = combine(context, inner)
    return joined[: len(context)] == context and len(joined) > len(context)


def ordinals(numbers: Sequence[str]) -> list[int]:
    """The places of new units that are counted. Raises Misread for «5-1» and «последний», which count nothing new."""
    if not all(number.isdigit() for number in numbers):
        raise Misread("order")
    return [int(number) for number in numbers]


def addresses(places: Sequence[Steps]) -> list[str]:
    """Canonical addresses of places."""
    return list(dict.fromkeys(join(steps) for steps in places))
