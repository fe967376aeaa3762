"""What a person should look at, in words: dangling references, and differences between the two languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _later

from amendments.law.cross_references import CrossReference
from amendments.law.pairing import AuthenticityWarning
from service.web.presenters.citation import capital, cite

MOST: Final = 100
"""Lines that are listed; the rest is counted."""
STATES: Final = {"in_force": _later("in force"), "excluded": _later("excluded"), "not_yet": _later("not yet in force")}
Link = Callable[[str, str], str]
"""The page of a place: (address, language of the text)."""


@dataclass(frozen=True, slots=True)
class WarningLine:
    """One place to look at: its citation, its page ("" for none), what is to be seen, and the words of the law."""

    place: str
    link: str
    what: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class WarningList:
    """What is listed, and how many there are in all."""

    lines: tuple[WarningLine, ...]
    total: int

    @property
    def more(self) -> int:
        """How many are not listed."""
        return self.total - len(self.lines)


def dangling_lines(found: Sequence[CrossReference], language: str, link: Link, text_language: str) -> WarningList:
    """References that point at nothing; `language` is the page's, `text_language` that of the law."""
    lines = tuple(
        WarningLine(
            capital(cite(one.place, language)),
            link(one.place, text_language),
            _("%(place)s is excluded", place=cite(one.address, language))
            if one.state == "excluded"
            else _("there is no %(place)s", place=cite(one.address, language)),
            one.words,
        )
        for one in found[:MOST]
    )
    return WarningList(lines, len(found))


def authenticity_lines(found: Sequence[AuthenticityWarning], language: str, link: Link) -> WarningList:
    """Differences between the two languages; a unit that stands in one text only leads to that one."""
    lines = tuple(
        WarningLine(capital(cite(one.address, language)), link(one.address, one.language or language), difference(one))
        for one in found[:MOST]
    )
    return WarningList(lines, len(found))


def difference(warning: AuthenticityWarning) -> str:
    """What differs, in the page's language."""
    ru, kk = warning.ru, warning.kk
    if warning.kind == "missing":
        only_ru = warning.language == "ru"
        return str(_("stands in the Russian text only") if only_ru else _("stands in the Kazakh text only"))
    if warning.kind == "state":
        return str(_("in Russian: %(ru)s; in Kazakh: %(kk)s", ru=_state(ru), kk=_state(kk)))
    if warning.kind == "clauses":
        return str(_("unnumbered parts: %(ru)s in Russian, %(kk)s in Kazakh", ru=ru, kk=kk))
    if warning.kind == "indents":
        return str(_("indents: %(ru)s in Russian, %(kk)s in Kazakh", ru=ru, kk=kk))
    sides = []
    if ru:
        sides.append(str(_("numbers in the Russian text only: %(numbers)s", numbers=ru)))
    if kk:
        sides.append(str(_("numbers in the Kazakh text only: %(numbers)s", numbers=kk)))
    return "; ".join(sides)


def _state(state: str) -> Any:
    return STATES.get(state, state)
