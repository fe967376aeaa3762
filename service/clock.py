"""The clock of the service: moments are UTC inside and Asia/Almaty on pages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

ALMATY = ZoneInfo("Asia/Almaty")


def now() -> datetime:
    """This moment, aware, in UTC, without microseconds finer than the databases keep."""
    return datetime.now(UTC)


def today() -> date:
    """Today's date in Kazakhstan: what «in force» is measured against."""
    return datetime.now(ALMATY).date()


def local(moment: datetime) -> datetime:
    """The same moment on Kazakhstan's clocks, for showing."""
    return moment.astimezone(ALMATY)
