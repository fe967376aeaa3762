"""From a suggested wording to the draft of an amendment: shown first, stored only when a person says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlmodel import Session, col, select

from amendments.law.edition import Edition
from amendments.operations.model import ReplaceWords
from service.errors import Conflict, Invalid, NotFound
from service.store.amendments import Wording, create_amendment
from service.store.audit import Action, Actor, record
from service.store.bills import create_bill
from service.store.drafts import free_number
from service.store.editions import load_edition
from service.store.effects import Effect, instruction_effect
from service.store.fields import plain
from service.store.findings import get_finding
from service.store.tables import Act, Amendment, Bill, EditionRow, FindingRow, Stage

MAX_WORDING: Final = 500
CLOSED: Final = (Stage.ADOPTED, Stage.SIGNED, Stage.RETURNED, Stage.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class SuggestedAmendment:
    """An amendment that puts a wording in the place of vague words; nothing of it is stored."""

    finding: FindingRow
    act: Act
    row: EditionRow
    base: Edition
    wording: str
    instruction: str
    effect: Effect


def wordings_for(session: Session, finding_id: int) -> tuple[tuple[str, bool], ...]:
    """Up to three suggested wordings: the words, and whether they have blanks in [ ] for a person to fill.

    None where no rule can give one honestly, or the words are those of an amendment and not of the law.
    """
    # here, not above: rules and word forms take a second to load, and only this page needs them
    from amendments.clarity import default_clarity, suggestions
    from service.store.finding_rows import as_found

    finding = get_finding(session, finding_id).finding
    if finding.edition_id is None:
        return ()
    return tuple((one.wording, one.to_fill) for one in suggestions(as_found(finding), default_clarity()))


def suggest_amendment(session: Session, finding_id: int, wording: str) -> SuggestedAmendment:
    """What an amendment would order and do that replaces the tagged words with `wording`.

    Raises NotFound("finding_not_found"), Conflict("finding_of_amendment"), Invalid("wording_empty" |
    "wording_blank" | "wording_same" | "wording_lines"), Conflict("wording_unwritable").
    """
    from amendments.instructions import Unwritable, write

    finding = get_finding(session, finding_id).finding
    if finding.edition_id is None:
        raise Conflict("finding_of_amendment")
    words = _checked(wording, finding)
    row = session.get_one(EditionRow, finding.edition_id)
    act, base = session.get_one(Act, finding.act_id), load_edition(session, row)
    node = base.at(finding.address)
    alone = node is not None and node.text.count(finding.quote) == 1
    operation = ReplaceWords(address=finding.address, old=finding.quote, new=words, at=None if alone else finding.start)
    try:
        instruction = write([operation], base, finding.language)
    except Unwritable as error:
        raise Conflict("wording_unwritable") from error
    effect = instruction_effect(base, instruction, finding.language)
    if not effect.exact:
        raise Conflict("wording_unwritable")
    return SuggestedAmendment(finding, act, row, base, words, instruction, effect)


def bills_for(session: Session, suggested: SuggestedAmendment) -> list[Bill]:
    """Bills that the amendment may be added to: on the same act and edition, before their readings are over."""
    query = select(Bill).where(Bill.act_id == suggested.act.id, Bill.base_date == suggested.row.in_force_from)
    return list(session.exec(query.where(col(Bill.stage).not_in(CLOSED)).order_by(col(Bill.id).desc())).all())


def store_suggestion(
    session: Session, actor: Actor, suggested: SuggestedAmendment, *, bill_number: str, title: str, prefix: str
) -> tuple[Bill, Amendment]:
    """Store the amendment, in a bill or (with an empty number) in a new draft bill «prefix-1» for the act.

    Raises NotFound("bill_not_found") for a bill that it may not be added to.
    """
    found = [bill for bill in bills_for(session, suggested) if bill.number == bill_number]
    if not found and bill_number:
        raise NotFound("bill_not_found", number=bill_number[:40], field="bill")
    bill = found[0] if found else _new_bill(session, actor, suggested, title, prefix)
    language = suggested.finding.language
    wording = Wording(
        instruction_ru=suggested.instruction if language == "ru" else "",
        instruction_kk=suggested.instruction if language == "kk" else "",
        title_ru=title if language == "ru" else "",
        title_kk=title if language == "kk" else "",
    )
    made = create_amendment(session, actor, bill, wording, author_id=actor.account_id)
    finding = suggested.finding
    record(
        session,
        actor,
        Action.FINDING_AMENDED,
        f"finding/{finding.id}",
        amendment=made.id,
        rule=finding.rule,
        wording=suggested.wording,
    )
    return bill, made


def _new_bill(session: Session, actor: Actor, suggested: SuggestedAmendment, title: str, prefix: str) -> Bill:
    return create_bill(
        session,
        actor,
        number=free_number(session, prefix),
        title_ru=title if suggested.finding.language == "ru" else "",
        title_kk=title if suggested.finding.language == "kk" else "",
        act=suggested.act,
        base_date=suggested.row.in_force_from,
        stage=Stage.PREPARATION,
        demonstration=suggested.act.demonstration,
    )


def _checked(wording: str, finding: FindingRow) -> str:
    words = plain(wording, "wording", MAX_WORDING)
    if not words:
        raise Invalid("wording_empty", field="wording")
    if "[" in words or "]" in words:
        raise Invalid("wording_blank", field="wording")
    if "\n" in words or "«" in words or "»" in words:
        raise Invalid("wording_lines", field="wording")
    if words == finding.quote:
        raise Invalid("wording_same", field="wording")
    return words
