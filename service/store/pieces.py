"""Pieces: an edition's tree taken apart for storing, and put together again, byte for byte."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from sqlalchemy import insert
from sqlmodel import Session, col, select

from amendments.law.provision import Provision
from service.store.tables import EditionPiece, Piece

_CHUNK = 500
"""Values in one statement: well under the databases' limits on parameters."""

Parts = tuple[str, str, str, str, str, str]
"""kind, number, lead, label, text, after."""
Node = tuple[int, Parts]
"""Depth below the root, and the paragraph's parts."""


def flatten(root: Provision) -> list[Node]:
    """A tree as its nodes in document order, the root first at depth 0."""
    nodes: list[Node] = []
    stack = [(0, root)]
    while stack:
        depth, node = stack.pop()
        nodes.append((depth, (node.kind, node.number, node.lead, node.label, node.text, node.after)))
        stack.extend((depth + 1, child) for child in reversed(node.children))
    return nodes


def store_nodes(session: Session, edition_id: int, nodes: list[Node]) -> int:
    """Store nodes as the edition's ordered references; pieces that are stored already are shared.

    Returns how many pieces were new.
    """
    hashes = [piece_hash(parts) for _, parts in nodes]
    wanted = {key: parts for key, (_, parts) in zip(hashes, nodes, strict=True)}
    known = _ids(session, wanted)
    missing = [key for key in wanted if key not in known]
    if missing:
        columns = ("kind", "number", "lead", "label", "text", "after")
        rows = [{"hash": key, **dict(zip(columns, wanted[key], strict=True))} for key in missing]
        session.execute(insert(Piece), rows)
        known |= _ids(session, missing)
    places = [
        {"edition_id": edition_id, "position": position, "piece_id": known[key], "depth": depth}
        for position, (key, (depth, _)) in enumerate(zip(hashes, nodes, strict=True))
    ]
    session.execute(insert(EditionPiece), places)
    return len(missing)


def load_tree(session: Session, edition_id: int, close: str) -> Provision:
    """Put an edition's tree together again; `close` is the raw text after its last provision. One query."""
    rows = session.exec(
        select(
            EditionPiece.depth,
            col(Piece.kind),
            col(Piece.number),
            col(Piece.lead),
            col(Piece.label),
            col(Piece.text),
            col(Piece.after),
        )  # type: ignore[call-overload]
        .join(Piece, col(Piece.id) == col(EditionPiece.piece_id))
        .where(EditionPiece.edition_id == edition_id)
        .order_by(col(EditionPiece.position))
    ).all()
    return build_tree([(row[0], tuple(row[1:])) for row in rows], close)


def build_tree(nodes: list[Node], close: str) -> Provision:
    """The tree of pieces given in document order with their depths (the root first, at depth 0)."""
    waiting: dict[int, list[Provision]] = {}
    for depth, (kind, number, lead, label, text, after) in reversed(nodes):
        children = tuple(reversed(waiting.pop(depth + 1, [])))
        end = close if depth == 0 else ""
        node = Provision(kind, number, lead=lead, label=label, text=text, after=after, children=children, close=end)
        waiting.setdefault(depth, []).append(node)
    (root,) = waiting[0]
    return root


def piece_hash(parts: Parts) -> str:
    """SHA-256, hexadecimal; the parts are kept apart, so that moving a character between them shows."""
    return hashlib.sha256("\x1f".join(f"{len(part)}:{part}" for part in parts).encode()).hexdigest()


def _ids(session: Session, hashes: Iterable[str]) -> dict[str, int]:
    wanted, found = list(hashes), dict[str, int]()
    for start in range(0, len(wanted), _CHUNK):
        chunk = wanted[start : start + _CHUNK]
        rows = session.exec(select(Piece.hash, Piece.id).where(col(Piece.hash).in_(chunk))).all()
        found.update((key, identity) for key, identity in rows if identity is not None)
    return found
