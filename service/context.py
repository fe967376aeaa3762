"""What a request works with: settings, database, its session, its language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flask import current_app, g
from sqlmodel import Session

from service.store.database import Database

if TYPE_CHECKING:
    from service.config import Settings

SETTINGS_KEY = "tuzetu.settings"
DATABASE_KEY = "tuzetu.database"


def settings() -> Settings:
    """The settings of the running application."""
    found: Settings = current_app.extensions[SETTINGS_KEY]
    return found


def database() -> Database:
    """The database of the running application."""
    found: Database = current_app.extensions[DATABASE_KEY]
    return found


def reading() -> Session:
    """This request's session for reading, opened at first use and closed with the request."""
    if "session" not in g:
        g.session = database().session(writing=False)
    session: Session = g.session
    return session


@contextmanager
def writing() -> Iterator[Session]:
    """`with writing() as session:` one transaction, kept when the block ends well.

    Give store functions ids or reload rows in it: rows of `reading()` belong to another session. What
    `reading()` gives afterwards is as fresh as the writing was.
    """
    with database().writing() as session:
        yield session
    refresh()


def refresh() -> None:
    """Let `reading()` see what was stored since it was first asked for."""
    if "session" in g:
        # the rows a view holds stay usable; the snapshot they came from is let go
        g.session.expunge_all()
        g.session.rollback()


def language() -> str:
    """Language of this request: ru, kk or en."""
    return str(g.get("language", "ru"))
