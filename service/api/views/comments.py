"""Comments: list, write, answer, take back."""

from __future__ import annotations

from datetime import date

from flask import Response, url_for
from pydantic import BaseModel, Field

from service import context
from service.api.answers import listing, one
from service.api.blueprint import deletes, reads, writes
from service.api.editions import edition_row, unknown_place
from service.api.models.comments import Comment, CommentList, NewComment, NewReply, comment, names_for
from service.api.problems import ApiError, UnknownPlace
from service.api.requests import Address, AnyQuery, BillNumber, Code, Id, PageQuery, TextLanguage
from service.api.tags import COMMENTS
from service.clock import today
from service.errors import NotFound
from service.security.current import account_id, can, current_actor
from service.security.permissions import Permission
from service.store.acts import get_act
from service.store.amendments import get_amendment_row
from service.store.comments import (
    CommentEntry,
    Target,
    create_comment,
    get_comment,
    list_comments,
    recent_comments,
    reply,
    withdraw_comment,
)
from service.store.editions import load_edition
from service.store.effects import base_edition


class CommentPath(BaseModel):
    """A comment."""

    comment: Id


class CommentsQuery(PageQuery):
    """Which comments: those on one act, bill, amendment or finding; of all, the newest, where none is named."""

    act: Code | None = Field(None, description="Comments on this act, its editions and provisions.")
    edition: date | None = Field(None, description="With act: only those on the editions that start on this date.")
    address: Address = Field("", description="With act or amendment: only those on this place and what is under it.")
    bill: BillNumber | None = Field(None, description="Comments on this bill.")
    amendment: Id | None = Field(None, description="Comments on this amendment.")
    finding: Id | None = Field(None, description="Comments on the words of this clarity finding.")
    language: TextLanguage | None = Field(None, description="Only comments in this language.")


@reads("/comments", CommentList, COMMENTS, problems=(404,))
def comments(query: CommentsQuery) -> Response:
    """List comments

    On one thing, oldest first, each with its answers; or, where nothing is named, all comments and answers, newest
    first and not nested.
    """
    session = context.reading()
    named = [name for name in ("act", "bill", "amendment", "finding") if getattr(query, name) is not None]
    if len(named) > 1 or (not named and (query.edition or query.address or query.language)):
        raise ApiError(422, "one_subject", field=named[-1] if named else "act")
    if named:
        target = Target(query.act, query.edition, query.address, query.bill, query.amendment, query.finding)
        if query.amendment is not None:
            get_amendment_row(session, query.amendment)
        page = list_comments(session, target, query.paging, language=query.language)
    else:
        page = recent_comments(session, query.paging)
    names = names_for(page.items)
    return listing(CommentList, page, lambda entry: comment(entry, names))


@reads("/comments/<comment>", Comment, COMMENTS, problems=(404,))
def one_comment(path: CommentPath, query: AnyQuery) -> Response:
    """Look up a comment

    With the answers to it.
    """
    return _shown(get_comment(context.reading(), path.comment))


@writes("/comments", Comment, COMMENTS, permission=Permission.COMMENT, problems=(404,))
def write_comment(query: AnyQuery, body: NewComment) -> Response:
    """Write a comment

    On an act (an edition, a provision, words of it), a bill or an amendment. The address must exist in the edition,
    and quoted words must stand there.
    """
    try:
        with context.writing() as session:
            made = create_comment(
                session,
                current_actor(),
                body.target,
                author_id=account_id(),
                language=body.language,
                text=body.text,
                quote=body.quote,
            )
    except NotFound as error:
        if error.code != "address_not_found":
            raise
        raise _with_nearest(body) from error
    return _shown(made, 201)


@writes("/comments/<comment>/replies", Comment, COMMENTS, permission=Permission.COMMENT, problems=(404,))
def write_reply(path: CommentPath, query: AnyQuery, body: NewReply) -> Response:
    """Answer a comment

    The answer stands under the first comment of the talk.
    """
    with context.writing() as session:
        made = reply(
            session,
            current_actor(),
            path.comment,
            author_id=account_id(),
            language=body.language,
            text=body.text,
        )
    return _shown(made, 201)


@deletes("/comments/<comment>", Comment, COMMENTS, permission=Permission.WITHDRAW_OWN_COMMENT, problems=(404,))
def take_comment_back(path: CommentPath, query: AnyQuery) -> Response:
    """Take a comment back

    Its words are no longer shown; its place stays, so that answers keep theirs. One's own, or anyone's for a
    moderator.
    """
    with context.writing() as session:
        found = get_comment(session, path.comment)
        if found.comment.author_id != account_id() and not can(Permission.MODERATE):
            raise ApiError(403, "not_an_own_comment")
        withdraw_comment(session, current_actor(), path.comment)
    return _shown(get_comment(context.reading(), path.comment))


def _shown(entry: CommentEntry, status: int = 200) -> Response:
    location = url_for("api.one_comment", comment=entry.comment.id) if status == 201 else None
    return one(comment(entry, names_for([entry])), status, location=location)


def _with_nearest(body: NewComment) -> UnknownPlace:
    """The mistake of commenting on a place that is not there, with the nearest ones that are."""
    if body.amendment is not None:
        return unknown_place(base_edition(context.reading(), body.amendment, body.language), body.address)
    act = get_act(context.reading(), body.act or "")
    row = edition_row(act, body.language, body.edition or today())
    return unknown_place(load_edition(context.reading(), row), body.address)
