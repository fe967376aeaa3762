"""A few articles of an edition, to try amendments on: what they do there they do in the whole, at less cost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from amendments.law.edition import PREFIX, Edition
from amendments.law.provision import HEADED, Provision
from amendments.operations.model import Insert, Move, Operation, Renumber, Restate, Suspend

_HOLD_NO_ARTICLES = ("article", "annex", "preamble")
WHOLE = frozenset({""})
Units = Mapping[str, Provision]


class Extracts:
    """The articles, annexes and the preamble of an edition by address, put together as asked."""

    def __init__(self, base: Edition) -> None:
        self.base = base
        self._units: dict[str, Provision] = {}
        twice: set[str] = set()
        for address, unit in _outer(base.root):
            (twice.add(address) if address in self._units else self._units.update({address: unit}))
        for address in twice:
            del self._units[address]

    def named(self, operations: Sequence[Operation]) -> frozenset[str]:
        """The articles that an amendment names; `WHOLE` where it must be tried on the whole act."""
        found = [self.named_by(operation) for operation in operations]
        return WHOLE if WHOLE in found else frozenset().union(*found)

    def named_by(self, operation: Operation) -> frozenset[str]:
        """The articles in which alone an operation acts; `WHOLE` where it must be tried on the whole act."""
        address = operation.address
        alone = "/" not in address
        if alone and (isinstance(operation, Renumber) or _several(operation)):
            return WHOLE
        found = {address.split("/", 1)[0]}
        if isinstance(operation, Insert | Move) and operation.after:
            found.add(operation.after.split("/", 1)[0])
        if isinstance(operation, Move):
            found.add(operation.to.split("/", 1)[0])
        return frozenset(found) if self.has(found) else WHOLE

    def has(self, names: Iterable[str]) -> bool:
        """Whether each of the names is that of exactly one article, annex or preamble of the base."""
        return all(name in self._units for name in names)

    def of(self, names: Iterable[str], changed: Units | None = None, own: frozenset[str] = WHOLE) -> Edition:
        """An edition of the articles named, in a set order: those of its `own` as `changed` has them (`WHOLE`: all),
        the rest as the base has them. An article that went with a change is not there.
        """
        whole = own == WHOLE
        chosen = (
            changed.get(name) if changed is not None and (whole or name in own) else self._units.get(name)
            for name in sorted(names)
        )
        root = self.base.root.replace(children=tuple(unit for unit in chosen if unit is not None))
        return self.base.with_root(root)


def _several(operation: Operation) -> bool:
    """Whether one unit gives way to several."""
    if isinstance(operation, Suspend):
        return bool(operation.temporary[1:])
    return isinstance(operation, Restate) and bool(operation.new[1:])


def units_of(edition: Edition) -> Units:
    """The articles, annexes and the preamble of an edition by address."""
    return dict(_outer(edition.root))


def _outer(root: Provision) -> Iterator[tuple[str, Provision]]:
    """Units that hold no articles, with their addresses, through whatever sections and chapters hold them."""
    for child in root.children:
        if child.kind in _HOLD_NO_ARTICLES:
            yield f"{PREFIX[child.kind]}_{child.number}" if child.number else PREFIX[child.kind], child
        elif child.kind in HEADED:
            yield from _outer(child)
