"""A working copy of a tree that changes as operations would change it, to know addresses at each moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from amendments.law.edition import FROM_ROOT, child_address, child_addresses
from amendments.law.provision import HEADED, Provision

Place = tuple[str, str]
"""An address, and the base of the addresses of what hangs under it."""

_TOP: Place = ("", "")
_FEW = 8  # questions about single paragraphs of a parent after which all its children are named at once


class Work:
    """A provision at work. `children` are works only where something changes, untouched provisions elsewhere."""

    __slots__ = (
        "_above", "_asked", "_at", "_index", "_named", "_names", "_plain", "_seen", "_version",
        "children", "epoch", "kind", "number", "parent", "top", "unit",
    )  # fmt: skip

    def __init__(self, unit: Provision, top: Root, parent: Work | None = None) -> None:
        self.unit = unit
        self.top = top
        self.kind = unit.kind
        self.number = unit.number
        self.parent = parent
        self.children: list[Work | Provision] = list(unit.children)
        self.epoch = 0  # rises when children come, go or are renumbered
        self._above: Place | None = None
        self._seen = self._version = -1
        self._at: Place = _TOP
        self._names: list[Place] | None = None
        self._named: Place | None = None
        self._plain: bool | None = None
        self._asked = 0
        self._index = 0

    def child(self, index: int) -> Work:
        """The child at an index, at work from now on."""
        found = self.children[index]
        if isinstance(found, Provision):
            found = self.children[index] = Work(found, self.top, self)
            found._index = index
            if found.kind in FROM_ROOT:
                # Names are kept by identity, and this may be where one that is gone was.
                self.top._full = None
        return found

    def is_at(self, index: int, unit: Provision | None) -> bool:
        """Whether the child at an index is still the one that began as `unit`."""
        if index >= len(self.children):
            return False
        found = self.children[index]
        return (found if isinstance(found, Provision) else found.unit) is unit

    def find(self, units: Sequence[Provision]) -> Work:
        """The work that began as the last of `units`, each of which hangs under the one before it, the first here."""
        found = self
        for unit in units:
            index = next((index for index in range(len(found.children)) if found.is_at(index, unit)), None)
            if index is None:
                raise LookupError(f"{unit!r} is not in the tree")
            found = found.child(index)
        return found

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
            return _TOP
        above = parent._place()
        runs_through = self.kind in FROM_ROOT
        if (
            self._above is above
            and self._seen == parent.epoch
            and (not runs_through or self._version == self.top.version)
        ):
            return self._at
        self._above, self._seen, self._version = above, parent.epoch, self.top.version
        shared = runs_through and self.number and self.top.counts[self.kind, self.number] > 1
        self._at = self.top.full_name(self) if shared else parent._name(self, *above)
        return self._at

    def _name(self, child: Work, own: str, base: str) -> Place:
        if self._names is None or self._named != (own, base):
            if self._plain is None:
                self._plain = self._tells_apart()
            self._asked += not child.number
            if self._plain and self._asked < _FEW:
                return child_address(self, child.index, base, own)
            self._names = self._all_names(own, base)
            self._named = own, base
        return self._names[child.index]

    def _tells_apart(self) -> bool:
        """Whether no two children share an address, neither with each other nor with what a first clause lends."""
        if self.kind in HEADED and any(child.children for child in self.children if child.kind == "clause"):
            return False
        numbers = [child.number for child in self.children if child.number]
        if len(set(numbers)) == len(numbers):
            return True
        return len({(child.kind, child.number) for child in self.children if child.number}) == len(numbers)

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

    def _changed(self) -> None:
        """Children of this came, went or were renumbered: they and its neighbours are named anew."""
        for work in (self, self.parent) if self.parent is not None else (self,):
            work.epoch += 1
            work._names = work._plain = None

    # -- changes

    def become(self, unit: Provision) -> None:
        """The unit was restated."""
        top = self.top
        top.count(self, -1)
        self.number = unit.number
        # A lone paragraph that keeps its number takes no other's place.
        if self.children or unit.children or self.number != self.unit.number:
            self.children = list(unit.children)
            self._changed()
            if self.parent is not None:
                self.parent._changed()
        top.count(self, 1)

    def renumber(self, number: str) -> None:
        """The unit got another number."""
        top = self.top
        top.count(self, -1, deep=False)
        self.number = number
        self._changed()
        if self.parent is not None:
            self.parent._changed()
        top.count(self, 1, deep=False)

    def leave(self) -> None:
        """The unit went from its place."""
        if self.parent is not None:
            self.top.count(self, -1)
            del self.parent.children[self.index]
            self.parent._changed()
            self.parent = None

    def insert(self, unit: Provision, index: int) -> Work:
        """A new unit came under this one, at an index."""
        return self.receive(Work(unit, self.top), index)

    def receive(self, arriving: Work, index: int) -> Work:
        """A unit that left another place came under this one."""
        arriving.parent = self
        arriving._index = index
        self.children.insert(index, arriving)
        self._changed()
        self.top.count(arriving, 1)
        return arriving


class Root(Work):
    """The act at work; it knows which numbers of articles and chapters stand more than once at this moment.

    `version` rises when units whose numbers run through the act come, go or are renumbered.
    """

    __slots__ = ("_full", "counts", "version")

    def __init__(self, unit: Provision) -> None:
        super().__init__(unit, self)
        self.version = 0
        self.counts: Counter[tuple[str, str]] = Counter(_run_through(unit))
        self._full: dict[int, Place] | None = None

    def count(self, work: Work | Provision, by: int, *, deep: bool = True) -> None:
        """Headed units came or went with `work`."""
        if work.kind in HEADED:
            self._full = None
            self.version += 1
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


def _run_through(unit: Provision) -> list[tuple[str, str]]:
    """Kind and number of every unit whose numbers run through the act; none stands in an article."""
    found: list[tuple[str, str]] = []
    stack = [unit]
    while stack:
        children = stack.pop().children
        found += [(child.kind, child.number) for child in children if child.number and child.kind in FROM_ROOT]
        stack += [child for child in children if child.kind in HEADED and child.kind != "article"]
    return found
