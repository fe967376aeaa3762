"""Accounts: list, look up, create, change, check a password."""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta

from sqlmodel import Session, col, select

from service.clock import now
from service.errors import Conflict, Invalid, NotFound, TooMany, Unauthenticated
from service.passwords import GREATEST_LENGTH, LEAST_LENGTH, hash_password, is_outdated, password_fits
from service.store.audit import Action, Actor, record
from service.store.database import Database
from service.store.paging import MAX_ID, Page, Paging, fetch_page
from service.store.tables import Account, Role, SignInAttempt

FREE_FAILURES = 5
"""Wrong passwords in a row for a login from one address that cost no waiting."""
FREE_FAILURES_ANYWHERE = 50
"""The same from all addresses together: high, so that a stranger cannot keep a person out."""
LONGEST_WAIT = timedelta(minutes=15)
_FIRST_WAIT = timedelta(seconds=10)
_MOST_COUNTED = 1_000
_LOGIN = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?")


def list_accounts(session: Session, paging: Paging | None = None) -> Page[Account]:
    """Accounts by login."""
    page = fetch_page(session, select(Account).order_by(col(Account.login)), paging or Paging())
    return page.of([account for (account,) in page.items])


def get_account(session: Session, account_id: int) -> Account | None:
    """The account with this id, or None."""
    return session.get(Account, account_id) if 0 < account_id <= MAX_ID else None


def find_account(session: Session, login: str) -> Account | None:
    """The account with this login in any letter case, or None."""
    return session.exec(select(Account).where(Account.login == login.strip().casefold())).first()


def get_account_by_login(session: Session, login: str) -> Account:
    """The account with this login. Raises NotFound("account_not_found")."""
    account = find_account(session, login)
    if account is None:
        raise NotFound("account_not_found", login=login[:64])
    return account


def demonstration_accounts(session: Session) -> list[Account]:
    """The demonstration's accounts; empty in a service that was not loaded with it."""
    query = select(Account).where(col(Account.demonstration).is_(True), col(Account.active).is_(True))
    return list(session.exec(query.order_by(col(Account.id))).all())


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
    """Add an account.

    Raises Conflict("login_taken"), Invalid("login_form" | "name_needed" | "role_unknown"), and for passwords
    Invalid("password_too_short" | "password_too_long"). A demonstration's password is public and may be short.
    """
    login = login.strip().casefold()
    if not _LOGIN.fullmatch(login):
        raise Invalid("login_form", field="login", login=login[:64])
    if role is Role.VISITOR:
        raise Invalid("role_unknown", field="role", role=role.value)
    if not name_ru.strip():
        raise Invalid("name_needed", field="name_ru")
    if not demonstration:
        check_password_form(password)
    if find_account(session, login) is not None:
        raise Conflict("login_taken", field="login", login=login)
    account = Account(
        login=login,
        name_ru=name_ru.strip(),
        name_kk=name_kk.strip() or name_ru.strip(),
        position_ru=position_ru.strip(),
        position_kk=position_kk.strip(),
        role=role,
        password_hash=hash_password(password),
        demonstration=demonstration,
        created_at=now(),
    )
    session.add(account)
    session.flush()
    record(session, actor, Action.ACCOUNT_CREATED, f"account/{login}", role=role.value)
    return account


def set_password(session: Session, actor: Actor, login: str, password: str) -> Account:
    """Give an account a new password and end all its sessions."""
    check_password_form(password)
    account = get_account_by_login(session, login)
    account.password_hash = hash_password(password)
    account.session_number += 1
    session.add(account)
    record(session, actor, Action.PASSWORD_CHANGED, f"account/{account.login}")
    return account


def set_active(session: Session, actor: Actor, login: str, active: bool) -> Account:
    """Open or close an account; closing ends its sessions and tokens at once."""
    account = get_account_by_login(session, login)
    account.active = active
    account.session_number += 1
    session.add(account)
    record(session, actor, Action.ACCOUNT_CHANGED, f"account/{account.login}", active=active)
    return account


def check_password_form(password: str) -> None:
    """Raise Invalid unless a new password is long enough and not absurdly long."""
    if len(password) < LEAST_LENGTH:
        raise Invalid("password_too_short", field="password", least=LEAST_LENGTH)
    if len(password) > GREATEST_LENGTH:
        raise Invalid("password_too_long", field="password", greatest=GREATEST_LENGTH)


def authenticate(database: Database, actor: Actor, login: str, password: str) -> Account:
    """The account whose password this is. An unknown login takes as long as a wrong password.

    Every outcome is a row of the audit log. Raises Unauthenticated("sign_in_failed"), and after failures in
    a row TooMany("sign_in_wait") without looking at the password, for known and unknown logins alike.
    """
    keys = _attempt_keys(login, actor.client)
    with database.reading() as session:
        attempts = [session.get(SignInAttempt, key) for key in keys]
        account = find_account(session, login)
    waits = [attempt.wait_until for attempt in attempts if attempt is not None and attempt.wait_until is not None]
    seconds = max((until - now()).total_seconds() for until in (*waits, now()))
    if seconds > 0:
        raise TooMany("sign_in_wait", seconds=max(1, round(seconds)))
    password_hash = account.password_hash if account is not None and account.active else None
    # outside any transaction: the hash is slow on purpose and must not hold the writers' lock
    fits = password_fits(password[: GREATEST_LENGTH + 1], password_hash)
    with database.writing() as session:
        if fits and account is not None:
            return _succeed(session, actor, keys, account.id or 0, password)
        _fail(session, actor, keys, account)
    raise Unauthenticated("sign_in_failed")


def _succeed(session: Session, actor: Actor, keys: dict[str, int], account_id: int, password: str) -> Account:
    account = session.get_one(Account, account_id)
    for key in keys:
        attempt = session.get(SignInAttempt, key)
        if attempt is not None:
            session.delete(attempt)
    if is_outdated(account.password_hash):
        account.password_hash = hash_password(password)
    who = Actor(account.id, account.login, actor.via, actor.client)
    record(session, who, Action.SIGNED_IN, f"account/{account.login}")
    return account


def _fail(session: Session, actor: Actor, keys: dict[str, int], account: Account | None) -> None:
    failures = [_count_failure(session, key, free) for key, free in keys.items()]
    # an unknown login is not written down: it may be a password in the wrong box
    subject = f"account/{account.login}" if account is not None else "account/?"
    record(session, actor, Action.SIGN_IN_FAILED, subject, failures=failures[0])


def _count_failure(session: Session, key: str, free: int) -> int:
    attempt = session.get(SignInAttempt, key) or SignInAttempt(login_hash=key, failures=0, last_at=now())
    attempt.failures = min(attempt.failures + 1, _MOST_COUNTED)
    attempt.last_at = now()
    over = attempt.failures - free
    if over >= 0:
        attempt.wait_until = now() + min(LONGEST_WAIT, _FIRST_WAIT * 2 ** min(over, 10))
    session.add(attempt)
    return attempt.failures


def _attempt_keys(login: str, client: str) -> dict[str, int]:
    """Key of a counter → failures that are free: for this login from this address, and from anywhere."""
    name = login.strip().casefold()
    return {_digest(f"{name}\0{client}"): FREE_FAILURES, _digest(name): FREE_FAILURES_ANYWHERE}


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode(errors="replace")).hexdigest()
