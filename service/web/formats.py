"""How dates, moments and numbers are written for a reader in Kazakhstan."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from flask_babel import gettext as _

from service.clock import local, today

NBSP = "\u00a0"


def day(value: date | None, language: str) -> str:
    """A date in full: «23 ноября 2026 г.», «2026 ж. 23 қараша»; empty for None."""
    return "" if value is None else format_date(value, "long", locale=language).replace(" ", NBSP)


def moment(value: datetime, language: str) -> str:
    """A moment on Kazakhstan's clocks: «сегодня, 14:05», «вчера, 14:05», «21 ноября 2026 г., 14:05»."""
    here = local(value)
    time = format_time(here.time(), "HH:mm", locale=language)
    if here.date() == today():
        return str(_("today, %(time)s", time=time))
    if here.date() == today() - timedelta(days=1):
        return str(_("yesterday, %(time)s", time=time))
    return f"{day(here.date(), language)}, {time}"


def number(value: int, language: str) -> str:
    """A whole number with the language's grouping: «249 812»."""
    return format_decimal(value, locale=language)


def signed(value: int) -> str:
    """A difference with its sign: «+1», «−4», «0»; the minus is the typographic one."""
    return f"+{value}" if value > 0 else str(value).replace("-", "−")


def initials(name: str) -> str:
    """Two letters for the round badge: «Ахметова Г.» → «АГ»."""
    words = [word for word in name.replace(".", " ").split() if word[:1].isalpha()]
    return "".join(word[0] for word in words[:2]).upper() or "·"
