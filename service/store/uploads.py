"""Texts on their way to become editions: kept when they were read, looked at, then stored or thrown away."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Final

from sqlmodel import Session, col, delete, select

from amendments.law.edition import Edition
from amendments.sources.source import Source
from service.clock import now
from service.errors import Invalid, NotFound
from service.reading import MARK, refusing
from service.store.audit import Actor
from service.store.fields import plain
from service.store.importing import store_text
from service.store.paging import MAX_ID
from service.store.sources import EditionSource
from service.store.tables import Act, Upload

KEPT_FOR: Final = timedelta(days=1)
MOST: Final = 10
"""Uploads of one account that are kept at a time; the oldest make room."""
MAX_CAUSE: Final = 500
FIRST_DAY: Final = date(1900, 1, 1)


def keep_upload(
    session: Session,
    account_id: int,
    act: Act,
    given: Source,
    language: str,
    name: str,
    on: date | None,
    caused_by: str,
) -> Upload:
    """Keep a text that was read, for its owner to look at.

    Raises SourceRefused for a text that is no act or not in `language` ("": the text's own), with `field` "file".
    """
    with refusing(name, field="file"):
        edition = given.edition(language)
    row = Upload(
        account_id=account_id,
        act_id=act.id or 0,
        name=name[:200],
        form=given.form,
        language=edition.language,
        in_force_from=on,
        caused_by=caused_by[:MAX_CAUSE],
        text=given.text.removeprefix(MARK),
        remarks=list(given.remarks),
        at=now(),
    )
    session.add(row)
    session.flush()
    _make_room(session, account_id)
    return row


def get_upload(session: Session, account_id: int, act: Act, upload_id: int) -> Upload:
    """A kept text of this account. Raises NotFound("upload_not_found"), which is also what others are told."""
    row = session.get(Upload, upload_id) if 0 < upload_id <= MAX_ID else None
    if row is None or (row.account_id, row.act_id) != (account_id, act.id):
        raise NotFound("upload_not_found")
    return row


def edition_of(upload: Upload) -> Edition:
    """What the text was read as."""
    return _source(upload).edition(upload.language)


def change_upload(upload: Upload, on: date | None, caused_by: str) -> None:
    """Keep what was written beside the text; the transaction that `upload` belongs to stores it."""
    upload.in_force_from = on
    upload.caused_by = caused_by[:MAX_CAUSE]


def store_upload(session: Session, actor: Actor, act: Act, upload: Upload, on: date | None, caused_by: str) -> bool:
    """Make a kept text an edition and let the upload go; False where this very text was stored already.

    Raises Invalid("edition_date"), TooLarge("field_too_long"), Conflict("edition_differs") with `field` set.
    """
    if on is None or on < FIRST_DAY:
        raise Invalid("edition_date", field="on")
    cause = plain(caused_by, "caused_by", MAX_CAUSE)
    about = EditionSource(Path(upload.name or "text"), upload.language, on, cause)
    findings = store_text(session, act, about, _source(upload), actor)
    session.delete(upload)
    return findings is not None


def drop_upload(session: Session, upload: Upload) -> None:
    """Throw a kept text away."""
    session.delete(upload)


def _source(upload: Upload) -> Source:
    return Source(upload.text, upload.language, upload.form, {}, tuple(upload.remarks))


def _make_room(session: Session, account_id: int) -> None:
    """Throw away what is too old, and what is too much of this account."""
    session.connection().execute(delete(Upload).where(col(Upload.at) < now() - KEPT_FOR))
    mine = select(Upload.id).where(Upload.account_id == account_id).order_by(col(Upload.id).desc()).offset(MOST)
    old = list(session.exec(mine).all())
    if old:
        session.connection().execute(delete(Upload).where(col(Upload.id).in_(old)))
