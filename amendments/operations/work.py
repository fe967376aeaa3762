"""A working copy of a tree that changes as operations would change it, to know addresses at each moment."""

from __future__ import annotations

from amendments.law.edition import child_addresses
from amendments.law.provision import Provision


class Work:
    """A provision at work. Children are unfolded only where something changes."""

    def __init__(self, unit: Provision, parent: Work | None = None) -> None:
        self.unit = unit
        self.kind = unit.kind
        self.number = unit.number
        self.parent = parent
        self._children: list[Work] | None = None
        self._names: dict[int, tuple[str, str]] | None = None
        self._named = ("", "")

    @property
    def children(self) -> list[Work]:
        """The children at this moment."""
        if self._children is None:
            self._children = [Work(child, self) for child in self.unit.children]
        return self._children

    def find(self, unit: Provision) -> Work:
        """The work that began as `unit`, anywhere below."""
        found = self._search(unit)
        if found is None:
            raise LookupError(f"{unit!r} is not in the tree")
        return found

    def _search(self, unit: Provision) -> Work | None:
        if self.unit is unit:
            return self
        for child in self.children:
            found = child._search(unit)
            if found is not None:
                return found
        return None

    @property
    def place(self) -> str:
        """The address by which units are put under this one: the first clause of a headed unit needs its own."""
        return self.address

    @property
    def address(self) -> str:
        """The canonical address at this moment."""
        return self._address()[0]

    def _address(self) -> tuple[str, str]:
        """(own address, base of the children's addresses)."""
        if self.parent is None:
            return "", ""
        return self.parent._child_names()[id(self)]

    def _child_names(self) -> dict[int, tuple[str, str]]:
        own, base = self._address()
        if self._names is None or self._named != (own, base):
            holder = _Holder(self.kind, self.children)
            self._names = {id(child): (address, inner) for child, address, inner in child_addresses(holder, base, own)}
            self._named = (own, base)
        return self._names

    def _changed(self) -> None:
        self._names = None

    # -- changes

    def become(self, unit: Provision) -> None:
        """The unit was restated."""
        self.number = unit.number
        self._children = [Work(child, self) for child in unit.children]
        self._changed()
        if self.parent is not None:
            self.parent._changed()

    def renumber(self, number: str) -> None:
        """The unit got another number."""
        self.number = number
        if self.parent is not None:
            self.parent._changed()

    def leave(self) -> None:
        """The unit went from its place."""
        if self.parent is not None:
            siblings = self.parent.children
            del siblings[next(i for i, child in enumerate(siblings) if child is self)]
            self.parent._changed()
            self.parent = None

    def insert(self, unit: Provision, placed: Work | None) -> Work:
        """A new unit came under this one, after `placed` (first, where it is None)."""
        return self.receive(Work(unit), placed)

    def receive(self, arriving: Work, placed: Work | None) -> Work:
        """A unit that left another place came under this one."""
        index = 0 if placed is None else next(i for i, child in enumerate(self.children) if child is placed) + 1
        arriving.parent = self
        self.children.insert(index, arriving)
        self._changed()
        return arriving


class _Holder:
    """A parent as `child_addresses` wants to see it."""

    __slots__ = ("children", "kind")

    def __init__(self, kind: str, children: list[Work]) -> None:
        self.kind = kind
        self.children = children
