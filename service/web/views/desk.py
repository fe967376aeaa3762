"""The morning list of a person who has signed in: what changed since the last visit, and what waits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service import context
from service.clock import local, today
from service.security.current import account_id, can, require
from service.security.permissions import Permission
from service.store import desk_waiting as waits
from service.store.acts import get_act
from service.store.bills import get_bill
from service.store.database import Session
from service.store.desk_changes import KINDS as CHANGES
from service.store.desk_changes import changes, changes_since
from service.store.desk_rows import DeskRow, Key, count_rows, first_rows, page_rows
from service.store.desk_told import Told, told
from service.store.findings import count_waiting
from service.web.shell import in_section, page_language
from service.web.views import asked
from service.web.views.desk_conflicts import UNKNOWN, conflict_counts
from service.web.views.desk_lines import CONFLICT, TAG, DeskGroup, DeskLine, count_words, desk_line, group_head

GROUPS: Final = 8
"""Bills and acts that the start page shows of each list; a link shows all."""
LINES: Final = 3
"""Lines that it shows of each kind that waits."""
NEWS: Final = 5
"""Lines that it shows of what changed in a bill or an act."""
ALLOWED: Final = {
    waits.DECIDE: Permission.DECIDE_AMENDMENT,
    waits.LEFT: Permission.DECIDE_AMENDMENT,
    waits.VOTE: Permission.VOTE,
    waits.DRAFT: Permission.WRITE_AMENDMENT,
    waits.REPLY: Permission.COMMENT,
    CONFLICT: Permission.DECIDE_AMENDMENT,
    TAG: Permission.DECIDE_FINDING,
}
"""What a person must be allowed to do for this to wait for the person."""
ORDER: Final = (waits.DECIDE, waits.VOTE, CONFLICT, waits.LEFT, waits.DRAFT, waits.REPLY, TAG)


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/waiting/")(waiting_list)
    web.get("/changes/")(changes_list)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One kind of what waits in a bill or an act: the count in words with a link to all, and the first lines."""

    kind: str
    words: str
    count: int
    address: str
    lines: tuple[DeskLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A bill or an act with what waits or changed in it."""

    head: DeskGroup
    waiting: tuple[Waiting, ...] = ()
    counts: tuple[str, ...] = ()
    total: int = 0
    address: str = ""
    lines: tuple[DeskLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """Both lists; `waiting_groups` and `changed_groups` say how many groups there are in all."""

    waiting: tuple[Group, ...]
    waiting_groups: int
    changed: tuple[Group, ...]
    changed_groups: int
    changes: int
    since: date
    yesterday: bool
    everything: bool = field(default=False)


def desk() -> Desk:
    """The morning list of the person who asks. A fixed number of queries once conflicts are known."""
    session, language, mine = context.reading(), page_language(), account_id()
    every = bool(request.args.get("all"))
    kinds = {kind for kind, permission in ALLOWED.items() if can(permission)}
    rows = waits.waiting(mine, kinds)
    counts = count_rows(session, rows)
    _add_tags(session, counts, kinds, language)
    _add_conflicts(session, counts, kinds, language)
    since = changes_since(session, mine)
    news = changes(mine, since)
    news_counts = count_rows(session, news)
    heads = told(session, [], {*counts, *news_counts})
    waiting_keys, news_keys = _in_order(counts, heads), _in_order(news_counts, heads)
    shown = waiting_keys if every else waiting_keys[:GROUPS], news_keys if every else news_keys[:GROUPS]
    lines = first_rows(session, rows, shown[0], LINES, by_kind=True)
    new_lines = first_rows(session, news, shown[1], NEWS, by_kind=False)
    about = told(session, [*lines, *new_lines], {*counts, *news_counts})
    begins = local(since).date()
    return Desk(
        tuple(_waiting(key, counts[key], lines, about, language) for key in shown[0]),
        len(waiting_keys),
        tuple(_changed(key, news_counts[key], new_lines, about, language) for key in shown[1]),
        len(news_keys),
        sum(sum(kinds.values()) for kinds in news_counts.values()),
        begins,
        (today() - begins).days == 1,
        every,
    )


@require(Permission.COMMENT)
def waiting_list() -> Response | str:
    """All that waits of one kind in one bill or act; without a kind, the morning list with all that waits."""
    if not request.args.get("kind"):
        return redirect(url_for("web.home", all=1, _anchor="waits-title"))
    kind = asked.word("kind", tuple(kind for kind in waits.KINDS if can(ALLOWED[kind])), waits.REPLY)
    session, key = context.reading(), _asked_key()
    page = page_rows(session, waits.waiting(account_id(), {kind}), key, kind, asked.paging())
    if key == (None, None) and not page.total:  # no bill and no act was named
        return redirect(url_for("web.home", all=1, _anchor="waits-title"))
    return _list("waiting", key, page, count_words(kind, page.total), {"kind": kind})


@require(Permission.COMMENT)
def changes_list() -> Response | str:
    """All that changed in one bill or act since the last visit; where none is named, the morning list."""
    session, key = context.reading(), _asked_key()
    since = changes_since(session, account_id())
    page = page_rows(session, changes(account_id(), since), key, None, asked.paging())
    if key == (None, None) and not page.total:
        return redirect(url_for("web.home", all=1, _anchor="news-title"))
    return _list("changes", key, page, "", {}, local(since).date())


def _list(which: str, key: Key, page: Any, words: str, more: Mapping[str, Any], since: date | None = None) -> str:
    in_section("home")
    session, language = context.reading(), page_language()
    about = told(session, page.items, {key})
    head = group_head(key, about, language)
    return render_template(
        "desk_list.html",
        which=which,
        head=head,
        page=page,
        words=words,
        since=since,
        lines=[desk_line(row, about, language) for row in page.items],
        invented=any(one.demonstration for one in about.bills.values())
        or any(one.demonstration for one in about.acts.values()),
        link=lambda number: url_for(f"web.{which}_list", page=number, **_named(key, about), **more),
    )


def _asked_key() -> Key:
    """The bill or act that a list is asked for. Raises NotFound."""
    number, code = asked.text("bill", 40), asked.text("act", 40)
    session = context.reading()
    if number:
        return get_bill(session, number).bill.id, None
    return (None, get_act(session, code).id) if code else (None, None)


def _named(key: Key, about: Told) -> dict[str, Any]:
    if key[0] is not None:
        return {"bill": about.bills[key[0]].number}
    return {"act": about.acts[key[1]].code} if key[1] is not None else {}


def _waiting(key: Key, counts: Mapping[str, int], rows: list[DeskRow], about: Told, language: str) -> Group:
    found = []
    for kind in (kind for kind in ORDER if kind in counts):
        lines = tuple(desk_line(row, about, language) for row in rows if row.key == key and row.kind == kind)
        words = count_words(kind, counts[kind]) if counts[kind] != UNKNOWN else ""
        found.append(Waiting(kind, words, counts[kind], _all_of(kind, key, about), lines))
    return Group(group_head(key, about, language), tuple(found))


def _all_of(kind: str, key: Key, about: Told) -> str:
    """Where all that waits of a kind is: a page that lists exactly these."""
    named = _named(key, about)
    if kind == waits.DECIDE:
        return url_for("web.bill", number=named["bill"], state="pending")
    if kind == CONFLICT:
        return url_for("web.bill", number=named["bill"], _anchor="conflicts")
    if kind == TAG and key[0] is not None:
        bill = about.bills[key[0]]
        return url_for("web.clarity", act=about.acts[bill.act_id].code, bill=bill.number)
    if kind == TAG:
        return url_for("web.clarity", **named)
    return url_for("web.waiting_list", kind=kind, **named)


def _changed(key: Key, counts: Mapping[str, int], rows: list[DeskRow], about: Told, language: str) -> Group:
    return Group(
        group_head(key, about, language),
        counts=tuple(count_words(kind, counts[kind]) for kind in CHANGES if kind in counts),
        total=sum(counts.values()),
        address=url_for("web.changes_list", **_named(key, about)),
        lines=tuple(desk_line(row, about, language) for row in rows if row.key == key),
    )


def _in_order(counts: Mapping[Key, Any], heads: Told) -> list[Key]:
    """Bills by deadline (those without one last), then by number; then acts; then what belongs to neither."""

    def place(key: Key) -> tuple[int, date, str]:
        bill, act = heads.bills.get(key[0] or 0), heads.acts.get(key[1] or 0)
        if bill is not None:
            return 0, bill.decision_due or date.max, bill.number
        return (1, date.max, act.code) if act is not None else (2, date.max, "")

    return sorted(counts, key=place)


def _add_tags(session: Session, counts: dict[Key, dict[str, int]], kinds: set[str], language: str) -> None:
    if TAG not in kinds:
        return
    acts, bills = count_waiting(session, language, today(), waits.OVER)
    for act, count in acts.items():
        counts.setdefault((None, act), {})[TAG] = count
    for bill, count in bills.items():
        counts.setdefault((bill, None), {})[TAG] = count


def _add_conflicts(session: Session, counts: dict[Key, dict[str, int]], kinds: set[str], language: str) -> None:
    if CONFLICT not in kinds:
        return
    for bill, count in conflict_counts(session, language).items():
        if count:
            counts.setdefault((bill, None), {})[CONFLICT] = count
