"""The powers register: the matrix, a subject's powers side by side, and the lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from flask import Blueprint, render_template

from amendments.powers import subjects
from service import context
from service.store.paging import Page
from service.store.power_lists import GRADES, MISSING_KINDS, PowerFilter, counted, matrix, subject_name
from service.store.powers import MOST_CANDIDATES, differences_of
from service.web.kept import kept
from service.web.presenters import powers as names
from service.web.presenters.citation import capital
from service.web.presenters.power_matrix import matrix_rows
from service.web.presenters.power_proposals import proposal_line
from service.web.presenters.power_warnings import difference_lines, unread_lines
from service.web.shell import in_section, page_language
from service.web.views import asked
from service.web.views.power_base import PER_PAGE, Opened, narrowed, opened

LISTS: Final = ("duplicated", "non_core", "missing", "divided", "proposals", "unread", "languages")
_PANEL: Final = 5
"""Pairs beside the matrix; the rest is one click away."""


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/powers/")(powers)
    web.get("/powers/side/")(powers_side)
    web.get("/powers/help/")(powers_help)
    web.get(f"/powers/<any({', '.join(LISTS)}):which>/")(powers_list)


@kept
def powers() -> str:
    """Subjects × levels with counts and marks; a cell opens its pairs and powers beside the matrix."""
    found = opened()
    if found is None:
        return render_template("powers_empty.html")
    heads, rows = matrix_rows(matrix(found.lists), page_language())
    chosen = narrowed()
    panel = None
    if chosen.subject in subjects() and chosen.level:
        here = PowerFilter(chosen.level, chosen.subject)
        pairs = [one for one in found.lists.duplicated(here) if one in found.lists.strong]
        panel = {
            "subject": chosen.subject,
            "level": chosen.level,
            "name": f"{subject_name(chosen.subject, page_language())} · {names.level_names((chosen.level,))}",
            "pairs": [found.shown.pair(one) for one in pairs[:_PANEL]],
            "more": max(0, len(pairs) - _PANEL),
            "powers": found.shown.lines(found.lists.powers(here)),
            "missing": [found.shown.missing(one) for one in found.lists.missing(replace(here, kind="asked"))],
        }
    register = found.register
    states = counted(power.state for power in register.powers)
    return render_template(
        "powers.html",
        **found.about,
        heads=heads,
        rows=rows,
        panel=panel,
        total=len(register.in_force),
        excluded=states["excluded"],
        coming=states["not_yet"],
        differences=len(_differences(found)),
    )


def powers_side() -> str:
    """The powers of a subject in a column per level, and its pairs word by word."""
    found = opened()
    if found is None:
        return render_template("powers_empty.html")
    subject = asked.word("subject", tuple(subjects()), next(iter(subjects())))
    lists, shown = found.lists, found.shown
    mine = lists.powers(PowerFilter(subject=subject))
    levels = [level for level in names.LEVELS if any(level in power.levels for power in mine)]
    columns = [
        (capital(str(names.LEVELS[level])), shown.lines([one for one in mine if level in one.levels]))
        for level in levels
    ]
    pairs = lists.duplicated(PowerFilter(subject=subject))
    page = _page(pairs)
    return render_template(
        "powers_side.html",
        **found.about,
        subject=subject,
        subject_title=subject_name(subject, page_language()),
        subjects=_subjects(),
        columns=columns,
        page=page,
        pairs=[shown.pair(one) for one in page.items],
    )


def powers_help() -> str:
    """What the marks say, and what the algorithm cannot know."""
    in_section("powers")
    return render_template("powers_help.html")


def powers_list(which: str) -> str:
    """One of the lists, narrowed by level, subject, grade, sureness or kind."""
    found = opened()
    if found is None:
        return render_template("powers_empty.html")
    chosen = narrowed()
    items, line, choices = _list(found, which, chosen)
    page = _page(items)
    return render_template(
        "powers_list.html",
        **found.about,
        which=which,
        chosen=chosen,
        choices=choices,
        levels=names.level_choices(),
        subjects=_subjects(),
        page=page,
        lines=[line(one) for one in page.items],
        most=MOST_CANDIDATES if which == "duplicated" and found.lists.cut else 0,
        again=lambda **changed: found.link("powers_list", which=which, **(_kept(chosen) | changed)),
    )


Line = Callable[[Any], Any]
Choices = tuple[str, list[tuple[str, str, int]]]


def _list(found: Opened, which: str, chosen: PowerFilter) -> tuple[list[Any], Line, Choices]:
    """The entries of a list, how one becomes a line, and its own filter: (name, [(value, words, count)])."""
    lists, shown = found.lists, found.shown
    if which == "duplicated":
        open_to = counted(one.grade for one in lists.duplicated(replace(chosen, grade="")))
        grades = [(grade, str(names.GRADES[grade]), open_to[grade]) for grade in GRADES]
        return lists.duplicated(chosen), shown.pair, ("grade", grades)
    if which == "divided":
        return lists.divided(chosen), shown.pair, ("", [])
    if which == "non_core":
        open_to = counted("sure" if one.kind.sure else "unsure" for one in lists.non_core(replace(chosen, sure="")))
        sure = [(value, str(names.SURE[value]), open_to[value]) for value in names.SURE]
        return lists.non_core(chosen), shown.non_core, ("sure", sure)
    if which == "missing":
        open_to = counted(one.kind for one in lists.missing(replace(chosen, kind="")))
        kinds = [(kind, str(names.MISSING[kind]), open_to[kind]) for kind in MISSING_KINDS]
        return lists.missing(chosen), shown.missing, ("kind", kinds)
    if which == "proposals":
        return found.proposals, lambda one: proposal_line(one, page_language()), ("", [])
    if which == "languages":
        return difference_lines(_differences(found), page_language()), _same, ("", [])
    return unread_lines(found.register.unread, page_language()), _same, ("", [])


def _same(line: Any) -> Any:
    return line


def _differences(found: Opened) -> tuple[Any, ...]:
    return differences_of(context.reading(), found.rows) or ()


def _page(items: list[Any]) -> Page[Any]:
    paging = asked.paging(PER_PAGE)
    return Page(items[paging.offset : paging.offset + PER_PAGE], len(items), paging.page, PER_PAGE)


def _subjects() -> list[tuple[str, str]]:
    return [(one.id, one.name[page_language()]) for one in subjects().values()]


def _kept(chosen: PowerFilter) -> dict[str, Any]:
    fields = {"level": chosen.level, "subject": chosen.subject, "grade": chosen.grade, "sure": chosen.sure,
              "kind": chosen.kind}  # fmt: skip
    return {name: value or None for name, value in fields.items()}
