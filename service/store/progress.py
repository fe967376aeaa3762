"""How far a bill has come, article by article: amendments by state, decided or waiting, in conflict.

An amendment of several articles is counted in each of them; `several` says how many such there are, so that the
numbers of the articles may exceed the total and nobody is misled.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from service.store.amendments import AmendmentEntry
from service.store.clashes import Clash
from service.store.tables import AmendmentState

NOWHERE = "none"
"""In place of an address: amendments that touch no article, or were not understood."""
ByNumber = Mapping[int, Sequence[Clash]]
"""Number of an amendment → its conflicts."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Some amendments of a bill counted: all, by state, and those in conflict with another one."""

    total: int
    states: Mapping[AmendmentState, int]
    clashing: int

    @property
    def waiting(self) -> int:
        """Those about which nothing was decided yet."""
        return self.states.get(AmendmentState.PENDING, 0)

    @property
    def postponed(self) -> int:
        """Those put off: neither waiting nor decided."""
        return self.states.get(AmendmentState.POSTPONED, 0)

    @property
    def decided(self) -> int:
        """Those with a final decision."""
        return self.total - self.waiting - self.postponed


@dataclass(frozen=True, slots=True)
class Progress:
    """The whole bill; each article by its address, in the order given; how many amendments touch several."""

    whole: Tally
    articles: Mapping[str, Tally]
    several: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which amendments of a bill a list shows. Empty words choose all."""

    state: str = ""
    article: str = ""
    clashing: bool = False

    def has(self, entry: AmendmentEntry, clashes: ByNumber) -> bool:
        """Whether the list shows an amendment."""
        return (
            self.state in ("", entry.amendment.state.value)
            and self.article in ("", *(entry.places or (NOWHERE,)))
            and (not self.clashing or in_conflict(entry, clashes, self.article))
        )


def by_number(clashes: Iterable[Clash]) -> ByNumber:
    """The conflicts of each amendment that has any."""
    found: dict[int, list[Clash]] = {}
    for clash in clashes:
        for number in (clash.first, clash.second):
            found.setdefault(number, []).append(clash)
    return found


def in_conflict(entry: AmendmentEntry, clashes: ByNumber, article: str = "") -> bool:
    """Whether an amendment conflicts with another one; with an article, whether it does there."""
    own = clashes.get(entry.amendment.number, ())
    return any(not article or article in clash.articles for clash in own)


def progress(entries: Sequence[AmendmentEntry], clashes: ByNumber, order: Mapping[str, int]) -> Progress:
    """Count a bill's amendments; `order` gives each address's place in the law, what it has not comes last."""
    places: dict[str, list[AmendmentEntry]] = {}
    for entry in entries:
        for place in entry.places or (NOWHERE,):
            places.setdefault(place, []).append(entry)
    known = sorted(places, key=lambda place: (place == NOWHERE, order.get(place, len(order)), place))
    return Progress(
        _tally(entries, clashes, ""),
        {place: _tally(places[place], clashes, place) for place in known},
        sum(len(entry.places) > 1 for entry in entries),
    )


def _tally(entries: Sequence[AmendmentEntry], clashes: ByNumber, article: str) -> Tally:
    return Tally(
        len(entries),
        Counter(entry.amendment.state for entry in entries),
        sum(in_conflict(entry, clashes, article) for entry in entries),
    )
