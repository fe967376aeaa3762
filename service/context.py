"""What a request works with: settings, database, its session, its language."""

from __future__ import annotations

from contextlib import AbstractContextManager
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


def writing() -> AbstractContextManager[Session]:
    """`with writing() as session:` one transaction, kept when the block ends well.

    Give store functions ids or reload rows in it: rows of `reading()` belong to another session.
    """
    return database().writing()


def language() -> str:
    """Language of this request: ru, kk or en."""
    return str(g.get("language", "ru"))
