"""Comments on acts, editions, provisions, bills and amendments, with answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, select

from service.clock import now, today
from service.errors import Invalid, NotFound
from service.store.acts import get_act
from service.store.audit import Action, Actor, record
from service.store.bills import get_bill
from service.store.editions import edition_row_at, get_edition_row, load_edition
from service.store.effects import amendment_effect
from service.store.fields import plain
from service.store.findings import get_finding
from service.store.paging import MAX_ID, Page, Paging, fetch_page
from service.store.places import check_quote
from service.store.tables import Account, Act, Amendment, Comment, EditionRow

MAX_TEXT = 10_000
MAX_QUOTE = 2_000
LANGUAGES = ("ru", "kk")


@dataclass(frozen=True, slots=True)
class Target:
    """What a comment is about. Exactly one of `act_code`, `bill_number`, `amendment_id`, `finding_id` is set.

    With `act_code`: `edition_date` (with the comment's language) names an edition, `address` a provision of it
    (of the edition in force today where no date is given). With `amendment_id`: `address` may name a provision
    of its outcome. With `finding_id`: the words that the finding tags, in every edition that has them.
    """

    act_code: str | None = None
    edition_date: date | None = None
    address: str = ""
    bill_number: str | None = None
    amendment_id: int | None = None
    finding_id: int | None = None


@dataclass(frozen=True, slots=True)
class CommentEntry:
    """A comment with its author and its answers (oldest first; answers of answers stand there too)."""

    comment: Comment
    author: Account
    replies: list[CommentEntry] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What may be shown: nothing of a comment that was taken back."""
        return "" if self.comment.withdrawn_at else self.comment.text

    @property
    def quote(self) -> str:
        """The words it hangs on; nothing once it was taken back."""
        return "" if self.comment.withdrawn_at else self.comment.quote


def list_comments(
    session: Session, target: Target, paging: Paging | None = None, *, language: str | None = None
) -> Page[CommentEntry]:
    """Comments on a target, oldest first, answers under each. Paged by first comments.

    With an act or edition and no address: those on its provisions too; with an address: those on everything
    under it too. A fixed number of queries.
    """
    query = _with_author().where(col(Comment.parent_id).is_(None), *_conditions(session, target))
    if language is not None:
        query = query.where(Comment.language == language)
    page = fetch_page(session, query.order_by(col(Comment.id)), paging or Paging())
    return page.of(_with_replies(session, page.items))


def recent_comments(session: Session, paging: Paging | None = None) -> Page[CommentEntry]:
    """All comments and answers, newest first, not nested; those taken back are left out."""
    query = _with_author().where(col(Comment.withdrawn_at).is_(None)).order_by(col(Comment.id).desc())
    page = fetch_page(session, query, paging or Paging())
    return page.of([CommentEntry(*row) for row in page.items])


def get_comment(session: Session, comment_id: int) -> CommentEntry:
    """One comment (one taken back too) with its answers. Raises NotFound("comment_not_found")."""
    row = session.exec(_with_author().where(Comment.id == comment_id)).first() if 0 < comment_id <= MAX_ID else None
    if row is None:
        raise NotFound("comment_not_found", comment=comment_id)
    return _with_replies(session, [row])[0]


def create_comment(
    session: Session,
    actor: Actor,
    target: Target,
    *,
    author_id: int,
    language: str,
    text: str,
    quote: str = "",
    at: datetime | None = None,
) -> CommentEntry:
    """Add a comment; `at` is when it was made, where it is brought in from elsewhere.

    Raises NotFound for an unknown target or address, Invalid("comment_target") unless exactly one thing is
    named, Invalid("comment_empty"), TooLarge("field_too_long") over 10,000 characters,
    Invalid("quote_not_found") when the quoted words do not stand at the address.
    """
    comment = _draft(author_id, language, text, at)
    comment.quote = plain(quote, "quote", MAX_QUOTE)
    _aim(session, comment, target)
    return _keep(session, actor, comment)


def reply(
    session: Session,
    actor: Actor,
    comment_id: int,
    *,
    author_id: int,
    language: str,
    text: str,
    at: datetime | None = None,
) -> CommentEntry:
    """Answer a comment. Raises NotFound("comment_not_found"), and for the text as `create_comment` does."""
    parent = get_comment(session, comment_id).comment
    comment = _draft(author_id, language, text, at)
    comment.act_id, comment.edition_id, comment.address = parent.act_id, parent.edition_id, parent.address
    comment.bill_id, comment.amendment_id, comment.finding = parent.bill_id, parent.amendment_id, parent.finding
    comment.parent_id, comment.thread_id = parent.id, parent.thread_id or parent.id
    return _keep(session, actor, comment)


def withdraw_comment(session: Session, actor: Actor, comment_id: int) -> None:
    """Take a comment back; its text is no longer shown, its place stays. Doing it again changes nothing."""
    comment = get_comment(session, comment_id).comment
    if comment.withdrawn_at is None:
        comment.withdrawn_at = now()
        session.add(comment)
        record(session, actor, Action.COMMENT_WITHDRAWN, f"comment/{comment_id}")


def _draft(author_id: int, language: str, text: str, at: datetime | None) -> Comment:
    if language not in LANGUAGES:
        raise Invalid("unknown_language", field="language", given=language[:20])
    words = plain(text, "text", MAX_TEXT)
    if not words:
        raise Invalid("comment_empty", field="text")
    return Comment(author_id=author_id, language=language, text=words, created_at=at or now())


def _aim(session: Session, comment: Comment, target: Target) -> None:
    """Point the comment at its target, checking that it is there and that the quoted words stand in it."""
    named = (target.act_code, target.bill_number, target.amendment_id, target.finding_id)
    if sum(thing is not None for thing in named) != 1:
        raise Invalid("comment_target", field="target")
    if target.bill_number is not None:
        comment.bill_id = get_bill(session, target.bill_number).bill.id
        if target.address or comment.quote:
            raise Invalid("comment_place", field="address")
    elif target.finding_id is not None:
        _aim_at_finding(session, comment, target)
    elif target.amendment_id is not None:
        _aim_at_amendment(session, comment, target.amendment_id, target.address)
    else:
        _aim_at_act(session, comment, target)


def _aim_at_finding(session: Session, comment: Comment, target: Target) -> None:
    """The comment hangs on the tagged words; where they stand is known from the finding."""
    if target.address or comment.quote:
        raise Invalid("comment_place", field="address")
    finding = get_finding(session, target.finding_id or 0).finding
    comment.finding, comment.quote = finding.lineage, finding.quote[:MAX_QUOTE]


def _aim_at_act(session: Session, comment: Comment, target: Target) -> None:
    act = get_act(session, target.act_code or "")
    comment.act_id = act.id
    if target.edition_date is None and not target.address and not comment.quote:
        return
    row = _edition_row(session, act, comment.language, target.edition_date)
    comment.edition_id, comment.address = row.id, target.address
    check_quote(load_edition(session, row), target.address, comment.quote)


def _edition_row(session: Session, act: Act, language: str, on: date | None) -> EditionRow:
    if on is None:
        return edition_row_at(session, act, language, today())
    return get_edition_row(session, act, language, on)


def _aim_at_amendment(session: Session, comment: Comment, amendment_id: int, address: str) -> None:
    if not 0 < amendment_id <= MAX_ID or session.get(Amendment, amendment_id) is None:
        raise NotFound("amendment_not_found", amendment=amendment_id)
    comment.amendment_id, comment.address = amendment_id, address
    if address or comment.quote:
        effect = amendment_effect(session, amendment_id, comment.language)
        # words that the amendment removes are quoted from the base edition
        places = [edition for edition in (effect.edition, effect.base) if edition is not None]
        for number, edition in enumerate(places, start=1):
            try:
                check_quote(edition, address, comment.quote)
                return
            except (NotFound, Invalid):
                if number == len(places):
                    raise


def _keep(session: Session, actor: Actor, comment: Comment) -> CommentEntry:
    session.add(comment)
    session.flush()
    record(session, actor, Action.COMMENT_CREATED, f"comment/{comment.id}", address=comment.address)
    return CommentEntry(comment, session.get_one(Account, comment.author_id))


def _conditions(session: Session, target: Target) -> list[Any]:
    conditions: list[Any] = []
    if target.bill_number is not None:
        conditions.append(Comment.bill_id == get_bill(session, target.bill_number).bill.id)
    if target.amendment_id is not None:
        conditions.append(Comment.amendment_id == target.amendment_id)
    if target.finding_id is not None:
        conditions.append(Comment.finding == get_finding(session, target.finding_id).finding.lineage)
    if target.act_code is not None:
        act = get_act(session, target.act_code)
        conditions.append(Comment.act_id == act.id)
        if target.edition_date is not None:
            editions = select(EditionRow.id).where(
                EditionRow.act_id == act.id, EditionRow.in_force_from == target.edition_date
            )
            conditions.append(col(Comment.edition_id).in_(editions))
    if target.address:
        under = col(Comment.address).startswith(f"{target.address}/", autoescape=True)
        conditions.append((col(Comment.address) == target.address) | under)
    return conditions


def _with_author() -> Any:
    return select(Comment, Account).join(Account, col(Account.id) == col(Comment.author_id))


def _with_replies(session: Session, rows: list[Any]) -> list[CommentEntry]:
    first = {comment.id: CommentEntry(comment, author) for comment, author in rows}
    query = _with_author().where(col(Comment.thread_id).in_(first)).order_by(col(Comment.id))
    for comment, author in session.exec(query).all():
        first[comment.thread_id].replies.append(CommentEntry(comment, author))
    return list(first.values())
