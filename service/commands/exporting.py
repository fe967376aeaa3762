"""`tuzetu export`: write an edition, or the marked-up comparison of two, to a file."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from service.commands.common import opened, write_file

if TYPE_CHECKING:
    from sqlmodel import Session

    from amendments.law.edition import Edition
    from service.store.tables import Act

_day = click.DateTime(["%Y-%m-%d"])


@click.command("export")
@click.argument("code")
@click.option("--lang", type=click.Choice(["ru", "kk"]), default="ru", help="Language of the text.")
@click.option("--date", "on", type=_day, help="The edition in force on this day; today by default.")
@click.option("--against", type=_day, help="Compare with the edition in force on this earlier day.")
@click.option(
    "--format", "form", type=click.Choice(["md", "json", "html", "docx", "pdf"]), default="md", help="What to write."
)
@click.option("--output", "-o", type=click.Path(path_type=Path), required=True, help="The file to write.")
def export(code: str, lang: str, on: datetime | None, against: datetime | None, form: str, output: Path) -> None:
    """Export an edition of the act CODE: md is the text byte for byte, json its structure.

    With --against: html, docx and pdf mark what changed (docx as tracked changes), json lists the operations.
    """
    from service.clock import today
    from service.store.acts import get_act
    from service.store.audit import CLI, Action, record
    from service.store.editions import edition_at

    with opened() as (_, database), database.writing() as session:
        act = get_act(session, code)
        edition = edition_at(session, act, lang, on.date() if on else today())
        older = edition_at(session, act, lang, against.date()) if against else None
        if form == "pdf":
            data = _printed(session, act, edition, older)
        else:
            data = _alone(edition, form) if older is None else _marked(older, edition, form, act.code)
        record(session, CLI, Action.EXPORTED, f"act/{act.code}", format=form, language=lang)
        write_file(output, data)


def _printed(session: Session, act: Act, edition: Edition, older: Edition | None) -> bytes:
    from amendments.operations.redline import redline
    from service.printing import comparison_printed, edition_printed
    from service.store.editions import get_edition_row

    days = [day for found in (older, edition) if found is not None and (day := found.in_force_from) is not None]
    rows = [get_edition_row(session, act, edition.language, day) for day in days]
    if older is None:
        return edition_printed(act, edition, rows[-1].in_force_from)
    return comparison_printed(act, redline(older, edition), rows[0], rows[-1])


def _alone(edition: Edition, form: str) -> bytes:
    if form == "md":
        return edition.text.encode()
    if form == "json":
        from service.commands.read import structure

        return json.dumps(structure(edition), ensure_ascii=False, indent=2).encode()
    # nothing changed against itself: the clean text in the same layout
    return _marked(edition, edition, form, edition.act)


def _marked(older: Edition, edition: Edition, form: str, title: str) -> bytes:
    from amendments.operations.compare import compare
    from amendments.operations.redline import redline
    from amendments.operations.report import report
    from service.clock import now

    comparison = compare(older, edition)
    if form == "json":
        operations = [report(operation) for operation in comparison.operations]
        return json.dumps({"operations": operations}, ensure_ascii=False, indent=2).encode()
    rows = redline(older, edition, comparison)
    name = f"{title}: {older.in_force_from} → {edition.in_force_from}"
    if form == "docx":
        from amendments.documents.redline_docx import redline_docx

        return redline_docx(rows, title=name, author="Tüzetu", at=now(), language=edition.language)
    from service.commands.page import redline_page

    return redline_page(rows, name, edition.language).encode()
