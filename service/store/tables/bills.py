"""Bills, their amendments, revisions of amendments, decisions and votes."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Column, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from service.store.tables.base import UtcDateTime, Word


class Stage(StrEnum):
    """Where a bill stands (PRACTICE 1.2)."""

    CONSULTATION = "consultation"
    PREPARATION = "preparation"
    APPROVAL = "approval"
    SUBMITTED = "submitted"
    COMMITTEE = "committee"
    FIRST_READING = "first_reading"
    SECOND_READING = "second_reading"
    ADOPTED = "adopted"
    SIGNED = "signed"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


class AmendmentState(StrEnum):
    """What was decided about an amendment."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    ACCEPTED_IN_PART = "accepted_in_part"
    ACCEPTED_AS_WORDED = "accepted_as_worded"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    POSTPONED = "postponed"


class VoteValue(StrEnum):
    """A deputy's answer to an amendment."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"


class Bill(SQLModel, table=True):
    """A bill that carries amendments to one act, measured against one edition of it."""

    __tablename__ = "bill"

    id: int | None = Field(default=None, primary_key=True)
    #: Registration number or the demonstration's own; appears in addresses of pages.
    number: str = Field(max_length=40, unique=True)
    title_ru: str = Field(sa_type=Text)
    title_kk: str = Field(sa_type=Text)
    act_id: int = Field(foreign_key="act.id", index=True)
    #: Date of the edition (both languages) that the amendments are written against.
    base_date: date
    stage: Stage = Field(sa_column=Column(Word(Stage), nullable=False))
    initiator_ru: str = Field(default="", max_length=500)
    initiator_kk: str = Field(default="", max_length=500)
    lead_committee_ru: str = Field(default="", max_length=500)
    lead_committee_kk: str = Field(default="", max_length=500)
    decision_due: date | None = None
    demonstration: bool = False
    created_at: datetime = Field(sa_type=UtcDateTime)


class Amendment(SQLModel, table=True):
    """One proposed amendment of a bill; its wording lives in revisions."""

    __tablename__ = "amendment"
    __table_args__ = (UniqueConstraint("bill_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    bill_id: int = Field(foreign_key="bill.id", index=True)
    number: int
    title_ru: str = Field(default="", sa_type=Text)
    title_kk: str = Field(default="", sa_type=Text)
    author_id: int | None = Field(default=None, foreign_key="account.id", index=True)
    grounds_ru: str = Field(default="", sa_type=Text)
    grounds_kk: str = Field(default="", sa_type=Text)
    state: AmendmentState = Field(
        default=AmendmentState.PENDING, sa_column=Column(Word(AmendmentState), nullable=False, index=True)
    )
    #: The amendment that holds this one's words too, in a joint text; then this one is not applied by itself.
    taken_into_id: int | None = Field(default=None, foreign_key="amendment.id", index=True)
    #: Number of the latest revision.
    revision: int = 1
    #: Optimistic lock: counts every change of this row or of its wording.
    version: int = 1
    created_at: datetime = Field(sa_type=UtcDateTime)
    changed_at: datetime = Field(sa_type=UtcDateTime)


class AmendmentRevision(SQLModel, table=True):
    """One wording of an amendment, in both languages. Never changed, never deleted."""

    __tablename__ = "amendment_revision"
    __table_args__ = (UniqueConstraint("amendment_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    amendment_id: int = Field(foreign_key="amendment.id", index=True)
    number: int
    #: Date of the edition that it was written against: its bill's at the time.
    base_date: date
    instruction_ru: str = Field(default="", sa_type=Text)
    instruction_kk: str = Field(default="", sa_type=Text)
    #: `amendments.operations.to_json` of what each instruction was read as; None while it was not read.
    operations_ru: list[dict[str, Any]] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    operations_kk: list[dict[str, Any]] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    #: What the person who wrote it decided about reading it: `guidance.Guidance`, by language; None for nothing.
    guidance: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    note: str = Field(default="", max_length=1000)
    by_id: int | None = Field(default=None, foreign_key="account.id")
    at: datetime = Field(sa_type=UtcDateTime)


class AmendmentPlace(SQLModel, table=True):
    """An article (or what stands outside articles) that a revision touches; kept for lists and filters."""

    __tablename__ = "amendment_place"

    revision_id: int = Field(foreign_key="amendment_revision.id", primary_key=True)
    #: Address: «art_35», or the first step of an address outside articles.
    address: str = Field(primary_key=True, max_length=200, index=True)
    #: Place of the article in the base edition, so that amendments can be listed in the law's order.
    position: int = 0


class Decision(SQLModel, table=True):
    """One decision about an amendment. The latest counts; the earlier ones stay as history."""

    __tablename__ = "decision"

    id: int | None = Field(default=None, primary_key=True)
    amendment_id: int = Field(foreign_key="amendment.id", index=True)
    state: AmendmentState = Field(sa_column=Column(Word(AmendmentState), nullable=False))
    #: Why, in the language it was written in, or in both.
    reason_ru: str = Field(default="", sa_type=Text)
    reason_kk: str = Field(default="", sa_type=Text)
    #: Revision that was decided about.
    revision: int
    by_id: int | None = Field(default=None, foreign_key="account.id")
    at: datetime = Field(sa_type=UtcDateTime)
    #: The amendment whose joint text holds the words of this one since the decision.
    taken_into_id: int | None = Field(default=None, foreign_key="amendment.id")
    #: The first of the decisions that were made at once; None for one made alone.
    together_id: int | None = Field(default=None, foreign_key="decision.id", index=True)
    #: The decision that this one undoes; None for any other.
    undoes_id: int | None = Field(default=None, foreign_key="decision.id")


class Vote(SQLModel, table=True):
    """A deputy's vote on an amendment; one each, replaced when the deputy changes it."""

    __tablename__ = "vote"

    amendment_id: int = Field(foreign_key="amendment.id", primary_key=True)
    account_id: int = Field(foreign_key="account.id", primary_key=True)
    value: VoteValue = Field(sa_column=Column(Word(VoteValue), nullable=False))
    at: datetime = Field(sa_type=UtcDateTime)
