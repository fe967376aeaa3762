"""`tuzetu apply`: instructions of an amending act applied to a text, exactly or refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from service.commands.common import (
    cases_option,
    json_option,
    lang_option,
    one_of_file_and_cases,
    read_cases,
    read_edition,
    tell_remarks,
    tracked_option,
    write_bytes,
    write_json,
    write_line,
)
from service.errors import UserError

if TYPE_CHECKING:
    from amendments.sources.docx import Tracked


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--instruction", type=click.Path(path_type=Path), help="The file with the amending act's words.")
@lang_option
@json_option
@cases_option
@tracked_option
@click.pass_context
def apply(
    ctx: click.Context,
    file: Path | None,
    instruction: Path | None,
    lang: str,
    as_json: bool,
    cases: Path | None,
    tracked: Tracked,
) -> None:
    """Apply --instruction to FILE and write the new text, or answer each case {id, lang, instruction, before}.

    A case is answered with {id, after, operations, errors, outside}; after is null where anything is refused.
    """
    from amendments.instructions import cases as answered
    from service.reading import MARK, read_law_file

    one_of_file_and_cases(file, cases)
    if cases is not None:
        for answer in answered(read_cases(cases, "id", "lang", "instruction", "before")):
            write_line(answer)
        return
    if file is None or instruction is None:
        raise UserError("instruction_needed")
    before = read_edition(file, lang, tracked)[0].text
    order = read_law_file(instruction, lang, tracked=tracked)
    tell_remarks(instruction.name, order)
    (answer,) = answered(
        [{"id": file.name, "lang": lang, "instruction": order.text.removeprefix(MARK), "before": before}]
    )
    if as_json:
        write_json(answer)
    elif answer["after"] is not None:
        write_bytes(str(answer["after"]).encode())
    else:
        reasons = answer["errors"]
        for reason in reasons if isinstance(reasons, list) else []:
            click.echo(reason, err=True)
    if answer["after"] is None:
        ctx.exit(2)
