"""Editions and redlines as plain text and as JSON."""

from __future__ import annotations

from collections.abc import Iterable

from amendments.documents.printed import printed_label, printed_words
from amendments.law.edition import Edition
from amendments.law.provision import Provision
from amendments.operations.redline import Row


def plain_text(edition: Edition, *, notes: bool = False) -> str:
    """The act as printed, a paragraph a line, without Markdown. `edition.text` is the source itself."""
    nodes = [edition.root] if edition.root.text else []
    nodes += [node for _, node in edition if notes or node.kind != "note"]
    return "".join(f"{printed_label(node.label)}{printed_words(node.text, node.kind)}\n" for node in nodes)


def edition_json(edition: Edition) -> dict[str, object]:
    """The edition as JSON: what it is, and its provisions in document order, flat, each with its address.

    Texts are exact; `heading` is filled for units that have one, `text` for the others; `notes` are the editorial
    notes directly under a provision.
    """
    return {
        "act": edition.act,
        "language": edition.language,
        "in_force_from": edition.in_force_from.isoformat() if edition.in_force_from else None,
        "caused_by": edition.caused_by,
        "title": edition.root.text,
        "provisions": [_provision(address, node) for address, node in edition if node.kind != "note"],
    }


def _provision(address: str, node: Provision) -> dict[str, object]:
    return {
        "address": address,
        "kind": node.kind,
        "number": node.number,
        "heading": node.heading,
        "text": "" if node.heading else node.text,
        "notes": [note.text for note in node.notes],
        "state": node.state,
    }


def redline_json(rows: Iterable[Row]) -> list[dict[str, object]]:
    """The rows of a redline as JSON; `segments` are pairs of kind (equal, insert, delete) and text."""
    return [
        {
            "status": row.status,
            "kind": row.kind,
            "label": row.label,
            "label_old": row.label_old,
            "address_old": row.address_old,
            "address_new": row.address_new,
            "depth": row.depth,
            "segments": [[part.kind, part.text] for part in row.segments],
            "operations": list(row.operations),
        }
        for row in rows
    ]
