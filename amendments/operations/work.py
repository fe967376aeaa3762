"""A working copy of a tree that changes as operations would change it, to know addresses at each moment."""

from __future__ import annotations

from collections import Counter

from amendments.law.edition import FROM_ROOT, child_address, child_addresses
from amendments.law.provision import HEADED, Provision

Place = tuple[str, str]
"""An address, and the base of the addresses of what hangs under it."""

_FEW = 3  # questions about single children of a parent after which all its children are named at once


class Work:
    """A provision at work. `children` are works only where something changes, untouched provisions elsewhere."""

    __slots__ = ("_asked", "_index", "_named", "_names", "children", "kind", "number", "parent", "unit")

    def __init__(self, unit: Provision, parent: Work | None = None) -> None:
        self.unit = unit
        self.kind = unit.kind
        self.number = unit.number
        self.parent = parent
        self.children: list[Work | Provision] = list(unit.children)
        self._names: list[Place] | None = None
        self._named: Place | None = None
        self._asked = 0
        self._index = 0

    def child(self, index: int) -> Work:
        """The child at an index, at work from now on."""
        found = self.children[index]
        if isinstance(found, Provision):
            found = self.children[index] = Work(found, self)
            found._index = index
        return found

    def is_at(self, index: int, unit: Provision | None) -> bool:
        """Whether the child at an index is still the one that began as `unit`."""
        if index >= len(self.children):
            return False
        found = self.children[index]
        return (found if isinstance(found, Provision) else found.unit) is unit

    def find(self, unit: Provision) -> Work:
        """The work that began as `unit`, anywhere below."""
        path: list[int] = []
        if not self._search(unit, path):
            raise LookupError(f"{unit!r} is not in the tree")
        found = self
        for index in path:
            found = found.child(index)
        return found

    def _search(self, unit: Provision, path: list[int]) -> bool:
        for index, child in enumerate(self.children):
            path.append(index)
            if isinstance(child, Provision):
                if child is unit or _below(child, unit, path):
                    return True
            elif child.unit is unit or child._search(unit, path):
                return True
            path.pop()
        return False

    @property
    def address(self) -> str:
        """The canonical address at this moment."""
        return self._place()[0]

    @property
    def index(self) -> int:
        """Where this stands among its parent's children."""
        siblings = self.parent.children if self.parent else []
        if self._index >= len(siblings) or siblings[self._index] is not self:
            self._index = next(index for index, sibling in enumerate(siblings) if sibling is self)
        return self._index

    def _place(self) -> Place:
        parent = self.parent
        if parent is None:
            return "", ""
        if self.kind in FROM_ROOT and self.number:
            top = self._top
            if top.counts[self.kind, self.number] > 1:
                return top.full_name(self)
        own = parent._place()
        if parent._named != own or parent._names is None:
            parent._asked += 1
            if parent._asked <= _FEW and not parent._shares(self):
                return child_address(parent, self.index, own[1], own[0])
            parent._names = parent._all_names(*own)
            parent._named = own
        return parent._names[self.index]

    def _shares(self, child: Work) -> bool:
        """Whether a child may share its address with another of this parent."""
        kind, number = child.kind, child.number
        headed = self.kind in HEADED
        alike = 0
        for sibling in self.children:
            if sibling.number == number and sibling.kind == kind:
                alike += 1
            if headed and sibling.kind == "clause" and sibling.children:
                return True
        return bool(number) and alike > 1

    def _all_names(self, own: str, base: str) -> list[Place]:
        names = [(address, inner) for _, address, inner in child_addresses(self, base, own)]
        lent = self.kind in HEADED and any(inner == base for _, inner in names)
        if not lent and len(set(names)) == len(names):
            return names
        told: list[Place] = []
        seen: Counter[str] = Counter()
        for child, (address, inner) in zip(self.children, names, strict=True):
            name, below = address, inner
            seen[name] += 1
            if seen[name] > 1:
                name = below = f"{address}~{seen[address]}"
            told.append((name, below))
            if child.kind == "clause" and below == base:
                seen.update(taken for _, taken, _ in child_addresses(child, base, name))
        return told

    @property
    def _top(self) -> Root:
        node = self
        while node.parent is not None:
            node = node.parent
        if not isinstance(node, Root):
            raise LookupError(f"{self.unit!r} has left the tree")
        return node

    def _changed(self) -> None:
        """Children of this came, went or were renumbered: they and its neighbours are named anew."""
        self._names = None
        if self.parent is not None:
            self.parent._names = None

    # -- changes

    def become(self, unit: Provision) -> None:
        """The unit was restated."""
        top = self._top
        top.count(self, -1)
        self.number = unit.number
        # A lone paragraph that keeps its number takes no other's place.
        if self.children or unit.children or self.number != self.unit.number:
            self.children = list(unit.children)
            self._changed()
        top.count(self, 1)

    def renumber(self, number: str) -> None:
        """The unit got another number."""
        top = self._top
        top.count(self, -1, deep=False)
        self.number = number
        self._changed()
        top.count(self, 1, deep=False)

    def leave(self) -> None:
        """The unit went from its place."""
        if self.parent is not None:
            self._top.count(self, -1)
            del self.parent.children[self.index]
            self.parent._changed()
            self.parent = None

    def insert(self, unit: Provision, index: int) -> Work:
        """A new unit came under this one, at an index."""
        return self.receive(Work(unit), index)

    def receive(self, arriving: Work, index: int) -> Work:
        """A unit that left another place came under this one."""
        arriving.parent = self
        arriving._index = index
        self.children.insert(index, arriving)
        self._changed()
        self._top.count(arriving, 1)
        return arriving


class Root(Work):
    """The act at work; it knows which numbers of articles and chapters stand more than once at this moment."""

    __slots__ = ("_full", "counts")

    def __init__(self, unit: Provision) -> None:
        super().__init__(unit)
        self.counts: Counter[tuple[str, str]] = Counter(_run_through(unit))
        self._full: dict[int, Place] | None = None

    def _changed(self) -> None:
        super()._changed()
        self._full = None

    def count(self, work: Work | Provision, by: int, *, deep: bool = True) -> None:
        """Headed units came or went with `work`."""
        self._full = None
        if work.kind in FROM_ROOT and work.number:
            self.counts[work.kind, work.number] += by
        if deep and work.kind in HEADED and work.kind != "article":
            for child in work.children:
                self.count(child, by)

    def full_name(self, work: Work) -> Place:
        """The address of one of several that share a number, as `walk` gives it."""
        if self._full is None or id(work) not in self._full:
            self._full = {}
            _name(self, "", "", Counter(), self._full)
        return self._full[id(work)]


def _name(parent: Work | Provision, base: str, own: str, seen: Counter[str], names: dict[int, Place]) -> None:
    for child, address, inner in child_addresses(parent, base, own):
        name, below = address, inner
        seen[name] += 1
        if seen[name] > 1:
            name = below = f"{address}~{seen[address]}"
        names[id(child)] = (name, below)
        _name(child, below, name, seen, names)


def _below(parent: Provision, unit: Provision, path: list[int]) -> bool:
    for index, child in enumerate(parent.children):
        path.append(index)
        if child is unit or _below(child, unit, path):
            return True
        path.pop()
    return False


def _run_through(unit: Provision) -> list[tuple[str, str]]:
    """Kind and number of every unit whose numbers run through the act; none stands in an article."""
    found: list[tuple[str, str]] = []
    stack = list(unit.children)
    while stack:
        node = stack.pop()
        if node.kind in FROM_ROOT and node.number:
            found.append((node.kind, node.number))
        if node.kind in HEADED and node.kind != "article":
            stack.extend(node.children)
    return found
