"""Texts that were uploaded and are not yet editions: somebody looks at what was read before it is stored."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, Column, Text
from sqlmodel import Field, SQLModel

from service.store.tables.base import UtcDateTime


class Upload(SQLModel, table=True):
    """One text on its way to become an edition. Kept for a day, seen by the one who brought it only."""

    __tablename__ = "upload"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    act_id: int = Field(foreign_key="act.id", index=True)
    #: Name of the file, or empty for a pasted text.
    name: str = Field(default="", max_length=200)
    #: What it was read from: plain, docx, html, akn, pdf.
    form: str = Field(max_length=10)
    language: str = Field(max_length=2)
    #: What the person wrote in the form; the date may still be missing.
    in_force_from: date | None = None
    caused_by: str = Field(default="", max_length=500)
    text: str = Field(sa_type=Text)
    #: Codes of `amendments.sources.REMARKS`.
    remarks: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    at: datetime = Field(sa_type=UtcDateTime)
