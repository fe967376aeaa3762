"""`tuzetu apply`: instructions of an amending act applied to a text, exactly or refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from amendments.law.languages import OTHER
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
from service.commands.pairs import differences_json, tell_differences
from service.errors import UserError

if TYPE_CHECKING:
    from amendments.instructions.twins import Difference
    from amendments.sources.docx import Tracked


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--instruction", type=click.Path(path_type=Path), help="The file with the amending act's words.")
@lang_option
@click.option(
    "--pair",
    nargs=2,
    type=click.Path(path_type=Path),
    metavar="FILE INSTRUCTION",
    help="The same text and the same act in the other language.",
)
@json_option
@cases_option
@tracked_option
@click.pass_context
def apply(
    ctx: click.Context,
    file: Path | None,
    instruction: Path | None,
    lang: str,
    pair: tuple[Path, Path] | None,
    as_json: bool,
    cases: Path | None,
    tracked: Tracked,
) -> None:
    """Apply --instruction to FILE and write the new text, or answer each case {id, lang, instruction, before}.

    A case is answered with {id, after, operations, errors, outside}; after is null where anything is refused. With
    --pair the act is applied in both languages, and where its two texts order different things is told; the new text
    in the other language is in the JSON.
    """
    from amendments.instructions import cases as answered

    one_of_file_and_cases(file, cases)
    if cases is not None:
        for answer in answered(read_cases(cases, "id", "lang", "instruction", "before")):
            write_line(answer)
        return
    if file is None or instruction is None:
        raise UserError("instruction_needed")
    asked = [_case(file, instruction, lang, tracked)]
    if pair is not None:
        asked.append(_case(*pair, OTHER[lang], tracked))
    answers = list(answered(asked))
    unlike = _differences(asked) if pair is not None else []
    _tell(answers, unlike, ctx.find_root().meta["ui"], as_json=as_json)
    if any(answer["after"] is None for answer in answers):
        ctx.exit(2)


def _case(file: Path, instruction: Path, lang: str, tracked: Tracked) -> dict[str, object]:
    """A text and an instruction in one language, as a case."""
    from service.reading import MARK, read_law_file

    before = read_edition(file, lang, tracked)[0].text
    order = read_law_file(instruction, lang, tracked=tracked)
    tell_remarks(instruction.name, order)
    return {"id": file.name, "lang": lang, "instruction": order.text.removeprefix(MARK), "before": before}


def _differences(asked: list[dict[str, object]]) -> list[Difference]:
    """Where the two texts order different things for this law, in the order of the Russian one."""
    from amendments.instructions import parse
    from amendments.instructions.pairing import paired
    from amendments.law.reader import read

    tongues = {str(case["lang"]): case for case in asked}
    readings = {lang: parse(str(case["instruction"]), lang) for lang, case in tongues.items()}
    titles = {lang: read(str(case["before"]), lang).root.text for lang, case in tongues.items()}
    return [difference for article in paired(readings, titles) for difference in article.differences]


def _tell(answers: list[dict[str, Any]], unlike: list[Difference], spoken: str, *, as_json: bool) -> None:
    """The new text on standard output, or everything as JSON; reasons and differences on standard error."""
    answer, *twin = answers
    if as_json:
        more = {"twin": twin[0], "differences": differences_json(unlike, spoken)} if twin else {}
        write_json({**answer, **more})
        return
    if answer["after"] is not None:
        write_bytes(str(answer["after"]).encode())
    for reason in (reason for one in answers if one["after"] is None for reason in one["errors"]):
        click.echo(reason, err=True)
    tell_differences(unlike, spoken)
