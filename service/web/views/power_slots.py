"""The powers of one level, each with its eight slots: what the provision says of it and what it does not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from flask import Blueprint, render_template, url_for

from amendments.clarity.slots import ENOUGH, SLOT_NAMES
from service import context
from service.store.acts import list_acts
from service.store.editions import load_edition
from service.store.findings import LEVELS
from service.store.paging import Page, Paging
from service.store.power_slots import PowerSlots, power_slots
from service.store.tables import Act, EditionRow
from service.web.presenters.citation import anchor, capital, cite, speak_of
from service.web.presenters.clarity import LEVEL_NAMES
from service.web.presenters.people import in_language
from service.web.shell import in_section, page_language
from service.web.views import asked
from service.web.views.clarity import chosen

PER_PAGE: Final = 30
SHOWS: Final = ("all", "thin")


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/clarity/slots/")(clarity_slots)


@dataclass(frozen=True, slots=True)
class SlotLine:
    """One slot in the reader's language; `words` are empty where the provision says nothing of it."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class PowerLine:
    """A power with its strip of slots."""

    cited: str
    anchor: str
    link: str
    text: str
    levels: str
    filled: int
    thin: bool
    slots: tuple[SlotLine, ...]


def clarity_slots() -> str:
    """The powers of a level, all or only those that say too little."""
    in_section("clarity")
    session = context.reading()
    act, row = chosen(session, list_acts(session, Paging(1, 100)).items)
    if act is None or row is None:
        return render_template("clarity_empty.html", acts=act is not None)
    level = asked.word("level", LEVELS, "rural")
    show = asked.word("show", SHOWS, "all")
    every = power_slots(session, row)
    mine = [power for power in every if level in power.levels]
    shown = [power for power in mine if show == "all" or power.slots.thin]
    paging = asked.paging(PER_PAGE)
    inside = shown[paging.offset : paging.offset + paging.per_page]
    speak_of(load_edition(session, row))
    counts = Counter(name for power in every for name in power.levels)

    def link(**changed: Any) -> str:
        values: dict[str, Any] = {"act": act.code, "level": level, "show": None if show == "all" else show}
        return url_for("web.clarity_slots", **(values | changed))

    return render_template(
        "clarity_slots.html",
        act=act,
        title=in_language(act.title_ru, act.title_kk, page_language()),
        row=row,
        level=level,
        level_name=LEVEL_NAMES[level],
        levels=[(name, LEVEL_NAMES[name], counts[name]) for name in LEVELS],
        show=show,
        total=len(mine),
        thin=sum(power.slots.thin for power in mine),
        enough=ENOUGH,
        missing=[
            (SLOT_NAMES[name][page_language()], sum(not power.slots.named()[name].filled for power in mine))
            for name in SLOT_NAMES
        ],
        powers=[_line(power, act, row) for power in inside],
        page=Page(inside, len(shown), paging.page, paging.per_page),
        link=link,
        text_language=row.language,
        invented=act.demonstration,
    )


def _line(power: PowerSlots, act: Act, row: EditionRow) -> PowerLine:
    language = page_language()
    text = row.language if row.language != language else None
    return PowerLine(
        cited=capital(cite(power.address, language)),
        anchor=anchor(power.address),
        link=url_for("web.edition", code=act.code, on=row.in_force_from, text=text, _anchor=anchor(power.address)),
        text=power.text,
        levels=", ".join(str(LEVEL_NAMES[name]) for name in power.levels),
        filled=power.slots.filled,
        thin=power.slots.thin,
        slots=tuple(
            SlotLine(SLOT_NAMES[name][language], " ".join(slot.quote.split()))
            for name, slot in power.slots.named().items()
        ),
    )
