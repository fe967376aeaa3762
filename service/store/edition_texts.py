"""Editions' texts in the database: a full one now and then, after it the differences of those stored next."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from operator import attrgetter

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from amendments.law.provision import Provision
from service.store.deltas import Damaged, Known, Node, Packed, build_tree, flatten, pack, unpack
from service.store.tables import EditionRow, EditionText

LONGEST = 32
"""Editions in a series. The last one is rebuilt by going through all of them, which must cost less than a reading.

Differences from farther back, to need fewer of them, were tried: they hold more paragraphs, and were slower and larger.
"""


def store_tree(session: Session, edition: EditionRow, root: Provision) -> None:
    """Store an edition's tree, as what differs from the one stored last in its act and language, or in full."""
    nodes = flatten(root)
    edition_id = edition.id or 0
    last = session.exec(
        select(EditionText.edition_id, EditionText.series_id, EditionText.step)
        .join(EditionRow, col(EditionRow.id) == col(EditionText.edition_id))
        .where(EditionRow.act_id == edition.act_id, EditionRow.language == edition.language)
        .order_by(col(EditionText.edition_id).desc())
        .limit(1)
    ).first()
    before, series, step = last or (0, edition_id, -1)
    base = _nodes(session, before) if 0 <= step < LONGEST - 1 else None
    packed = pack(nodes, base)
    if not packed.kept:
        series, step = edition_id, -1
    text = EditionText(edition_id=edition_id, series_id=series, step=step + 1, kept=packed.kept, brought=packed.brought)
    session.add(text)
    session.flush()


def load_tree(session: Session, edition_id: int, close: str) -> Provision:
    """Put an edition's tree together again; `close` is the raw text after its last provision. One query.

    Raises Damaged where what is stored gives no tree.
    """
    return build_tree(_nodes(session, edition_id), close)


def load_trees(session: Session, closes: Mapping[int, str]) -> dict[int, Provision]:
    """`load_tree` of several editions, given as id → `close`. They share what is the same in them. One query.

    Every series is gone through once, so that all editions of an act cost little more than its last one.
    """
    wanted = select(EditionText.series_id).where(col(EditionText.edition_id).in_(closes))
    rows = session.exec(
        select(EditionText)
        .where(col(EditionText.series_id).in_(wanted))
        .order_by(col(EditionText.series_id), col(EditionText.step))
    ).all()
    known: Known = {}
    trees: dict[int, Provision] = {}
    for _, series in groupby(rows, key=attrgetter("series_id")):
        nodes: list[Node] | None = None
        for place, text in enumerate(series):
            nodes = _next(nodes, place, text.step, Packed(text.kept, text.brought))
            if text.edition_id in closes:
                trees[text.edition_id] = build_tree(nodes, closes[text.edition_id], known)
    if len(trees) < len(closes):
        raise Damaged("no text is stored")
    return trees


def _nodes(session: Session, edition_id: int) -> list[Node]:
    wanted = aliased(EditionText)
    rows = session.exec(
        select(EditionText.step, EditionText.kept, EditionText.brought)
        .join(wanted, col(wanted.series_id) == col(EditionText.series_id))
        .where(col(wanted.edition_id) == edition_id, col(EditionText.step) <= col(wanted.step))
        .order_by(col(EditionText.step))
    ).all()
    nodes: list[Node] | None = None
    for place, (step, kept, brought) in enumerate(rows):
        nodes = _next(nodes, place, step, Packed(kept, brought))
    if nodes is None:
        raise Damaged("no text is stored")
    return nodes


def _next(before: list[Node] | None, place: int, step: int, packed: Packed) -> list[Node]:
    if step != place:
        raise Damaged(f"edition {place} of the series is missing")
    return unpack(packed, before)
