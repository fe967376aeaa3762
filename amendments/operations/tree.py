"""Changing a persistent tree: everything beside the path to the change is shared with the old tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from amendments.law.edition import Path, node_at
from amendments.law.provision import EDITORIAL, HEADED, NUMBERED, RANK, UNNUMBERED, Provision
from amendments.law.target import Target

_NEWLINES = re.compile(r"(?:\r?\n|\r)+")
_HASHES = re.compile(r"#+[ \t]+")


def replace_at(root: Provision, path: Path, new: tuple[Provision, ...]) -> Provision:
    """The tree with the provision at `path` giving way to any number of others. The root gives way to one."""
    if not path:
        return new[0]
    index = path[0]
    if len(path) == 1:
        return root.replace(children=(*root.children[:index], *new, *root.children[index + 1 :]))
    child = replace_at(root.children[index], path[1:], new)
    return root.replace(children=(*root.children[:index], child, *root.children[index + 1 :]))


def change_at(root: Provision, path: Path, change: Callable[[Provision], Provision]) -> Provision:
    """The tree with the provision at `path` changed."""
    return replace_at(root, path, (change(node_at(root, path)),))


def with_texts(root: Provision, texts: Sequence[tuple[Path, str]], depth: int = 0) -> Provision:
    """The tree with other words in the paragraphs at some paths, which come in document order."""
    first, words = texts[0]
    if len(texts) == 1:
        if len(first) == depth:
            return root.replace(text=words)
        index = first[depth]
        child = with_texts(root.children[index], texts, depth + 1)
        return root.replace(children=(*root.children[:index], child, *root.children[index + 1 :]))
    own = words if len(first) == depth else None
    children = list(root.children)
    for index, below in groupby(texts[own is not None :], key=lambda item: item[0][depth]):
        children[index] = with_texts(children[index], list(below), depth + 1)
    return root.replace(text=own, children=tuple(children))


def insert_at(root: Provision, parent: Path, index: int, units: tuple[Provision, ...]) -> Provision:
    """The tree with units put among the children of `parent`, before the child at `index`."""
    return change_at(
        root, parent, lambda node: node.replace(children=(*node.children[:index], *units, *node.children[index:]))
    )


def paragraph_paths(target: Target) -> list[tuple[Path, Provision]]:
    """The printed paragraphs of a place with their paths, in document order.

    Notes are left out, and markers of excluded units below the place: neither is law.
    """
    node = target.provision
    found = [(target.path, node)]
    if node.children and target.view not in ("heading", "own"):
        _gather(node, target.path, found, first_clause=target.view == "first_clause")
    return found


def _gather(node: Provision, path: Path, found: list[tuple[Path, Provision]], *, first_clause: bool = False) -> None:
    for index, child in enumerate(node.children):
        if first_clause and child.kind == "clause":
            return
        if child.kind not in EDITORIAL and child.state != "excluded":
            here = (*path, index)
            found.append((here, child))
            if child.children:
                _gather(child, here, found)


def lead_like(sibling: Provision | None, parent: Provision) -> str:
    """The line breaks and indent that a new unit takes from its neighbour: anchors are not copied."""
    for model in (sibling, parent):
        if model is None:
            continue
        breaks = _NEWLINES.search(model.lead)
        if breaks:
            indent = model.lead[model.lead.rfind("\n") + 1 :] if sibling is model and "\n" in model.lead else ""
            return breaks.group() + (indent if indent.strip(" \t\u00a0") == "" else "")
    return "\n\n"


def with_layout(unit: Provision, sibling: Provision | None, parent: Provision) -> Provision:
    """A unit read from a quotation, printed as its neighbours are."""
    lead = lead_like(sibling, parent)
    label = unit.label
    if unit.kind in HEADED and not _HASHES.match(label):
        model = sibling if sibling is not None and sibling.kind == unit.kind else None
        hashes = _HASHES.match(model.label) if model is not None else None
        if hashes:
            label = hashes.group() + label
    breaks = _NEWLINES.match(lead)
    inner = breaks.group() if breaks else "\n\n"
    below = inner + (lead[len(inner) :] if lead.startswith(inner) else "")
    return unit.replace(
        lead=lead, label=label, close="", children=tuple([_relaid(child, below) for child in unit.children])
    )


def _relaid(unit: Provision, lead: str) -> Provision:
    """A paragraph and what hangs under it, each that begins a line with the same lead."""
    mine = lead if "\n" in unit.lead else unit.lead
    if not unit.children:
        return unit if mine == unit.lead else unit.replace(lead=mine)
    return unit.replace(lead=mine, children=tuple([_relaid(child, lead) for child in unit.children]))


def siblings_before(parent: Provision, index: int, kind: str) -> Provision | None:
    """The nearest child of a kind before an index."""
    for child in reversed(parent.children[:index]):
        if child.kind == kind:
            return child
    return None


def first_clause_end(unit: Provision) -> int:
    """The index of the child where the first clause of a unit ends: its second clause, or the end of its law."""
    return next((i for i, child in enumerate(unit.children) if child.kind == "clause"), law_end(unit))


def law_end(parent: Provision) -> int:
    """The index after the last child that is law: notes that close a unit stay at its end."""
    for index in range(len(parent.children), 0, -1):
        if parent.children[index - 1].kind not in EDITORIAL:
            return index
    return 0 if parent.kind != "act" else len(parent.children)


def holds(parent: str, child: str) -> bool:
    """Whether a unit of kind `parent` may hold one of kind `child` directly."""
    if child in NUMBERED or child in HEADED:
        limit = RANK.get(parent, 9 if parent == "clause" else 99)
        return (parent == "clause" and child == "subpoint") or limit < RANK[child]
    if child == "clause":
        return parent not in ("note", *UNNUMBERED)
    return parent not in ("note", "indent")


def last_paragraph(unit: Provision) -> tuple[Path, Provision]:
    """The last printed paragraph of law in a unit, with its path from the unit."""
    path: Path = ()
    node = unit
    while True:
        inner = [i for i, child in enumerate(node.children) if child.kind not in EDITORIAL]
        if not inner:
            return path, node
        path = (*path, inner[-1])
        node = node.children[inner[-1]]
