"""The amendment that carries a proposal about a power out: drafted, shown to a person, saved in a bill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final, cast

from sqlmodel import Session, col, select

from service.errors import Conflict, Invalid, message
from service.store.acts import act_of
from service.store.amendments import Wording, create_amendment
from service.store.audit import Action, Actor, record
from service.store.bills import create_bill, get_bill
from service.store.effects import instruction_effect
from service.store.powers import Powers, powers_of, rows_of_date
from service.store.proposals import get_proposal
from service.store.tables import Act, Amendment, Bill, Proposal, ProposalState, Stage

if TYPE_CHECKING:
    from amendments.powers import DraftRefused
    from amendments.powers import Proposal as Proposed

CLOSED: Final = (Stage.ADOPTED, Stage.SIGNED, Stage.RETURNED, Stage.WITHDRAWN)
"""Stages at which a bill takes no amendment any more."""


class DraftImpossible(Conflict):
    """The text does not allow the proposal; the sentence says why and what to do."""

    def __init__(self, refused: DraftRefused | None) -> None:
        super().__init__("power_draft_refused" if refused else "power_draft_unwritable")
        self.refused = refused

    def message(self, language: str = "ru") -> str:
        """The domain's reason as a sentence."""
        reason = "" if self.refused is None else self.refused.describe(language)
        return message(self.code, language, {"reason": reason})


@dataclass(frozen=True, slots=True)
class DraftedAmendment:
    """What a proposal becomes: instructions by language on the edition of a date, and who refers to what goes.

    `before` and `after` are the words of each touched provision by language: (address, before, after).
    """

    base_date: date
    instructions: Mapping[str, str]
    references: Mapping[str, tuple[str, ...]]
    changes: Mapping[str, tuple[tuple[str, str, str], ...]]


def drafted(session: Session, proposal: Proposal, base_date: date) -> DraftedAmendment:
    """The amendment of a proposal against the edition of a date, in every language that the edition has.

    Raises DraftImpossible with the reason, Conflict("proposal_taken_up"), Invalid("proposal_no_target").
    """
    from amendments.instructions import Unwritable, write
    from amendments.powers import DraftRefused, draft

    if proposal.state is ProposalState.TAKEN_UP:
        raise Conflict("proposal_taken_up")
    if proposal.kind in ("transfer", "add") and not (proposal.to_level and proposal.to_body):
        raise Invalid("proposal_no_target", field="to_body")
    rows = rows_of_date(session, act_of(session, proposal.act_id), base_date)
    texts = [powers_of(session, rows[language]) for language in ("ru", "kk") if language in rows]
    try:
        made = draft(_proposed(proposal), [(one.edition, one.register) for one in texts])
    except DraftRefused as refused:
        raise DraftImpossible(refused) from refused
    instructions = {}
    for one in texts:
        language = one.edition.language
        try:
            instructions[language] = write(made.operations[language], one.edition, language)
        except Unwritable as error:
            raise DraftImpossible(None) from error
    changes = {one.edition.language: _changes(one, instructions[one.edition.language]) for one in texts}
    return DraftedAmendment(base_date, instructions, made.references, changes)


def bills_open_to(session: Session, act: Act) -> list[Bill]:
    """The act's bills that still take amendments, newest first. One query."""
    query = select(Bill).where(Bill.act_id == act.id, col(Bill.stage).not_in(CLOSED)).order_by(col(Bill.id).desc())
    return list(session.exec(query).all())


@dataclass(frozen=True, slots=True)
class Place:
    """Where a drafted amendment goes: the number of a bill, and for a new one its titles and base edition."""

    number: str
    new: bool = False
    title_ru: str = ""
    title_kk: str = ""
    base_date: date | None = None


def save_drafted(
    session: Session, actor: Actor, proposal_id: int, place: Place, shown: Wording
) -> tuple[Bill, Amendment]:
    """Store the amendment of a proposal exactly as it was shown; the proposal is taken up with it.

    Raises as `drafted` does, Conflict("power_draft_changed") where the text gives another instruction by now,
    Conflict("bill_closed") and as `create_bill` and `create_amendment` do.
    """
    proposal = get_proposal(session, proposal_id).proposal
    act = act_of(session, proposal.act_id)
    bill = _bill(session, actor, act, place)
    made = drafted(session, proposal, bill.base_date)
    given = {"ru": shown.instruction_ru, "kk": shown.instruction_kk}
    if any(given[language].replace("\r\n", "\n").strip() != words for language, words in made.instructions.items()):
        raise Conflict("power_draft_changed")
    amendment = create_amendment(session, actor, bill, shown, author_id=actor.account_id)
    proposal.state, proposal.amendment_id = ProposalState.TAKEN_UP, amendment.id
    session.add(proposal)
    session.flush()
    record(
        session,
        actor,
        Action.PROPOSAL_DECIDED,
        f"proposal/{proposal_id}",
        state=ProposalState.TAKEN_UP.value,
        amendment=amendment.id,
    )
    return bill, amendment


def _bill(session: Session, actor: Actor, act: Act, place: Place) -> Bill:
    if not place.new:
        found = get_bill(session, place.number)
        if found.bill.act_id != act.id:
            raise Invalid("bill_of_other_act", field="bill", number=place.number)
        if found.bill.stage in CLOSED:
            raise Conflict("bill_closed", field="bill", number=place.number)
        return found.bill
    if place.base_date is None:
        raise Invalid("bill_number", field="number")
    return create_bill(
        session,
        actor,
        number=place.number,
        title_ru=place.title_ru,
        title_kk=place.title_kk,
        act=act,
        base_date=place.base_date,
        stage=Stage.PREPARATION,
        demonstration=act.demonstration,
    )


def _proposed(proposal: Proposal) -> Proposed:
    from amendments.powers import Proposal as Proposed

    words = {language: said for language, said in (("ru", proposal.words_ru), ("kk", proposal.words_kk)) if said}
    return Proposed(
        cast(Any, proposal.kind.value), proposal.address, proposal.to_level, proposal.to_body, words, {}, "", "deputy"
    )


def _changes(one: Powers, instruction: str) -> tuple[tuple[str, str, str], ...]:
    """What the instruction does, read back: the words of the touched provisions. DraftImpossible where it is not
    understood exactly as it was meant."""
    effect = instruction_effect(one.edition, instruction, one.edition.language)
    outcome = effect.edition
    if outcome is None or not effect.exact:
        raise DraftImpossible(None)
    touched = dict.fromkeys(touch.address for change in effect.changes for touch in change.touches)
    found = []
    for address in touched:
        before, after = one.edition.locate(address), outcome.locate(address)
        found.append((address, before.words if before else "", after.words if after else ""))
    return tuple(found)
