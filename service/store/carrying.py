"""What becomes of a bill's amendments on a newer edition of the act: clean, adjusted or broken. Changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, Protocol

from sqlmodel import Session, col, select

from amendments.law.edition import Edition
from amendments.operations.apply import try_apply
from amendments.operations.rebase import Rebased, rebase
from service.errors import NotFound
from service.store.amendments import AmendmentEntry, all_amendments
from service.store.bills import BillEntry
from service.store.cache import cache_of
from service.store.editions import editions_on, list_editions
from service.store.effects import Effect, instruction_effect, instruction_in, revision_effect
from service.store.guidance import guidance_of
from service.store.tables import AmendmentRevision, CarryChoice

if TYPE_CHECKING:
    from amendments.operations.model import Operation

LANGUAGES: Final = ("ru", "kk")
Status = Literal["clean", "adjusted", "broken"]
WORST: Final[tuple[Status, ...]] = ("clean", "adjusted", "broken")


class Reason(Protocol):
    """Something that says in words why a wording cannot be carried."""

    def describe(self, language: str = "ru") -> str:
        """The sentence."""


@dataclass(frozen=True, slots=True)
class CarriedSide:
    """One language of an amendment on the newer edition.

    `old` are the operations on the edition that it was written against, `steps` what became of each. `instruction` is
    the wording proposed for the newer edition: the same for "clean", written anew for "adjusted", the old one for
    "broken". `effect` is what it does there, None for "broken". `reasons` say what is wrong with the wording itself.
    """

    language: str
    status: Status
    old: tuple[Operation, ...]
    steps: tuple[Rebased, ...]
    instruction: str
    effect: Effect | None
    reasons: tuple[Reason, ...] = ()
    no_text: bool = False
    """The act has no newer edition in this language."""


@dataclass(frozen=True, slots=True)
class Carried:
    """An amendment on the newer edition, and what was settled about it."""

    entry: AmendmentEntry
    sides: tuple[CarriedSide, ...]
    choice: CarryChoice | None

    @property
    def status(self) -> Status:
        """The worst of its languages."""
        return max((side.status for side in self.sides), key=WORST.index, default="clean")

    @property
    def counts(self) -> bool:
        """Whether it must come along: it is in the bill's text now."""
        return self.entry.counts

    @property
    def settled(self) -> bool:
        """Whether nothing is left to be decided about it."""
        return self.status == "clean" or self.choice is not None or not self.counts


def targets(session: Session, bill: BillEntry) -> list[date]:
    """Dates of the act's editions newer than the bill's, the newest first; drafts are left out."""
    rows = list_editions(session, bill.act)
    return sorted({row.in_force_from for row in rows if not row.draft and row.in_force_from > bill.bill.base_date})[
        ::-1
    ]


Tell = Callable[[int, int, str], None]
"""Called as (done, total, number of the amendment) while amendments are looked at or moved."""


def silent(_done: int, _total: int, _what: str) -> None:
    """Progress that nobody follows."""


def carried(session: Session, bill: BillEntry, target: date, tell: Tell = silent) -> list[Carried]:
    """All amendments of a bill on the edition of a date, by number. Outcomes are cached by revision and edition.

    Raises NotFound("edition_not_found") for a date that is none of `targets`.
    """
    if target not in targets(session, bill):
        raise NotFound("edition_not_found", code=bill.act.code, on=target, dates="")
    editions = editions_on(session, bill.act, target)
    query = select(CarryChoice).where(CarryChoice.bill_id == bill.bill.id, col(CarryChoice.target) == target)
    choices = {row.amendment_id: row for row in session.exec(query).all()}
    found = []
    every = all_amendments(session, bill.bill)
    for done, entry in enumerate(every):
        tell(done, len(every), f"№ {entry.amendment.number}")
        sides = tuple(_side(session, entry.revision, code, editions.get(code)) for code in _languages(entry.revision))
        found.append(Carried(entry, sides, _valid(choices.get(entry.amendment.id or 0), entry)))
    return found


def _languages(revision: AmendmentRevision) -> list[str]:
    return [code for code in LANGUAGES if instruction_in(revision, code).strip()]


def _valid(choice: CarryChoice | None, entry: AmendmentEntry) -> CarryChoice | None:
    """A choice counts while the wording that it is about is the last one."""
    return choice if choice is not None and choice.revision == entry.revision.number else None


def _side(session: Session, revision: AmendmentRevision, language: str, new: Edition | None) -> CarriedSide:
    instruction = instruction_in(revision, language)
    if new is None:
        return CarriedSide(language, "broken", (), (), instruction, None, (), no_text=True)
    key = ("carried", revision.id, language, new.root.full_hash)
    return cache_of(session).get(key, lambda: _carry(session, revision, language, new))


def _carry(session: Session, revision: AmendmentRevision, language: str, new: Edition) -> CarriedSide:
    # here, not above: the writer of instructions is slow to import
    from amendments.instructions.drafting import draft

    instruction, guidance = instruction_in(revision, language), guidance_of(revision, language)
    try:
        old = revision_effect(session, revision, language)
    except NotFound:
        return CarriedSide(language, "broken", (), (), instruction, None, (), no_text=True)
    if old.edition is None or old.problems:
        return CarriedSide(language, "broken", (), (), instruction, None, (*old.problems, *old.refusals))
    steps = rebase(old.operations, old.base, new)
    operations = [step.operation for step in steps if step.operation is not None]
    if len(operations) < len(steps):
        return CarriedSide(language, "broken", old.operations, steps, instruction, None)
    wanted = try_apply(operations, new, adjustments=old.adjustments)
    same = instruction_effect(new, instruction, language, guidance)
    if same.exact and same.edition is not None and same.edition.root.law_hash == wanted.edition.root.law_hash:
        return CarriedSide(language, "clean", old.operations, steps, instruction, same)
    drafted = draft(operations, new, language)
    if drafted.unwritten:
        return CarriedSide(language, "broken", old.operations, steps, instruction, None, drafted.unwritten)
    effect = instruction_effect(new, drafted.text, language, guidance)
    return CarriedSide(language, "adjusted", old.operations, steps, drafted.text, effect)
