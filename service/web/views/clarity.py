"""Vague provisions: a list with filters, and heat maps of where and when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from flask import Blueprint, render_template, url_for
from flask_babel import gettext as _

from amendments.clarity.finding import FACTORS
from amendments.law.edition import Edition
from service import context
from service.clock import today
from service.errors import NotFound
from service.security.current import can
from service.security.permissions import Permission
from service.store.acts import ActEntry, get_act, list_acts
from service.store.bills import get_bill, list_bills
from service.store.database import Session
from service.store.editions import edition_row_at, get_edition_row, list_editions, load_edition
from service.store.findings import (
    LEVELS,
    BillFindings,
    FindingFilter,
    Groups,
    Place,
    count_in_bills,
    group_findings,
    history_counts,
    list_findings,
)
from service.store.paging import Paging
from service.store.rule_scores import rule_scores
from service.store.tables import Act, Bill, EditionRow
from service.web.formats import day
from service.web.kept import kept
from service.web.presenters.citation import capital, cite_short
from service.web.presenters.clarity import FACTOR_NAMES, LEVEL_NAMES, WEIGHTS, FindingCard, card
from service.web.presenters.heat import HeatMap, by_article, by_edition
from service.web.presenters.people import in_language
from service.web.presenters.reading import heading_words
from service.web.shell import in_section, page_language
from service.web.views import asked
from service.web.views.finding_places import finding_links

STATES: Final = ("waiting", "asked_again", "confirmed", "dismissed", "all")
PER_PAGE: Final = 30
MOST_BILLS: Final = 20
MOST_CHIPS: Final = 3
"""Bills of which the page says what they do."""
EDITIONS_SHOWN: Final = 12


def attach(web: Blueprint) -> None:
    """Add the views of this module."""
    web.get("/clarity/")(clarity)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the list is asked for: an act's edition or a bill's amendments, a state, and the filters."""

    act: Act
    row: EditionRow
    bill: Bill | None
    state: str
    narrowed: FindingFilter

    @property
    def place(self) -> Place:
        """Where the findings are."""
        return BillFindings(self.bill.id or 0, self.row.language) if self.bill is not None else self.row

    def link(self, endpoint: str = "web.clarity", **changed: Any) -> str:
        """The address of this list, or of its report, with something changed."""
        narrowed = self.narrowed
        values: dict[str, Any] = {
            "act": self.act.code,
            "bill": self.bill.number if self.bill else None,
            "state": None if self.state == "waiting" else self.state,
            "factor": narrowed.factor,
            "weight": None if narrowed.weight in (None, 1) else narrowed.weight,
            "article": narrowed.article,
            "level": narrowed.level,
        }
        return url_for(endpoint, **(values | changed))


@kept
def clarity() -> str:
    """Findings of an act's edition in force, or of a bill, narrowed to a state, factor, weight, article, level."""
    in_section("clarity")
    session = context.reading()
    entries = list_acts(session, Paging(1, 100)).items
    act, row = chosen(session, entries)
    if act is None or row is None:
        return render_template("clarity_empty.html", acts=bool(entries))
    bills = [entry.bill for entry in list_bills(session, Paging(1, MOST_BILLS), act=act).items]
    what = asked_for(session, act, row, bills)
    row = what.row
    page = list_findings(session, what.place, what.narrowed, asked.paging(PER_PAGE))
    groups = group_findings(session, what.place)
    text = load_edition(session, row)
    names = {address: heading_words(address, node, text.language) for address, node in text if node.kind == "article"}
    words = {address: node.text for address, node in text}
    return render_template(
        "clarity.html",
        act=act,
        acts=[
            (entry.act.code, in_language(entry.act.title_ru, entry.act.title_kk, page_language())) for entry in entries
        ],
        title=in_language(act.title_ru, act.title_kk, page_language()),
        row=row,
        bill=what.bill,
        bills=bill_changes(session, bills, row.language),
        findings=[_card(entry, words, what.bill) for entry in page.items],
        page=page,
        state=what.state,
        narrowed=what.narrowed,
        whole=groups.counts(FindingFilter()),
        **choices(groups, what, names),
        map=article_map(groups, what, text, names),
        history=edition_map(session, what),
        link=what.link,
        places=finding_links(session, [entry.finding for entry in page.items], act),
        text_language=row.language,
        doubtful=doubtful_rules(session),
        invented=act.demonstration,
    )


def asked_for(session: Session, act: Act, row: EditionRow, bills: list[Bill]) -> Asked:
    """What this request asks for; a bill is measured against its own base edition."""
    number = asked.text("bill", 40)
    bill = next((one for one in bills if one.number == number), None)
    if bill is None and number:
        bill = get_bill(session, number).bill
    if bill is not None and bill.act_id == act.id:
        row = get_edition_row(session, act, row.language, bill.base_date)
    else:
        bill = None
    state = asked.word("state", STATES, "waiting")
    narrowed = FindingFilter(
        factor=asked.word("factor", FACTORS, "") or None,
        weight=int(asked.word("weight", ("1", "2", "3"), "1")),
        article=asked.text("article", 60) or None,
        level=asked.word("level", LEVELS, "") or None,
        state=None if state == "all" else state,
    )
    return Asked(act, row, bill, state, narrowed)


def choices(groups: Groups, what: Asked, names: dict[str, str]) -> dict[str, Any]:
    """Every choice of the filters with the number that the list would have: nothing else may stand beside it."""
    narrowed = what.narrowed

    def count(**changed: Any) -> int:
        return groups.count(narrowed, **changed)

    return {
        "states": [
            (name, state_name(name), groups.count(narrowed, state=None if name == "all" else name)) for name in STATES
        ],
        "factors": [(factor, FACTOR_NAMES[factor], count(factor=factor)) for factor in FACTORS],
        "weights": [(str(number), words, count(weight=number)) for number, words in WEIGHTS.items()],
        "levels": [(level, LEVEL_NAMES[level], count(level=level)) for level in LEVELS],
        "articles": [(address, name, number) for address, name in names.items() if (number := count(article=address))],
        "any": {name: count(**{name: None}) for name in ("factor", "weight", "level", "article")},
    }


def article_map(groups: Groups, what: Asked, text: Edition, names: dict[str, str]) -> HeatMap:
    """Articles × factors, narrowed as the list is but for article and factor, which are what the map shows."""
    counts = groups.counts(replace(what.narrowed, factor=None, article=None))
    cited = {address: _short(address, name) for address, name in names.items()}
    cited[""] = str(_("Outside articles"))

    def link(article: str, factor: str) -> str:
        # what stands outside articles has no filter of its own, so no figure may promise one
        return what.link(article=article, factor=factor or None) if article else ""

    return by_article(counts, list(names), cited, _factor_words(), link)


def edition_map(session: Session, what: Asked) -> HeatMap:
    """Editions × factors of the act, or of one article; the latest twelve."""
    counts = history_counts(session, what.act.id or 0, what.row.language, what.narrowed.article)
    rows = [row for row in list_editions(session, what.act, what.row.language) if not row.draft][-EDITIONS_SHOWN:]
    lines = [
        (row.in_force_from.isoformat(), day(row.in_force_from, page_language()), counts.get(row.id or 0, {}))
        for row in rows
    ]
    return by_edition(lines, _factor_words(), lambda _on, _factor: "")


def bill_changes(session: Session, bills: list[Bill], language: str) -> list[tuple[Bill, int, int]]:
    """Bills that bring in or take out vague words: (bill, brought in, taken out)."""
    counts = count_in_bills(session, [bill.id for bill in bills[:MOST_CHIPS]], language)
    return [
        (bill, counts.get((bill.id, "added"), 0), counts.get((bill.id, "removed"), 0)) for bill in bills[:MOST_CHIPS]
    ]


def doubtful_rules(session: Session) -> int:
    """How many rules are dismissed often; 0 for those who are not told."""
    if not can(Permission.REVIEW_RULES):
        return 0
    return sum(score.doubtful for score in rule_scores(session).values())


def chosen(session: Session, entries: list[ActEntry]) -> tuple[Act | None, EditionRow | None]:
    """The act that is asked for, else the first with a text; its edition in force in the page's language."""
    code = asked.text("act", 40)
    acts = [get_act(session, code)] if code else [entry.act for entry in entries]
    for act in acts:
        row = current_row(session, act, page_language())
        if row is not None:
            return act, row
    return (acts[0] if code and acts else None), None


def current_row(session: Session, act: Act, language: str) -> EditionRow | None:
    """The edition in force today, else the first one there is; in the language, else in the other."""
    for code in (language, "kk" if language == "ru" else "ru"):
        try:
            return edition_row_at(session, act, code, today())
        except NotFound:
            rows = list_editions(session, act, code)
            if rows:
                return rows[0]
    return None


def state_name(name: str) -> str:
    """A state of the switch in words."""
    names: dict[str, str] = {
        "waiting": _("Awaiting an answer"),
        "asked_again": _("Asked again"),
        "confirmed": _("Confirmed"),
        "dismissed": _("Dismissed"),
        "all": _("All"),
    }
    return names[name]


def _card(entry: Any, words: dict[str, str], bill: Bill | None) -> FindingCard:
    return card(entry, page_language(), "" if bill else words.get(entry.finding.address, ""))


def _factor_words() -> dict[str, str]:
    return {factor: str(FACTOR_NAMES[factor]) for factor in FACTORS}


def _short(address: str, name: str) -> str:
    """«Ст. 18. Аким округа»: the citation and the heading."""
    words = capital(cite_short(address, page_language()))
    heading = name.split(". ", 1)[1] if ". " in name else ""
    return f"{words}. {heading}" if heading else words
