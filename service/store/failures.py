"""Failures of the database itself, told apart from defects without letting SQL out of the store."""

from __future__ import annotations

import sqlite3
from typing import Final

from sqlalchemy.exc import DBAPIError

_SQLITE_BUSY: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_PRIMARY: Final = 0xFF  # an extended code of SQLite, such as SQLITE_BUSY_SNAPSHOT, holds its primary one here
_POSTGRESQL_BUSY: Final = frozenset(
    {
        "40001",  # serialization_failure
        "40P01",  # deadlock_detected
        "53300",  # too_many_connections
        "55P03",  # lock_not_available
        "57P01",  # admin_shutdown: the server goes down or starts anew
        "57P02",  # crash_shutdown
        "57P03",  # cannot_connect_now: it is starting
    }
)


def is_busy(error: BaseException) -> bool:
    """True when the database did not let this in because of others, or was starting: trying again may help.

    Told by the code of the database, never by its words. Everything else (a table that is not there, a full disk, a
    server that cannot be reached) is a defect or a fault of operation, and waiting a moment does not mend it.
    """
    if not isinstance(error, DBAPIError):
        return False
    cause = error.orig
    if isinstance(cause, sqlite3.Error):
        # set by the driver for what SQLite itself reported, absent on what the driver raised
        return getattr(cause, "sqlite_errorcode", 0) & _PRIMARY in _SQLITE_BUSY
    return getattr(cause, "sqlstate", None) in _POSTGRESQL_BUSY
