"""`tuzetu read`: the structure of a text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from service.commands.common import (
    file_argument,
    json_option,
    lang_option,
    read_edition,
    tracked_option,
    write_bytes,
    write_json,
)

if TYPE_CHECKING:
    from amendments.law.edition import Edition
    from amendments.sources.docx import Tracked

_OUTLINE = 90


@click.command()
@file_argument
@lang_option
@json_option
@tracked_option
@click.option("--text", "as_text", is_flag=True, help="Write the text back, byte for byte.")
def read(file: Path, lang: str, as_json: bool, tracked: Tracked, as_text: bool) -> None:
    """Read FILE and show its provisions with their addresses.

    FILE may be Markdown of the public mirror, plain text, DOCX, a page of Әділет saved as HTML, Akoma Ntoso 3.0 or a
    PDF with text; the same holds wherever a command takes a law.
    """
    edition, source = read_edition(file, lang, tracked)
    if as_text:
        write_bytes(edition.text.encode())
    elif as_json:
        write_json({"form": source.form, "remarks": list(source.remarks)} | structure(edition))
    else:
        for address, node in edition:
            if node.kind != "note":
                depth = address.count("/")
                click.echo(f"{'  ' * depth}{address}  {node.text[:_OUTLINE]}")
        for place in edition.unread:
            click.echo(f"{place.line}: {place.reason}: {place.text[:_OUTLINE]}", err=True)


def structure(edition: Edition) -> dict[str, Any]:
    """A text's structure as JSON.

    Its provisions in document order; the references in their texts, with what they point at and its state ("nothing"
    where there is no such unit); and what the reader was not sure of.
    """
    from amendments.law.cross_references import references

    return {
        "language": edition.language,
        "provisions": [
            {
                "address": address,
                "kind": node.kind,
                "number": node.number,
                "heading": node.heading,
                "text": node.text,
                "notes": [note.text for note in node.notes],
                "state": node.state,
            }
            for address, node in edition
            if node.kind != "note"
        ],
        "references": [
            {
                "address": reference.place,
                "start": reference.start,
                "end": reference.end,
                "words": reference.words,
                "to": reference.to,
                "target": reference.address,
                "state": reference.state,
            }
            for reference in references(edition)
        ],
        "unread": [{"line": place.line, "reason": place.reason, "text": place.text} for place in edition.unread],
    }
