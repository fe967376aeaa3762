"""What an amendment does to the law: its instruction read and applied to the bill's base edition.

Nothing here changes the database. Outcomes are cached by revision: a revision and an edition never change.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from amendments.law.edition import Edition
from amendments.operations.words import ADJUSTMENTS
from service.errors import Invalid, NotFound
from service.store.cache import cache_of
from service.store.editions import get_edition
from service.store.guidance import NONE, Guidance, guidance_of
from service.store.paging import MAX_ID
from service.store.tables import Act, Amendment, AmendmentRevision, Bill

if TYPE_CHECKING:
    from amendments.instructions import Outside, Problem
    from amendments.instructions.choices import Choice
    from amendments.operations.apply import Change
    from amendments.operations.model import Operation
    from amendments.operations.redline import Row
    from amendments.operations.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Effect:
    """The outcome of one revision in one language.

    `edition` is the base edition with the operations applied, None when any was refused or nothing was ordered.
    `operations` are those that were applied exactly, and `changes` what each touched; where there is no
    `edition` they are the orders as they were read, with no changes, and `refusals` name them by index.
    `problems` are places not understood, `outside` what orders nothing in this act.
    """

    language: str
    instruction: str
    base: Edition
    operations: tuple[Operation, ...]
    problems: tuple[Problem, ...]
    outside: tuple[Outside, ...]
    edition: Edition | None
    changes: tuple[Change, ...]
    refusals: tuple[Refusal, ...]
    adjustments: frozenset[str] = ADJUSTMENTS
    """The editorial rules that were switched on."""
    chosen: tuple[Choice, ...] = ()
    """Places that a person chose, where the instruction does not say them exactly."""

    @property
    def exact(self) -> bool:
        """True when every word of the instruction was understood and applied."""
        return self.edition is not None and not self.problems


def amendment_effect(session: Session, amendment_id: int, language: str, revision: int | None = None) -> Effect:
    """The effect of an amendment (its latest revision, or a given one) in a language. Cached.

    Raises NotFound("amendment_not_found" | "revision_not_found"), NotFound("edition_not_found") when the base
    has no such language, Invalid("unknown_language").
    """
    found = _revision(session, amendment_id, revision)
    return revision_effect(session, found, language)


def revision_effect(
    session: Session, revision: AmendmentRevision, language: str, base: Edition | None = None
) -> Effect:
    """The effect of a stored revision. Cached.

    `base` is the edition that its bill is measured against, where the caller has it: then nothing is asked of the
    database, however many revisions are worked out one after the other. A revision left on an older edition is
    worked out on its own.
    """
    instruction = instruction_in(revision, language)

    def make() -> Effect:
        measured = base
        if measured is None or measured.in_force_from != revision.base_date:
            measured = base_edition(session, revision.amendment_id, language, revision.base_date)
        return instruction_effect(measured, instruction, language, guidance_of(revision, language))

    return cache_of(session).get(("effect", revision.id, language), make)


def instruction_effect(base: Edition, instruction: str, language: str, guidance: Guidance = NONE) -> Effect:
    """The effect of an instruction that is not stored yet (preview), read as a person decided; not cached."""
    # here, not above: the readers of two languages are slow to import and most requests need neither
    from amendments.instructions import parse
    from amendments.instructions.choices import apply_chosen

    reading = parse(instruction, base.language)
    found = apply_chosen(reading, base, guidance.choices, adjustments=guidance.adjustments, partial=False)
    outcome = found.outcome
    complete = bool(outcome.operations) and not outcome.refusals
    return Effect(
        language,
        instruction,
        base,
        outcome.operations if complete else outcome.reading.operations,
        outcome.problems,
        outcome.outside,
        outcome.edition if complete else None,
        outcome.changes if complete else (),
        outcome.refusals,
        guidance.adjustments,
        tuple(choice for _, choices in sorted(found.taken.items()) for choice in choices),
    )


def redline_rows(session: Session, amendment_id: int, language: str) -> tuple[Row, ...]:
    """`amendments.operations.redline` rows of base and outcome; empty when the amendment was refused. Cached."""
    revision = _revision(session, amendment_id, None)
    return effect_rows(session, revision.id, revision_effect(session, revision, language))


def effect_rows(session: Session, revision_id: int | None, effect: Effect) -> tuple[Row, ...]:
    """The same rows of a stored revision's effect. Cached."""
    from amendments.operations.redline import redline

    outcome = effect.edition
    if outcome is None:
        return ()
    key = ("redline", revision_id, effect.language)
    return cache_of(session).get(key, lambda: tuple(redline(effect.base, outcome)), len)


def instruction_in(revision: AmendmentRevision, language: str) -> str:
    """The instruction in a language. Raises Invalid("unknown_language")."""
    if language == "ru":
        return revision.instruction_ru
    if language == "kk":
        return revision.instruction_kk
    raise Invalid("unknown_language", field="language", given=language[:20])


def base_edition(session: Session, amendment_id: int, language: str, on: date | None = None) -> Edition:
    """The edition that the amendment's bill is measured against, or that of another date, in a language."""
    query = (
        select(Bill, Act)
        .join(Act, col(Act.id) == col(Bill.act_id))
        .join(Amendment, col(Amendment.bill_id) == col(Bill.id))
    )
    bill, act = session.exec(query.where(Amendment.id == amendment_id)).one()
    return get_edition(session, act, language, on or bill.base_date)


def _revision(session: Session, amendment_id: int, number: int | None) -> AmendmentRevision:
    amendment = session.get(Amendment, amendment_id) if 0 < amendment_id <= MAX_ID else None
    if amendment is None:
        raise NotFound("amendment_not_found", amendment=amendment_id)
    wanted = amendment.revision if number is None else number
    query = select(AmendmentRevision).where(
        AmendmentRevision.amendment_id == amendment_id, AmendmentRevision.number == wanted
    )
    revision = session.exec(query).first()
    if revision is None:
        raise NotFound("revision_not_found", revision=wanted)
    return revision
