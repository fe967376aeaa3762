"""Amendments: list, look up, write, revise, vote."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func
from sqlmodel import Session, col, select

from service.clock import now
from service.errors import Conflict, Invalid, NotFound
from service.store.audit import Action, Actor, record
from service.store.fields import MAX_GROUNDS, MAX_INSTRUCTION, MAX_NOTE, MAX_TITLE, plain
from service.store.finding_rows import count_changes
from service.store.paging import MAX_ID, Page, Paging, fetch_page
from service.store.reading_revisions import read_revision
from service.store.tables import (
    Account,
    Amendment,
    AmendmentPlace,
    AmendmentRevision,
    AmendmentState,
    Bill,
    Comment,
    Decision,
    Vote,
    VoteValue,
)

OUT = frozenset({AmendmentState.REJECTED, AmendmentState.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class AmendmentEntry:
    """An amendment in a list, with what a list shows of it."""

    amendment: Amendment
    author: Account | None
    revision: AmendmentRevision
    comments: int
    findings: dict[str, dict[str, int]]
    """Findings in what it does to the text, by language and by change («added», «removed», «kept»)."""
    places: tuple[str, ...]
    """Addresses of the articles that it touches, in the law's order."""
    carried: bool = True
    """False where it was left behind when its bill moved to a newer edition."""
    taken_into: int | None = None
    """Number of the amendment whose joint text holds its words."""

    @property
    def counts(self) -> bool:
        """Whether it is part of what the bill orders: not rejected, withdrawn, left behind or held by another one."""
        return self.carried and self.amendment.taken_into_id is None and self.amendment.state not in OUT


@dataclass(frozen=True, slots=True)
class AmendmentDetail:
    """All that the page of one amendment needs, except its effect (`effects.amendment_effect`)."""

    amendment: Amendment
    bill: Bill
    author: Account | None
    revision: AmendmentRevision
    revisions: list[AmendmentRevision]
    """Oldest first."""
    decisions: list[tuple[Decision, Account | None]]
    """Newest first; the first one counts."""
    votes: dict[VoteValue, int]


@dataclass(frozen=True, slots=True)
class Wording:
    """What an author writes: instruction, title and grounds in both languages (plain text)."""

    instruction_ru: str
    instruction_kk: str
    title_ru: str = ""
    title_kk: str = ""
    grounds_ru: str = ""
    grounds_kk: str = ""
    note: str = ""
    guidance: Mapping[str, Any] | None = None
    """What was decided about reading the instructions (`guidance.stored`); None keeps what was decided before."""

    def checked(self) -> Wording:
        """The same wording, trimmed. Raises Invalid("amendment_empty"), TooLarge("field_too_long")."""
        if not (self.instruction_ru.strip() or self.instruction_kk.strip()):
            raise Invalid("amendment_empty", field="instruction_ru")
        return Wording(
            plain(self.instruction_ru, "instruction_ru", MAX_INSTRUCTION),
            plain(self.instruction_kk, "instruction_kk", MAX_INSTRUCTION),
            plain(self.title_ru, "title_ru", MAX_TITLE),
            plain(self.title_kk, "title_kk", MAX_TITLE),
            plain(self.grounds_ru, "grounds_ru", MAX_GROUNDS),
            plain(self.grounds_kk, "grounds_kk", MAX_GROUNDS),
            plain(self.note, "note", MAX_NOTE),
            self.guidance,
        )


def list_amendments(
    session: Session,
    bill: Bill,
    paging: Paging | None = None,
    *,
    state: AmendmentState | None = None,
    article: str | None = None,
    author_id: int | None = None,
) -> Page[AmendmentEntry]:
    """Amendments of a bill by number, filtered. A fixed number of queries, whatever the length.

    `article` is an address («art_35»): amendments whose operations touch that article.
    """
    query = _of_bill(bill)
    if state is not None:
        query = query.where(Amendment.state == state)
    if author_id is not None:
        query = query.where(Amendment.author_id == author_id)
    if article is not None:
        touching = select(AmendmentPlace.revision_id).where(AmendmentPlace.address == article)
        query = query.where(col(AmendmentRevision.id).in_(touching))
    page = fetch_page(session, query, paging or Paging())
    return page.of(_entries(session, bill, page.items))


def all_amendments(session: Session, bill: Bill) -> list[AmendmentEntry]:
    """All amendments of a bill by number. A fixed number of queries, whatever the length."""
    rows = session.exec(_of_bill(bill)).all()
    return _entries(session, bill, list(rows))


def get_amendment(session: Session, amendment_id: int) -> AmendmentDetail:
    """One amendment. Raises NotFound("amendment_not_found")."""
    amendment = session.get(Amendment, amendment_id) if 0 < amendment_id <= MAX_ID else None
    if amendment is None:
        raise NotFound("amendment_not_found", amendment=amendment_id)
    return _detail(session, amendment)


def get_amendment_by_number(session: Session, bill: Bill, number: int) -> AmendmentDetail:
    """One amendment by its number in the bill. Raises NotFound("amendment_not_found")."""
    query = select(Amendment).where(Amendment.bill_id == bill.id, Amendment.number == number)
    amendment = session.exec(query).first() if 0 < number <= MAX_ID else None
    if amendment is None:
        raise NotFound("amendment_not_found", amendment=number)
    return _detail(session, amendment)


def amendments_with_bills(session: Session, ids: Collection[int]) -> dict[int, tuple[Amendment, Bill]]:
    """Amendments by id, each with its bill, in one query; ids that name nothing are left out."""
    query = select(Amendment, Bill).join(Bill, col(Bill.id) == col(Amendment.bill_id))
    rows = session.exec(query.where(col(Amendment.id).in_(ids))).all() if ids else []
    return {amendment.id or 0: (amendment, bill) for amendment, bill in rows}


def create_amendment(
    session: Session,
    actor: Actor,
    bill: Bill,
    wording: Wording,
    *,
    author_id: int | None,
    number: int | None = None,
    at: datetime | None = None,
) -> Amendment:
    """Add an amendment with its first revision; `number` None takes the next free one.

    `at` is when it was made, where it is brought in from elsewhere.

    Raises Invalid("amendment_empty") when neither language has an instruction, TooLarge("field_too_long").
    """
    wording = wording.checked()
    taken = session.exec(select(func.max(Amendment.number)).where(Amendment.bill_id == bill.id)).one()
    moment = at or now()
    amendment = Amendment(
        bill_id=bill.id or 0,
        number=number if number is not None else (taken or 0) + 1,
        title_ru=wording.title_ru,
        title_kk=wording.title_kk,
        author_id=author_id,
        grounds_ru=wording.grounds_ru,
        grounds_kk=wording.grounds_kk,
        state=AmendmentState.PENDING,
        created_at=moment,
        changed_at=moment,
    )
    session.add(amendment)
    session.flush()
    _add_revision(session, actor, amendment, wording, moment)
    detail = {"guidance": dict(wording.guidance)} if wording.guidance else {}
    record(session, actor, Action.AMENDMENT_CREATED, f"amendment/{amendment.id}", bill=bill.number, **detail)
    return amendment


def revise_amendment(session: Session, actor: Actor, amendment_id: int, wording: Wording, *, version: int) -> Amendment:
    """Add a revision. `version` is the number the author saw; Conflict("amendment_changed") when it moved on."""
    wording = wording.checked()
    amendment = locked(session, amendment_id, version)
    if wording.guidance is None:
        # a decision about an order counts only while its words stay the same, so that all may be carried on
        wording = replace(wording, guidance=_detail(session, amendment).revision.guidance)
    amendment.title_ru, amendment.title_kk = wording.title_ru, wording.title_kk
    amendment.grounds_ru, amendment.grounds_kk = wording.grounds_ru, wording.grounds_kk
    amendment.revision += 1
    _add_revision(session, actor, amendment, wording, now())
    record(session, actor, Action.AMENDMENT_REVISED, f"amendment/{amendment_id}", revision=amendment.revision)
    return amendment


def vote(session: Session, actor: Actor, amendment_id: int, account_id: int, value: VoteValue) -> dict[VoteValue, int]:
    """Give or change a vote; returns the counts after it."""
    get_amendment_row(session, amendment_id)
    given = session.get(Vote, (amendment_id, account_id))
    if given is None:
        given = Vote(amendment_id=amendment_id, account_id=account_id, value=value, at=now())
    given.value, given.at = value, now()
    session.add(given)
    record(session, actor, Action.AMENDMENT_VOTED, f"amendment/{amendment_id}", value=value.value)
    return _votes(session, amendment_id)


def get_amendment_row(session: Session, amendment_id: int) -> Amendment:
    """The amendment's row alone. Raises NotFound("amendment_not_found")."""
    amendment = session.get(Amendment, amendment_id) if 0 < amendment_id <= MAX_ID else None
    if amendment is None:
        raise NotFound("amendment_not_found", amendment=amendment_id)
    return amendment


def written_by(session: Session, revision: AmendmentRevision) -> Account | None:
    """Who wrote a revision; None where it came from outside."""
    return session.get(Account, revision.by_id) if revision.by_id is not None else None


def locked(session: Session, amendment_id: int, version: int) -> Amendment:
    """The amendment, counted one change further; Conflict when it is not the version that was seen."""
    amendment = get_amendment_row(session, amendment_id)
    if amendment.version != version:
        raise Conflict("amendment_changed", seen=version, now=amendment.version)
    amendment.version += 1
    amendment.changed_at = now()
    session.add(amendment)
    return amendment


def _add_revision(session: Session, actor: Actor, amendment: Amendment, wording: Wording, at: datetime) -> None:
    revision = AmendmentRevision(
        amendment_id=amendment.id or 0,
        number=amendment.revision,
        base_date=session.get_one(Bill, amendment.bill_id).base_date,
        instruction_ru=wording.instruction_ru,
        instruction_kk=wording.instruction_kk,
        guidance=dict(wording.guidance) if wording.guidance else None,
        note=wording.note,
        by_id=actor.account_id,
        at=at,
    )
    session.add(revision)
    session.flush()
    read_revision(session, revision)


def _of_bill(bill: Bill) -> Any:
    """A bill's amendments by number, each with its author and its latest wording."""
    return (
        select(Amendment, Account, AmendmentRevision)
        .outerjoin(Account, col(Account.id) == col(Amendment.author_id))
        .join(AmendmentRevision, _latest())
        .where(Amendment.bill_id == bill.id)
        .order_by(col(Amendment.number))
    )


def _latest() -> Any:
    return and_(
        col(AmendmentRevision.amendment_id) == col(Amendment.id),
        col(AmendmentRevision.number) == col(Amendment.revision),
    )


def _entries(session: Session, bill: Bill, rows: list[Any]) -> list[AmendmentEntry]:
    amendments = [amendment.id for amendment, _, _ in rows]
    revisions = [revision.id for _, _, revision in rows]
    comments = _count(session, Comment.amendment_id, col(Comment.amendment_id).in_(amendments))
    findings = count_changes(session, revisions)
    taken = {amendment.taken_into_id for amendment, _, _ in rows} - {None}
    numbers = select(Amendment.id, Amendment.number).where(col(Amendment.id).in_(taken))
    hosts: dict[int | None, int] = dict(session.exec(numbers).all()) if taken else {}
    places: dict[int, list[str]] = {}
    query = select(AmendmentPlace).where(col(AmendmentPlace.revision_id).in_(revisions))
    for place in session.exec(query.order_by(col(AmendmentPlace.position))).all():
        places.setdefault(place.revision_id, []).append(place.address)
    return [
        AmendmentEntry(
            amendment,
            author,
            revision,
            comments.get(amendment.id, 0),
            findings.get(revision.id, {}),
            tuple(places.get(revision.id, ())),
            revision.base_date == bill.base_date,
            hosts.get(amendment.taken_into_id),
        )
        for amendment, author, revision in rows
    ]


def _detail(session: Session, amendment: Amendment) -> AmendmentDetail:
    query = select(AmendmentRevision).where(AmendmentRevision.amendment_id == amendment.id)
    revisions = list(session.exec(query.order_by(col(AmendmentRevision.number))).all())
    decisions = session.exec(
        select(Decision, Account)
        .outerjoin(Account, col(Account.id) == col(Decision.by_id))
        .where(Decision.amendment_id == amendment.id)
        .order_by(col(Decision.id).desc())
    ).all()
    return AmendmentDetail(
        amendment=amendment,
        bill=session.get_one(Bill, amendment.bill_id),
        author=session.get(Account, amendment.author_id) if amendment.author_id is not None else None,
        revision=revisions[-1],
        revisions=revisions,
        decisions=[(decision, account) for decision, account in decisions],
        votes=_votes(session, amendment.id or 0),
    )


def _votes(session: Session, amendment_id: int) -> dict[VoteValue, int]:
    counted = _count(session, Vote.value, col(Vote.amendment_id) == amendment_id)
    return {value: counted.get(value, 0) for value in VoteValue}


def _count(session: Session, by: Any, condition: Any) -> dict[Any, int]:
    session.flush()
    return dict(session.exec(select(by, func.count()).where(condition).group_by(by)).all())
