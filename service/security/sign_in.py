"""Signing in and out of the web."""

from __future__ import annotations

from service.store.tables import Account


def sign_in(login: str, password: str) -> Account:
    """Check the password, start a fresh session (old session content is dropped), write the audit row.

    Raises Unauthenticated("sign_in_failed") or TooMany("sign_in_wait").
    """
    raise NotImplementedError


def sign_out() -> None:
    """End the session of this request."""
    raise NotImplementedError
