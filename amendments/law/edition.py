"""An edition: the tree of an act from a date on, in one language, with the addresses of its provisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from amendments.law.lines import Unread
from amendments.law.provision import EDITORIAL, HEADED, Provision

if TYPE_CHECKING:
    from amendments.law.target import Target

PREFIX: Final = {
    "part": "part", "section": "sec", "subsection": "subsec", "chapter": "ch", "paragraph": "par",
    "article": "art", "annex": "annex", "point": "pt", "subpoint": "sub", "clause": "cl", "indent": "ind",
    "preamble": "pre", "note": "note", "signature": "sign", "quote": "quote", "act": "act", "heading": "head",
}  # fmt: skip
# Units whose numbers run through the whole act: their addresses start anew (art. 23 of the Law "On Legal Acts").
FROM_ROOT: Final = {"part", "section", "chapter", "article", "annex", "preamble", "signature"}
_NAME: Final = {kind: f"{prefix}_" for kind, prefix in PREFIX.items()}
# Units that are named by their place among their kind.
COUNTED: Final = ("clause", "indent")
Path = tuple[int, ...]


@dataclass(frozen=True)
class Edition:
    """The text of an act from a date on, in one language. Immutable; two editions may share provisions."""

    root: Provision
    language: str
    act: str = ""
    in_force_from: date | None = None
    caused_by: str = ""
    unread: tuple[Unread, ...] = field(default=(), compare=False)

    @property
    def text(self) -> str:
        """The source, character for character."""
        return self.root.raw

    def __iter__(self) -> Iterator[tuple[str, Provision]]:
        """Addresses and provisions in document order, the root (address "") left out."""
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @cached_property
    def entries(self) -> tuple[tuple[str, Provision], ...]:
        """All (address, provision) pairs in document order."""
        return tuple((address, node) for address, node, _ in walk(self.root))

    @cached_property
    def _by_address(self) -> dict[str, tuple[Provision, Path]]:
        return {address: (node, path) for address, node, path in walk(self.root)}

    @property
    def addresses(self) -> tuple[str, ...]:
        """All addresses in document order."""
        return tuple(address for address, _ in self.entries)

    def at(self, address: str) -> Provision | None:
        """The provision printed at a canonical address, or None. Constant time after the first call."""
        found = self._by_address.get(address)
        return found[0] if found else (self.root if address == "" else None)

    def locate(self, address: str) -> Target | None:
        """What an address names, with the places that share a paragraph (`heading`, `cl_1`, `ind_1`), or None."""
        from amendments.law.target import Target, locate

        # One operation asks for its place several times; the edition itself is not kept, or none would ever be freed.
        known = self.__dict__.get("_located")
        if known is not None and known[0] == address:
            return Target(self, *known)
        target = locate(self, address)
        if target is not None:
            self.__dict__["_located"] = address, target.path, target.view, target.provision
        return target

    def path(self, address: str) -> Path | None:
        """Where a canonical address stands: indexes of children from the root."""
        found = self._by_address.get(address)
        return found[1] if found else (() if address == "" else None)

    def with_root(self, root: Provision) -> Edition:
        """The same edition with another tree."""
        return Edition(root, self.language, self.act, self.in_force_from, self.caused_by)


def walk(root: Provision) -> Iterator[tuple[str, Provision, Path]]:
    """(address, provision, path) for everything under `root`, in document order."""
    yield from _walk(root, "", "", (), Counter())


def _walk(
    parent: Provision, base: str, own: str, path: Path, seen: Counter[str]
) -> Iterator[tuple[str, Provision, Path]]:
    for index, (child, plain, below) in enumerate(child_addresses(parent, base, own)):
        address, inner = plain, below
        seen[plain] += 1
        if seen[plain] > 1:
            address = inner = f"{plain}~{seen[plain]}"
        here = (*path, index)
        yield address, child, here
        if child.children:
            yield from _walk(child, inner, address, here, seen)


class Named(Protocol):
    """What an address is made from: provisions have it, and working copies of them."""

    kind: str
    number: str


N_co = TypeVar("N_co", bound=Named, covariant=True)


class Holder(Protocol[N_co]):
    """A parent with its children."""

    @property
    def kind(self) -> str:
        """The kind of the parent."""

    @property
    def children(self) -> Sequence[N_co]:
        """Its children in order."""


def child_addresses(parent: Holder[N_co], base: str, own: str) -> Iterator[tuple[N_co, str, str]]:
    """For each child: the child, its address, and the base of its own children's addresses.

    `own` is the address of the parent, `base` the one its units are addressed from. They differ for the first
    clause of a headed unit, which lends its place to the unit: what hangs under it is addressed from the unit
    («art_1/sub_6-1», not «art_1/cl_1/sub_6-1»). Units that share a number get the same address here; `walk`
    tells them apart («art_5~2»).
    """
    lends = parent.kind in HEADED
    below = f"{base}/" if base else ""
    # A numbered unit's own paragraph is its first clause and the first indent of its list.
    ordinals = dict.fromkeys(COUNTED, 0 if lends else 1)
    for child in parent.children:
        kind = child.kind
        number = child.number
        if kind in COUNTED:
            ordinals[kind] += 1
            address = f"{below}{_NAME[kind]}{ordinals[kind]}"
        elif number and kind not in FROM_ROOT:
            address = f"{below}{_NAME[kind]}{number}"
        else:
            if not number:
                ordinals[kind] = ordinals.get(kind, 0) + 1
            address = _seldom(kind, number, ordinals.get(kind, 0), base, own)
        yield child, address, base if lends and kind == "clause" else address
        lends = lends and kind in EDITORIAL


def child_address(parent: Holder[N_co], index: int, base: str, own: str) -> tuple[str, str]:
    """(address, base of its children's addresses) of one child, as `child_addresses` gives them."""
    child = parent.children[index]
    kind, number = child.kind, child.number
    headed = parent.kind in HEADED
    below = f"{base}/" if base else ""
    if number and kind not in COUNTED:
        address = f"{below}{_NAME[kind]}{number}" if kind not in FROM_ROOT else _seldom(kind, number, 0, base, own)
        return address, address
    before = parent.children[:index]
    ordinal = 1 + sum(1 for sibling in before if sibling.kind == kind and (kind in COUNTED or not sibling.number))
    if kind not in COUNTED:
        address = _seldom(kind, number, ordinal, base, own)
        return address, address
    address = f"{below}{_NAME[kind]}{ordinal if headed else ordinal + 1}"
    lends = headed and kind == "clause" and all(sibling.kind in EDITORIAL for sibling in before)
    return address, base if lends else address


def _seldom(kind: str, number: str, ordinal: int, base: str, own: str) -> str:
    """Addresses of units that run through the act, and of those without a number."""
    if number:
        name = f"{_NAME[kind]}{number}"
    elif kind in ("annex", "act"):
        name = PREFIX[kind]
    else:
        name = PREFIX[kind] if kind == "preamble" and ordinal == 1 else f"{_NAME[kind]}{ordinal}"
        base = own
    if kind in FROM_ROOT:
        base = "" if kind == "annex" else _annex(base)
    return f"{base}/{name}" if base else name


def node_at(root: Provision, path: Path) -> Provision:
    """The provision at a path."""
    for index in path:
        root = root.children[index]
    return root


def address_of(edition: Edition, path: Path) -> str:
    """The canonical address of a path, computed along the path alone where numbers are not shared."""
    node, base, own = edition.root, "", ""
    for index in path:
        own, base = child_address(node, index, base, own)
        node = node.children[index]
    found = edition.locate(own)
    if found is not None and found.path == path:
        return own
    return next((address for address, _, where in walk(edition.root) if where == path), own)


def _annex(base: str) -> str:
    head = base.split("/", 1)[0]
    return head if head.startswith("annex") else ""


def is_law(address: str) -> bool:
    """Whether an address names law, not an editorial note or a signature."""
    return not any(part.split("_", 1)[0] in ("note", "sign") for part in address.split("/"))


__all__ = [
    "EDITORIAL",
    "FROM_ROOT",
    "PREFIX",
    "Edition",
    "Path",
    "address_of",
    "child_addresses",
    "is_law",
    "node_at",
    "walk",
]
