"""Signing in and out of the web."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, request, session
from flask_login import LoginManager, UserMixin, login_user, logout_user

from service import context
from service.security.current import current_account, current_actor
from service.store.accounts import authenticate, get_account
from service.store.audit import Action, record
from service.store.tables import Account


class SignedIn(UserMixin):  # type: ignore[misc]  # Flask-Login has no types
    """The account of a session, as Flask-Login wants it."""

    def __init__(self, account: Account) -> None:
        self.account = account

    def get_id(self) -> str:
        """Account and session number: a new password or a closed account ends every session."""
        return f"{self.account.id}:{self.account.session_number}"


def register(app: Flask) -> None:
    """Sessions of people: signed cookies, out of reach of scripts and of other sites."""
    settings = app.extensions[context.SETTINGS_KEY]
    app.config.update(
        SESSION_COOKIE_NAME="__Host-tuzetu" if settings.https else "tuzetu_session",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.https,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=settings.session_hours),
    )
    manager = LoginManager(app)
    manager.session_protection = "basic"
    manager.user_loader(_load)


def sign_in(login: str, password: str) -> Account:
    """Check the password, start a fresh session (what the old one held is dropped), write the audit row.

    Raises Unauthenticated("sign_in_failed") or TooMany("sign_in_wait").
    """
    account = authenticate(context.database(), current_actor(), login, password)
    # a session that somebody planted before signing in must not live on
    session.clear()
    session.permanent = True
    login_user(SignedIn(account))
    return account


def sign_out() -> None:
    """End the session of this request."""
    account = current_account()
    if account is not None:
        with context.writing() as store:
            record(store, current_actor(), Action.SIGNED_OUT, f"account/{account.login}")
    logout_user()
    session.clear()


def own_address(target: str | None) -> str | None:
    """Where to go after signing in: `target` when it is a path of this site, else None."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return None
    if any(ord(char) < 0x20 for char in target) or "\\" in target:
        return None
    parts = urlsplit(target)
    return target if not parts.scheme and not parts.netloc else None


def _load(identity: str) -> Any:
    """The signed-in person of a session, None when it is over."""
    if request.path.startswith("/static/"):
        return None
    account_id, _, number = identity.partition(":")
    if not (account_id.isdigit() and number.isdigit()):
        return None
    account = get_account(context.reading(), int(account_id))
    if account is None or not account.active or account.session_number != int(number):
        return None
    return SignedIn(account)
