"""Clarity findings: stored when a text comes in, listed with filters, answered by people."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlmodel import Session

from service.store.audit import Actor
from service.store.paging import Page, Paging
from service.store.tables import Account, EditionRow, FindingRow, Verdict, VerdictKind


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """What a list of findings is narrowed to; None leaves a field open.

    `state` is "open", "confirmed" or "dismissed"; `weight` is the least weight (0–1);
    `article` an address («art_35»); `change` only for amendments.
    """

    factor: str | None = None
    weight: float | None = None
    article: str | None = None
    address: str | None = None
    state: str | None = None
    change: str | None = None


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """A finding with the answer that counts (None while open) and who gave it."""

    finding: FindingRow
    verdict: Verdict | None
    by: Account | None

    @property
    def state(self) -> str:
        """"open", "confirmed" or "dismissed"."""
        if self.verdict is None or self.verdict.kind is VerdictKind.OPEN:
            return "open"
        return self.verdict.kind.value


@dataclass(frozen=True, slots=True)
class FindingCounts:
    """Counts of one edition's findings for filters and the heat map."""

    total: int = 0
    by_factor: dict[str, int] = field(default_factory=dict)
    by_state: dict[str, int] = field(default_factory=dict)
    by_article: dict[tuple[str, str], int] = field(default_factory=dict)
    """(article, factor) → how many."""


def list_findings(
    session: Session, edition: EditionRow, narrowed: FindingFilter | None = None, paging: Paging | None = None
) -> Page[FindingEntry]:
    """Findings of an edition in the law's order."""
    raise NotImplementedError


def amendment_findings(session: Session, amendment_id: int, language: str) -> list[FindingEntry]:
    """Findings of an amendment's latest revision in one language: added, removed and kept."""
    raise NotImplementedError


def count_findings(session: Session, edition: EditionRow, narrowed: FindingFilter | None = None) -> FindingCounts:
    """Counts for an edition (after the filter)."""
    raise NotImplementedError


def get_finding(session: Session, finding_id: int) -> FindingEntry:
    """One finding. Raises NotFound("finding_not_found")."""
    raise NotImplementedError


def decide_finding(session: Session, actor: Actor, finding_id: int, kind: VerdictKind, reason: str = "") -> FindingEntry:
    """Confirm, dismiss (reason needed: Invalid("reason_needed")) or take the answer back (OPEN). History is kept.

    The answer holds for the same words at the same place in every edition.
    """
    raise NotImplementedError


def verdict_history(session: Session, finding_id: int) -> list[tuple[Verdict, Account | None]]:
    """All answers to a finding, newest first."""
    raise NotImplementedError
