"""`tuzetu user`: accounts and tokens, from the server's own command line."""

from __future__ import annotations

from datetime import timedelta

import click

from service.commands.common import opened
from service.errors import message

_ROLES = ["akim", "drafter", "deputy", "staff", "admin"]


@click.group()
def user() -> None:
    """Accounts of the service."""


@user.command()
@click.argument("login")
@click.option("--role", type=click.Choice(_ROLES), required=True, help="What the person is in the service.")
@click.option("--name-ru", required=True, help="Name in Russian.")
@click.option("--name-kk", default="", help="Name in Kazakh.")
@click.option("--position-ru", default="", help="Position in Russian.")
@click.option("--position-kk", default="", help="Position in Kazakh.")
@click.password_option(help="Asked for where it is not given.")
@click.pass_context
def add(
    ctx: click.Context,
    login: str,
    role: str,
    name_ru: str,
    name_kk: str,
    position_ru: str,
    position_kk: str,
    password: str,
) -> None:
    """Add an account."""
    from service.store.accounts import create_account
    from service.store.audit import CLI
    from service.store.tables import Role

    with opened() as (_, database), database.writing() as session:
        account = create_account(
            session,
            CLI,
            login=login,
            password=password,
            role=Role(role),
            name_ru=name_ru,
            name_kk=name_kk,
            position_ru=position_ru,
            position_kk=position_kk,
        )
    _say(ctx, "user_added", login=account.login, role=role)


@user.command("list")
def list_() -> None:
    """List all accounts."""
    from service.store.accounts import list_accounts
    from service.store.paging import MAX_PER_PAGE, Paging

    with opened() as (_, database), database.reading() as session:
        number: int | None = 1
        while number is not None:
            page = list_accounts(session, Paging(number, MAX_PER_PAGE))
            for account in page.items:
                state = "" if account.active else "  (-)"
                click.echo(f"{account.login:20} {account.role.value:8} {account.name_ru}{state}")
            number = page.next


@user.command()
@click.argument("login")
@click.password_option(help="Asked for where it is not given.")
@click.pass_context
def password(ctx: click.Context, login: str, password: str) -> None:
    """Give an account a new password; its sessions end."""
    from service.store.accounts import set_password
    from service.store.audit import CLI

    with opened() as (_, database), database.writing() as session:
        set_password(session, CLI, login, password)
    _say(ctx, "user_password", login=login)


@user.command()
@click.argument("login")
@click.pass_context
def close(ctx: click.Context, login: str) -> None:
    """Close an account: its sessions and tokens end at once."""
    _set_active(ctx, login, active=False)


@user.command("open")
@click.argument("login")
@click.pass_context
def open_(ctx: click.Context, login: str) -> None:
    """Open an account again."""
    _set_active(ctx, login, active=True)


@user.command()
@click.argument("login")
@click.option("--scope", "scopes", multiple=True, type=click.Choice(["read", "comment", "write"]), help="What for.")
@click.option("--days", type=click.IntRange(1, 3660), default=90, show_default=True, help="How long it is valid.")
@click.option("--name", default="", help="What it is called in lists.")
def token(login: str, scopes: tuple[str, ...], days: int, name: str) -> None:
    """Issue a token of the API and print it, this once."""
    from service.clock import now
    from service.store.accounts import get_account_by_login
    from service.store.audit import CLI
    from service.store.tokens import Scope, issue_token

    wanted = tuple(Scope(scope) for scope in scopes) or (Scope.READ, Scope.COMMENT)
    with opened() as (_, database), database.writing() as session:
        account = get_account_by_login(session, login)
        issued = issue_token(session, CLI, account, scopes=wanted, name=name, expires_at=now() + timedelta(days=days))
    click.echo(issued.secret)


def _set_active(ctx: click.Context, login: str, *, active: bool) -> None:
    from service.store.accounts import set_active
    from service.store.audit import CLI

    with opened() as (_, database), database.writing() as session:
        set_active(session, CLI, login, active)
    _say(ctx, "user_opened" if active else "user_closed", login=login)


def _say(ctx: click.Context, code: str, **params: str) -> None:
    click.echo(message(code, ctx.find_root().meta["ui"], params))
