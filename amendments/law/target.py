"""What an address names: a printed unit, its heading, or a place that shares a unit's first paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from amendments.law.edition import FROM_ROOT, PREFIX, Edition, Path, node_at
from amendments.law.provision import EDITORIAL, HEADED, NUMBERED, Provision

View = Literal["unit", "heading", "first_clause", "own"]
KIND = {prefix: kind for kind, prefix in PREFIX.items()}


@dataclass(frozen=True)
class Target:
    """A place in an edition. `path` leads to `provision`; `view` says which of its words are meant.

    `unit` the provision with all that hangs under it; `heading` the words of its heading; `first_clause` a
    numbered unit without its later clauses; `own` the unit's own paragraph alone (the intro of its list).
    """

    edition: Edition
    address: str
    path: Path
    view: View
    provision: Provision = field(compare=False, repr=False)

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
    node = edition.root
    path: Path = ()
    view: View = "unit"
    for position, step in enumerate(steps):
        if view in ("heading", "own"):
            return None
        if step == "heading":
            if node.kind not in HEADED or not node.text:
                return None
            view = "heading"
            continue
        if step == "cl_1" and node.kind not in HEADED and view == "unit":
            view = "first_clause"
            continue
        if "~" in step:
            found = edition.path("/".join(steps[: position + 1]))
            if found is None:
                return None
            path, node, view = found, node_at(edition.root, found), "unit"
            continue
        intro = step == "ind_1" and _has_intro(node, path)
        below = _first_paragraph(node) if intro else _child(node, step, view)
        if below is None:
            return None
        path, node, view = (*path, *below), node_at(node, below), "own" if intro else "unit"
    return Target(edition, address, path, view, node)


def _has_intro(node: Provision, path: Path) -> bool:
    return bool(path) and (node.kind not in HEADED or any(child.kind == "clause" for child in node.children))


def _first_paragraph(node: Provision) -> Path:
    """From a headed unit to its first clause; elsewhere the node itself."""
    if node.kind not in HEADED:
        return ()
    return (next(i for i, child in enumerate(node.children) if child.kind == "clause"),)


def _child(node: Provision, step: str, view: View) -> Path | None:
    """The way from a unit down to one that is named inside it."""
    prefix, _, number = step.partition("_")
    kind = KIND.get(prefix)
    if kind is None:
        return None
    if kind in FROM_ROOT:
        return _through_headed(node, kind, number)
    if kind in ("clause", "indent"):
        return _ordinal(node, kind, int(number) if number.isdigit() else 0, view)
    return _numbered(node, kind, number, view)


def _through_headed(node: Provision, kind: str, number: str) -> Path | None:
    """Units whose numbers run through the act are found under whatever sections and chapters hold them."""
    ordinal = 0
    for index, child in enumerate(node.children):
        if child.kind == kind:
            ordinal += 1
            if child.number == number or (not child.number and number in ("", str(ordinal))):
                return (index,)
        elif child.kind in HEADED and child.kind not in ("article", "annex"):
            if kind == "article" and number not in child.articles and "" not in child.articles:
                continue
            found = _through_headed(child, kind, number)
            if found:
                return (index, *found)
    return None


def _lending(node: Provision) -> int | None:
    """The index of the first clause of a headed unit, which lends its place to the unit."""
    if node.kind not in HEADED:
        return None
    for index, child in enumerate(node.children):
        if child.kind not in EDITORIAL:
            return index if child.kind == "clause" else None
    return None


def _numbered(node: Provision, kind: str, number: str, view: View) -> Path | None:
    ordinal = 0
    lending = _lending(node) if kind in NUMBERED else None
    for index, child in enumerate(node.children):
        if view == "first_clause" and child.kind == "clause":
            return None
        if child.kind == kind:
            ordinal += 1
            if child.number == number or (not child.number and number == str(ordinal)):
                return (index,)
        if index == lending:
            found = _numbered(child, kind, number, "unit")
            if found:
                return (index, *found)
    return None


def _ordinal(node: Provision, kind: str, wanted: int, view: View) -> Path | None:
    ordinal = 0 if node.kind in HEADED else 1
    lending = _lending(node) if kind == "indent" else None
    for index, child in enumerate(node.children):
        if view == "first_clause" and child.kind == "clause" and kind != "clause":
            return None
        if child.kind == kind:
            ordinal += 1
            if ordinal == wanted:
                return (index,)
        if index == lending:
            found = _ordinal(child, kind, wanted, "unit")
            if found:
                return (index, *found)
    return None
