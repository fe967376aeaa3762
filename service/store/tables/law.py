"""Acts, their editions, and the texts of these."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, Integer, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from service.store.tables.base import UtcDateTime


class Act(SQLModel, table=True):
    """A law or another act: number, date and title in both languages."""

    __tablename__ = "act"

    id: int | None = Field(default=None, primary_key=True)
    #: Code of the act in the official system, or the demonstration's own; appears in addresses of pages.
    code: str = Field(max_length=40, unique=True)
    #: «Закон Республики Казахстан от 23 января 2001 года № 148», as the source gives it.
    requisite: str = Field(max_length=500)
    title_ru: str = Field(sa_type=Text)
    title_kk: str = Field(sa_type=Text)
    #: Form of the act as the source codes it («ЗАК»).
    form: str = Field(default="", max_length=40)
    approved_on: date | None = None
    #: True for texts written by us that only look like a law; every page that shows them says so.
    demonstration: bool = False


class EditionRow(SQLModel, table=True):
    """The text of an act from a date on, in one language. Never changed once stored."""

    __tablename__ = "edition"
    __table_args__ = (UniqueConstraint("act_id", "language", "in_force_from"),)

    id: int | None = Field(default=None, primary_key=True)
    act_id: int = Field(foreign_key="act.id", index=True)
    language: str = Field(max_length=2)
    in_force_from: date
    #: Requisite of the act that brought this edition about; empty for the first one.
    caused_by: str = Field(default="", max_length=500)
    #: Code of that act in the official system, where known.
    caused_by_code: str = Field(default="", max_length=40)
    #: True while the text is not official (a working group's draft).
    draft: bool = False
    #: SHA-256 of the source text in UTF-8, hexadecimal: the proof that what we rebuild is what was imported.
    source_hash: str = Field(max_length=64)
    #: Raw text after the last provision (the root's `close`).
    close: str = Field(default="", sa_type=Text)
    #: Counts kept for lists, so that no list opens a text.
    characters: int = 0
    provisions: int = 0
    #: Places the reader kept as text without being sure: [{line, reason, text}].
    unread: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    imported_at: datetime = Field(sa_type=UtcDateTime)


class EditionText(SQLModel, table=True):
    """The paragraphs of an edition, as bytes (`service.store.deltas` says how they are packed).

    The first edition of a series is there in full, each later one as what differs from the one before it.
    """

    __tablename__ = "edition_text"
    __table_args__ = (UniqueConstraint("series_id", "step"),)

    edition_id: int = Field(sa_column=Column(Integer, ForeignKey("edition.id"), primary_key=True, autoincrement=False))
    #: The edition that the series begins with.
    series_id: int = Field(foreign_key="edition.id")
    #: Place in the series, 0 for the first.
    step: int
    #: What is taken over from the edition before; empty for the first.
    kept: bytes = Field(sa_type=LargeBinary)
    #: The paragraphs that are new in it.
    brought: bytes = Field(sa_type=LargeBinary)
