"""Settling what becomes of each amendment on a newer edition, and moving the bill onto it, all or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlmodel import Session, col, delete

from service.clock import now
from service.errors import Conflict, Invalid, NotFound
from service.store.amendments import Wording, revise_amendment
from service.store.audit import Action, Actor, record
from service.store.bills import get_bill
from service.store.carrying import LANGUAGES, Carried, Tell, carried, silent
from service.store.decisions import decide_amendment
from service.store.editions import get_edition
from service.store.effects import instruction_effect
from service.store.fields import MAX_INSTRUCTION, plain
from service.store.guidance import guidance_of
from service.store.tables import AmendmentState, CarryChoice, CarryWay

_NOTE: Final = "Перенесено на редакцию / Көшірілген редакция: {day}"
_REASON_RU: Final = "Оставлена при переносе законопроекта на редакцию от {day}: в текст законопроекта не входит."
_REASON_KK: Final = "Заң жобасы {day} редакциясына көшірілгенде қалдырылды: заң жобасының мәтініне кірмейді."


@dataclass(frozen=True, slots=True)
class Moved:
    """What a move did: amendments by how they came along, and those that were left."""

    clean: int
    adjusted: int
    reworded: int
    left: int


def settle(
    session: Session, actor: Actor, number: str, amendment: int, target: date, way: CarryWay,
    wording: Mapping[str, str] | None = None,
) -> CarryChoice:  # fmt: skip
    """Keep what a person settled about one amendment of a bill, by its number; nothing else changes.

    `wording` gives the instruction by language for REWORDED. Raises Invalid("carry_not_exact") with the language as
    field where it cannot be carried out exactly on the newer edition, Invalid("carry_not_adjusted") for ADJUSTED
    where there is no adjusted wording, Invalid("amendment_empty").
    """
    bill = get_bill(session, number)
    one = _found(carried(session, bill, target), amendment)
    if way is CarryWay.ADJUSTED and one.status == "broken":
        raise Invalid("carry_not_adjusted")
    texts = {side.language: side.instruction for side in one.sides} if way is CarryWay.ADJUSTED else {}
    if way is CarryWay.REWORDED:
        texts = {code: plain((wording or {}).get(code, ""), code, MAX_INSTRUCTION) for code in LANGUAGES}
        if not any(texts.values()):
            raise Invalid("amendment_empty")
        for code, text in texts.items():
            base = get_edition(session, bill.act, code, target) if text else None
            if base and not instruction_effect(base, text, code, guidance_of(one.entry.revision, code)).exact:
                raise Invalid("carry_not_exact", field=code)
    drop(session, one.entry.amendment.id or 0)
    row = CarryChoice(
        amendment_id=one.entry.amendment.id or 0,
        bill_id=bill.bill.id or 0,
        target=target,
        revision=one.entry.revision.number,
        way=way,
        instruction_ru=texts.get("ru", ""),
        instruction_kk=texts.get("kk", ""),
        by_id=actor.account_id,
        at=now(),
    )
    session.add(row)
    session.flush()
    return row


def drop(session: Session, amendment_id: int) -> None:
    """Take back what was settled about an amendment."""
    row = session.get(CarryChoice, amendment_id)
    if row is not None:
        session.delete(row)
        session.flush()


def seen(found: Sequence[Carried]) -> str:
    """A mark of all that a person looks at before confirming; another one means that something has changed."""
    parts = [
        f"{one.entry.amendment.id}:{one.entry.amendment.version}:{one.choice.way.value if one.choice else ''}"
        f":{one.choice.at.isoformat() if one.choice else ''}"
        for one in found
    ]
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]


def move_bill(session: Session, actor: Actor, number: str, target: date, mark: str, tell: Tell = silent) -> Moved:
    """Move a bill onto the edition of a date with all that was settled; `mark` is `seen` of what the person saw.

    Amendments that come along get a revision, those left out are postponed with a reason and stay on their edition.
    Raises Conflict("carry_changed") where anything changed meanwhile, Conflict("carry_unsettled") with the count.
    """
    bill = get_bill(session, number)
    row = bill.bill
    found = carried(session, bill, target)
    if seen(found) != mark:
        raise Conflict("carry_changed")
    if open_ones := [one for one in found if not one.settled]:
        raise Conflict("carry_unsettled", count=len(open_ones))
    before, row.base_date = row.base_date, target
    session.add(row)
    session.flush()
    ways = []
    for done, one in enumerate(found):
        tell(done, len(found), f"№ {one.entry.amendment.number}")
        ways.append(_move(session, actor, one, target))
    moved = Moved(*(ways.count(way) for way in ("clean", "adjusted", "reworded", "left_out")))
    session.connection().execute(delete(CarryChoice).where(col(CarryChoice.bill_id) == row.id))
    record(
        session, actor, Action.BILL_CHANGED, f"bill/{number}", base_date=target.isoformat(), before=before.isoformat(),
        clean=moved.clean, adjusted=moved.adjusted, reworded=moved.reworded, left=moved.left,
    )  # fmt: skip
    return moved


def _found(every: Sequence[Carried], number: int) -> Carried:
    for one in every:
        if one.entry.amendment.number == number:
            return one
    raise NotFound("amendment_not_found", amendment=number)


def _move(session: Session, actor: Actor, one: Carried, target: date) -> str:
    """Bring one amendment along, or leave it; returns how."""
    amendment, key, day = one.entry.amendment, one.entry.amendment.id or 0, target.isoformat()
    way = one.choice.way.value if one.choice else "clean" if one.status == "clean" and one.entry.carried else "left_out"
    if way == CarryWay.LEFT_OUT:
        if one.counts and amendment.state is not AmendmentState.POSTPONED:
            decide_amendment(
                session, actor, key, AmendmentState.POSTPONED, _REASON_RU.format(day=day), _REASON_KK.format(day=day),
                version=amendment.version,
            )  # fmt: skip
        return way
    revision = one.entry.revision
    texts = (revision.instruction_ru, revision.instruction_kk)
    if one.choice is not None:
        texts = (one.choice.instruction_ru, one.choice.instruction_kk)
    wording = Wording(
        *texts,
        amendment.title_ru,
        amendment.title_kk,
        amendment.grounds_ru,
        amendment.grounds_kk,
        _NOTE.format(day=day),
    )
    revise_amendment(session, actor, key, wording, version=amendment.version)
    return way
