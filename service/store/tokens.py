"""Bearer tokens of the API: issued once, kept only as hashes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel import Session, col, select

from service.clock import now
from service.errors import Invalid, NotFound, Unauthenticated
from service.passwords import new_token, token_hash
from service.store.audit import Action, Actor, record
from service.store.database import Database
from service.store.tables import Account, Token

_USE_KEPT_EVERY = timedelta(minutes=1)
MAX_NAME = 100


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
    """Make a token for an account. Raises Invalid("token_scopes" | "token_expiry" | "field_too_long")."""
    if not scopes:
        raise Invalid("token_scopes", field="scopes")
    if expires_at is not None and expires_at <= now():
        raise Invalid("token_expiry", field="expires_at")
    if len(name) > MAX_NAME:
        raise Invalid("field_too_long", field="name", greatest=MAX_NAME, given=len(name))
    secret, prefix, hashed = new_token()
    token = Token(
        account_id=account.id or 0,
        name=name.strip(),
        prefix=prefix,
        token_hash=hashed,
        scopes=sorted({scope.value for scope in scopes}),
        created_at=now(),
        expires_at=expires_at,
    )
    session.add(token)
    session.flush()
    record(
        session,
        actor,
        Action.TOKEN_ISSUED,
        f"account/{account.login}",
        token=token.id,
        scopes=token.scopes,
        expires_at=expires_at.isoformat() if expires_at else None,
    )
    return Issued(token, secret)


def verify_token(session: Session, secret: str) -> tuple[Token, Account]:
    """The token and its account.

    Raises Unauthenticated("token_invalid") for a token that is unknown, expired or revoked, or whose account
    is closed; which of these is nobody's business who does not own it.
    """
    query = select(Token, Account).join(Account, col(Account.id) == col(Token.account_id))
    found = session.exec(query.where(Token.token_hash == token_hash(secret))).first()
    if found is None:
        raise Unauthenticated("token_invalid")
    token, account = found
    over = token.expires_at is not None and token.expires_at <= now()
    if over or token.revoked_at is not None or not account.active:
        raise Unauthenticated("token_invalid")
    return token, account


def note_use(database: Database, token: Token) -> None:
    """Keep when a token was last used, at most once a minute."""
    moment = now()
    if token.last_used_at is not None and moment - token.last_used_at < _USE_KEPT_EVERY:
        return
    with database.writing() as session:
        stored = session.get(Token, token.id)
        if stored is not None:
            stored.last_used_at = moment


def list_tokens(session: Session, account: Account) -> list[Token]:
    """Tokens of an account, newest first, ended ones too."""
    query = select(Token).where(Token.account_id == account.id).order_by(col(Token.id).desc())
    return list(session.exec(query).all())


def revoke_token(session: Session, actor: Actor, account: Account, token_id: int) -> Token:
    """End a token of this account. Raises NotFound("token_not_found")."""
    token = session.get(Token, token_id)
    if token is None or token.account_id != account.id:
        raise NotFound("token_not_found", token=token_id)
    if token.revoked_at is None:
        token.revoked_at = now()
        record(session, actor, Action.TOKEN_REVOKED, f"account/{account.login}", token=token_id)
    return token
