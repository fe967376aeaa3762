"""What all pages of the powers register begin with: the law, its edition, the register and its lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import url_for

from amendments.law.edition import Edition
from amendments.powers import Power, Register
from service import context
from service.clock import today
from service.errors import NotFound
from service.store.acts import get_act, list_acts
from service.store.database import Session
from service.store.editions import edition_row_at, list_editions
from service.store.paging import Paging
from service.store.power_lists import GRADES, MISSING_KINDS, Lists, PowerFilter
from service.store.power_registers import lists_of
from service.store.powers import Powers, powers_of
from service.store.proposals import ProposalEntry, proposals_of
from service.store.tables import Act, EditionRow
from service.web.presenters.citation import speak_of
from service.web.presenters.people import in_language
from service.web.presenters.powers import LEVELS, Shown
from service.web.shell import in_section, page_language
from service.web.views import asked

PER_PAGE = 20
_MOST_ACTS = 100


@dataclass(frozen=True, slots=True)
class Opened:
    """The register that a page is about. `rows` are the editions of its date by language."""

    act: Act
    acts: list[tuple[str, str]]
    row: EditionRow
    rows: Mapping[str, EditionRow]
    days: tuple[date, ...]
    powers: Powers
    lists: Lists
    shown: Shown
    proposals: list[ProposalEntry]

    @property
    def edition(self) -> Edition:
        """The text of the register."""
        return self.powers.edition

    @property
    def register(self) -> Register:
        """The register itself."""
        return self.powers.register

    def link(self, view: str, **more: Any) -> str:
        """The address of a page about the same register."""
        return url_for(f"web.{view}", **(self.same | more))

    @property
    def same(self) -> dict[str, Any]:
        """Parameters that say which register."""
        current = self.days[-1] if self.days else None
        return {"act": self.act.code, "on": None if self.row.in_force_from == current else self.row.in_force_from}

    @property
    def about(self) -> dict[str, Any]:
        """What every template of these pages is given."""
        return {
            "opened": self,
            "act": self.act,
            "acts": self.acts,
            "row": self.row,
            "title": in_language(self.act.title_ru, self.act.title_kk, page_language()),
            "link": self.link,
            "text_language": self.row.language,
            "tab_counts": self.tabs(),
            "invented": self.act.demonstration,
        }

    def tabs(self) -> dict[str, int]:
        """How many entries each list has."""
        everything = PowerFilter()
        return {
            "duplicated": len(self.lists.duplicated(everything)),
            "non_core": len(self.lists.non_core(everything)),
            "missing": len(self.lists.missing(everything)),
            "divided": len(self.lists.divided(everything)),
            "proposals": len(self.proposals),
            "unread": len(self.register.unread),
        }

    def power(self, identifier: str) -> Power:
        """A power by its id. Raises NotFound("power_not_found")."""
        found = self.register.by_id.get(identifier)
        if found is None:
            raise NotFound("power_not_found", field="id", power=identifier[:200])
        return found


def opened(session: Session | None = None) -> Opened | None:
    """The register that is asked for (`act`, `on`), else that of the first law that has a text; None without any.

    Raises NotFound for an unknown act or day.
    """
    in_section("powers")
    session = session or context.reading()
    entries = list_acts(session, Paging(1, _MOST_ACTS)).items
    acts = [(one.act.code, in_language(one.act.title_ru, one.act.title_kk, page_language())) for one in entries]
    code = asked.text("act", 40)
    for act in [get_act(session, code)] if code else [entry.act for entry in entries]:
        rows = [row for row in list_editions(session, act) if not row.draft]
        if rows:
            return of_act(session, act, rows, acts)
    return None


def of_act(session: Session, act: Act, rows: list[EditionRow], acts: list[tuple[str, str]]) -> Opened:
    """The register of an act's edition in the page's language, else in the other."""
    given = asked.text("on", 40)
    languages = {row.language for row in rows}
    language = page_language() if page_language() in languages else next(iter(sorted(languages)))
    row = _row(session, act, rows, language, asked.day(given) if given else None)
    same_day = {one.language: one for one in rows if one.in_force_from == row.in_force_from}
    days = tuple(sorted({one.in_force_from for one in rows if one.language == language and _begun(one)}))
    powers = powers_of(session, row)
    speak_of(powers.edition)
    proposals = proposals_of(session, act)
    lists = lists_of(session, act, powers, same_day, proposals)
    return Opened(
        act, acts, row, same_day, days, powers, lists, Shown(lists, powers.edition, page_language()), proposals
    )


def narrowed() -> PowerFilter:
    """The filter of a request."""
    return PowerFilter(
        level=asked.word("level", tuple(LEVELS), ""),
        subject=asked.text("subject", 40),
        grade=asked.word("grade", GRADES, ""),
        sure=asked.word("sure", ("sure", "unsure"), ""),
        kind=asked.word("kind", MISSING_KINDS, ""),
    )


def _row(session: Session, act: Act, rows: list[EditionRow], language: str, on: date | None) -> EditionRow:
    mine = [row for row in rows if row.language == language]
    if on is not None:
        exact = [row for row in mine if row.in_force_from == on]
        return exact[0] if exact else edition_row_at(session, act, language, on)
    begun = [row for row in mine if _begun(row)]
    return begun[-1] if begun else mine[0]


def _begun(row: EditionRow) -> bool:
    return row.in_force_from <= today()
