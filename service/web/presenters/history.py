"""Decisions about an amendment, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from service.store.tables import Account, Decision
from service.web.presenters.bills import STATES
from service.web.presenters.people import in_language, name_of


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision: what, why, who, when, about which revision; whether it undid another, who undid it."""

    state: str
    words: str
    reason: str
    by: str
    at: datetime
    revision: int
    undoes: bool
    undone_by: str


def decision_lines(decisions: Sequence[tuple[Decision, Account | None]], language: str) -> list[DecisionLine]:
    """Decisions as a page shows them."""
    undone = {decision.undoes_id: name_of(account, language) for decision, account in decisions if decision.undoes_id}
    return [
        DecisionLine(
            decision.state.value,
            str(STATES[decision.state]),
            in_language(decision.reason_ru, decision.reason_kk, language),
            name_of(account, language),
            decision.at,
            decision.revision,
            decision.undoes_id is not None,
            undone.get(decision.id or 0, ""),
        )
        for decision, account in decisions
    ]
