"""Accounts and tokens as pages show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_babel import lazy_gettext as _

from service.store.tables import Account, Role, Token
from service.web.presenters.people import person

ROLES = {
    Role.VISITOR: _("visitor"),
    Role.AKIM: _("akim"),
    Role.DRAFTER: _("drafter"),
    Role.DEPUTY: _("deputy"),
    Role.STAFF: _("staff of the chamber"),
    Role.ADMIN: _("administrator"),
}


@dataclass(frozen=True, slots=True)
class AccountRow:
    """A demonstration account on the sign-in page."""

    login: str
    name: str
    position: str
    role: str
    password: str


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token of the API in a list; never the token itself."""

    id: int
    name: str
    prefix: str
    scopes: tuple[str, ...]
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    live: bool
    revoked: bool


def account_rows(accounts: Sequence[Account], language: str, passwords: Mapping[str, str]) -> list[AccountRow]:
    """Demonstration accounts in the page's language, with their public passwords."""
    rows = []
    for account in accounts:
        who = person(account, language)
        rows.append(
            AccountRow(account.login, who.name, who.position, role_name(account.role), passwords.get(account.login, ""))
        )
    return rows


def token_rows(tokens: Sequence[Token], at: datetime) -> list[TokenRow]:
    """Tokens, newest first."""
    return [
        TokenRow(
            id=token.id or 0,
            name=token.name,
            prefix=token.prefix,
            scopes=tuple(token.scopes),
            created_at=token.created_at,
            expires_at=token.expires_at,
            last_used_at=token.last_used_at,
            live=token.revoked_at is None and (token.expires_at is None or token.expires_at > at),
            revoked=token.revoked_at is not None,
        )
        for token in tokens
    ]


def role_name(role: Role) -> str:
    """A role in words."""
    return str(ROLES[role])
