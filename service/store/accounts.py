"""Accounts: list, look up, create, change, sign in."""

from __future__ import annotations

from sqlmodel import Session

from service.store.audit import Actor
from service.store.paging import Page, Paging
from service.store.tables import Account, Role


def list_accounts(session: Session, paging: Paging | None = None) -> Page[Account]:
    """Accounts by login."""
    raise NotImplementedError


def get_account(session: Session, account_id: int) -> Account | None:
    """The account with this id, or None."""
    raise NotImplementedError


def get_account_by_login(session: Session, login: str) -> Account:
    """The account with this login. Raises NotFound("account_not_found")."""
    raise NotImplementedError


def demonstration_accounts(session: Session) -> list[Account]:
    """The demonstration's accounts; empty in a service that was not loaded with it."""
    raise NotImplementedError


def create_account(
    session: Session,
    actor: Actor,
    *,
    login: str,
    password: str,
    role: Role,
    name_ru: str,
    name_kk: str = "",
    position_ru: str = "",
    position_kk: str = "",
    demonstration: bool = False,
) -> Account:
    """Add an account. Raises Conflict("login_taken"), Invalid("login_form"), Invalid("password_too_short")."""
    raise NotImplementedError


def set_password(session: Session, actor: Actor, login: str, password: str) -> Account:
    """Give an account a new password and end all its sessions."""
    raise NotImplementedError


def set_active(session: Session, actor: Actor, login: str, active: bool) -> Account:
    """Open or close an account; closing ends its sessions and tokens at once."""
    raise NotImplementedError


def authenticate(session: Session, actor: Actor, login: str, password: str) -> Account:
    """The account whose password this is; takes the same time for an unknown login.

    Raises Unauthenticated("sign_in_failed"), TooMany("sign_in_wait", seconds=…) after failures in a row.
    The failure is counted in `session`, so commit even when it raises (`service.security.sign_in` does).
    """
    raise NotImplementedError
