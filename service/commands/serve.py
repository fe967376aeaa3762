"""`tuzetu serve`: the production server, started from Python."""

from __future__ import annotations

import gc
import socket
from typing import TYPE_CHECKING, Any

import click

from service.errors import UserError, message

if TYPE_CHECKING:
    from flask import Flask

    from service.config import Settings
    from service.store.database import Database
    from service.store.tables import Account

_TIMEOUT = 60
_COLLECTED = 20_000  # new objects after which the youngest are looked through; a page makes about as many


@click.command()
@click.option("--demo", is_flag=True, help="Load the demonstration, once (also TUZETU_DEMO).")
@click.pass_context
def serve(ctx: click.Context, demo: bool) -> None:
    """Migrate the database, load the demonstration if asked, and serve until Ctrl-C."""
    from sqlalchemy.exc import OperationalError

    from service.commands.common import unreachable
    from service.config import load
    from service.store.migrate import upgrade

    settings, language = load(), ctx.find_root().meta["ui"]
    check_port(settings)
    try:
        upgrade(settings.database_url)
        people = prepare(settings, demo or settings.demo, language)
    except OperationalError as error:
        raise unreachable(error) from error
    run(settings, lambda: announce(settings, people, language))


def prepare(settings: Settings, demo: bool, language: str) -> list[tuple[Account, str]]:
    """Load the demonstration where it is asked for; the demonstration's accounts with their passwords."""
    from service.store.accounts import demonstration_accounts
    from service.store.database import Database
    from service.store.demonstration import load_demonstration, passwords

    database = Database(settings.database_url)
    try:
        if demo:
            click.echo(message("demo_loading", language, {}), err=True)
            load_demonstration(database, settings.seeds)
        search_if_outdated(database, language)
        with database.reading() as session:
            known = passwords(settings.seeds)
            return [(account, known.get(account.login, "")) for account in demonstration_accounts(session)]
    finally:
        database.close()


def search_if_outdated(database: Database, language: str) -> None:
    """Search the stored texts anew where the rules of clarity are not those that they were searched by."""
    from service.store.audit import SYSTEM
    from service.store.searching_anew import outdated, search_anew

    with database.reading() as session:
        if not outdated(session):
            return
    click.echo(message("searching_anew", language, {}), err=True)
    with database.writing() as session:
        if outdated(session):  # another server may have done it while this one waited
            search_anew(session, SYSTEM)


def check_port(settings: Settings) -> None:
    """Raise UserError("port_taken") now rather than let the server try for seconds."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise UserError("port_taken", host=settings.host, port=settings.port, reason=reason) from error


def announce(settings: Settings, people: list[tuple[Account, str]], language: str) -> None:
    """Say where the service is and, in a demonstration, who can sign in."""
    shown = "localhost" if settings.host in ("0.0.0.0", "127.0.0.1", "::") else settings.host  # noqa: S104
    click.echo(message("serving", language, {"url": f"http://{shown}:{settings.port}/"}))
    if people:
        click.echo(message("demo_accounts", language, {}))
    for account, password in people:
        position = account.position_kk if language == "kk" else account.position_ru
        click.echo(f"  {account.login:10} {password:20} {position}")


def warm(app: Flask) -> None:
    """Load what pages take before the first one asks for it: templates, rules, dictionaries, tables of bodies.

    Done once, in the process that the others fork from, so that they share it.
    """
    import amendments.documents.pdf  # noqa: F401  (the library takes a second to load)
    from amendments.clarity import default_clarity
    from amendments.instructions import parse
    from amendments.law.morphology import dictionary
    from amendments.law.reader import read
    from amendments.powers import register

    for name in app.jinja_env.list_templates(extensions=["html"]):
        app.jinja_env.get_template(name)
    default_clarity()
    dictionary()
    for language, words in (("ru", "в статье 1 слово «а» исключить."), ("kk", "1-баптағы «а» деген сөз алынсын.")):
        parse(words, language)
        register(read(words, language))


def settle(database: Database) -> None:
    """In a process that has just been forked: leave alone what it shares with the others."""
    # connections must not be shared with the process that forked
    database.engine.dispose(close=False)
    # what is loaded by now stays, and so does most of what is kept later: looking through all of it takes longer
    # than a page, so it is done seldom
    gc.freeze()
    gc.set_threshold(_COLLECTED, 20, 100)


def run(settings: Settings, ready: Any) -> None:
    """Serve with gunicorn until it is stopped; `ready` is called when it listens."""
    from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

    from service import context
    from service.app import create_app

    app = create_app(settings)
    warm(app)

    class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
        """Gunicorn with settings from here instead of a file and the command line."""

        def load_config(self) -> None:
            host = f"[{settings.host}]" if ":" in settings.host else settings.host
            options = {
                "bind": f"{host}:{settings.port}",
                "workers": settings.workers,
                "timeout": _TIMEOUT,
                "loglevel": "warning",
                "preload_app": True,
                "limit_request_line": 8190,
                "when_ready": lambda _server: ready(),
                "post_fork": lambda _server, _worker: settle(app.extensions[context.DATABASE_KEY]),
            }
            for name, value in options.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            return app

    Server().run()
