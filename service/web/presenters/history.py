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
    """One decision: what, why, who, when, about which revision."""

    state: str
    words: str
    reason: str
    by: str
    at: datetime
    revision: int


def decision_lines(decisions: Sequence[tuple[Decision, Account | None]], language: str) -> list[DecisionLine]:
    """Decisions as a page shows them."""
    return [
        DecisionLine(
            decision.state.value,
            str(STATES[decision.state]),
            in_language(decision.reason_ru, decision.reason_kk, language),
            name_of(account, language),
            decision.at,
            decision.revision,
        )
        for decision, account in decisions
    ]
