"""What people said, as pages show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from service.store.comments import CommentEntry
from service.web.presenters.people import person


@dataclass(frozen=True, slots=True)
class Said:
    """A comment with its answers."""

    id: int
    author: str
    position: str
    at: datetime
    text: str
    quote: str
    language: str
    withdrawn: bool
    mine: bool
    replies: tuple[Said, ...] = ()
    about: str = ""
    link: str = ""


def talk(entries: Sequence[CommentEntry], language: str, reader: int | None) -> list[Said]:
    """Comments with their answers; `reader` is the account that looks, so that it may take its own back."""
    return [said(entry, language, reader) for entry in entries]


def said(entry: CommentEntry, language: str, reader: int | None, about: str = "", link: str = "") -> Said:
    """One comment."""
    who, comment = person(entry.author, language), entry.comment
    return Said(
        id=comment.id or 0,
        author=who.name,
        position=who.position,
        at=comment.created_at,
        text=entry.text,
        quote=entry.quote,
        language=comment.language,
        withdrawn=comment.withdrawn_at is not None,
        mine=reader is not None and comment.author_id == reader,
        replies=tuple(said(reply, language, reader) for reply in entry.replies),
        about=about,
        link=link,
    )


def count(items: Sequence[Said]) -> int:
    """Comments and answers that were not taken back."""
    return sum((not item.withdrawn) + count(item.replies) for item in items)
