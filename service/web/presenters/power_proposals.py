"""Proposals about powers as pages show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from flask_babel import lazy_gettext as _later

from amendments.powers import Proposal as Proposed
from service.store.proposals import ProposalEntry
from service.web.presenters.citation import cite_short
from service.web.presenters.people import name_of
from service.web.presenters.powers import body_name, level_names

KINDS: Final[Mapping[str, Any]] = {
    "keep": _later("keep"),
    "clarify": _later("clarify"),
    "exclude": _later("exclude"),
    "transfer": _later("transfer"),
    "add": _later("add"),
}
SOURCES: Final[Mapping[str, Any]] = {
    "akim": _later("an akim"),
    "deputy": _later("a deputy"),
    "government": _later("the Government or the chamber's staff"),
    "algorithm": _later("the algorithm"),
    "": _later("not known"),
}
STATES: Final[Mapping[str, Any]] = {
    "new": _later("waits"),
    "taken_up": _later("an amendment was made of it"),
    "declined": _later("declined"),
}


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A proposal: what, about what, why, by whom, as what, and what became of it."""

    id: int
    kind: str
    kind_name: str
    address: str
    place: str
    title: str
    text: str
    language: str
    goes: str
    author: str
    source: str
    state: str
    state_name: str
    reason: str
    amendment: int | None
    at: datetime | None


def proposal_line(entry: ProposalEntry, language: str) -> ProposalLine:
    """A stored proposal."""
    row = entry.proposal
    return ProposalLine(
        id=row.id or 0,
        kind=row.kind.value,
        kind_name=str(KINDS[row.kind.value]),
        address=row.address,
        place=cite_short(row.address, language),
        title=row.title,
        text=row.text,
        language=row.language,
        goes=target_name(row.to_level, row.to_body, language),
        author=name_of(entry.author, language),
        source=str(SOURCES[row.source.value]),
        state=row.state.value,
        state_name=str(STATES[row.state.value]),
        reason=row.reason,
        amendment=row.amendment_id,
        at=row.created_at,
    )


def advice_line(one: Proposed, language: str) -> ProposalLine:
    """What the algorithm proposes; nobody has taken it up yet."""
    return ProposalLine(
        id=0,
        kind=one.kind,
        kind_name=str(KINDS[one.kind]),
        address=one.address,
        place=cite_short(one.address, language),
        title=str(KINDS[one.kind]),
        text=one.grounds.get(language, ""),
        language=language,
        goes=target_name(one.level, one.body, language),
        author="",
        source=str(SOURCES["algorithm"]),
        state="new",
        state_name="",
        reason="",
        amendment=None,
        at=None,
    )


def target_name(level: str, body: str, language: str) -> str:
    """Who a power goes to, «акимат: район»; "" for nobody."""
    if not level:
        return ""
    return f"{body_name(body, language)}: {level_names((level,))}" if body else level_names((level,))
