"""Accounts and tokens: what is kept, and how guessing is slowed down."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from service.clock import now
from service.errors import Conflict, Invalid, NotFound, TooMany, Unauthenticated
from service.store import accounts
from service.store.accounts import FREE_FAILURES, authenticate, create_account, find_account, set_active, set_password
from service.store.audit import CLI, SYSTEM, Actor, entries
from service.store.database import Database
from service.store.tables import Role, SignInAttempt
from service.store.tokens import Scope, issue_token, list_tokens, note_use, revoke_token, verify_token
from tests.support.store import PASSWORD, person

WEB = Actor(None, "", "web", "192.0.2.1")


def everything(database: Database) -> str:
    """All that the database holds of accounts, as one text."""
    tables = ("account", "token", "audit", "sign_in_attempt")
    with database.reading() as session:
        return str([session.execute(text(f"SELECT * FROM {table}")).all() for table in tables])


def test_signing_in(database: Database) -> None:
    with database.writing() as session:
        person(session, "Aliya")
    assert authenticate(database, WEB, " ALIYA ", PASSWORD).login == "aliya"
    with database.reading() as session:
        row = entries(session).items[0]
    assert (row.action, row.login, row.client) == ("account:signed_in", "aliya", "192.0.2.1")


def test_a_password_is_nowhere_in_the_database(database: Database) -> None:
    with database.writing() as session:
        person(session)
    authenticate(database, WEB, "aliya", PASSWORD)
    with pytest.raises(Unauthenticated):
        authenticate(database, WEB, "aliya", "not the password")
    with pytest.raises(Unauthenticated):
        authenticate(database, WEB, PASSWORD, "aliya")
    kept = everything(database)
    assert "$argon2id$" in kept
    assert PASSWORD not in kept
    assert "not the password" not in kept


def test_unknown_login_closed_account_and_wrong_password_are_told_alike(database: Database) -> None:
    with database.writing() as session:
        person(session, "open")
        person(session, "closed")
        set_active(session, CLI, "closed", False)
    messages = set()
    for login, password in (("open", "wrong password"), ("closed", PASSWORD), ("nobody", PASSWORD)):
        with pytest.raises(Unauthenticated) as raised:
            authenticate(database, WEB, login, password)
        messages.add(raised.value.message("ru"))
    assert len(messages) == 1


def test_an_unknown_login_costs_a_hash_too(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str | None] = []

    def fits(password: str, password_hash: str | None) -> bool:
        seen.append(password_hash)
        return False

    monkeypatch.setattr(accounts, "password_fits", fits)
    with pytest.raises(Unauthenticated):
        authenticate(database, WEB, "nobody", PASSWORD)
    assert seen == [None]


@pytest.mark.parametrize("login", ["aliya", "nobody"])
def test_failures_in_a_row_make_one_wait(database: Database, login: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with database.writing() as session:
        person(session)
    monkeypatch.setattr(accounts, "password_fits", lambda password, _hash: password == PASSWORD)
    for _ in range(FREE_FAILURES):
        with pytest.raises(Unauthenticated):
            authenticate(database, WEB, login, "wrong")
    with pytest.raises(TooMany) as raised:
        authenticate(database, WEB, login, PASSWORD)
    assert 1 <= raised.value.params["seconds"] <= 10
    assert "Подождите" in raised.value.message("ru")


def test_the_wait_grows_and_ends_and_a_success_forgets_it(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    with database.writing() as session:
        person(session)
    monkeypatch.setattr(accounts, "password_fits", lambda password, _hash: password == PASSWORD)
    waits = []
    for _ in range(FREE_FAILURES + 12):
        with pytest.raises(Unauthenticated):
            authenticate(database, WEB, "aliya", "wrong")
        with database.writing() as session:
            waiting = session.exec(select(SignInAttempt).where(col(SignInAttempt.wait_until).is_not(None))).all()
            waits += [round((attempt.wait_until - now()).total_seconds()) for attempt in waiting if attempt.wait_until]
            for attempt in waiting:
                attempt.wait_until = None
    assert waits == [10, 20, 40, 80, 160, 320, 640, *[900] * 6]
    assert authenticate(database, WEB, "aliya", PASSWORD).login == "aliya"
    with database.reading() as session:
        assert session.exec(select(SignInAttempt)).all() == []


def test_a_stranger_cannot_keep_a_person_out(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    with database.writing() as session:
        person(session)
    monkeypatch.setattr(accounts, "password_fits", lambda password, _hash: password == PASSWORD)
    stranger = Actor(None, "", "web", "198.51.100.9")
    for _ in range(FREE_FAILURES):
        with pytest.raises(Unauthenticated):
            authenticate(database, stranger, "aliya", "wrong")
    with pytest.raises(TooMany):
        authenticate(database, stranger, "aliya", PASSWORD)
    assert authenticate(database, WEB, "aliya", PASSWORD).login == "aliya"


def test_guessing_from_many_addresses_is_slowed_down_too(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "FREE_FAILURES_ANYWHERE", 8)
    monkeypatch.setattr(accounts, "password_fits", lambda password, _hash: password == PASSWORD)
    for number in range(8):
        with pytest.raises(Unauthenticated):
            authenticate(database, Actor(None, "", "web", f"198.51.100.{number}"), "aliya", "wrong")
    with pytest.raises(TooMany):
        authenticate(database, WEB, "aliya", PASSWORD)


def test_a_new_password_ends_sessions(database: Database) -> None:
    with database.writing() as session:
        before = person(session).session_number
        assert set_password(session, CLI, "aliya", "another long password").session_number == before + 1
    with pytest.raises(Unauthenticated):
        authenticate(database, WEB, "aliya", PASSWORD)
    assert authenticate(database, WEB, "aliya", "another long password")


BAD_ACCOUNTS = {
    "a taken login": ({"login": "ALIYA"}, Conflict, "login_taken"),
    "a login with spaces": ({"login": "a b"}, Invalid, "login_form"),
    "a Cyrillic login": ({"login": "алия"}, Invalid, "login_form"),
    "an endless login": ({"login": "a" * 65}, Invalid, "login_form"),
    "a short password": ({"password": "123456789"}, Invalid, "password_too_short"),
    "an endless password": ({"password": "x" * 257}, Invalid, "password_too_long"),
    "no name": ({"name_ru": "  "}, Invalid, "name_needed"),
    "a visitor": ({"role": Role.VISITOR}, Invalid, "role_unknown"),
}


@pytest.mark.parametrize("case", BAD_ACCOUNTS)
def test_accounts_that_cannot_be(database: Database, case: str) -> None:
    changes, kind, code = BAD_ACCOUNTS[case]
    fields = {"login": "new", "password": PASSWORD, "role": Role.STAFF, "name_ru": "Имя"} | changes
    with database.writing() as session:
        person(session)
        with pytest.raises(kind) as raised:
            create_account(session, SYSTEM, **fields)
    assert raised.value.code == code


def test_a_token_opens_what_it_was_issued_for_and_is_kept_as_a_hash(database: Database) -> None:
    with database.writing() as session:
        issued = issue_token(session, CLI, person(session), scopes=(Scope.COMMENT, Scope.READ), name="тетрадь")
    assert issued.secret.startswith("tzt_")
    assert len(issued.secret) > 40
    assert issued.secret not in everything(database)
    with database.reading() as session:
        token, account = verify_token(session, issued.secret)
    assert (account.login, token.scopes, token.prefix) == ("aliya", ["comment", "read"], issued.secret[:10])


def test_tokens_that_open_nothing(database: Database) -> None:
    with database.writing() as session:
        owner = person(session)
        other = person(session, "other")
        revoked = issue_token(session, CLI, owner)
        revoke_token(session, CLI, owner, revoked.token.id or 0)
        expired = issue_token(session, CLI, owner, expires_at=now() + timedelta(seconds=60))
        expired.token.expires_at = now() - timedelta(seconds=1)
        closed = issue_token(session, CLI, other)
        set_active(session, CLI, "other", False)
        with pytest.raises(NotFound):
            revoke_token(session, CLI, owner, closed.token.id or 0)
    with database.reading() as session:
        for secret in (revoked.secret, expired.secret, closed.secret, "tzt_guess", "", "\ud800"):
            with pytest.raises(Unauthenticated, match="not valid"):
                verify_token(session, secret)
        assert len(list_tokens(session, owner)) == 2


def test_use_of_a_token_is_noted(database: Database) -> None:
    with database.writing() as session:
        issued = issue_token(session, CLI, person(session))
    assert issued.token.last_used_at is None
    note_use(database, issued.token)
    with database.reading() as session:
        token, _ = verify_token(session, issued.secret)
    assert token.last_used_at is not None
    assert now() - token.last_used_at < timedelta(minutes=1)


def test_a_token_cannot_be_born_expired_or_for_nothing(database: Database) -> None:
    with database.writing() as session:
        owner = person(session)
        with pytest.raises(Invalid, match="expired already"):
            issue_token(session, CLI, owner, expires_at=now())
        with pytest.raises(Invalid, match="what the token is for"):
            issue_token(session, CLI, owner, scopes=())
        assert find_account(session, "nobody") is None
