"""The audit log, and single facts about the database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field, SQLModel

from service.store.tables.base import UtcDateTime


class AuditRow(SQLModel, table=True):
    """One thing that was done. Rows are only ever added; each carries the hash of the one before."""

    __tablename__ = "audit"

    id: int | None = Field(default=None, primary_key=True)
    #: Place in the chain, from 1, without gaps.
    number: int = Field(unique=True)
    at: datetime = Field(sa_type=UtcDateTime)
    account_id: int | None = Field(default=None, foreign_key="account.id", index=True)
    login: str = Field(default="", max_length=64)
    #: "web", "api", "cli" or "system".
    via: str = Field(max_length=10)
    #: Network address of the request; empty outside requests.
    client: str = Field(default="", max_length=64)
    #: Tag of `service.store.audit.Action`.
    action: str = Field(max_length=60, index=True)
    #: What it was done to: "amendment/12", "account/akim1".
    subject: str = Field(default="", max_length=200, index=True)
    #: Canonical JSON (sorted keys, no spaces, UTF-8) of the particulars.
    detail: str = Field(default="{}", sa_type=Text)
    previous_hash: str = Field(max_length=64)
    hash: str = Field(max_length=64)


class Meta(SQLModel, table=True):
    """A single fact about this database («demonstration_loaded», «audit_head»)."""

    __tablename__ = "meta"

    key: str = Field(primary_key=True, max_length=60)
    value: str = Field(default="", sa_type=Text)
