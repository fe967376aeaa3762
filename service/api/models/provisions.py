"""Provisions as the API gives them: a line of a list, or one with everything that hangs under it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import BaseModel, Field

from amendments.law.edition import Edition, Path
from amendments.law.provision import Provision
from amendments.law.target import Target
from service.api.answers import Listing
from service.api.models.common import Kind

State = Literal["in_force", "excluded", "not_yet"]


class ProvisionLine(BaseModel):
    """A printed paragraph: the provision itself without what hangs under it."""

    address: str = Field(description="Address, the same in both languages; empty for the act's title.")
    kind: Kind
    number: str = Field(description="Number as printed; empty where the kind has none.")
    label: str = Field(description="The number with its marks, as printed before the words.")
    text: str = Field(description="Its own words exactly; of headed units, the heading.")
    state: State = Field(description="excluded and not_yet: the words are a marker that holds the unit's place.")
    depth: int = Field(description="How deep it is nested; 0 is the act.")


class ProvisionNode(BaseModel):
    """A provision with what hangs under it."""

    address: str
    kind: Kind
    number: str
    label: str
    text: str
    state: State
    children: list[ProvisionNode]


class ProvisionDetail(ProvisionNode):
    """What an address names."""

    act: str
    language: Literal["ru", "kk"]
    in_force_from: date = Field(description="Edition that it was taken from.")
    view: Literal["unit", "heading", "first_clause", "own"] = Field(
        description="Which of the provision's words are meant: all of it, its heading, its first clause, "
        "or its own paragraph (the intro of a list)."
    )
    words: str = Field(description="All words of the place, one paragraph a line, numbers included, notes left out.")
    notes: list[str] = Field(description="Editorial notes that stand under it; they are not law.")


class ProvisionList(Listing[ProvisionLine]):
    """One page of an edition's provisions, in the order of the law."""


def printed(edition: Edition, *, notes: bool) -> list[tuple[str, Provision]]:
    """All printed paragraphs of an edition with their addresses, the title first; notes where asked for."""
    root = edition.root
    title = [("", root)] if root.text or root.label else []
    return title + [(address, node) for address, node in edition if notes or node.kind != "note"]


def line(edition: Edition, address: str, node: Provision) -> ProvisionLine:
    """A paragraph of a list."""
    return ProvisionLine(
        address=address,
        kind=node.kind,  # type: ignore[arg-type]  # checked by the model
        number=node.number,
        label=node.label,
        text=node.text,
        state=node.state,
        depth=len(edition.path(address) or ()),
    )


def detail(edition: Edition, target: Target, act: str, in_force_from: date) -> ProvisionDetail:
    """What a target names."""
    own = target.provision
    children = () if target.view in ("heading", "own") else _children(edition, target.path, target.view)
    node = _node(target.address, own, list(children))
    return ProvisionDetail(
        act=act,
        language="kk" if edition.language == "kk" else "ru",
        in_force_from=in_force_from,
        view=target.view,
        words=target.words,
        notes=[note.text for note in own.notes] if target.view == "unit" else [],
        **dict(node),
    )


def _node(address: str, node: Provision, children: list[ProvisionNode]) -> ProvisionNode:
    return ProvisionNode(
        address=address,
        kind=node.kind,  # type: ignore[arg-type]  # checked by the model
        number=node.number,
        label=node.label,
        text=node.text,
        state=node.state,
        children=children,
    )


def _children(edition: Edition, top: Path, view: str) -> Iterator[ProvisionNode]:
    """The law that hangs under a path, with its addresses."""
    tree: dict[Path, ProvisionNode] = {}
    places = ((edition.path(address) or (), address, node) for address, node in edition)
    inside = [place for place in places if place[0][: len(top)] == top and len(place[0]) > len(top)]
    for path, address, node in inside:
        if node.kind == "note" or (len(path) > len(top) + 1 and path[:-1] not in tree):
            continue
        if view == "first_clause" and path[:-1] == top and node.kind == "clause":
            return
        made = _node(address, node, [])
        tree[path] = made
        if path[:-1] == top:
            yield made
        else:
            tree[path[:-1]].children.append(made)
