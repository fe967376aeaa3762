"""Vague words on pages of the law: where they stand, and the card of the one that was asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from service.errors import NotFound
from service.store.database import Session
from service.store.findings import FindingEntry, get_finding
from service.store.findings import all_findings as stored_findings
from service.store.tables import EditionRow
from service.web.presenters.citation import anchor
from service.web.presenters.clarity import FACTOR_NAMES, FindingCard, card, level
from service.web.presenters.runs import Span
from service.web.shell import page_language


def all_findings(session: Session, row: EditionRow) -> list[FindingEntry]:
    """Every finding of an edition that nobody has dismissed, in the law's order. One query; no rule runs."""
    return [entry for entry in stored_findings(session, row) if entry.state != "dismissed"]


def vague_spans(entries: Iterable[FindingEntry], base: str) -> dict[str, list[Span]]:
    """Spans of vague words by address; each refers to the page `base` with its finding opened."""
    spans: dict[str, list[Span]] = {}
    for entry in entries:
        finding = entry.finding
        link = f"{base}finding={finding.id}#{anchor(finding.address)}"
        spans.setdefault(finding.address, []).append(Span(finding.start, finding.end, "vague", link))
    return spans


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in the margin: what is vague in the paragraph, how much it weighs, and where its note opens."""

    words: str
    weight: int
    state: str
    link: str


def margin_marks(entries: Iterable[FindingEntry], base: str) -> dict[str, list[Mark]]:
    """Marks beside the text by address; several findings of a kind in a paragraph give one mark."""
    marks: dict[str, dict[str, Mark]] = {}
    for entry in entries:
        finding = entry.finding
        link = f"{base}finding={finding.id}#{anchor(finding.address)}"
        mark = Mark(str(FACTOR_NAMES[finding.factor]), level(finding.weight), entry.state, link)
        marks.setdefault(finding.address, {}).setdefault(finding.factor, mark)
    return {address: list(found.values()) for address, found in marks.items()}


def finding_card(session: Session, finding_id: int, row: EditionRow) -> FindingCard | None:
    """The finding that was asked for, if it belongs to this edition."""
    if not 0 < finding_id < 2**31:
        return None
    try:
        entry = get_finding(session, finding_id)
    except NotFound:
        return None
    return card(entry, page_language()) if entry.finding.edition_id == row.id else None


def notes_by_change(
    session: Session, row: EditionRow, touched: Collection[str], base: str
) -> tuple[dict[str, list[Span]], dict[str, list[FindingCard]]]:
    """For the provisions that changed: spans of their vague words, and the notes beside them, by address."""
    spans: dict[str, list[Span]] = {}
    notes: dict[str, list[FindingCard]] = {}
    for entry in all_findings(session, row):
        finding = entry.finding
        if finding.address in touched:
            spans.setdefault(finding.address, []).append(
                Span(finding.start, finding.end, "vague", f"{base}#finding-{finding.id}")
            )
            notes.setdefault(finding.address, []).append(card(entry, page_language()))
    return spans, notes
