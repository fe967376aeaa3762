"""Reading a revision's instructions when it is written: its operations, the articles it touches, its findings."""

from __future__ import annotations

from sqlmodel import Session, col, select

from amendments.law.edition import Edition
from amendments.operations.model import Insert, Operation, Restate, to_json
from service.errors import NotFound
from service.store.effects import Effect, instruction_in, revision_effect
from service.store.finding_rows import article_of, store_amendment_findings
from service.store.tables import Act, Amendment, AmendmentPlace, AmendmentRevision, Bill

LANGUAGES = ("ru", "kk")


def read_revision(session: Session, revision: AmendmentRevision) -> None:
    """Read both languages' instructions of a stored revision and store what they order.

    An instruction that is not understood or refused is no error here: an author may save it half written; the
    amendment's page shows what is wrong with it.
    """
    act = session.exec(
        select(Act)
        .join(Bill, col(Bill.act_id) == col(Act.id))
        .join(Amendment, col(Amendment.bill_id) == col(Bill.id))
        .where(Amendment.id == revision.amendment_id)
    ).one()
    touched: dict[str, int] = {}
    for language in LANGUAGES:
        if not instruction_in(revision, language):
            continue
        try:
            effect = revision_effect(session, revision, language)
        except NotFound:  # the act has no text in this language to read it against
            continue
        operations = [to_json(operation) for operation in effect.operations]
        if language == "ru":
            revision.operations_ru = operations
        else:
            revision.operations_kk = operations
        articles = touched_articles(effect)
        touched = articles | touched
        if effect.edition is not None:
            store_amendment_findings(session, act, revision, effect.base, effect.edition, tuple(articles))
    session.add(revision)
    for address, position in touched.items():
        session.add(AmendmentPlace(revision_id=revision.id or 0, address=address, position=position))


def touched_articles(effect: Effect) -> dict[str, int]:
    """Articles (or first steps outside articles) that the operations touch → their place in the law."""
    places: dict[str, int] = {}
    for operation in effect.operations:
        for address in (operation.address, *_inserted(operation)):
            if not address:
                continue
            top = article_of(address) or address.split("/")[0]
            places.setdefault(top, _position(effect.edition or effect.base, top))
    return dict(sorted(places.items(), key=lambda item: item[1]))


def _inserted(operation: Operation) -> tuple[str, ...]:
    """Addresses of articles that an operation at the act or a chapter brings in."""
    if isinstance(operation, Insert):
        units = operation.units
    elif isinstance(operation, Restate):
        units = operation.new
    else:
        return ()
    return tuple(f"art_{unit.number}" for unit in units if unit.kind == "article" and unit.number)


def _position(edition: Edition, address: str) -> int:
    try:
        return edition.addresses.index(address)
    except ValueError:
        return len(edition)
