"""From an address as it is cited to the address of the unit that is printed.

People leave out what is clear («подпункт 2) пункта 5», where the list stands under the second clause) and codes
call their numbered units «часть». A citation settles on one unit or on none; it never chooses between two.
"""

from __future__ import annotations

from dataclasses import dataclass

from amendments.law.citations import Step, Steps, join, steps_of
from amendments.law.edition import Edition
from amendments.law.naming import is_code
from amendments.law.provision import EDITORIAL, Provision
from amendments.law.references import LAST


@dataclass(frozen=True)
class Custom:
    """How an act names its units.

    `code`: a numbered unit of an article is a «часть», what stands under it with a bracket a «пункт» (On Legal Acts,
    art. 23(3)), and an unnumbered paragraph in it may be called «абзац». `old`: before 2016 any unnumbered paragraph
    could be called «абзац», and a bracketed unit «пункт».
    """

    code: bool = False
    old: bool = False


STRICT = Custom()


def settle(edition: Edition, address: str, custom: Custom | None = None) -> str | None:
    """The address of the unit that a citation means, or None where there is no such unit."""
    if edition.locate(address) is not None:
        return address
    custom = custom or Custom(code=is_code(edition))
    base: Steps = ()
    coded = False
    for named in _points_first(steps_of(address), custom):
        step = _counted(edition, base, named)
        found = _direct(edition, (*base, step))
        if found is None and custom.code and step[0] == "cl" and _numbered_parts(edition, base):
            found = _direct(edition, (*base, ("pt", step[1])))
            coded = found is not None
        if (
            found is None
            and step[0] == "pt"
            and (coded or ((custom.old or custom.code) and _only(edition, base, "subpoint")))
        ):
            found = _direct(edition, (*base, ("sub", step[1])))
        if found is None and step[0] in ("sub", "ind"):
            found = _below_clauses(edition, base, step)
        if found is None and (custom.old or custom.code) and step[0] == "ind":
            found = _any_paragraph(edition, base, step[1])
        if found is None:
            return None
        base = found
    return join(base)


def nearly(edition: Edition, address: str, custom: Custom | None = None) -> str:
    """An address that means nothing, with as much of it settled as the edition has: for naming the nearest units."""
    steps = steps_of(address)
    for count in range(len(steps) - 1, 0, -1):
        found = settle(edition, join(steps[:count]), custom)
        if found is not None:
            return "/".join((found, *(f"{prefix}_{number}" for prefix, number in steps[count:])))
    return address


def _counted(edition: Edition, base: Steps, step: Step) -> Step:
    """«последний абзац»: its ordinal in the unit."""
    if step[1] != LAST:
        return step
    ordinal = 1
    while _direct(edition, (*base, (step[0], str(ordinal + 1)))) is not None:
        ordinal += 1
    return step[0], str(ordinal)


def _points_first(steps: Steps, custom: Custom) -> Steps:
    """Outside codes a clause holds no points: «статья 5, часть вторая, пункт 3» means the clause of the point."""
    names = [step[0] for step in steps]
    if custom.code or "cl" not in names or "pt" not in names or names.index("pt") != names.index("cl") + 1:
        return steps
    at = names.index("cl")
    return (*steps[:at], steps[at + 1], steps[at], *steps[at + 2 :])


def _direct(edition: Edition, steps: Steps) -> Steps | None:
    return steps if edition.locate(join(steps)) is not None else None


def _node(edition: Edition, steps: Steps) -> Provision | None:
    target = edition.locate(join(steps))
    return target.provision if target is not None and target.view == "unit" else None


def _law(node: Provision | None) -> list[Provision]:
    return [child for child in node.children if child.kind not in EDITORIAL] if node else []


def _numbered_parts(edition: Edition, steps: Steps) -> bool:
    kinds = {child.kind for child in _law(_node(edition, steps))}
    return "point" in kinds and "clause" not in kinds


def _only(edition: Edition, steps: Steps, kind: str) -> bool:
    """Whether a unit has numbered units of one kind only, directly or under its first clause."""
    node = _node(edition, steps)
    children = _law(node)
    below = [inner for child in children if child.kind == "clause" for inner in _law(child)]
    kinds = {child.kind for child in (*children, *below)} & {"point", "subpoint"}
    return kinds == {kind}


def _below_clauses(edition: Edition, steps: Steps, step: tuple[str, str]) -> Steps | None:
    """A listed item under exactly one of the unit's later clauses."""
    node = _node(edition, steps)
    if node is None or (step[0] == "ind" and any(child.kind == "indent" for child in node.children)):
        return None
    found = []
    for ordinal in range(1, 1 + len(node.children) + 1):
        inner = _direct(edition, (*steps, ("cl", str(ordinal)), step))
        if inner is not None and step != ("ind", "1"):
            found.append(inner)
    return found[0] if len(found) == 1 else None


def _any_paragraph(edition: Edition, steps: Steps, number: str) -> Steps | None:
    """Old acts: the unit has no lists, so its n-th «абзац» is its n-th paragraph."""
    node = _node(edition, steps)
    if node is None or not number.isdigit():
        return None
    children = _law(node)
    if any(child.kind != "clause" or child.children for child in children):
        return None
    return _direct(edition, (*steps, ("cl", number)))
