"""How vague the wording of provisions is, from stored findings: tells whether a power became clearer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import func
from sqlmodel import Session, col, select

from service.store.tables import EditionRow, FindingRow

_SIGNS: Final = {"added": 1.0, "removed": -1.0}


def vague_weights(session: Session, row: EditionRow) -> dict[str, float]:
    """Address → the weight of its findings in an edition. One query."""
    query = (
        select(FindingRow.address, func.sum(FindingRow.weight))
        .where(FindingRow.edition_id == row.id)
        .group_by(col(FindingRow.address))
    )
    return {address: float(weight) for address, weight in session.exec(query).all()}


def revision_weights(
    session: Session, base: Mapping[str, float], revisions: Sequence[int], language: str
) -> dict[str, float]:
    """The same after amendments: the base with what their revisions bring in and take away. One query."""
    query = (
        select(FindingRow.address, FindingRow.change, func.sum(FindingRow.weight))
        .where(col(FindingRow.revision_id).in_(revisions), FindingRow.language == language)
        .group_by(col(FindingRow.address), col(FindingRow.change))
    )
    found = dict(base)
    for address, change, weight in session.exec(query).all():
        found[address] = found.get(address, 0.0) + _SIGNS.get(change, 0.0) * weight
    return found
