"""Signing in and out, and the tokens of one's own programs."""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_limiter.util import get_remote_address
from werkzeug.wrappers import Response

from service import context
from service.clock import now
from service.errors import UserError
from service.security import sign_in as signing
from service.security.current import account_id, current_account, current_actor, require
from service.security.limits import limiter, sign_in_rate
from service.security.permissions import Permission
from service.store.accounts import demonstration_accounts, get_account
from service.store.demonstration import passwords
from service.store.tokens import Scope, issue_token, list_tokens, revoke_token
from service.web.presenters.account import account_rows, role_name, token_rows
from service.web.presenters.people import person
from service.web.shell import page_language
from service.web.views import asked

Answer = str | Response | tuple[str, int]
DAYS = (30, 90, 365)


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/sign-in")(sign_in)
    web.post("/sign-in")(limiter.limit(sign_in_rate, key_func=get_remote_address)(sign_in_now))
    web.post("/sign-out")(sign_out)
    web.get("/account/")(account)
    web.post("/account/tokens")(issue)
    web.post("/account/tokens/<int:token_id>/revoke")(revoke)


def sign_in() -> Answer:
    """The sign-in page; where the demonstration was loaded it lists its accounts."""
    if current_account() is not None:
        return redirect(url_for("web.account"))
    return _sign_in_page(asked.text("next", 500))


def sign_in_now() -> Answer:
    """Check the password and go back to where the reader came from."""
    login, following = request.form.get("login", "").strip()[:64], request.form.get("next", "")[:500]
    try:
        signing.sign_in(login, request.form.get("password", "")[:1000])
    except UserError as error:
        return _sign_in_page(following, login, error.message(page_language())), error.status
    return redirect(signing.own_address(following) or url_for("web.home"))


def sign_out() -> Response:
    """End the session."""
    signing.sign_out()
    flash(_("You are signed out."))
    return redirect(url_for("web.home"))


@require(Permission.OWN_TOKENS)
def account() -> Answer:
    """Who I am, and my tokens."""
    return _account_page()


@require(Permission.OWN_TOKENS)
def issue() -> Answer:
    """Make a token and show it, this once: the answer to the form, not a page that can be opened again."""
    days = request.form.get("days", 90, type=int)
    scopes = (Scope.READ, Scope.COMMENT, *((Scope.WRITE,) if request.form.get("write") else ()))
    name = request.form.get("name", "").strip()
    try:
        with context.writing() as session:
            owner = get_account(session, account_id())
            if owner is None:
                return redirect(url_for("web.sign_in"))
            made = issue_token(
                session, current_actor(), owner, scopes=scopes, name=name,
                expires_at=now() + timedelta(days=days if days in DAYS else 90),
            )  # fmt: skip
            secret = made.secret
    except UserError as error:
        return _account_page(wrong=error.message(page_language()), name=name), error.status
    return _account_page(secret=secret), 201


@require(Permission.OWN_TOKENS)
def revoke(token_id: int) -> Answer:
    """End one of my tokens."""
    with context.writing() as session:
        owner = get_account(session, account_id())
        if owner is not None:
            revoke_token(session, current_actor(), owner, token_id)
    flash(_("The token is revoked: programs that use it are refused from now on."))
    return redirect(url_for("web.account"))


def _sign_in_page(following: str, login: str = "", wrong: str = "") -> str:
    accounts = demonstration_accounts(context.reading())
    return render_template(
        "sign_in.html",
        next=following,
        login=login,
        wrong=wrong,
        accounts=account_rows(accounts, page_language(), passwords(context.settings().seeds) if accounts else {}),
    )


def _account_page(secret: str = "", wrong: str = "", name: str = "") -> str:
    mine = current_account()
    if mine is None:
        return ""
    return render_template(
        "account.html",
        me=person(mine, page_language()),
        role=role_name(mine.role),
        tokens=token_rows(list_tokens(context.reading(), mine), now()),
        secret=secret,
        wrong=wrong,
        name=name,
        days=DAYS,
    )
