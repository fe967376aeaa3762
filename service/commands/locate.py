"""`tuzetu locate`: the text at a citation or an address."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from service.commands.common import (
    cases_option,
    file_argument,
    json_option,
    lang_option,
    read_cases,
    read_edition,
    tracked_option,
    write_json,
    write_line,
)
from service.errors import UserError

if TYPE_CHECKING:
    from amendments.law.edition import Edition
    from amendments.law.naming import Naming
    from amendments.sources.docx import Tracked

_ADDRESS = re.compile(r"(?:[a-z]+(?:_[\w~-]+)?)(?:/[a-z]+(?:_[\w~-]+)?)*")


@click.command()
@file_argument
@click.argument("citations", nargs=-1)
@lang_option
@json_option
@cases_option
@tracked_option
@click.option(
    "--units",
    type=click.Choice(["auto", "law", "code"]),
    default="auto",
    help="Names of units: «пункт 1», «подпункт 1)» in laws; «часть первая», «пункт 1)» in codes. auto: by the text.",
)
@click.pass_context
def locate(
    ctx: click.Context,
    file: Path,
    citations: tuple[str, ...],
    lang: str,
    as_json: bool,
    cases: Path | None,
    tracked: Tracked,
    units: str,
) -> None:
    """Show what stands in FILE at each of CITATIONS («подпункт 3) пункта 1 статьи 5») or addresses (art_5/pt_1).

    With --cases: for each line {id, citation} writes {id, address, text} or {id, error}.
    """
    if bool(citations) == (cases is not None):
        raise UserError("citations_or_cases")
    from amendments.law.naming import NAMINGS

    language, naming = ctx.find_root().meta["ui"], NAMINGS.get(units)
    edition = read_edition(file, lang, tracked)[0]
    if cases is not None:
        for case in read_cases(cases, "id", "citation"):
            write_line({"id": case["id"]} | found_at(edition, case["citation"], language, naming))
        return
    answers = [{"citation": citation} | found_at(edition, citation, language, naming) for citation in citations]
    if as_json:
        write_json(answers)
    for answer in answers:
        if "error" in answer:
            click.echo(answer["error"], err=True)
        elif not as_json:
            click.echo(f"{answer['address']}\n{answer['text']}")
    if any("error" in answer for answer in answers):
        ctx.exit(2)


def found_at(edition: Edition, citation: str, language: str, naming: Naming | None = None) -> dict[str, Any]:
    """{address, text} of what a citation or an address names, or {error} with a sentence in `language`.

    `naming`: the names of units that the act uses, where they are not to be told from its text.
    """
    from amendments.law.locating import answer, nothing_at

    address = citation.strip()
    if not _ADDRESS.fullmatch(address):
        return answer(edition, citation, language, naming)
    target = edition.locate(address)
    if target is None:
        return {"error": nothing_at(edition, address, language, naming)}
    return {"address": address, "text": target.words}
