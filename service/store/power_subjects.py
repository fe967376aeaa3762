"""What people say of the subjects of powers, kept with the provision's words so that it stays across editions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import update
from sqlmodel import Session, col, select

from service.clock import now
from service.errors import Invalid, NotFound
from service.store.audit import Action, Actor, record
from service.store.editions import load_edition
from service.store.places import MAX_ADDRESS
from service.store.tables import Account, Act, EditionRow, SubjectCorrection

if TYPE_CHECKING:
    from amendments.powers.subjects import Corrections


@dataclass(frozen=True, slots=True)
class CorrectionEntry:
    """A person's word about a subject, and who said it."""

    correction: SubjectCorrection
    by: Account | None


def correct_subject(
    session: Session, actor: Actor, act: Act, address: str, subject: str, rows: Mapping[str, EditionRow]
) -> SubjectCorrection:
    """Say what the powers of a provision are about; "" gives the matter back to the algorithm. History is kept.

    `rows` are the editions that were looked at, by language. Raises Invalid("power_subject_unknown"),
    NotFound("address_not_found").
    """
    from amendments.powers import subjects

    if subject and subject not in subjects():
        raise Invalid("power_subject_unknown", field="subject", given=subject[:40], known=", ".join(subjects()))
    nodes = {
        language: load_edition(session, row).at(address) if len(address) <= MAX_ADDRESS else None
        for language, row in rows.items()
    }
    if not any(nodes.values()):
        raise NotFound("address_not_found", field="address", address=address[:MAX_ADDRESS])
    hashes = {language: node.law_hash.hex() for language, node in nodes.items() if node is not None}
    former = update(SubjectCorrection).where(
        col(SubjectCorrection.act_id) == act.id, col(SubjectCorrection.address) == address
    )
    session.execute(former.values(latest=False))
    said = SubjectCorrection(
        act_id=act.id or 0,
        address=address,
        hash_ru=hashes.get("ru", ""),
        hash_kk=hashes.get("kk", ""),
        subject=subject,
        by_id=actor.account_id,
        at=now(),
    )
    session.add(said)
    session.flush()
    record(session, actor, Action.POWER_SUBJECT_SET, f"act/{act.code}", address=address, about=subject)
    return said


def corrections_of(session: Session, act: Act) -> Corrections:
    """What people said of the act's powers, as the domain takes it: by the provision's words and by its address.

    One query. The newest word about the same words counts.
    """
    query = (
        select(SubjectCorrection)
        .where(SubjectCorrection.act_id == act.id, col(SubjectCorrection.latest).is_(True))
        .order_by(col(SubjectCorrection.id))
    )
    found: dict[str | bytes, str] = {}
    for said in session.exec(query).all():
        names: list[str | bytes] = [said.address]
        names += [bytes.fromhex(words) for words in (said.hash_ru, said.hash_kk) if words]
        for name in names:
            if said.subject:
                found[name] = said.subject
            else:
                found.pop(name, None)
    return found


def correction_history(session: Session, act: Act, address: str) -> list[CorrectionEntry]:
    """Everything that was said of a provision's subject, newest first. One query."""
    query = (
        select(SubjectCorrection, Account)
        .outerjoin(Account, col(Account.id) == col(SubjectCorrection.by_id))
        .where(SubjectCorrection.act_id == act.id, SubjectCorrection.address == address)
        .order_by(col(SubjectCorrection.id).desc())
    )
    return [CorrectionEntry(said, account) for said, account in session.exec(query).all()]
