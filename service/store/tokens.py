"""Bearer tokens of the API: issued once, kept only as hashes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import Session

from service.store.audit import Actor
from service.store.tables import Account, Token


class Scope(StrEnum):
    """What a token may be used for; the account's role limits it further."""

    READ = "read"
    COMMENT = "comment"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Issued:
    """A new token: `secret` is shown to its owner this once."""

    token: Token
    secret: str


def issue_token(
    session: Session,
    actor: Actor,
    account: Account,
    *,
    scopes: tuple[Scope, ...] = (Scope.READ, Scope.COMMENT),
    name: str = "",
    expires_at: datetime | None = None,
) -> Issued:
    """Make a token for an account."""
    raise NotImplementedError


def verify_token(session: Session, secret: str) -> tuple[Token, Account]:
    """The token and its account. Raises Unauthenticated("token_invalid"): unknown, expired, revoked, account closed."""
    raise NotImplementedError


def list_tokens(session: Session, account: Account) -> list[Token]:
    """Tokens of an account, newest first."""
    raise NotImplementedError


def revoke_token(session: Session, actor: Actor, account: Account, token_id: int) -> Token:
    """End a token of this account. Raises NotFound("token_not_found")."""
    raise NotImplementedError
