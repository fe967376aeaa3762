"""A bill made from the text of an amending act: its amendments portion by portion, with what its author decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlmodel import Session, col, select

from amendments.instructions import parse
from amendments.instructions.choices import Choice, Chosen, apply_chosen, keys
from amendments.instructions.pairing import matched
from amendments.instructions.portions import Portion, article_of, portions
from amendments.law.edition import Edition
from amendments.operations.apply import try_apply
from service.errors import Invalid
from service.store.acts import get_act
from service.store.amendments import Wording, create_amendment
from service.store.audit import Actor
from service.store.bills import create_bill
from service.store.editions import get_edition
from service.store.effects import instruction_effect
from service.store.guidance import Guidance, stored
from service.store.tables import Bill, Stage

MOST_PORTIONS: Final = 400
"""More would make a bill that nobody can look through: such an act stays one amendment."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of an amending act, the edition it amends, and what was decided about reading it."""

    text: str
    act: str
    base_date: date
    language: str
    guidance: Guidance


@dataclass(frozen=True, slots=True)
class Part:
    """What one amendment says in one language; `articles` are those that it amends, in its order."""

    text: str
    guidance: Guidance
    articles: tuple[str, ...] = ()


def free_number(session: Session, prefix: str) -> str:
    """A number that no bill has yet: «П-1», «П-2» …"""
    taken = set(session.exec(select(Bill.number).where(col(Bill.number).startswith(f"{prefix}-"))).all())
    return next(f"{prefix}-{count}" for count in range(1, len(taken) + 2) if f"{prefix}-{count}" not in taken)


def save_draft(
    session: Session,
    actor: Actor,
    draft: Draft,
    twin: Draft | None = None,
    *,
    number: str,
    title_ru: str,
    title_kk: str,
    initiator: str = "",
) -> Bill:
    """Store an amending act as a bill, an amendment for each article that it amends; returns the bill.

    `twin` is the same act in the other language: what both say of an article becomes one amendment in both, what only
    one of them says an amendment in that language.

    Sentences that were not understood, and orders that are refused, are kept as they are written: they are amendments
    that the bill's text leaves out with the reason. Raises Invalid("no_instruction" | "no_instruction_in_twin") for a
    text that orders nothing,
    and as `create_bill` and `create_amendment` do.
    """
    act = get_act(session, draft.act)
    base = get_edition(session, act, draft.language, draft.base_date)
    parts = parts_of(draft, base)
    others: list[Part] = []
    if twin is not None:
        twin_base = get_edition(session, act, twin.language, twin.base_date)
        try:
            others = parts_of(twin, twin_base)
        except Invalid as error:
            raise Invalid("no_instruction_in_twin", field="twin") from error
        if len(parts) > 1 and len(others) == 1 and len(others[0].articles) > 1:
            parts = [_whole(draft, base)]
        elif len(others) > 1 and len(parts) == 1 and len(parts[0].articles) > 1:
            others = [_whole(twin, twin_base)]
    russian = draft.language == "ru"
    bill = create_bill(
        session,
        actor,
        number=number,
        title_ru=title_ru,
        title_kk=title_kk,
        act=act,
        base_date=draft.base_date,
        stage=Stage.PREPARATION,
        initiator_ru=initiator if russian else "",
        initiator_kk="" if russian else initiator,
        demonstration=act.demonstration,
    )
    for mine, other in together(parts, others):
        ru, kk = (mine, other) if russian else (other, mine)
        wording = Wording(
            ru.text if ru else "", kk.text if kk else "", guidance={**_decided("ru", ru), **_decided("kk", kk)}
        )
        create_amendment(session, actor, bill, wording, author_id=actor.account_id)
    return bill


def together(parts: Sequence[Part], others: Sequence[Part]) -> list[tuple[Part | None, Part | None]]:
    """Parts of the two texts of an act, those about the same articles beside each other; the order of each is kept."""
    if len(parts) == 1 and len(others) == 1:
        return [(parts[0], others[0])]
    places = matched([part.articles for part in parts], [part.articles for part in others])
    return [(None if one is None else parts[one], None if two is None else others[two]) for one, two in places]


def _decided(language: str, part: Part | None) -> Mapping[str, Any]:
    if part is None:
        return {}
    return stored(language, part.guidance.choices, part.guidance.adjustments) or {}


def parts_of(draft: Draft, base: Edition) -> list[Part]:
    """What each amendment of the bill says.

    The act is cut only where its portions, one after the other, give the text that the whole act gives.
    """
    reading = parse(draft.text, draft.language)
    if not reading.operations:
        raise Invalid("no_instruction", field="text")
    guidance = draft.guidance
    chosen = apply_chosen(reading, base, guidance.choices, adjustments=guidance.adjustments, partial=False)
    cut = portions(draft.text, reading, base.root.text)
    parts = [_part(portion, draft, chosen) for portion in cut] if len(cut) <= MOST_PORTIONS else []
    if not parts or (chosen.outcome.exact and not _same(parts, base, chosen.outcome.edition)):
        return [_uncut(draft, chosen)]
    return parts


def _whole(draft: Draft, base: Edition) -> Part:
    reading = parse(draft.text, draft.language)
    guidance = draft.guidance
    return _uncut(draft, apply_chosen(reading, base, guidance.choices, adjustments=guidance.adjustments, partial=False))


def _uncut(draft: Draft, chosen: Chosen) -> Part:
    every = range(len(chosen.outcome.reading.operations))
    return Part(draft.text.strip(), replace(draft.guidance, choices=_taken(chosen, every)), _articles(chosen, every))


def _articles(chosen: Chosen, indexes: Iterable[int]) -> tuple[str, ...]:
    operations = chosen.outcome.reading.operations
    return tuple(dict.fromkeys(article_of(operations[index]) for index in indexes))


def _part(portion: Portion, draft: Draft, chosen: Chosen) -> Part:
    """A portion with the choices for its orders, under the names that they have in it."""
    alone = parse(portion.text, draft.language)
    if len(alone.operations) != len(portion.operations):  # the whole text, with what it says of other acts
        return Part(
            portion.text,
            replace(draft.guidance, choices=_taken(chosen, portion.operations)),
            _articles(chosen, portion.operations),
        )
    choices = [
        replace(choice, key=key)
        for key, index in zip(keys(alone), portion.operations, strict=True)
        for choice in chosen.taken.get(index, ())
    ]
    return Part(portion.text, replace(draft.guidance, choices=tuple(choices)), _articles(chosen, portion.operations))


def _taken(chosen: Chosen, indexes: Iterable[int]) -> tuple[Choice, ...]:
    return tuple(choice for index in indexes for choice in chosen.taken.get(index, ()))


def _same(parts: Sequence[Part], base: Edition, wanted: Edition) -> bool:
    current = base
    for part in parts:
        effect = instruction_effect(base, part.text, base.language, part.guidance)
        applied = try_apply(effect.operations, current, adjustments=effect.adjustments)
        if effect.edition is None or applied.refusals:
            return False
        current = applied.edition
    return current.text == wanted.text
