"""Work on amendments that is not done yet: drafts of their wording, who is at it, how they are to be carried on."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, Column, Text
from sqlmodel import Field, SQLModel

from service.store.tables.base import UtcDateTime, Word


class CarryWay(StrEnum):
    """How one amendment of a bill comes onto a newer edition."""

    ADJUSTED = "adjusted"
    REWORDED = "reworded"
    LEFT_OUT = "left_out"


class AmendmentDraft(SQLModel, table=True):
    """What a person typed into the form of an amendment and has not saved as a revision; seen by that person only."""

    __tablename__ = "amendment_draft"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    amendment_id: int = Field(foreign_key="amendment.id", index=True)
    #: Counts what was kept: a form that saw an older number gets a draft of its own.
    serial: int = 1
    #: The revision that the person started from.
    revision: int
    #: What was typed, by the name of its field.
    content: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    at: datetime = Field(sa_type=UtcDateTime)


class AmendmentPresence(SQLModel, table=True):
    """When a person last had the form of an amendment open."""

    __tablename__ = "amendment_presence"

    amendment_id: int = Field(foreign_key="amendment.id", primary_key=True)
    account_id: int = Field(foreign_key="account.id", primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)


class CarryChoice(SQLModel, table=True):
    """What a person settled about one amendment before its bill moves to a newer edition."""

    __tablename__ = "carry_choice"

    amendment_id: int = Field(foreign_key="amendment.id", primary_key=True)
    bill_id: int = Field(foreign_key="bill.id", index=True)
    #: Date of the edition that the bill is to move to.
    target: date
    #: The revision that was looked at; a later one makes the choice void.
    revision: int
    way: CarryWay = Field(sa_column=Column(Word(CarryWay), nullable=False))
    instruction_ru: str = Field(default="", sa_type=Text)
    instruction_kk: str = Field(default="", sa_type=Text)
    by_id: int | None = Field(default=None, foreign_key="account.id")
    at: datetime = Field(sa_type=UtcDateTime)
