"""Lines of the morning list: what each row says in the page's language, and where it leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from service.clock import today
from service.store import desk_changes as changed
from service.store import desk_waiting as waits
from service.store.desk_rows import DeskRow, Key
from service.store.desk_told import Told
from service.store.tables import Amendment
from service.web.formats import day
from service.web.presenters.bills import STATES, bill_title
from service.web.presenters.clarity import FINDING_STATES
from service.web.presenters.people import in_language, name_of

QUOTED: Final = 160
"""Characters of a remark that a line shows."""
CONFLICT, TAG = "conflict", "tag"
"""Kinds that are counted otherwise than by rows."""


@dataclass(frozen=True, slots=True)
class DeskLine:
    """One line: what (with a link), what more, who and when."""

    kind: str
    words: str
    address: str
    more: str
    language: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DeskGroup:
    """A bill or an act in the list: its name, and for a bill by when its amendments are to be decided."""

    title: str
    number: str
    address: str
    due: date | None
    due_words: str
    late: bool


def count_words(kind: str, count: int) -> str:
    """A count in words: «12 amendments await a decision»."""
    words: Mapping[str, Callable[[], Any]] = {
        waits.DECIDE: lambda: ngettext(
            "%(num)s amendment awaits a decision", "%(num)s amendments await a decision", count
        ),
        waits.VOTE: lambda: ngettext(
            "%(num)s amendment awaits your voice", "%(num)s amendments await your voice", count
        ),
        waits.LEFT: lambda: ngettext(
            "%(num)s amendment was left on an older edition",
            "%(num)s amendments were left on an older edition",
            count,
        ),
        waits.DRAFT: lambda: ngettext(
            "%(num)s draft of yours is not finished", "%(num)s drafts of yours are not finished", count
        ),
        waits.REPLY: lambda: ngettext("%(num)s answer to your remarks", "%(num)s answers to your remarks", count),
        CONFLICT: lambda: ngettext("%(num)s conflict", "%(num)s conflicts", count),
        TAG: lambda: ngettext("%(num)s tag awaits an answer", "%(num)s tags await an answer", count),
        changed.NEW: lambda: ngettext("%(num)s new amendment", "%(num)s new amendments", count),
        changed.REWORDED: lambda: ngettext("%(num)s new wording", "%(num)s new wordings", count),
        changed.DECIDED: lambda: ngettext("%(num)s decision", "%(num)s decisions", count),
        changed.SAID: lambda: ngettext("%(num)s remark", "%(num)s remarks", count),
        changed.ANSWERED: lambda: ngettext("%(num)s answer to a tag", "%(num)s answers to tags", count),
        changed.EDITION: lambda: ngettext("%(num)s new edition", "%(num)s new editions", count),
    }
    return str(words[kind]())


def group_head(key: Key, told: Told, language: str) -> DeskGroup:
    """The head of a group."""
    bill, act = told.bills.get(key[0] or 0), told.acts.get(key[1] or 0)
    if bill is not None:
        due = bill.decision_due
        return DeskGroup(
            bill_title(bill, language),
            bill.number,
            url_for("web.bill", number=bill.number),
            due,
            due_words(due),
            due is not None and due < today(),
        )
    if act is not None:
        title = in_language(act.title_ru, act.title_kk, language)
        return DeskGroup(title, "", url_for("web.act", code=act.code), None, "", False)
    return DeskGroup(_("Other"), "", "", None, "", False)


def due_words(due: date | None) -> str:
    """How far off a deadline is: «today», «in 3 days», «2 days late»."""
    if due is None:
        return ""
    left = (due - today()).days
    if left == 0:
        return str(_("today"))
    if left > 0:
        return str(ngettext("in %(num)s day", "in %(num)s days", left))
    return str(ngettext("%(num)s day late", "%(num)s days late", -left))


def desk_line(row: DeskRow, told: Told, language: str) -> DeskLine:
    """One line of the list."""
    amendment = told.amendments.get(row.amendment_id or 0)
    words, address, more, tongue = _title(amendment, language), "", "", language
    if amendment is not None:
        number = told.bills[amendment.bill_id].number
        endpoint = "web.edit_amendment" if row.kind == waits.DRAFT else "web.amendment_page"
        address = url_for(endpoint, number=number, amendment=amendment.number)
    if row.kind in (changed.SAID, waits.REPLY):
        words, address, more, tongue = _said(row, told, words, address)
    elif row.kind == changed.DECIDED:
        decision = told.decisions[row.ref]
        state = STATES[decision.state]
        more = _("decision undone: %(state)s", state=state) if decision.undoes_id else str(state)
    elif row.kind == changed.REWORDED:
        more = _("new wording")
    elif row.kind == changed.NEW:
        more = _("new amendment")
    elif row.kind == changed.ANSWERED:
        verdict = told.verdicts[row.ref]
        words, more = f"«{verdict.quote}»", str(FINDING_STATES.get(verdict.kind.value, _("answer taken back")))
        found = told.findings.get(verdict.lineage)
        address = url_for("web.finding_page", finding_id=found) if found else ""
    elif row.kind == changed.EDITION:
        edition = told.editions[row.ref]
        names = {"ru": _("Russian text"), "kk": _("Kazakh text")}
        words, more = _("New edition of %(day)s", day=day(edition.in_force_from, language)), names[edition.language]
        address = url_for("web.edition", code=told.acts[edition.act_id].code, on=edition.in_force_from.isoformat())
    return DeskLine(
        row.kind, words, address, more, tongue, name_of(told.accounts.get(row.by_id or 0), language), row.at
    )


def _title(amendment: Amendment | None, language: str) -> str:
    if amendment is None:
        return ""
    title = in_language(amendment.title_ru, amendment.title_kk, language)
    number = _("No %(number)s", number=amendment.number)
    return f"{number}. {title}" if title else number


def _said(row: DeskRow, told: Told, words: str, address: str) -> tuple[str, str, str, str]:
    """A remark: what it is about, its place on the page, its beginning, its language."""
    comment = told.comments[row.ref]
    text = comment.text if len(comment.text) <= QUOTED else comment.text[:QUOTED].rstrip() + "…"
    if address:
        return words, f"{address}#comment-{comment.id}", text, comment.language
    found = told.findings.get(comment.finding)
    if found:
        return (
            f"«{comment.quote}»",
            url_for("web.finding_page", finding_id=found, _anchor="talk"),
            text,
            comment.language,
        )
    return _("Remark"), "", text, comment.language
