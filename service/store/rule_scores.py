"""What people's answers say about each rule: how many of its tags they confirm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import String, func, type_coerce
from sqlmodel import Session, col, select

from service.store.tables import FindingRow, Verdict, VerdictKind

ENOUGH_ANSWERS: Final = 5
"""Fewer answers say nothing about a rule."""
LEAST_PRECISION: Final = 0.8
"""A rule that people confirm less often than this is flagged to the staff of the chamber."""


@dataclass(frozen=True, slots=True)
class RuleScore:
    """Findings of one rule: words that it tags now, each counted once however many editions have them.

    `confirmed` and `dismissed` count the last answer to each of these words.
    """

    findings: int = 0
    confirmed: int = 0
    dismissed: int = 0

    @property
    def answered(self) -> int:
        """Words that were answered."""
        return self.confirmed + self.dismissed

    @property
    def precision(self) -> float | None:
        """The share of answers that confirm; None without an answer."""
        return self.confirmed / self.answered if self.answered else None

    @property
    def doubtful(self) -> bool:
        """True for a rule that people dismiss often: enough answers, too few of them confirming."""
        return self.answered >= ENOUGH_ANSWERS and (self.precision or 0.0) < LEAST_PRECISION


def rule_scores(session: Session) -> Mapping[str, RuleScore]:
    """Rule → its score. Two queries, however many findings there are."""
    distinct = func.count(func.distinct(col(FindingRow.lineage)))
    found = session.exec(select(FindingRow.rule, distinct).group_by(col(FindingRow.rule))).all()
    kind = type_coerce(col(Verdict.kind), String)
    answers: dict[tuple[str, str], int] = {}
    query = (
        select(FindingRow.rule, kind, distinct)
        .join(Verdict, col(Verdict.lineage) == col(FindingRow.lineage))
        .where(col(Verdict.newest).is_(True))
        .group_by(col(FindingRow.rule), kind)
    )
    for rule, answer, count in session.exec(query).all():
        answers[rule, answer] = count
    confirmed, dismissed = VerdictKind.CONFIRMED.value, VerdictKind.DISMISSED.value
    return {
        rule: RuleScore(count, answers.get((rule, confirmed), 0), answers.get((rule, dismissed), 0))
        for rule, count in found
    }
