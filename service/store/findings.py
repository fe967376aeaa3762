"""Clarity findings: stored when a text comes in, listed with filters, counted for each filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import String, and_, case, func, type_coerce
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from service.errors import Invalid, NotFound
from service.store.paging import MAX_ID, Page, Paging, fetch_page
from service.store.tables import (
    Account,
    Amendment,
    AmendmentRevision,
    AmendmentState,
    Bill,
    EditionRow,
    FindingRow,
    Stage,
    Verdict,
    VerdictKind,
)

STATES: Final = ("open", "asked_again", "confirmed", "dismissed")
WAITING: Final = "waiting"
"""Not a state of its own: open or asked again, whatever still needs an answer."""
LEVELS: Final = ("region", "district", "city_district", "rural")
OUT: Final = (AmendmentState.REJECTED, AmendmentState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class BillFindings:
    """Instead of an edition: what the live amendments of a bill bring in («added»), take out or leave."""

    bill_id: int
    language: str
    change: str = "added"


Place = EditionRow | BillFindings


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """What a list of findings is narrowed to; None leaves a field open.

    `state` is "open", "asked_again", "confirmed", "dismissed" or "waiting" (the first two); `weight` is the least
    weight (1 low, 2 medium, 3 high); `article` an address («art_35»); `level` one of `LEVELS`; `change` only for
    amendments; `rule` the id of a rule.
    """

    factor: str | None = None
    weight: int | None = None
    article: str | None = None
    address: str | None = None
    state: str | None = None
    change: str | None = None
    level: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """A finding with the answer that counts (None while there is none) and who gave it.

    `former` is the last answer to these words in a provision that read otherwise, `former_by` who gave it.
    """

    finding: FindingRow
    verdict: Verdict | None
    by: Account | None
    former: Verdict | None = None
    former_by: Account | None = None

    @property
    def state(self) -> str:
        """ "open", "asked_again", "confirmed" or "dismissed"."""
        if self.verdict is not None:
            return self.verdict.kind.value
        if self.former is not None and self.former.kind is not VerdictKind.OPEN:
            return "asked_again"
        return "open"


@dataclass(frozen=True, slots=True)
class FindingCounts:
    """Counts of findings for filters and the heat map."""

    total: int = 0
    by_factor: dict[str, int] = field(default_factory=dict)
    by_state: dict[str, int] = field(default_factory=dict)
    by_article: dict[tuple[str, str], int] = field(default_factory=dict)
    """(article, factor) → how many."""

    @property
    def waiting(self) -> int:
        """How many need an answer: open, or asked again."""
        return self.by_state.get("open", 0) + self.by_state.get("asked_again", 0)


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that are alike in everything that a list is narrowed by, and how many they are."""

    article: str
    factor: str
    weight: int
    levels: str
    state: str
    count: int

    def fits(self, narrowed: FindingFilter) -> bool:
        """Whether a list narrowed so has these."""
        return (
            narrowed.factor in (None, self.factor)
            and narrowed.article in (None, self.article)
            and self.weight >= (narrowed.weight or 0)
            and (narrowed.level is None or f",{narrowed.level}," in self.levels)
            and (narrowed.state is None or self.state in _states(narrowed.state))
        )


@dataclass(frozen=True, slots=True)
class Groups:
    """All findings of an edition or a bill in groups: every count beside a filter comes from here."""

    groups: tuple[Group, ...]

    def count(self, narrowed: FindingFilter, **changed: Any) -> int:
        """How many a list would have with some filters changed: what is said beside a choice is what it gives."""
        wanted = replace(narrowed, **changed)
        return sum(group.count for group in self.groups if group.fits(wanted))

    def counts(self, narrowed: FindingFilter) -> FindingCounts:
        """All counts after a filter."""
        return _counted([group for group in self.groups if group.fits(narrowed)])


def list_findings(
    session: Session, place: Place, narrowed: FindingFilter | None = None, paging: Paging | None = None
) -> Page[FindingEntry]:
    """Findings of an edition, or of a bill's amendments, in the law's order. Two queries, whatever the length."""
    query = _with_verdict().where(*_within(place), *_conditions(narrowed))
    page = fetch_page(session, query.order_by(*_ORDER), paging or Paging())
    return page.of([FindingEntry(*row) for row in page.items])


def all_findings(session: Session, place: Place, narrowed: FindingFilter | None = None) -> list[FindingEntry]:
    """The same without pages. One query."""
    query = _with_verdict().where(*_within(place), *_conditions(narrowed))
    return [FindingEntry(*row) for row in session.exec(query.order_by(*_ORDER)).all()]


def amendment_findings(session: Session, amendment_id: int, language: str) -> list[FindingEntry]:
    """Findings of an amendment's latest revision in one language: added, removed and kept."""
    query = (
        _with_verdict()
        .join(AmendmentRevision, col(AmendmentRevision.id) == col(FindingRow.revision_id))
        .join(Amendment, col(Amendment.id) == col(AmendmentRevision.amendment_id))
        .where(
            Amendment.id == amendment_id,
            col(AmendmentRevision.number) == col(Amendment.revision),
            FindingRow.language == language,
        )
    )
    return [FindingEntry(*row) for row in session.exec(query.order_by(*_ORDER)).all()]


def group_findings(session: Session, place: Place) -> Groups:
    """The findings of an edition or a bill, grouped. One query."""
    columns = (FindingRow.article, FindingRow.factor, FindingRow.weight, FindingRow.levels, _STATE)
    query = (
        select(*columns, func.count())  # type: ignore[call-overload]  # more columns than the types know
        .outerjoin(Verdict, _COUNTS)
        .outerjoin(_FORMER, _FORMER_COUNTS)
        .where(*_within(place))
        .group_by(*columns)
    )
    return Groups(tuple(Group(*row) for row in session.exec(query).all()))


def count_findings(session: Session, place: Place, narrowed: FindingFilter | None = None) -> FindingCounts:
    """Counts for an edition or a bill (after the filter). One query."""
    query = (
        select(FindingRow.article, FindingRow.factor, _STATE, func.count())
        .outerjoin(Verdict, _COUNTS)
        .outerjoin(_FORMER, _FORMER_COUNTS)
        .where(*_within(place), *_conditions(narrowed))
        .group_by(col(FindingRow.article), col(FindingRow.factor), _STATE)
    )
    return _counted([Group(article, factor, 0, "", state, n) for article, factor, state, n in session.exec(query)])


def count_in_bills(
    session: Session, bill_ids: Collection[int | None], language: str
) -> dict[tuple[int | None, str], int]:
    """(Bill, change) → findings of its live amendments in a language. One query, however many bills there are."""
    query = (
        select(Amendment.bill_id, FindingRow.change, func.count())
        .join(AmendmentRevision, col(AmendmentRevision.id) == col(FindingRow.revision_id))
        .join(Amendment, col(Amendment.id) == col(AmendmentRevision.amendment_id))
        .where(col(Amendment.bill_id).in_(bill_ids), FindingRow.language == language, *_LIVE)
        .group_by(col(Amendment.bill_id), col(FindingRow.change))
    )
    return {(bill, change): count for bill, change, count in session.exec(query).all()}


def count_waiting(
    session: Session, language: str, on: date, over: Collection[Stage] = ()
) -> tuple[dict[int, int], dict[int, int]]:
    """Findings that need an answer: act → in its edition in force on a day, bill → brought in by its live amendments.

    Two queries, however many acts and bills there are; those without any, and bills in a stage of `over`, are left out.
    """
    newest = (
        select(EditionRow.act_id, func.max(EditionRow.in_force_from).label("start"))
        .where(EditionRow.language == language, col(EditionRow.draft).is_(False), EditionRow.in_force_from <= on)
        .group_by(col(EditionRow.act_id))
        .subquery()
    )
    acts = (
        _waiting(EditionRow.act_id)
        .join(EditionRow, col(EditionRow.id) == col(FindingRow.edition_id))
        .join(newest, and_(newest.c.act_id == EditionRow.act_id, newest.c.start == EditionRow.in_force_from))
        .where(EditionRow.language == language)
    )
    bills = (
        _waiting(Amendment.bill_id)
        .join(AmendmentRevision, col(AmendmentRevision.id) == col(FindingRow.revision_id))
        .join(Amendment, col(Amendment.id) == col(AmendmentRevision.amendment_id))
        .join(Bill, col(Bill.id) == col(Amendment.bill_id))
        .where(
            col(AmendmentRevision.number) == col(Amendment.revision),
            col(Amendment.state).not_in(OUT),
            col(Bill.stage).not_in(over),
            FindingRow.language == language,
            FindingRow.change == "added",
        )
    )
    return dict(session.execute(acts).all()), dict(session.execute(bills).all())


def history_counts(
    session: Session, act_id: int, language: str, article: str | None = None
) -> dict[int, dict[str, int]]:
    """Edition (its row id) → factor → how many findings, dismissed ones left out. One query."""
    query = (
        select(col(FindingRow.edition_id), FindingRow.factor, func.count())
        .outerjoin(Verdict, _COUNTS)
        .where(FindingRow.act_id == act_id, FindingRow.language == language, col(FindingRow.edition_id).is_not(None))
        .where(func.coalesce(type_coerce(col(Verdict.kind), String), "") != VerdictKind.DISMISSED.value)
        .group_by(col(FindingRow.edition_id), col(FindingRow.factor))
    )
    if article is not None:
        query = query.where(FindingRow.article == article)
    found: dict[int, dict[str, int]] = {}
    for edition, factor, count in session.exec(query).all():
        found.setdefault(edition or 0, {})[factor] = count
    return found


def get_finding(session: Session, finding_id: int) -> FindingEntry:
    """One finding. Raises NotFound("finding_not_found")."""
    row = session.exec(_with_verdict().where(FindingRow.id == finding_id)).first() if 0 < finding_id <= MAX_ID else None
    if row is None:
        raise NotFound("finding_not_found", finding=finding_id)
    return FindingEntry(*row)


_FORMER = aliased(Verdict, name="former")
_FORMER_BY = aliased(Account, name="former_by")
_COUNTS = and_(col(Verdict.fingerprint) == col(FindingRow.fingerprint), col(Verdict.latest).is_(True))
_FORMER_COUNTS = and_(col(_FORMER.lineage) == col(FindingRow.lineage), col(_FORMER.newest).is_(True))
_ORDER = (col(FindingRow.position), col(FindingRow.start), col(FindingRow.id))
_STATE: Any = case(
    (col(Verdict.kind).is_not(None), type_coerce(col(Verdict.kind), String)),
    (
        type_coerce(col(_FORMER.kind), String).in_([VerdictKind.CONFIRMED.value, VerdictKind.DISMISSED.value]),
        "asked_again",
    ),
    else_="open",
)


def _waiting(by: Any) -> Any:
    """How many need an answer, by a column of what is joined to it."""
    return (
        select(by, func.count())
        .select_from(FindingRow)
        .outerjoin(Verdict, _COUNTS)
        .outerjoin(_FORMER, _FORMER_COUNTS)
        .where(_STATE.in_(_states(WAITING)))
        .group_by(by)
    )


def _with_verdict() -> Any:
    return (
        select(FindingRow, Verdict, Account, _FORMER, _FORMER_BY)  # type: ignore[call-overload]
        .outerjoin(Verdict, _COUNTS)
        .outerjoin(Account, col(Account.id) == col(Verdict.by_id))
        .outerjoin(_FORMER, _FORMER_COUNTS)
        .outerjoin(_FORMER_BY, col(_FORMER_BY.id) == col(_FORMER.by_id))
    )


_LIVE = (col(AmendmentRevision.number) == col(Amendment.revision), col(Amendment.state).not_in(OUT))
"""The latest wordings of amendments that are neither rejected nor withdrawn."""


def _within(place: Place) -> list[Any]:
    if isinstance(place, EditionRow):
        return [FindingRow.edition_id == place.id]
    revisions = (
        select(AmendmentRevision.id)
        .join(Amendment, col(Amendment.id) == col(AmendmentRevision.amendment_id))
        .where(Amendment.bill_id == place.bill_id, *_LIVE)
    )
    return [
        col(FindingRow.revision_id).in_(revisions),
        FindingRow.language == place.language,
        FindingRow.change == place.change,
    ]


def _conditions(narrowed: FindingFilter | None) -> list[Any]:
    if narrowed is None:
        return []
    conditions: list[Any] = []
    for column, value in (
        (FindingRow.factor, narrowed.factor),
        (FindingRow.article, narrowed.article),
        (FindingRow.address, narrowed.address),
        (FindingRow.change, narrowed.change),
        (FindingRow.rule, narrowed.rule),
    ):
        if value is not None:
            conditions.append(col(column) == value)
    if narrowed.weight is not None:
        conditions.append(col(FindingRow.weight) >= narrowed.weight)
    if narrowed.level is not None:
        if narrowed.level not in LEVELS:
            raise Invalid("finding_level", field="level", given=narrowed.level[:20], known=", ".join(LEVELS))
        conditions.append(col(FindingRow.levels).contains(f",{narrowed.level},", autoescape=True))
    if narrowed.state is not None:
        conditions.append(_STATE.in_(_states(narrowed.state)))
    return conditions


def _states(state: str) -> tuple[str, ...]:
    if state == WAITING:
        return ("open", "asked_again")
    if state not in STATES:
        raise Invalid("finding_state", field="state", given=state[:20], known=", ".join((*STATES, WAITING)))
    return (state,)


def _counted(groups: Sequence[Group]) -> FindingCounts:
    factors: Counter[str] = Counter()
    states: Counter[str] = Counter()
    articles: Counter[tuple[str, str]] = Counter()
    for group in groups:
        factors[group.factor] += group.count
        states[group.state] += group.count
        articles[group.article, group.factor] += group.count
    return FindingCounts(factors.total(), dict(factors), dict(states), dict(articles))
