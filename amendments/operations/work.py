"""A working copy of a tree that changes as operations would change it, to know addresses at each moment."""

from __future__ import annotations

from collections import Counter

from amendments.law.edition import FROM_ROOT, child_addresses
from amendments.law.provision import HEADED, Provision


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
    def address(self) -> str:
        """The canonical address at this moment."""
        return self._address()[0]

    def _address(self) -> tuple[str, str]:
        """(own address, base of the children's addresses)."""
        if self.parent is None:
            return "", ""
        address, inner = self.parent._child_names()[id(self)]
        if self.kind in FROM_ROOT and self.number and self._top.counts[self.kind, self.number] > 1:
            return self._top.full_names()[id(self)]
        return address, inner

    def _child_names(self) -> dict[int, tuple[str, str]]:
        own, base = self._address()
        if self._names is None or self._named != (own, base):
            self._named = (own, base)
            self._names = {}
            seen: Counter[str] = Counter()
            for child, address, inner in child_addresses(_Holder(self.kind, self.children), base, own):
                name, below = address, inner
                seen[name] += 1
                if seen[name] > 1:
                    name = below = f"{address}~{seen[address]}"
                self._names[id(child)] = (name, below)
                if child.kind == "clause" and below == base:
                    lent = child_addresses(_Holder(child.kind, child.children), base, name)
                    seen.update(taken for _, taken, _ in lent)
        return self._names

    @property
    def _top(self) -> Root:
        node = self
        while node.parent is not None:
            node = node.parent
        if not isinstance(node, Root):
            raise LookupError(f"{self.unit!r} has left the tree")
        return node

    def _changed(self) -> None:
        self._names = None

    # -- changes

    def become(self, unit: Provision) -> None:
        """The unit was restated."""
        top = self._top
        top.count(self, -1)
        self.number = unit.number
        self._children = [Work(child, self) for child in unit.children]
        top.count(self, 1)
        self._changed()
        if self.parent is not None:
            self.parent._changed()

    def renumber(self, number: str) -> None:
        """The unit got another number."""
        top = self._top
        top.count(self, -1, deep=False)
        self.number = number
        top.count(self, 1, deep=False)
        if self.parent is not None:
            self.parent._changed()

    def leave(self) -> None:
        """The unit went from its place."""
        if self.parent is not None:
            self._top.count(self, -1)
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
        self._top.count(arriving, 1)
        self._changed()
        return arriving


class Root(Work):
    """The act at work; it knows which numbers of articles and chapters stand more than once at this moment."""

    def __init__(self, unit: Provision) -> None:
        super().__init__(unit)
        self.counts: Counter[tuple[str, str]] = Counter()
        self._full: dict[int, tuple[str, str]] | None = None
        stack = list(unit.children)
        while stack:
            node = stack.pop()
            if node.kind in FROM_ROOT and node.number:
                self.counts[node.kind, node.number] += 1
            if node.kind in HEADED and node.kind != "article":
                stack.extend(node.children)

    def count(self, work: Work, by: int, *, deep: bool = True) -> None:
        """Headed units came or went with `work`."""
        self._full = None
        if work.kind in FROM_ROOT and work.number:
            self.counts[work.kind, work.number] += by
        if deep and work.kind in HEADED and work.kind != "article":
            for child in work.children:
                self.count(child, by)

    def full_names(self) -> dict[int, tuple[str, str]]:
        """Addresses of everything, as `walk` gives them; read only where numbers are not unique."""
        if self._full is None:
            self._full = {}
            self._name(self, "", "", Counter(), self._full)
        return self._full

    def _name(self, parent: Work, base: str, own: str, seen: Counter[str], names: dict[int, tuple[str, str]]) -> None:
        for child, address, inner in child_addresses(_Holder(parent.kind, parent.children), base, own):
            name, below = address, inner
            seen[name] += 1
            if seen[name] > 1:
                name = below = f"{address}~{seen[address]}"
            names[id(child)] = (name, below)
            self._name(child, below, name, seen, names)


class _Holder:
    """A parent as `child_addresses` wants to see it."""

    __slots__ = ("children", "kind")

    def __init__(self, kind: str, children: list[Work]) -> None:
        self.kind = kind
        self.children = children
