"""What stands between strangers and the service: sessions, form tokens, bearer tokens, limits, headers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from flask import Flask, jsonify, request, session
from flask.testing import FlaskClient

from service import context
from service.errors import UserError
from service.security import sign_in as module
from service.security.current import account_id, can, current_actor, current_role, require
from service.security.permissions import Permission
from service.security.sign_in import own_address, sign_in, sign_out
from service.store.accounts import set_active, set_password
from service.store.audit import CLI, entries
from service.store.database import Database
from service.store.tables import Account, Role
from service.store.tokens import Scope, issue_token
from tests.support.service import application, bearer
from tests.support.store import PASSWORD, person


def alone(database_url: str, folder: Path, **variables: str) -> AbstractContextManager[Flask]:
    """The application without pages and API: security alone, with errors as bare sentences."""
    return application(database_url, folder, parts=(), **variables)


def add_views(app: Flask) -> None:
    """Small views that show what security makes of a request."""

    def enter() -> str:
        session["before"] = "kept?"
        if request.args.get("planted"):
            return "planted"
        sign_in(request.form["login"], request.form["password"])
        return "in"

    def leave() -> str:
        sign_out()
        return "out"

    def who() -> object:
        actor = current_actor()
        return jsonify(role=current_role().value, login=actor.login, via=actor.via, keys=sorted(session))

    @require(Permission.DECIDE_AMENDMENT)
    def decide() -> str:
        return f"decided by {account_id()}"

    @require(Permission.COMMENT)
    def comment() -> str:
        return "said"

    @app.errorhandler(UserError)
    def sentence(error: UserError) -> tuple[str, int]:
        return error.message(), error.status

    app.add_url_rule("/t/enter", view_func=enter, methods=["POST"])
    app.add_url_rule("/t/leave", view_func=leave, methods=["POST"])
    for prefix in ("/t", "/api/t"):
        app.add_url_rule(f"{prefix}/who", f"{prefix}who", who)
        app.add_url_rule(f"{prefix}/decide", f"{prefix}decide", decide, methods=["GET", "POST"])
        app.add_url_rule(f"{prefix}/comment", f"{prefix}comment", comment, methods=["GET", "POST"])
    app.add_url_rule("/t/may", view_func=lambda: jsonify([p.value for p in Permission if can(p)]))


@pytest.fixture
def app(database_url: str, tmp_path: Path) -> Iterator[Flask]:
    with alone(database_url, tmp_path) as made:
        add_views(made)
        made.config["WTF_CSRF_ENABLED"] = False
        yield made


@pytest.fixture
def database(app: Flask) -> Database:
    found: Database = app.extensions[context.DATABASE_KEY]
    return found


@pytest.fixture
def staff(database: Database) -> Account:
    with database.writing() as store:
        return person(store, "staff", Role.STAFF)


def enter(client: FlaskClient, password: str = PASSWORD, login: str = "staff") -> int:
    return client.post("/t/enter", data={"login": login, "password": password}).status_code


def test_signing_in_and_out(app: Flask, staff: Account, database: Database) -> None:
    client = app.test_client()
    assert client.get("/t/who").json["role"] == "visitor"
    assert enter(client) == 200
    assert client.get("/t/who").json == {
        "role": "staff",
        "login": "staff",
        "via": "web",
        "keys": ["_fresh", "_id", "_permanent", "_user_id"],
    }
    assert client.get("/t/decide").text == f"decided by {staff.id}"
    client.post("/t/leave")
    assert client.get("/t/who").json["role"] == "visitor"
    with database.reading() as store:
        assert [row.action for row in entries(store).items][:2] == ["account:signed_out", "account:signed_in"]


def test_a_wrong_password_signs_nobody_in(app: Flask, staff: Account) -> None:
    client = app.test_client()
    assert enter(client, "wrong password") == 401
    assert client.get("/t/who").json["role"] == "visitor"


def test_a_planted_session_does_not_live_on(app: Flask, staff: Account) -> None:
    client = app.test_client()
    client.post("/t/enter?planted=1")
    assert "before" in client.get("/t/who").json["keys"]
    enter(client)
    assert "before" not in client.get("/t/who").json["keys"]


@pytest.mark.parametrize("how", ["password", "closed"])
def test_a_session_ends_with_the_password_or_the_account(
    app: Flask, staff: Account, database: Database, how: str
) -> None:
    client = app.test_client()
    enter(client)
    with database.writing() as store:
        if how == "password":
            set_password(store, CLI, "staff", "another password")
        else:
            set_active(store, CLI, "staff", False)
    assert client.get("/t/who").json["role"] == "visitor"


def test_a_forged_session_is_nobodys(app: Flask, staff: Account) -> None:
    client = app.test_client()
    enter(client)
    cookie = client.get_cookie("tuzetu_session")
    assert cookie is not None
    client.set_cookie("tuzetu_session", cookie.value[:-3] + "abc")
    assert client.get("/t/who").json["role"] == "visitor"
    for identity in ("1", "1:x", "x:1", ":", "999999999999999999999:1"):
        with app.test_request_context("/t/who"):
            assert module._load(identity) is None


def test_the_session_cookie_is_out_of_reach(app: Flask, staff: Account) -> None:
    client = app.test_client()
    answer = client.post("/t/enter", data={"login": "staff", "password": PASSWORD})
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_with_https_the_cookie_goes_over_nothing_else(database_url: str, tmp_path: Path) -> None:
    with alone(database_url, tmp_path, TUZETU_HTTPS="yes") as made:
        add_views(made)
        made.config["WTF_CSRF_ENABLED"] = False
        with made.extensions[context.DATABASE_KEY].writing() as store:
            person(store, "staff", Role.STAFF)
        client = made.test_client()
        answer = client.post("https://localhost/t/enter", data={"login": "staff", "password": PASSWORD})
        cookie = answer.headers["Set-Cookie"]
        assert cookie.startswith("__Host-tuzetu=")
        assert "Secure" in cookie
        assert "Path=/" in cookie
        assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]


def test_a_form_without_its_token_is_refused(database_url: str, tmp_path: Path) -> None:
    with alone(database_url, tmp_path) as made:
        add_views(made)
        client = made.test_client()
        assert client.post("/t/comment").status_code == 400
        assert client.post("/t/leave").status_code == 400
        # the API takes no cookies, so another site cannot act there with a person's browser
        assert client.post("/api/t/comment").status_code == 401


def test_rights_are_checked(app: Flask, database: Database) -> None:
    with database.writing() as store:
        person(store, "akim", Role.AKIM)
    client = app.test_client()
    assert client.get("/api/t/decide").status_code == 401
    enter(client, login="akim")
    assert client.get("/t/decide").status_code == 403
    assert client.get("/t/comment").text == "said"
    assert set(client.get("/t/may").json) >= {"read", "comment"}
    assert "decide_amendment" not in client.get("/t/may").json


def test_a_session_opens_nothing_in_the_api(app: Flask, staff: Account) -> None:
    client = app.test_client()
    enter(client)
    assert client.get("/api/t/who").json["role"] == "visitor"
    assert client.post("/api/t/comment").status_code == 401


def test_a_token_opens_the_api_and_nothing_else(app: Flask, staff: Account, database: Database) -> None:
    with database.writing() as store:
        issued = issue_token(store, CLI, staff, scopes=(Scope.READ, Scope.COMMENT))
    client = app.test_client()
    who = client.get("/api/t/who", headers=bearer(issued.secret)).json
    assert (who["role"], who["via"]) == ("staff", "api")
    assert client.get("/t/who", headers=bearer(issued.secret)).json["role"] == "visitor"
    assert client.post("/api/t/comment", headers=bearer(issued.secret)).text == "said"


def test_a_token_opens_only_what_it_was_issued_for(app: Flask, staff: Account, database: Database) -> None:
    with database.writing() as store:
        reads = issue_token(store, CLI, staff, scopes=(Scope.READ,))
        writes = issue_token(store, CLI, staff, scopes=(Scope.WRITE,))
    client = app.test_client()
    assert client.post("/api/t/comment", headers=bearer(reads.secret)).status_code == 403
    assert client.post("/api/t/decide", headers=bearer(reads.secret)).status_code == 403
    assert client.post("/api/t/decide", headers=bearer(writes.secret)).status_code == 200


@pytest.mark.parametrize("header", ["Bearer wrong", "Bearer ", "Basic c3RhZmY6eA==", "tzt_x", "Bearer \x7f"])
def test_a_token_that_is_none_is_refused_and_not_taken_for_a_visitor(app: Flask, header: str) -> None:
    assert app.test_client().get("/api/t/who", headers={"Authorization": header}).status_code == 401


def test_headers_of_every_answer(app: Flask) -> None:
    client = app.test_client()
    for path in ("/health", "/t/who", "/no/such/page"):
        headers = client.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "same-origin"
        assert "private" in headers["Cache-Control"]


def test_health_says_when_the_database_does_not_answer(app: Flask, tmp_path: Path) -> None:
    assert app.test_client().get("/health").json == {"status": "ok"}
    away = f"sqlite:///{tmp_path}/no/such/folder/db.sqlite3"
    app.extensions[context.DATABASE_KEY].close()
    app.extensions[context.DATABASE_KEY] = Database(away)
    assert app.test_client().get("/health").status_code == 503


def test_too_many_requests(database_url: str, tmp_path: Path) -> None:
    from service.security.limits import limiter

    with alone(database_url, tmp_path, TUZETU_RATE_LIMIT="10") as made:
        limiter.reset()
        add_views(made)
        client = made.test_client()
        answers = [client.get("/t/who").status_code for _ in range(12)]
        assert answers == [200] * 10 + [429] * 2
        assert client.get("/t/who").headers["Retry-After"] == "60"
        assert client.get("/health").status_code == 200
        other = client.get("/t/who", environ_overrides={"REMOTE_ADDR": "192.0.2.44"})
        assert other.status_code == 200
        limiter.reset()


def test_a_body_over_the_limit_is_refused(database_url: str, tmp_path: Path) -> None:
    with alone(database_url, tmp_path, TUZETU_MAX_UPLOAD="1") as made:
        add_views(made)
        made.config["WTF_CSRF_ENABLED"] = False
        answer = made.test_client().post("/t/enter", data={"login": "x" * 3_000_000, "password": "y"})
        assert answer.status_code == 413


def test_a_forwarded_address_is_believed_only_from_a_known_proxy(database_url: str, tmp_path: Path) -> None:
    for proxies, expected in (("0", "127.0.0.1"), ("1", "203.0.113.5")):
        with alone(database_url, tmp_path, TUZETU_PROXIES=proxies) as made:
            made.add_url_rule("/t/client", view_func=lambda: current_actor().client)
            said = made.test_client().get("/t/client", headers={"X-Forwarded-For": "203.0.113.5"})
            assert said.text == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/ru/bills/7?page=2", "/ru/bills/7?page=2"),
        ("https://evil.example/", None),
        ("//evil.example/", None),
        ("/\\evil.example", None),
        ("/a\\b", None),
        ("/a\nb", None),
        ("javascript:alert(1)", None),
        ("", None),
        (None, None),
    ],
)
def test_after_signing_in_one_stays_on_this_site(target: str | None, expected: str | None) -> None:
    assert own_address(target) == expected
