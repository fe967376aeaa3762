"""What rows of the desk speak of, looked up for all of them at once: a fixed number of queries."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlmodel import Session, SQLModel, col, select

from service.store.desk_changes import ANSWERED, DECIDED, EDITION, SAID
from service.store.desk_rows import DeskRow, Key
from service.store.desk_waiting import REPLY
from service.store.names import finding_ids
from service.store.tables import Account, Act, Amendment, Bill, Comment, Decision, EditionRow, Verdict

T = TypeVar("T", bound=SQLModel)


@dataclass(frozen=True, slots=True)
class Told:
    """Rows by their ids, and by the lineage of tagged words a finding to open."""

    bills: dict[int, Bill] = field(default_factory=dict)
    acts: dict[int, Act] = field(default_factory=dict)
    amendments: dict[int, Amendment] = field(default_factory=dict)
    accounts: dict[int, Account] = field(default_factory=dict)
    decisions: dict[int, Decision] = field(default_factory=dict)
    comments: dict[int, Comment] = field(default_factory=dict)
    verdicts: dict[int, Verdict] = field(default_factory=dict)
    editions: dict[int, EditionRow] = field(default_factory=dict)
    findings: dict[str, int] = field(default_factory=dict)


def told(session: Session, rows: Sequence[DeskRow], keys: Collection[Key]) -> Told:
    """Look up what rows and groups speak of. Nine queries at most."""
    comments = _by_id(session, Comment, {row.ref for row in rows if row.kind in (SAID, REPLY)})
    verdicts = _by_id(session, Verdict, {row.ref for row in rows if row.kind == ANSWERED})
    lineages = [one.finding for one in comments.values()] + [one.lineage for one in verdicts.values()]
    return Told(
        bills=_by_id(session, Bill, {bill for bill, _ in keys}),
        acts=_by_id(session, Act, {act for _, act in keys}),
        amendments=_by_id(session, Amendment, {row.amendment_id for row in rows}),
        accounts=_by_id(session, Account, {row.by_id for row in rows}),
        decisions=_by_id(session, Decision, {row.ref for row in rows if row.kind == DECIDED}),
        comments=comments,
        verdicts=verdicts,
        editions=_by_id(session, EditionRow, {row.ref for row in rows if row.kind == EDITION}),
        findings=finding_ids(session, lineages),
    )


def _by_id(session: Session, table: type[T], ids: Collection[int | None]) -> dict[int, T]:
    wanted = {one for one in ids if one is not None}
    if not wanted:
        return {}
    key: Any = col(table.id)  # type: ignore[attr-defined]
    found = session.exec(select(table).where(key.in_(wanted))).all()
    return {row.id: row for row in found}  # type: ignore[attr-defined]
