"""Carrying a bill onto a newer edition, in words: what became of each amendment, how, and why not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _later

from amendments.operations.model import Operation
from amendments.operations.rebase import Rebased
from amendments.operations.redline import redline
from service.store.carrying import Carried, CarriedSide
from service.web.presenters.amendments import AmendmentLine, Outcome, lit, outcome
from service.web.presenters.citation import capital, cite
from service.web.presenters.runs import Run

STATUSES: Final = {"clean": _later("clean"), "adjusted": _later("adjusted"), "broken": _later("broken")}
CHIPS: Final = {"clean": "good", "adjusted": "vague", "broken": "bad"}
WAYS: Final = {
    "adjusted": _later("the adjusted wording is accepted"),
    "reworded": _later("worded anew"),
    "left_out": _later("left on the old edition"),
}


@dataclass(frozen=True, slots=True)
class CarryLine:
    """An amendment in the list."""

    line: AmendmentLine
    status: str
    status_words: str
    chip: str
    why: tuple[str, ...]
    settled: bool
    settled_words: str


@dataclass(frozen=True, slots=True)
class CarrySide:
    """One language on the page of an amendment: the wording now, the one proposed or typed, what it does, why not."""

    language: str
    status: str
    status_words: str
    chip: str
    why: tuple[str, ...]
    before: tuple[tuple[Run, ...], ...]
    instruction: str
    outcome: Outcome | None


def carry_line(one: Carried, line: AmendmentLine, language: str) -> CarryLine:
    """One amendment of the list, with reasons of both languages once."""
    why = tuple(dict.fromkeys(reason for side in one.sides for reason in reasons(side, language)))
    return CarryLine(
        line, one.status, str(STATUSES[one.status]), CHIPS[one.status], why, one.settled, settled_words(one)
    )


def settled_words(one: Carried) -> str:
    """What was settled; for one that asks nothing, why it does not."""
    if one.choice is not None:
        return str(WAYS[one.choice.way.value])
    if not one.counts:
        return str(_("not in the bill’s text: stays as it is")) if one.status != "clean" else str(_("comes along"))
    return str(_("comes along")) if one.status == "clean" else ""


def carry_side(side: CarriedSide, before: str, language: str, typed: str | None = None) -> CarrySide:
    """One language of an amendment; `typed` stands in the box instead of the proposed wording."""
    effect = side.effect
    shown = None
    if effect is not None and effect.edition is not None:
        shown = outcome(effect, redline(effect.base, effect.edition), {})
    return CarrySide(
        side.language,
        side.status,
        str(STATUSES[side.status]),
        CHIPS[side.status],
        reasons(side, language),
        tuple(lit(part) for part in before.split("\n\n") if part.strip()),
        side.instruction if typed is None else typed,
        shown,
    )


def reasons(side: CarriedSide, language: str) -> tuple[str, ...]:
    """How the wording was adjusted, or why it cannot be carried."""
    said = [_step(step, operation, language) for step, operation in zip(side.steps, side.old, strict=False)]
    said += [reason.describe(language) for reason in side.reasons]
    if side.no_text:
        said.append(str(_("The newer edition has no text in this language: %(language)s.", language=side.language)))
    if side.status == "adjusted" and not any(said):
        said.append(str(_("The same change needs other words on the newer edition.")))
    if side.status == "clean":
        return ()
    return tuple(dict.fromkeys(one for one in said if one))


def _step(step: Rebased, operation: Operation, language: str) -> str:
    where = capital(cite(operation.address, language))
    if step.refusal is not None:
        return step.refusal.describe(language)
    if step.reason == "address" and step.operation is not None:
        return str(_("%(place)s is now %(new)s.", place=where, new=cite(step.operation.address, language)))
    return {
        "place": str(_("%(place)s: the words stand at another place in it.", place=where)),
        "unit_gone": str(_("%(place)s is no longer in the newer edition.", place=where)),
        "unit_changed": str(
            _("%(place)s was changed by the newer edition: restating it would undo that.", place=where)
        ),
        "words_changed": str(_("%(place)s: the newer edition has other words there.", place=where)),
    }.get(step.reason, "")


def counts(found: Sequence[Carried]) -> Mapping[str, int]:
    """Amendments by status, and those still to be settled as «open»."""
    tally = {name: sum(one.status == name for one in found) for name in STATUSES}
    return tally | {"open": sum(not one.settled for one in found)}
