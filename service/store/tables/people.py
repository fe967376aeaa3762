"""Accounts, access tokens and attempts to sign in."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from service.store.tables.base import UtcDateTime, Word


class Role(StrEnum):
    """What a person is in the service. `visitor` is anyone who has not signed in and is never stored."""

    VISITOR = "visitor"
    AKIM = "akim"
    DRAFTER = "drafter"
    DEPUTY = "deputy"
    STAFF = "staff"
    ADMIN = "admin"


class Account(SQLModel, table=True):
    """A person who may sign in."""

    __tablename__ = "account"

    id: int | None = Field(default=None, primary_key=True)
    login: str = Field(max_length=64, unique=True)
    name_ru: str = Field(max_length=200)
    name_kk: str = Field(max_length=200)
    position_ru: str = Field(default="", max_length=300)
    position_kk: str = Field(default="", max_length=300)
    role: Role = Field(sa_column=Column(Word(Role), nullable=False))
    #: Argon2id hash; empty for an account that cannot sign in with a password.
    password_hash: str = Field(default="", max_length=200)
    active: bool = True
    #: Changed with the password and when all sessions are ended; a session with another number is over.
    session_number: int = 1
    #: True for the demonstration's accounts, whose passwords are public.
    demonstration: bool = False
    created_at: datetime = Field(sa_type=UtcDateTime)


class Token(SQLModel, table=True):
    """A bearer token of the API. The token itself is shown once and never stored."""

    __tablename__ = "token"

    id: int | None = Field(default=None, primary_key=True)
    account_id: int = Field(foreign_key="account.id", index=True)
    name: str = Field(default="", max_length=100)
    #: First characters, shown in lists so that a person recognises the token.
    prefix: str = Field(max_length=16)
    #: SHA-256 of the whole token, hexadecimal.
    token_hash: str = Field(max_length=64, unique=True)
    #: Names of `service.security.tokens.Scope`.
    scopes: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class SignInAttempt(SQLModel, table=True):
    """Failures in a row for a login, known or not, from an address or from anywhere: what a wait is counted from."""

    __tablename__ = "sign_in_attempt"

    #: SHA-256 of the login (and the address), so that a password typed into the wrong box is not kept.
    login_hash: str = Field(primary_key=True, max_length=64)
    failures: int = 0
    #: No attempt is looked at before this moment.
    wait_until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_at: datetime = Field(sa_type=UtcDateTime)
