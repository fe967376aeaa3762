"""Failures of the database itself, told apart from defects without letting SQL out of the store."""

from __future__ import annotations

from sqlalchemy.exc import OperationalError


def is_busy(error: BaseException) -> bool:
    """True when the database did not answer, or did not let a writer in, in its time: trying again may help."""
    return isinstance(error, OperationalError)
