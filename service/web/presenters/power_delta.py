"""What a bill or a newer edition does to the register, as a page shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _later

from amendments.powers import Change, Delta, Duplicate, Power
from service.web.presenters.powers import STATES, holder_name, place_of

CHANGES: Final[Mapping[str, Any]] = {
    "added": _later("added"),
    "removed": _later("removed"),
    "moved": _later("moved"),
    "clearer": _later("made clearer"),
    "vaguer": _later("made vaguer"),
    "reworded": _later("reworded"),
    "holder": _later("given to another body"),
    "state": _later("state changed"),
    "text": _later("text around powers changed"),
}
CHIPS: Final[Mapping[str, str]] = {
    "added": "good", "removed": "bad", "moved": "moved", "clearer": "good", "vaguer": "vague", "holder": "moved",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """What happened at a provision: the powers before and after as (whose, words)."""

    kind: str
    kind_name: str
    chip: str
    address: str
    place: str
    to: str
    before: tuple[tuple[str, str], ...]
    after: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DeltaView:
    """The changes, how many there are of each kind, and duplications that appeared or went."""

    changes: tuple[ChangeLine, ...]
    counts: tuple[tuple[str, str, int], ...]
    made: tuple[tuple[str, str, str], ...]
    gone: tuple[tuple[str, str, str], ...]

    @property
    def empty(self) -> bool:
        """Whether the register stays as it is."""
        return not (self.changes or self.made or self.gone)


def delta_view(found: Delta, language: str) -> DeltaView:
    """A delta for a page in a language."""
    counts = Counter(change.kind for change in found.changes)
    return DeltaView(
        tuple(_change(one, language) for one in found.changes),
        tuple((kind, str(name), counts[kind]) for kind, name in CHANGES.items() if counts[kind]),  # type: ignore[index]
        tuple(_pair(one, language) for one in found.duplicates_made),
        tuple(_pair(one, language) for one in found.duplicates_gone),
    )


def _change(one: Change, language: str) -> ChangeLine:
    return ChangeLine(
        one.kind,
        str(CHANGES[one.kind]),
        CHIPS.get(one.kind, ""),
        one.address,
        place_of(one.address, language),
        place_of(one.to, language) if one.to else "",
        _said(one.old, language),
        _said(one.new, language),
    )


def _said(powers: Sequence[Power], language: str) -> tuple[tuple[str, str], ...]:
    return tuple((holder_name(one, language), one.words or _state(one)) for one in powers)


def _state(one: Power) -> str:
    state = str(STATES[one.state])
    return str(_("%(state)s since %(day)s", state=state, day=one.since.isoformat())) if one.since else state


def _pair(one: Duplicate, language: str) -> tuple[str, str, str]:
    return place_of(one.left.address, language), place_of(one.right.address, language), ", ".join(one.common)
