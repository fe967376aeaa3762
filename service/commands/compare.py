"""`tuzetu compare`: what changed between two texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from service.commands.common import json_option, lang_option, read_edition, tracked_option, write_file, write_json

if TYPE_CHECKING:
    from amendments.operations.redline import Row
    from amendments.sources.docx import Tracked

_MARKS = {"insert": ("{+", "+}"), "delete": ("[-", "-]"), "equal": ("", "")}


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@lang_option
@json_option
@tracked_option
@click.option("--html", "html", type=click.Path(path_type=Path), help="Write a page with the changes marked.")
@click.option("--docx", "docx", type=click.Path(path_type=Path), help="Write a Word document with tracked changes.")
def compare(
    old: Path, new: Path, lang: str, as_json: bool, tracked: Tracked, html: Path | None, docx: Path | None
) -> None:
    """Compare the texts OLD and NEW; without an option the changed provisions are shown, {+in+} and [-out-]."""
    from amendments.operations.compare import compare as compared
    from amendments.operations.redline import redline
    from amendments.operations.report import report

    before, after = (read_edition(path, lang, tracked)[0] for path in (old, new))
    comparison = compared(before, after)
    rows = redline(before, after, comparison)
    title = f"{old.name} → {new.name}"
    if docx is not None:
        from amendments.documents.redline_docx import redline_docx
        from service.clock import now

        write_file(docx, redline_docx(rows, title=title, author="Tüzetu", at=now(), language=lang))
    if html is not None:
        from service.commands.page import redline_page

        write_file(html, redline_page(rows, title, lang).encode())
    if as_json:
        operations = [report(operation) for operation in comparison.operations]
        write_json({"operations": operations, "editorial": len(comparison.editorial)})
    elif docx is None and html is None:
        for row in rows:
            if row.status != "same":
                click.echo(marked(row))


def marked(row: Row) -> str:
    """A changed provision as a line of text."""
    words = "".join(_MARKS[part.kind][0] + part.text + _MARKS[part.kind][1] for part in row.segments)
    return f"{row.address_new or row.address_old}  {row.label}{words}"
