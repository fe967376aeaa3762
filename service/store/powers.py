"""The powers register of stored editions and of bills: read once in a process, judged once for what people said.

Editions never change, so that their registers are kept in the database's cache; a page of a stored edition builds
nothing. What was read of an act's provisions is kept beside, so that another edition reads only what it changes.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from sqlmodel import Session

from amendments.law.edition import Edition
from service.store.amendments import all_amendments
from service.store.bill_texts import bill_text, live
from service.store.bills import BillEntry
from service.store.cache import cache_of
from service.store.editions import list_editions, load_edition, row_id
from service.store.power_subjects import corrections_of
from service.store.power_vagueness import revision_weights, vague_weights
from service.store.tables import Act, EditionRow

if TYPE_CHECKING:
    from amendments.powers import Asked, Delta, Difference, Judgement, Power, Register
    from amendments.powers.memory import Memo
    from amendments.powers.subjects import Corrections

MOST_CANDIDATES: Final = 400
"""Pairs that lists show: the order beyond says little, and nobody reads farther."""
_MOST_REMEMBERED: Final = 60_000


@dataclass(frozen=True, slots=True)
class Powers:
    """The register of a text with the text, and the name that it is cached under."""

    act_id: int
    key: Hashable
    edition: Edition
    register: Register


@dataclass(frozen=True, slots=True)
class PowerTurn:
    """An edition in which a provision's powers appeared, changed or went; `kind` says which.

    `appeared`, `reworded`, `excluded`, `not_yet`, `gone`.
    """

    row: EditionRow
    kind: str
    powers: tuple[Power, ...]


def powers_of(session: Session, row: EditionRow) -> Powers:
    """The register of a stored edition. Cached."""

    def read() -> Powers:
        return _read(session, row.act_id, ("edition", row_id(row)), load_edition(session, row))

    return cache_of(session).get(("powers", row_id(row), row.source_hash), read)


def bill_powers(session: Session, found: BillEntry, language: str) -> tuple[Powers, Powers]:
    """The registers of a bill's base edition and of the text with its live amendments. Cached."""
    chosen = live(all_amendments(session, found.bill))
    composed = bill_text(session, found, language, chosen)
    name = ("bill", found.bill.id, language, tuple(entry.revision.id for entry in chosen))
    row = next(row for row in list_editions(session, found.act, language) if row.in_force_from == found.bill.base_date)
    outcome = cache_of(session).get(("powers", name), lambda: _read(session, row.act_id, name, composed.edition))
    return powers_of(session, row), outcome


def judge_powers(session: Session, act: Act, powers: Powers, asked: Sequence[Asked] = ()) -> Judgement:
    """What is judged of a register with what people said of subjects. Cached; one query.

    `asked` are requests besides those that are known in public.
    """
    from amendments.powers import Judgement, about_all, asked_in_public, duplicates, missing, non_core

    kept, register = cache_of(session), powers.register
    memo = _memo(session, powers.act_id, register.language)
    corrections: Corrections = corrections_of(session, act)
    said = (powers.key, frozenset(corrections.items()))
    wanted = tuple((one.id, one.level, one.body, *sorted(one.words.items())) for one in asked)
    about = kept.get(("powers about", said), lambda: about_all(register, corrections))
    return Judgement(
        about,
        kept.get(("powers pairs", said), lambda: duplicates(register, memo, about)),
        kept.get(("powers kinds", powers.key), lambda: non_core(register)),
        kept.get(("powers missing", powers.key, wanted), lambda: missing(register, (*asked_in_public(), *asked), memo)),
    )


def rows_of_date(session: Session, act: Act, on: date) -> dict[str, EditionRow]:
    """The edition of a date by language. One query."""
    return {row.language: row for row in list_editions(session, act) if row.in_force_from == on}


def differences_of(session: Session, rows: Mapping[str, EditionRow]) -> tuple[Difference, ...] | None:
    """What the two languages of an edition say differently of powers; None where it has only one. Cached."""
    from amendments.powers import differences

    if not {"ru", "kk"} <= rows.keys():
        return None
    ru, kk = powers_of(session, rows["ru"]), powers_of(session, rows["kk"])
    return cache_of(session).get(("powers differ", ru.key, kk.key), lambda: differences(ru.register, kk.register))


def edition_delta(session: Session, old: EditionRow, new: EditionRow) -> Delta:
    """What a newer edition does to the register. Cached; two queries at first."""
    before, after = powers_of(session, old), powers_of(session, new)

    def make() -> Delta:
        return _delta(session, before, after, vague_weights(session, old), vague_weights(session, new))

    return cache_of(session).get(("powers delta", before.key, after.key), make)


def bill_delta(session: Session, found: BillEntry, language: str) -> Delta:
    """What a bill's live amendments do to the register. Cached."""
    before, after = bill_powers(session, found, language)

    def make() -> Delta:
        chosen = [entry.revision.id or 0 for entry in live(all_amendments(session, found.bill))]
        row = rows_of_date(session, found.act, found.bill.base_date)[language]
        weights = vague_weights(session, row)
        return _delta(session, before, after, weights, revision_weights(session, weights, chosen, language))

    return cache_of(session).get(("powers delta", before.key, after.key), make)


def power_history(session: Session, act: Act, language: str, address: str) -> tuple[PowerTurn, ...]:
    """Editions in which the powers of a provision appeared, changed or went, oldest first. Cached."""
    rows = [row for row in list_editions(session, act, language) if not row.draft]
    key = ("powers history", tuple(row_id(row) for row in rows), address)
    return cache_of(session).get(key, lambda: tuple(_turns(session, rows, address)))


def _turns(session: Session, rows: Sequence[EditionRow], address: str) -> list[PowerTurn]:
    turns: list[PowerTurn] = []
    before: bytes | None = None
    known: tuple[Power, ...] = ()
    for row in rows:
        node = load_edition(session, row).at(address)
        words = node.law_hash if node is not None else None
        if words == before:
            continue
        before = words
        powers = powers_of(session, row).register.by_address.get(address, ())
        if powers or known:
            state = powers[0].state if powers else "gone"
            kind = state if state != "in_force" else "reworded" if known else "appeared"
            turns.append(PowerTurn(row, kind, powers))
        known = powers
    return turns


@dataclass
class _Memory:
    """What was read of the provisions of an act in a language; begun anew before it grows without bound."""

    known: Memo = field(default_factory=dict)

    def memo(self) -> Memo:
        """What is known; those who still hold an older one keep it."""
        if len(self.known) > _MOST_REMEMBERED:
            self.known = {}
        return self.known


def _memo(session: Session, act_id: int, language: str) -> Memo:
    return cache_of(session).get(("powers memory", act_id, language), _Memory).memo()


def _read(session: Session, act_id: int, key: Hashable, edition: Edition) -> Powers:
    from amendments.powers import register

    return Powers(act_id, key, edition, register(edition, _memo(session, act_id, edition.language)))


def _delta(
    session: Session, before: Powers, after: Powers, old: Mapping[str, float], new: Mapping[str, float]
) -> Delta:
    from amendments.powers import delta

    memo = _memo(session, before.act_id, before.register.language)
    return delta(before.register, after.register, vague_before=old, vague_after=new, memo=memo)
