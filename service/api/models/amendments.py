"""Amendments as the API gives them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, Field

from amendments.law.cross_references import CrossReference
from service.api.answers import Listing
from service.api.models.common import Both, Person, author
from service.api.models.instructions import Misread, Outside, Refusal, misread, reading, refused
from service.api.models.progress import AmendmentConflict
from service.api.models.redlines import Operation, Row
from service.api.models.warnings import DanglingReference, dangling_references
from service.store.amendments import AmendmentDetail as Detail
from service.store.amendments import AmendmentEntry
from service.store.effects import Effect
from service.store.tables import Account, AmendmentRevision
from service.store.tables import Decision as DecisionRow

State = Literal[
    "pending", "accepted", "accepted_in_part", "accepted_as_worded", "rejected", "withdrawn", "postponed"
]  # fmt: skip


class AmendmentSummary(BaseModel):
    """One proposed amendment of a bill."""

    id: int
    bill: str = Field(description="Number of the bill.")
    number: int = Field(description="Number in the bill.")
    title: Both
    author: Person | None
    state: State
    taken_into: int | None = Field(description="Number of the amendment whose joint text holds its words.")
    revision: int = Field(description="Number of the latest revision of its wording.")
    articles: list[str] = Field(description="Addresses of the articles that it touches, in the law's order.")
    comments: int
    findings: dict[str, int] = Field(description="Unclear words that it adds, removes and keeps, in both languages.")
    created_at: datetime
    changed_at: datetime


class AmendmentList(Listing[AmendmentSummary]):
    """One page of a bill's amendments, by number."""


class WordingEffect(BaseModel):
    """The instruction in one language, and what it does to the base edition."""

    language: Literal["ru", "kk"]
    instruction: str
    base_date: date | None = Field(description="Edition that it is applied to; null: there is none.")
    exact: bool = Field(description="True when every word was understood and every operation applied.")
    operations: list[Operation]
    problems: list[Misread] = Field(description="What was not understood.")
    outside: list[Outside] = Field(description="What orders no change of the text.")
    refusals: list[Refusal] = Field(description="What cannot be applied exactly.")
    left_dangling: list[DanglingReference] = Field(
        description="References that point at nothing after it and did not before, in the text that it makes."
    )


class Revision(BaseModel):
    """One wording of an amendment."""

    number: int
    instruction: Both
    note: str
    at: datetime


class Decision(BaseModel):
    """A decision about an amendment."""

    id: int
    state: State
    reason: Both = Field(description="In the language it was written in, or in both.")
    revision: int = Field(description="Revision that was decided about.")
    together: int | None = Field(description="The first of the decisions that were made at once; null: made alone.")
    undoes: int | None = Field(description="The decision that this one undid.")
    by: Person | None
    at: datetime


class AmendmentDetail(BaseModel):
    """An amendment with its wordings, what they do, and what was decided."""

    id: int
    bill: str
    number: int
    title: Both
    grounds: Both
    author: Person | None
    state: State
    revision: int
    version: int = Field(description="Counts every change of the amendment.")
    created_at: datetime
    changed_at: datetime
    effects: list[WordingEffect] = Field(description="One for each language that has an instruction.")
    revisions: list[Revision] = Field(description="Oldest first.")
    decisions: list[Decision] = Field(description="Newest first; the first one counts.")
    votes: dict[str, int] = Field(description="for, against, abstain.")


class AmendmentRedline(BaseModel):
    """The base edition and the outcome of an amendment in one text."""

    amendment: int
    language: Literal["ru", "kk"]
    base_date: date
    exact: bool
    problems: list[Misread]
    refusals: list[Refusal]
    counts: dict[str, int] = Field(description="How many rows have each status.")
    rows: list[Row] = Field(description="Empty when the amendment cannot be applied: problems and refusals say why.")


class LeftOut(BaseModel):
    """An amendment that is not in the bill's text."""

    id: int
    number: int
    reasons: list[str] = Field(description="Why, in the reader's language; empty for one without any operation.")


class BillRedline(BaseModel):
    """The base edition with a bill's amendments, applied one after the other by number."""

    bill: str
    language: Literal["ru", "kk"]
    base_date: date
    amendments: list[int] = Field(description="Numbers of the amendments that are in it.")
    left_out: list[LeftOut]
    conflicts: list[AmendmentConflict] = Field(description="Conflicts among the chosen amendments.")
    counts: dict[str, int]
    rows: list[Row]


def amendment_entry(entry: AmendmentEntry, bill: str) -> AmendmentSummary:
    """An amendment of a list."""
    row = entry.amendment
    return AmendmentSummary(
        id=row.id or 0,
        bill=bill,
        number=row.number,
        title=Both(ru=row.title_ru, kk=row.title_kk),
        author=author(entry.author),
        state=row.state.value,
        taken_into=entry.taken_into,
        revision=row.revision,
        articles=list(entry.places),
        comments=entry.comments,
        findings={
            change: sum(counts.get(change, 0) for counts in entry.findings.values())
            for change in ("added", "removed", "kept")
        },
        created_at=row.created_at,
        changed_at=row.changed_at,
    )


def amendment_detail(found: Detail, effects: list[WordingEffect]) -> AmendmentDetail:
    """One amendment."""
    row = found.amendment
    return AmendmentDetail(
        id=row.id or 0,
        bill=found.bill.number,
        number=row.number,
        title=Both(ru=row.title_ru, kk=row.title_kk),
        grounds=Both(ru=row.grounds_ru, kk=row.grounds_kk),
        author=author(found.author),
        state=row.state.value,
        revision=row.revision,
        version=row.version,
        created_at=row.created_at,
        changed_at=row.changed_at,
        effects=effects,
        revisions=[_revision(revision) for revision in found.revisions],
        decisions=[decision_of(decision, account) for decision, account in found.decisions],
        votes={value.value: count for value, count in found.votes.items()},
    )


def decision_of(row: DecisionRow, account: Account | None) -> Decision:
    """A decision and whose it is."""
    return Decision(
        id=row.id or 0,
        state=row.state.value,
        reason=Both(ru=row.reason_ru, kk=row.reason_kk),
        revision=row.revision,
        together=row.together_id,
        undoes=row.undoes_id,
        by=author(account),
        at=row.at,
    )


def wording_effect(effect: Effect, base_date: date, left: Iterable[CrossReference]) -> WordingEffect:
    """What an instruction does to the base edition; `left` are the references that it leaves dangling."""
    read = reading(effect.language, effect.operations, effect.problems, effect.outside, effect.instruction)
    return WordingEffect(
        instruction=effect.instruction,
        base_date=base_date,
        exact=effect.exact,
        refusals=refused(effect.refusals),
        left_dangling=dangling_references(left),
        **dict(read),
    )


def without_base(instruction: str, language: str) -> WordingEffect:
    """An instruction in a language that the act has no text in."""
    return WordingEffect(
        language="kk" if language == "kk" else "ru",
        instruction=instruction,
        base_date=None,
        exact=False,
        operations=[],
        problems=[],
        outside=[],
        refusals=[],
        left_dangling=[],
    )


def amendment_redline(
    amendment: int, effect: Effect, base_date: date, tally: dict[str, int], rows: list[Row]
) -> AmendmentRedline:
    """An amendment's outcome as a redline."""
    return AmendmentRedline(
        amendment=amendment,
        language="kk" if effect.language == "kk" else "ru",
        base_date=base_date,
        exact=effect.exact,
        problems=misread(effect.problems, effect.instruction),
        refusals=refused(effect.refusals),
        counts=tally,
        rows=rows,
    )


def _revision(row: AmendmentRevision) -> Revision:
    return Revision(
        number=row.number,
        instruction=Both(ru=row.instruction_ru, kk=row.instruction_kk),
        note=row.note,
        at=row.at,
    )
