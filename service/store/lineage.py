"""Which words a finding is about, through editions and revisions: so that an answer stays with its words.

A finding has a *lineage*, the same as long as its words are found again, and a *fingerprint*, the same as long as
their provision reads as it did, letter by letter. The words are followed with the anchors of the operations hub.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from amendments.clarity.finding import Finding
from amendments.law.edition import Edition, address_of
from amendments.operations.anchors import Anchor, anchor, carry, relocate
from amendments.operations.mapping import Mapping
from service.store.tables import FindingRow


@dataclass(frozen=True, slots=True)
class Identity:
    """Lineage and fingerprint of a finding; `row_id` is the stored row that it was before, None for a new one."""

    lineage: str
    fingerprint: str
    row_id: int | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """A text whose findings are stored already; its words are followed into a later text."""

    edition: Edition
    rows: Sequence[FindingRow]


_Place = tuple[str, str]
"""Address and factor."""


def identify(
    edition: Edition,
    found: Sequence[Finding],
    *,
    own: Sequence[FindingRow] = (),
    earlier: Earlier | None = None,
    drafts: Sequence[FindingRow] = (),
) -> list[Identity]:
    """Identity of each finding of an edition.

    `own` are the rows stored for this very text (it is searched anew, by other rules), `earlier` the text it came
    from, `drafts` what earlier revisions of an amendment brought in. In this order they say which words these are;
    words that none of them knows begin a lineage of their own.
    """
    known = [_Known(own)]
    if earlier is not None:
        known.append(_carried(earlier, edition, found))
    if drafts:
        known.append(_relocated(drafts, edition))
    identities = []
    taken: set[str] = set()
    for finding in found:
        words = _words(edition, finding.address)
        lineage, row = "", None
        for one in known:
            match = one.match(finding)
            if match is not None and match.lineage not in taken:
                lineage, row = match.lineage, match if one is known[0] else None
                break
        lineage = lineage or _root(edition, finding, words)
        taken.add(lineage)
        same = row is not None and (row.start, row.end) == (finding.start, finding.end)
        fingerprint = row.fingerprint if row is not None and same else _print(lineage, finding, words)
        identities.append(Identity(lineage, fingerprint, row.id if row is not None else None))
    return identities


def in_place(edition: Edition, found: Iterable[Finding], rows: Sequence[FindingRow]) -> list[Identity]:
    """Identities of findings of a text whose rows are stored (what an amendment takes out of its base edition)."""
    findings = list(found)
    return [Identity(one.lineage, one.fingerprint) for one in identify(edition, findings, own=rows)]


class _Known:
    """Findings by where their words are now."""

    def __init__(self, rows: Iterable[FindingRow]) -> None:
        self.by_place: dict[_Place, list[tuple[int, int, FindingRow]]] = defaultdict(list)
        for row in rows:
            self.add(row.address, row.start, row.end, row)

    def add(self, address: str, start: int, end: int, row: FindingRow) -> None:
        self.by_place[address, row.factor].append((start, end, row))

    def match(self, finding: Finding) -> FindingRow | None:
        """The row whose words these are: the same characters, or else the first that shares some."""
        rows = self.by_place.get((finding.address, finding.factor), [])
        for start, end, row in rows:
            if (start, end) == (finding.start, finding.end):
                return row
        return next((row for start, end, row in rows if start < finding.end and finding.start < end), None)


def _carried(earlier: Earlier, edition: Edition, found: Sequence[Finding]) -> _Known:
    mapping = Mapping(earlier.edition, edition)
    known, lost = _Known(()), list[FindingRow]()
    for row in earlier.rows:
        mark = _anchor(earlier.edition, row)
        place = carry(mark, mapping).anchor if mark is not None else None
        if place is None:
            lost.append(row)
        else:
            known.add(place.address, place.start, place.end, row)
    _reworded(known, lost, mapping, found)
    return known


def _reworded(known: _Known, lost: Iterable[FindingRow], mapping: Mapping, found: Sequence[Finding]) -> None:
    """Words that went, where exactly one new finding of their kind stands in what their provision became."""
    gone: dict[_Place, list[FindingRow]] = defaultdict(list)
    for row in lost:
        path = mapping.old.path(row.address)
        kept = mapping.follow(path) if path is not None else None
        if kept is not None:
            gone[address_of(mapping.new, kept.path), row.factor].append(row)
    fresh: dict[_Place, list[Finding]] = defaultdict(list)
    for finding in found:
        if (finding.address, finding.factor) in gone and known.match(finding) is None:
            fresh[finding.address, finding.factor].append(finding)
    for place, findings in fresh.items():
        if len(findings) == len(gone[place]) == 1:
            known.add(place[0], findings[0].start, findings[0].end, gone[place][0])


def _relocated(drafts: Iterable[FindingRow], edition: Edition) -> _Known:
    known = _Known(())
    for row in drafts:
        place = relocate(Anchor(row.address, row.start, row.end, row.quote), edition).anchor
        if place is not None:
            known.add(place.address, place.start, place.end, row)
    return known


def _anchor(edition: Edition, row: FindingRow) -> Anchor | None:
    """The anchor of a stored finding; None where its text says something else there."""
    node = edition.at(row.address)
    if node is None or node.text[row.start : row.end] != row.quote:
        return None
    return anchor(edition, row.address, row.start, row.end)


def _words(edition: Edition, address: str) -> str:
    node = edition.at(address)
    return node.text if node is not None else ""


def _root(edition: Edition, finding: Finding, words: str) -> str:
    return _hash(
        edition.act, edition.language, finding.address, finding.factor, str(finding.start), str(finding.end), words
    )


def _print(lineage: str, finding: Finding, words: str) -> str:
    return _hash(lineage, str(finding.start), str(finding.end), words)


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
