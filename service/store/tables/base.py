"""What all tables share: names of constraints, times in UTC, enumerations stored as plain words."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import DateTime, String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
"""Every constraint has a name that we chose, so that a migration can drop it on either database."""

METADATA = SQLModel.metadata
METADATA.naming_convention = naming_convention


class UtcDateTime(TypeDecorator[datetime]):
    """A moment, stored in UTC without a zone and read back as an aware UTC datetime on both databases."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive moment: it would silently mean the server's zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored moment must carry its time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back that the column does not keep."""
        return value.replace(tzinfo=UTC) if value is not None else None


class Word(TypeDecorator[StrEnum]):
    """A `StrEnum` stored as its word; no database enumeration, so a new word needs no migration of a type."""

    impl = String
    cache_ok = True

    def __init__(self, words: type[StrEnum]) -> None:
        self.words = words
        super().__init__(32)

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Store the word; a word outside the enumeration is a defect and raises ValueError."""
        return None if value is None else self.words(value).value

    def process_result_value(self, value: Any, dialect: Dialect) -> StrEnum | None:
        """Read the word back as the enumeration."""
        return None if value is None else self.words(value)
