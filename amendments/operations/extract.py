"""A few articles of an edition, to try amendments on: what they do there they do in the whole, at less cost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from amendments.law.edition import PREFIX, Edition
from amendments.law.provision import HEADED, Provision
from amendments.operations.model import Operation, Renumber, ReplaceThroughout, Restate

_HOLD_NO_ARTICLES = ("article", "annex", "preamble")
WHOLE = frozenset({""})


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
        found: set[str] = set()
        for operation in operations:
            if isinstance(operation, ReplaceThroughout) and not operation.address:
                return WHOLE
            for address in (operation.address, getattr(operation, "to", None), getattr(operation, "after", None)):
                if address is not None and (address or address is operation.address):
                    found.add(address.split("/", 1)[0])
            alone = "/" not in operation.address
            if alone and (isinstance(operation, Renumber) or (isinstance(operation, Restate) and operation.new[1:])):
                return WHOLE
        return frozenset(found) if self.has(found) else WHOLE

    def has(self, names: Iterable[str]) -> bool:
        """Whether each of the names is that of exactly one article, annex or preamble of the base."""
        return all(name in self._units for name in names)

    def of(self, names: Iterable[str], changed: Edition | None = None, own: frozenset[str] = WHOLE) -> Edition:
        """An edition of the articles named, as `changed` has those that are its `own`, the rest as the base has them.

        An article that went with a change is not there.
        """
        mine = dict(_outer(changed.root)) if changed is not None else {}
        whole = changed is not None and own == WHOLE
        chosen = (
            mine.get(name) if changed is not None and (whole or name in own) else self._units.get(name)
            for name in sorted(names)
        )
        root = self.base.root.replace(children=tuple(unit for unit in chosen if unit is not None))
        return self.base.with_root(root)


def _outer(root: Provision) -> Iterator[tuple[str, Provision]]:
    """Units that hold no articles, with their addresses, through whatever sections and chapters hold them."""
    for child in root.children:
        if child.kind in _HOLD_NO_ARTICLES:
            yield f"{PREFIX[child.kind]}_{child.number}" if child.number else PREFIX[child.kind], child
        elif child.kind in HEADED:
            yield from _outer(child)
