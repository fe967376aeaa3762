"""Comments on acts, editions, provisions, bills and amendments, with answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from sqlmodel import Session

from service.store.audit import Actor
from service.store.paging import Page, Paging
from service.store.tables import Account, Comment

MAX_TEXT = 10_000
MAX_QUOTE = 2_000


@dataclass(frozen=True, slots=True)
class Target:
    """What a comment is about. Exactly one of `act_code`, `bill_number`, `amendment_id` is set.

    With `act_code`: `edition_date` (with the comment's language) names an edition, `address` a provision of it.
    With `amendment_id`: `address` may name a provision of its outcome.
    """

    act_code: str | None = None
    edition_date: date | None = None
    address: str = ""
    bill_number: str | None = None
    amendment_id: int | None = None


@dataclass(frozen=True, slots=True)
class CommentEntry:
    """A comment with its author and its answers (oldest first; answers of answers stand there too)."""

    comment: Comment
    author: Account
    replies: list[CommentEntry] = field(default_factory=list)


def list_comments(
    session: Session, target: Target, paging: Paging | None = None, *, language: str | None = None
) -> Page[CommentEntry]:
    """Comments on a target, oldest first, answers under each. Paged by top comments; a fixed number of queries.

    With an act or edition and no address: those on its provisions as well.
    """
    raise NotImplementedError


def recent_comments(session: Session, paging: Paging | None = None) -> Page[CommentEntry]:
    """All comments, newest first, without their answers nested."""
    raise NotImplementedError


def get_comment(session: Session, comment_id: int) -> CommentEntry:
    """One comment (withdrawn ones too) with its answers. Raises NotFound("comment_not_found")."""
    raise NotImplementedError


def create_comment(
    session: Session, actor: Actor, target: Target, *, author_id: int, language: str, text: str, quote: str = ""
) -> CommentEntry:
    """Add a comment.

    Raises NotFound for an unknown target or address, Invalid("comment_empty"), TooLarge("comment_too_long") over
    10,000 characters, Invalid("quote_not_found") when the quoted words do not stand in the provision.
    """
    raise NotImplementedError


def reply(session: Session, actor: Actor, comment_id: int, *, author_id: int, language: str, text: str) -> CommentEntry:
    """Answer a comment."""
    raise NotImplementedError


def withdraw_comment(session: Session, actor: Actor, comment_id: int) -> None:
    """Take a comment back; its text is no longer shown, its place stays."""
    raise NotImplementedError
