"""Who is asking: the account behind this request, by session or by token."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from service.security.permissions import Permission
from service.store.audit import Actor
from service.store.tables import Account, Role

P = ParamSpec("P")
R = TypeVar("R")


def current_account() -> Account | None:
    """The account that this request comes from, None for a visitor."""
    raise NotImplementedError


def current_role() -> Role:
    """The role behind this request; `Role.VISITOR` for a visitor."""
    raise NotImplementedError


def current_actor() -> Actor:
    """Who acts, for the store's writing functions and the audit log."""
    raise NotImplementedError


def can(permission: Permission) -> bool:
    """True when this request may do that; in templates as `can("comment")` too."""
    raise NotImplementedError


def check(permission: Permission) -> None:
    """Raise Unauthenticated("sign_in_needed") or Forbidden("not_allowed") unless this request may do that."""
    raise NotImplementedError


def require(permission: Permission) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorate a view: `@require(Permission.COMMENT)`."""
    raise NotImplementedError
