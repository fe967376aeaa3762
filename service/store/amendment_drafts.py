"""Nothing typed is lost: what people have in the forms of amendments, kept until it is saved or thrown away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from sqlmodel import Session, col, delete, select

from service.clock import now
from service.store.paging import MAX_ID
from service.store.tables import Account, AmendmentDraft, AmendmentPresence

KEPT_FOR: Final = timedelta(days=30)
"""Drafts that nobody has touched for longer are thrown away when a draft is kept."""
MOST: Final = 20
"""Drafts of one account for one amendment; the oldest make room."""
HERE_FOR: Final = timedelta(minutes=2)
"""Who has the form open asks for it, or shows what was typed, at least so often."""


def keep_draft(
    session: Session, account_id: int, amendment_id: int, content: Mapping[str, Any], *, revision: int,
    draft_id: int = 0, serial: int = 0,
) -> AmendmentDraft:  # fmt: skip
    """Keep what was typed; `draft_id` and `serial` are those that the form came with, 0 for a new one.

    Where another tab has kept something else under them since, this becomes a draft of its own: neither is lost.
    """
    row = get_draft(session, account_id, amendment_id, draft_id)
    if row is not None and row.content == content and row.revision == revision:
        return row
    if row is None or row.serial != serial:
        row = AmendmentDraft(account_id=account_id, amendment_id=amendment_id, serial=0, revision=revision, at=now())
    row.content = dict(content)
    row.serial += 1
    row.revision = revision
    row.at = now()
    session.add(row)
    session.flush()
    _make_room(session, account_id, amendment_id)
    return row


def get_draft(session: Session, account_id: int, amendment_id: int, draft_id: int) -> AmendmentDraft | None:
    """A draft of this account, None where there is none of that number: others' drafts are nobody else's business."""
    row = session.get(AmendmentDraft, draft_id) if 0 < draft_id <= MAX_ID else None
    return row if row is not None and (row.account_id, row.amendment_id) == (account_id, amendment_id) else None


def list_drafts(session: Session, account_id: int, amendment_id: int, *, joint: int = 0) -> list[AmendmentDraft]:
    """This account's drafts of an amendment, the last kept first.

    With `joint`, the id of another amendment, those of a joint text of the two; else those of its own wording.
    """
    rows = _drafts(session, account_id, amendment_id)
    return [row for row in rows if row.content.get("joint", 0) == joint]


def _drafts(session: Session, account_id: int, amendment_id: int) -> list[AmendmentDraft]:
    query = select(AmendmentDraft).where(
        AmendmentDraft.account_id == account_id,
        AmendmentDraft.amendment_id == amendment_id,
        col(AmendmentDraft.at) >= now() - KEPT_FOR,
    )
    return list(session.exec(query.order_by(col(AmendmentDraft.at).desc(), col(AmendmentDraft.id).desc())).all())


def drop_draft(session: Session, account_id: int, amendment_id: int, draft_id: int) -> bool:
    """Throw a draft away; False where it is gone already."""
    row = get_draft(session, account_id, amendment_id, draft_id)
    if row is not None:
        session.delete(row)
    return row is not None


def note_presence(session: Session, account_id: int, amendment_id: int) -> None:
    """Note that a person has the form of an amendment open now."""
    row = session.get(AmendmentPresence, (amendment_id, account_id))
    if row is None:
        row = AmendmentPresence(amendment_id=amendment_id, account_id=account_id, at=now())
    row.at = now()
    session.add(row)


def leave(session: Session, account_id: int, amendment_id: int) -> None:
    """Note that a person is done with the form of an amendment."""
    row = session.get(AmendmentPresence, (amendment_id, account_id))
    if row is not None:
        session.delete(row)


def others_here(session: Session, account_id: int, amendment_id: int) -> list[Account]:
    """Other people who had the form of an amendment open in the last two minutes, by name."""
    query = (
        select(Account)
        .join(AmendmentPresence, col(AmendmentPresence.account_id) == col(Account.id))
        .where(
            AmendmentPresence.amendment_id == amendment_id,
            AmendmentPresence.account_id != account_id,
            col(AmendmentPresence.at) >= now() - HERE_FOR,
        )
    )
    return list(session.exec(query.order_by(col(Account.name_ru))).all())


def _make_room(session: Session, account_id: int, amendment_id: int) -> None:
    session.connection().execute(delete(AmendmentDraft).where(col(AmendmentDraft.at) < now() - KEPT_FOR))
    old = [row.id for row in _drafts(session, account_id, amendment_id)[MOST:]]
    if old:
        session.connection().execute(delete(AmendmentDraft).where(col(AmendmentDraft.id).in_(old)))
