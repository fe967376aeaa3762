"""What an address names: a printed unit, its heading, or a place that shares a unit's first paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from amendments.law.edition import FROM_ROOT, PREFIX, Edition, Path, node_at
from amendments.law.provision import EDITORIAL, HEADED, NUMBERED, Provision

View = Literal["unit", "heading", "first_clause", "own"]
KIND = {prefix: kind for kind, prefix in PREFIX.items()}


@dataclass(frozen=True)
class Target:
    """A place in an edition. `path` leads to a provision; `view` says which of its words are meant.

    `unit` the provision with all that hangs under it; `heading` the words of its heading; `first_clause` a
    numbered unit without its later clauses; `own` the unit's own paragraph alone (the intro of its list).
    """

    edition: Edition
    address: str
    path: Path
    view: View

    @property
    def provision(self) -> Provision:
        """The provision that the path leads to."""
        return node_at(self.edition.root, self.path)

    @property
    def paragraphs(self) -> tuple[Provision, ...]:
        """The printed paragraphs of the place, notes left out, in document order."""
        node = self.provision
        if self.view in ("heading", "own"):
            return (node,)
        chosen = [node] if node.text or node.label or node.kind not in HEADED else []
        for child in node.children:
            if self.view == "first_clause" and child.kind == "clause":
                break
            chosen.extend(p for p in child.paragraphs() if p.kind not in EDITORIAL)
        return tuple(chosen)

    @property
    def words(self) -> str:
        """The text of the place, one paragraph a line, numbers included, notes left out."""
        if self.view == "heading":
            return self.provision.text
        return "\n".join((p.label + p.text).strip() for p in self.paragraphs)


def locate(edition: Edition, address: str) -> Target | None:
    """Find what an address names, or None.

    Takes canonical addresses and what they leave out: `heading`, the first clause of a unit (`cl_1`) and the
    intro of a list (`ind_1`), which share the unit's own paragraph, and a first clause named where the
    canonical address skips it («art_1/cl_1/sub_6-1»).
    """
    steps = [step for step in address.split("/") if step]
    path: Path = ()
    view: View = "unit"
    for position, step in enumerate(steps):
        if view in ("heading", "own"):
            return None
        node = node_at(edition.root, path)
        if step == "heading":
            if node.kind not in HEADED or not node.text:
                return None
            view = "heading"
            continue
        if step == "cl_1" and node.kind not in HEADED and view == "unit":
            view = "first_clause"
            continue
        if step == "ind_1" and _has_intro(node, path):
            first = _first_paragraph(node)
            path, view = (*path, *first), "own"
            continue
        if "~" in step:
            found = edition.path("/".join(steps[: position + 1]))
        else:
            found = _child(edition, path, step, view)
        if found is None:
            return None
        path, view = found, "unit"
    return Target(edition, address, path, view)


def _has_intro(node: Provision, path: Path) -> bool:
    return bool(path) and (node.kind not in HEADED or any(child.kind == "clause" for child in node.children))


def _first_paragraph(node: Provision) -> Path:
    """From a headed unit to its first clause; elsewhere the node itself."""
    if node.kind not in HEADED:
        return ()
    return (next(i for i, child in enumerate(node.children) if child.kind == "clause"),)


def _child(edition: Edition, path: Path, step: str, view: View) -> Path | None:
    prefix, _, number = step.partition("_")
    kind = KIND.get(prefix)
    if kind is None:
        return None
    node = node_at(edition.root, path)
    if kind in FROM_ROOT:
        return _through_headed(node, path, kind, number)
    if kind in ("clause", "indent"):
        return _ordinal(node, path, kind, int(number) if number.isdigit() else 0, view)
    return _numbered(node, path, kind, number, view)


def _through_headed(node: Provision, path: Path, kind: str, number: str) -> Path | None:
    """Units whose numbers run through the act are found under whatever sections and chapters hold them."""
    ordinal = 0
    for index, child in enumerate(node.children):
        if child.kind == kind:
            ordinal += 1
            if child.number == number or (not child.number and number in ("", str(ordinal))):
                return (*path, index)
        elif child.kind in HEADED and child.kind not in ("article", "annex"):
            found = _through_headed(child, (*path, index), kind, number)
            if found:
                return found
    return None


def _lending(node: Provision) -> int | None:
    """The index of the first clause of a headed unit, which lends its place to the unit."""
    if node.kind not in HEADED:
        return None
    first = next((i for i, child in enumerate(node.children) if child.kind not in EDITORIAL), None)
    return first if first is not None and node.children[first].kind == "clause" else None


def _numbered(node: Provision, path: Path, kind: str, number: str, view: View) -> Path | None:
    ordinal = 0
    lending = _lending(node)
    for index, child in enumerate(node.children):
        if view == "first_clause" and child.kind == "clause":
            return None
        if child.kind == kind:
            ordinal += 1
            if child.number == number or (not child.number and number == str(ordinal)):
                return (*path, index)
        if index == lending and kind in NUMBERED:
            found = _numbered(child, (*path, index), kind, number, "unit")
            if found:
                return found
    return None


def _ordinal(node: Provision, path: Path, kind: str, wanted: int, view: View) -> Path | None:
    ordinal = 0 if node.kind in HEADED else 1
    lending = _lending(node)
    for index, child in enumerate(node.children):
        if view == "first_clause" and child.kind == "clause" and kind != "clause":
            return None
        if child.kind == kind:
            ordinal += 1
            if ordinal == wanted:
                return (*path, index)
        if index == lending and kind == "indent":
            found = _ordinal(child, (*path, index), kind, wanted, "unit")
            if found:
                return found
    return None
