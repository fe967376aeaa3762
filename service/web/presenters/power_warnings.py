"""What a person should look at in a register: differences of the two languages, and units that gave no power."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from amendments.powers import Difference, Unread
from service.web.presenters.powers import LEVELS, STATES, UNREAD, body_name, place_of


@dataclass(frozen=True, slots=True)
class WarningLine:
    """A place with what is to be seen there, and the words of the law."""

    address: str
    place: str
    what: str
    words: str = ""


def difference_lines(found: Iterable[Difference], language: str) -> list[WarningLine]:
    """What the two languages say differently of powers."""
    return [WarningLine(one.address, place_of(one.address, language), _difference(one, language)) for one in found]


def unread_lines(found: Sequence[Unread], language: str) -> list[WarningLine]:
    """Units of competence articles that gave no power, and why."""
    return [
        WarningLine(one.address, place_of(one.address, language), str(UNREAD[one.reason]), one.words) for one in found
    ]


def _difference(one: Difference, language: str) -> str:
    if one.kind == "missing":
        only_ru = one.language == "ru"
        return str(_("a power in the Russian text only") if only_ru else _("a power in the Kazakh text only"))
    names: Any = {"state": STATES, "levels": LEVELS}.get(one.kind)
    ru, kk = (
        ", ".join(
            body_name(word, language) if names is None else str(names.get(word, word)) for word in said.split(", ")
        )
        for said in (one.ru, one.kk)
    )
    return str(_("in Russian: %(ru)s; in Kazakh: %(kk)s", ru=ru, kk=kk))
