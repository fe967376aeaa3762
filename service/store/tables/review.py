"""Findings with their verdicts, comments and proposals."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Column, Index, Text
from sqlmodel import Field, SQLModel

from service.store.tables.base import UtcDateTime, Word


class VerdictKind(StrEnum):
    """A person's answer to a finding; `open` takes an earlier answer back and keeps it as history."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    OPEN = "open"


class Opinion(StrEnum):
    """A deputy's vote on a finding: the words are vague, or clear enough."""

    VAGUE = "vague"
    CLEAR = "clear"


class ProposalKind(StrEnum):
    """What a proposal wants of a power."""

    ADD = "add"
    EXCLUDE = "exclude"
    TRANSFER = "transfer"
    CLARIFY = "clarify"
    KEEP = "keep"


class ProposalSource(StrEnum):
    """As what its author proposed it: an akim, a deputy, the Government or the chamber's staff for it, or taken over
    from what the algorithm proposes; empty where nobody is known."""

    AKIM = "akim"
    DEPUTY = "deputy"
    GOVERNMENT = "government"
    ALGORITHM = "algorithm"
    UNKNOWN = ""


class ProposalState(StrEnum):
    """What became of a proposal."""

    NEW = "new"
    TAKEN_UP = "taken_up"
    DECLINED = "declined"


class FindingRow(SQLModel, table=True):
    """A clarity finding in one provision, either of an edition or of an amendment's outcome."""

    __tablename__ = "finding"
    __table_args__ = (Index("ix_finding_edition_order", "edition_id", "position", "start"),)

    id: int | None = Field(default=None, primary_key=True)
    act_id: int = Field(foreign_key="act.id", index=True)
    edition_id: int | None = Field(default=None, foreign_key="edition.id")
    revision_id: int | None = Field(default=None, foreign_key="amendment_revision.id", index=True)
    language: str = Field(max_length=2)
    address: str = Field(max_length=200)
    #: The article it stands in («art_35»), for filters; empty outside articles.
    article: str = Field(default="", max_length=60)
    #: Place of the provision in document order, so that lists follow the law.
    position: int = 0
    #: Offsets in characters of the provision's text.
    start: int
    end: int
    quote: str = Field(sa_type=Text)
    factor: str = Field(max_length=40, index=True)
    rule: str = Field(max_length=100)
    rule_version: int = 1
    #: 1 low, 2 medium, 3 high.
    weight: int
    #: For an amendment: "added", "removed", "kept" or "moved" against its base edition; empty for an edition.
    change: str = Field(default="", max_length=10)
    #: Levels of local government whose power the provision is, as «,district,rural,»; empty where not known.
    levels: str = Field(default="", max_length=80)
    #: Which words these are, through all editions: the same as long as they are found again.
    lineage: str = Field(default="", max_length=64, index=True)
    #: The same words in the same provision, letter by letter: an answer counts as long as this print stays.
    fingerprint: str = Field(max_length=64, index=True)


class Verdict(SQLModel, table=True):
    """A person's answer to a finding, kept with the words so that it stays with them across editions.

    It counts where the provision reads as it did then (`fingerprint`). Where the same words (`lineage`) now stand in
    a provision that was changed, it is shown as the former answer, and people are asked again.
    """

    __tablename__ = "verdict"

    id: int | None = Field(default=None, primary_key=True)
    lineage: str = Field(default="", max_length=64, index=True)
    fingerprint: str = Field(max_length=64, index=True)
    #: What was answered: the words, and the rule of the algorithm that had tagged them.
    quote: str = Field(default="", sa_type=Text)
    rule: str = Field(default="", max_length=100)
    rule_version: int = 1
    kind: VerdictKind = Field(sa_column=Column(Word(VerdictKind), nullable=False))
    reason: str = Field(default="", sa_type=Text)
    by_id: int | None = Field(default=None, foreign_key="account.id")
    at: datetime = Field(sa_type=UtcDateTime)
    #: True for the answer that counts; older ones stay as history.
    latest: bool = True
    #: True for the last answer to these words in any edition.
    newest: bool = True


class FindingVote(SQLModel, table=True):
    """A deputy's vote on words as they stand in a provision; a changed provision is voted on anew."""

    __tablename__ = "finding_vote"

    fingerprint: str = Field(max_length=64, primary_key=True)
    account_id: int = Field(foreign_key="account.id", primary_key=True)
    value: Opinion = Field(sa_column=Column(Word(Opinion), nullable=False))
    at: datetime = Field(sa_type=UtcDateTime)


class Comment(SQLModel, table=True):
    """A remark on an act, an edition, a provision of an edition, a bill, an amendment or a clarity finding."""

    __tablename__ = "comment"

    id: int | None = Field(default=None, primary_key=True)
    act_id: int | None = Field(default=None, foreign_key="act.id", index=True)
    #: The edition that the remark was written on, with `act_id`.
    edition_id: int | None = Field(default=None, foreign_key="edition.id", index=True)
    #: Provision, with `edition_id` or `amendment_id`; empty for the whole.
    address: str = Field(default="", max_length=200)
    bill_id: int | None = Field(default=None, foreign_key="bill.id", index=True)
    amendment_id: int | None = Field(default=None, foreign_key="amendment.id", index=True)
    #: The words that a clarity finding tags (`FindingRow.lineage`); empty for other remarks.
    finding: str = Field(default="", max_length=64, index=True)
    #: The words the remark hangs on, as they stood; empty for none.
    quote: str = Field(default="", sa_type=Text)
    language: str = Field(max_length=2)
    #: The comment that this one answers, and the first one of the talk; None for a first one.
    parent_id: int | None = Field(default=None, foreign_key="comment.id")
    thread_id: int | None = Field(default=None, foreign_key="comment.id", index=True)
    author_id: int = Field(foreign_key="account.id", index=True)
    text: str = Field(sa_type=Text)
    created_at: datetime = Field(sa_type=UtcDateTime)
    #: Set when taken back; the row stays so that answers keep their place.
    withdrawn_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Proposal(SQLModel, table=True):
    """A wish of a deputy or an akim that has no amendment yet."""

    __tablename__ = "proposal"

    id: int | None = Field(default=None, primary_key=True)
    act_id: int = Field(foreign_key="act.id", index=True)
    address: str = Field(default="", max_length=200)
    kind: ProposalKind = Field(sa_column=Column(Word(ProposalKind), nullable=False))
    #: For a transfer: whose the power is, whose it should be; empty for none.
    from_level: str = Field(default="", max_length=20)
    to_level: str = Field(default="", max_length=20)
    #: The body that a power should go to or is asked for; empty for none.
    to_body: str = Field(default="", max_length=20)
    #: What the provision should say, for a clarification or an addition.
    words_ru: str = Field(default="", sa_type=Text)
    words_kk: str = Field(default="", sa_type=Text)
    #: Language of title and text; the text gives the grounds.
    language: str = Field(max_length=2)
    title: str = Field(sa_type=Text)
    text: str = Field(sa_type=Text)
    author_id: int | None = Field(default=None, foreign_key="account.id", index=True)
    state: ProposalState = Field(default=ProposalState.NEW, sa_column=Column(Word(ProposalState), nullable=False))
    source: ProposalSource = Field(
        default=ProposalSource.UNKNOWN, sa_column=Column(Word(ProposalSource), nullable=False)
    )
    #: Why it was declined, where somebody said so.
    reason: str = Field(default="", sa_type=Text)
    #: The amendment that took it up.
    amendment_id: int | None = Field(default=None, foreign_key="amendment.id")
    created_at: datetime = Field(sa_type=UtcDateTime)
