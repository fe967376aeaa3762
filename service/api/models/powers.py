"""The powers register as the API gives it."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from amendments.powers import Delta as DomainDelta
from amendments.powers import Difference as DomainDifference
from amendments.powers import Duplicate as DomainDuplicate
from amendments.powers import Missing as DomainMissing
from amendments.powers import NonCore as DomainNonCore
from amendments.powers import Power as DomainPower
from amendments.powers import Unread as DomainUnread
from amendments.powers import as_json
from service.api.answers import Listing
from service.api.requests import Address, Body, shown
from service.store.power_lists import Lists, Matrix
from service.store.powers import PowerTurn

Level = Literal["region", "district", "city_district", "rural"]
Grade = Literal["identical", "same_object", "overlapping", "divided"]
State = Literal["in_force", "excluded", "not_yet"]


class Slot(BaseModel):
    """Words and their place."""

    words: str
    address: str
    start: int = Field(description="First character in the provision's own text.")
    end: int = Field(description="Character after the last one.")


class NamedBody(BaseModel):
    """Another body that a power names."""

    levels: list[str]
    body: str
    relation: Literal["through", "with", "to", "of"] = Field(
        description="through it, with its consent, addressed to it, or of it."
    )
    words: str


class Power(BaseModel):
    """What a body at a level may or must do, as one sentence of a provision says it."""

    id: str = Field(description="Name in the register: its address, with #2 … where a provision gives several.")
    address: str
    levels: list[str] = Field(description="All levels that have it, from the top down.")
    body: str
    head: bool = Field(description="Whether it is the body's head who acts.")
    action: str
    object: str
    action_classes: list[str]
    subject: str = Field(description="Subject of the classification; empty for a power that is not in force.")
    corrected: bool = Field(description="Whether a person set the subject.")
    state: State
    since: date | None
    scope: str
    named: list[NamedBody]
    condition: Slot | None
    basis: Slot | None
    deadline: Slot | None
    act: Slot | None
    money: Slot | None
    accountable_to: Slot | None


class PowerList(Listing[Power]):
    """One page of powers, in the order of the law."""


class Division(BaseModel):
    """Why two powers are no duplication."""

    rule: str
    reason: str


class Duplicate(BaseModel):
    """Two powers over one object. A candidate is advice of an algorithm, never a verdict."""

    addresses: list[str]
    ids: list[str]
    levels: list[list[str]]
    grade: Grade
    score: float = Field(description="Likeness from 0 to 1.")
    common: list[str] = Field(description="Words that both have.")
    left_only: list[str]
    right_only: list[str]
    division: Division | None = Field(description="For divided labour: the rule that tells it from duplication.")


class DuplicateList(Listing[Duplicate]):
    """One page of pairs, the best candidates first; at most 400 in all."""


class NonCore(BaseModel):
    """A candidate for a power of another branch's kind: advice, never a verdict."""

    address: str
    id: str
    level: str
    body: str
    kind: str
    name: str
    reason: str
    source: str
    words: str = Field(description="The words that decided it.")
    sure: bool


class NonCoreList(Listing[NonCore]):
    """One page of candidates, the sure kinds first."""


class Request(BaseModel):
    """Who asks for a power, for whom, in what words."""

    words: str
    level: str
    body: str
    who: str
    source: str


class Missing(BaseModel):
    """Something that is not there: a request met nowhere or only above, a hole in a chain, a duty without means."""

    kind: Literal["asked", "chain", "means"]
    what: str
    reason: str
    address: str | None
    asked: Request | None
    found: Literal["here", "above", "nowhere", ""]
    near: list[str] = Field(description="Ids of powers that come near.")


class MissingList(Listing[Missing]):
    """One page of what is missing."""


class MatrixCell(BaseModel):
    """A subject at a level."""

    level: str
    powers: int
    duplicated: int = Field(description="How many have a twin with the same words or the same object.")
    non_core: int = Field(description="How many are of another branch's kind, for sure.")
    perhaps: int = Field(description="How many perhaps are.")
    missing: int = Field(description="How many are asked for and are not there.")


class MatrixRow(BaseModel):
    """A subject with its levels."""

    group: str
    subject: str
    cells: list[MatrixCell]


class PowerMatrix(BaseModel):
    """Subjects and levels with counts."""

    edition: date
    language: str
    levels: list[str]
    rows: list[MatrixRow]


class PowerTurnEntry(BaseModel):
    """An edition in which the powers of a provision appeared, changed or went."""

    edition: date
    kind: Literal["appeared", "reworded", "excluded", "not_yet", "gone"]
    caused_by: str
    words: list[str]


class PowerDetail(BaseModel):
    """A power with its wording in both languages, its twins and its way through the editions."""

    power: Power
    other_language: list[Power] = Field(description="The powers of the same provision in the other language.")
    duplicates: list[Duplicate]
    non_core: list[NonCore]
    missing: list[Missing]
    history: list[PowerTurnEntry] = Field(description="Oldest first.")


class PowerDifference(BaseModel):
    """What the two languages say differently of a provision's powers."""

    kind: Literal["missing", "state", "body", "levels"]
    address: str
    language: str = Field(description="For missing: the language that gives the power.")
    ru: str
    kk: str


class UnreadUnit(BaseModel):
    """A unit of a competence article that gave no power."""

    address: str
    reason: Literal["body", "action", "list", "describes", "long"]
    words: str


class PowerWarnings(BaseModel):
    """What a person should look at in a register."""

    differences: list[PowerDifference]
    unread: list[UnreadUnit]


class PowerChange(BaseModel):
    """What happened to the powers of one provision."""

    kind: Literal["added", "removed", "moved", "clearer", "vaguer", "reworded", "holder", "state", "text"]
    address: str
    to: str = Field(description="For a move: where it stands now.")
    old: list[str] = Field(description="Words of the powers before.")
    new: list[str] = Field(description="Words of the powers after.")


class PowerDelta(BaseModel):
    """What a bill or a newer edition does to the register."""

    changes: list[PowerChange]
    duplicates_made: list[Duplicate]
    duplicates_gone: list[Duplicate]


class NewSubject(Body):
    """What a person says the powers of a provision are about. It stays with its words in later editions."""

    model_config = shown(example={"on": "2026-03-01", "address": "art_18/pt_1/sub_12-2", "subject": "social"})

    on: date = Field(description="Date of the edition that was looked at.")
    address: Address
    subject: str = Field(max_length=40, description="Id of a subject; empty gives it back to the algorithm.")


class SubjectWord(BaseModel):
    """A person's word about a subject."""

    model_config = ConfigDict(from_attributes=True)

    act: str
    address: str
    subject: str


def power(one: DomainPower, lists: Lists) -> Power:
    """A power with its subject."""
    about = lists.judgement.about.get(one.id)
    given = as_json.power(one, subject=about.subject if about is not None else "")
    return Power.model_validate({**given, "corrected": about is not None and about.corrected})


def plain_power(one: DomainPower) -> Power:
    """A power of another register, without its subject."""
    return Power.model_validate({**as_json.power(one), "corrected": False})


def duplicate(one: DomainDuplicate, language: str) -> Duplicate:
    """A pair."""
    return Duplicate.model_validate(as_json.duplicate(one, language))


def non_core(one: DomainNonCore, language: str) -> NonCore:
    """A candidate for another's power."""
    return NonCore.model_validate(as_json.non_core(one, language))


def missing(one: DomainMissing, language: str) -> Missing:
    """Something that is not there; a request in the other language stays in its words."""
    spoken = language if one.asked is None or language in one.asked.words else next(iter(one.asked.words))
    given = as_json.missing(one, spoken)
    return Missing.model_validate({**given, "reason": one.name[language]})


def matrix(found: Matrix, edition: date, language: str) -> PowerMatrix:
    """The matrix."""
    rows = [
        MatrixRow(
            group=group,
            subject=subject,
            cells=[
                MatrixCell(
                    level=level,
                    powers=cell.powers,
                    duplicated=cell.duplicated,
                    non_core=cell.non_core,
                    perhaps=cell.perhaps,
                    missing=cell.missing,
                )
                for level, cell in cells.items()
            ],
        )
        for group, subject, cells in found.rows
    ]
    return PowerMatrix(edition=edition, language=language, levels=list(found.levels), rows=rows)


def turn(one: PowerTurn) -> PowerTurnEntry:
    """A step of a power's way."""
    given: dict[str, Any] = {"kind": one.kind, "words": [power.words for power in one.powers if power.words]}
    return PowerTurnEntry(edition=one.row.in_force_from, caused_by=one.row.caused_by, **given)


def warnings(differences: tuple[DomainDifference, ...], unread: tuple[DomainUnread, ...]) -> PowerWarnings:
    """Differences of the languages, and units that gave no power."""
    return PowerWarnings(
        differences=[PowerDifference.model_validate(as_json.difference(one)) for one in differences],
        unread=[UnreadUnit.model_validate(as_json.unread(one)) for one in unread],
    )


def delta(found: DomainDelta, language: str) -> PowerDelta:
    """A delta with the words of the powers."""
    changes = [
        PowerChange(
            kind=one.kind,
            address=one.address,
            to=one.to,
            old=[power.words for power in one.old],
            new=[power.words for power in one.new],
        )
        for one in found.changes
    ]
    return PowerDelta(
        changes=changes,
        duplicates_made=[duplicate(one, language) for one in found.duplicates_made],
        duplicates_gone=[duplicate(one, language) for one in found.duplicates_gone],
    )
