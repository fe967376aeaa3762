"""Bounds of what people write into fields."""

from __future__ import annotations

from service.errors import Invalid, TooLarge

MAX_TITLE = 2_000
MAX_GROUNDS = 50_000
MAX_INSTRUCTION = 200_000
MAX_REASON = 5_000
MAX_NOTE = 1_000
MAX_PROPOSAL = 20_000
_ALLOWED = frozenset("\t\n\r")


def plain(value: str, field: str, greatest: int) -> str:
    """A field's text without white space around it.

    Raises TooLarge("field_too_long") over `greatest` characters, Invalid("field_control_character") for
    characters that are no text (PostgreSQL cannot store NUL, and no page can show the others).
    """
    if len(value) > greatest:
        raise TooLarge("field_too_long", field=field, greatest=greatest, given=len(value))
    odd = next((place for place, char in enumerate(value) if _is_odd(char)), None)
    if odd is not None:
        raise Invalid("field_control_character", field=field, place=odd + 1, value=f"U+{ord(value[odd]):04X}")
    return value.replace("\r\n", "\n").replace("\r", "\n").strip()


def _is_odd(char: str) -> bool:
    return (char < " " and char not in _ALLOWED) or "\x7f" <= char < "\xa0" or "\ud800" <= char <= "\udfff"
