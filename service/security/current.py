"""Who is asking: the account behind this request, by session on pages and by token in the API, never mixed.

The API takes no cookies, so a page of somebody else cannot make a browser act in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, TypeVar

from flask import g, request
from flask_login import current_user

from service import context
from service.errors import Forbidden, Unauthenticated
from service.security.permissions import Permission, allowed
from service.store.audit import Actor
from service.store.tables import Account, Role, Token
from service.store.tokens import Scope, note_use, verify_token

API = "/api/"
P = ParamSpec("P")
R = TypeVar("R")

SCOPES: dict[Permission, Scope] = {
    Permission.READ: Scope.READ,
    Permission.EXPORT: Scope.READ,
    Permission.READ_AUDIT: Scope.READ,
    Permission.COMMENT: Scope.COMMENT,
    Permission.WITHDRAW_OWN_COMMENT: Scope.COMMENT,
}
"""What a token must be issued for; everything that is not named here needs `write`."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """A token that this request came with, and whose it is."""

    token: Token
    account: Account


def is_api() -> bool:
    """True for requests of the API."""
    return request.path.startswith(API)


def current_account() -> Account | None:
    """The account that this request comes from, None for a visitor.

    Raises Unauthenticated("token_invalid") for an API request with a token that is not valid.
    """
    if is_api():
        bearer = _bearer()
        return bearer.account if bearer is not None else None
    account: Account | None = current_user.account if current_user.is_authenticated else None
    return account


def current_role() -> Role:
    """The role behind this request; `Role.VISITOR` for a visitor."""
    account = current_account()
    return account.role if account is not None else Role.VISITOR


def current_actor() -> Actor:
    """Who acts, for the store's writing functions and the audit log."""
    account = current_account()
    via = "api" if is_api() else "web"
    client = (request.remote_addr or "")[:64]
    if account is None:
        return Actor(None, "", via, client)
    return Actor(account.id, account.login, via, client)


def can(permission: Permission) -> bool:
    """True when this request may do that: by its role, and by its token's scopes."""
    return allowed(current_role(), permission) and _in_scope(permission)


def check(permission: Permission) -> None:
    """Raise unless this request may do that.

    Unauthenticated("sign_in_needed") for a visitor, Forbidden("not_allowed") for a role without the right,
    Forbidden("token_scope") for a token that was issued for less.
    """
    role = current_role()
    if not allowed(role, permission):
        if role is Role.VISITOR:
            raise Unauthenticated("sign_in_needed")
        raise Forbidden("not_allowed")
    if not _in_scope(permission):
        raise Forbidden("token_scope", scope=_scope(permission).value)


def require(permission: Permission) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorate a view: `@require(Permission.COMMENT)`; it then raises as `check` does."""

    def decorate(view: Callable[P, R]) -> Callable[P, R]:
        @wraps(view)
        def checked(*args: P.args, **kwargs: P.kwargs) -> R:
            check(permission)
            return view(*args, **kwargs)

        return checked

    return decorate


def account_id() -> int:
    """Id of the account behind this request. Raises Unauthenticated("sign_in_needed") for a visitor."""
    account = current_account()
    if account is None or account.id is None:
        raise Unauthenticated("sign_in_needed")
    return account.id


def _in_scope(permission: Permission) -> bool:
    bearer = _bearer() if is_api() else None
    return bearer is None or _scope(permission).value in bearer.token.scopes


def _scope(permission: Permission) -> Scope:
    return SCOPES.get(permission, Scope.WRITE)


def _bearer() -> Bearer | None:
    """The valid token of this request, None where there is none. Looked up once a request."""
    if "bearer" not in g:
        g.bearer = _read_bearer()
    found: Bearer | None = g.bearer
    return found


def _read_bearer() -> Bearer | None:
    header = request.headers.get("Authorization", "")
    if not header:
        return None
    scheme, _, secret = header.partition(" ")
    if scheme.casefold() != "bearer" or not secret.strip():
        raise Unauthenticated("token_invalid")
    token, account = verify_token(context.reading(), secret.strip())
    note_use(context.database(), token)
    return Bearer(token, account)
