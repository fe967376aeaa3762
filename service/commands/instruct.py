"""`tuzetu instruct`: the amending instruction that turns one text into another, and its twin in the other language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from amendments.law.languages import OTHER
from service.commands.common import json_option, lang_option, read_edition, tracked_option, write_json
from service.commands.pairs import differences_json, tell_differences
from service.errors import message

if TYPE_CHECKING:
    from amendments.instructions.drafting import Drafted
    from amendments.instructions.twins import Difference
    from amendments.sources.docx import Tracked

_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("old", type=_PATH)
@click.argument("new", type=_PATH)
@lang_option
@click.option("--pair", nargs=2, type=_PATH, metavar="OLD NEW", help="The same two texts in the other language.")
@json_option
@tracked_option
@click.pass_context
def instruct(
    ctx: click.Context, old: Path, new: Path, lang: str, pair: tuple[Path, Path] | None, as_json: bool, tracked: Tracked
) -> None:
    """Write the instruction that turns OLD into NEW; with --pair also its twin, and where the two order otherwise.

    What is written was read and applied first. Changes that no formula orders are listed, and the exit code is 2.
    """
    from amendments.instructions.drafting import draft_between
    from amendments.instructions.twins import differences

    spoken = ctx.find_root().meta["ui"]
    found = {lang: draft_between(*(read_edition(path, lang, tracked)[0] for path in (old, new)))}
    if pair is not None:
        other = OTHER[lang]
        found[other] = draft_between(*(read_edition(path, other, tracked)[0] for path in pair))
    unlike = differences(found["ru"].operations, found["kk"].operations) if pair is not None else []
    if as_json:
        write_json(_report(found, lang, unlike, spoken))
    else:
        _tell(found, unlike, spoken)
    if any(one.unwritten for one in found.values()):
        ctx.exit(2)


def _tell(found: dict[str, Drafted], unlike: list[Difference], spoken: str) -> None:
    """The instructions on standard output, what is said of them on standard error."""
    click.echo("\n\n".join(one.text for one in found.values() if one.text), nl=any(one.text for one in found.values()))
    for language, one in found.items():
        for left in one.unwritten:
            click.echo(left.describe(spoken), err=True)
        if one.list_ends:
            places = ", ".join(one.list_ends)
            click.echo(message("instruct_list_ends", spoken, {"places": places}), err=True)
        if not one.text and not one.unwritten:
            click.echo(message("instruct_same", spoken, {"language": language}), err=True)
    tell_differences(unlike, spoken)


def _report(found: dict[str, Drafted], lang: str, unlike: list[Difference], spoken: str) -> dict[str, object]:
    data = _draft(found[lang], lang, spoken)
    if len(found) > 1:
        other = OTHER[lang]
        data["twin"] = _draft(found[other], other, spoken)
        data["differences"] = differences_json(unlike, spoken)
    return data


def _draft(one: Drafted, language: str, spoken: str) -> dict[str, object]:
    from amendments.operations.model import to_json

    return {
        "language": language,
        "instruction": one.text,
        "operations": [to_json(operation) for operation in one.operations],
        "unwritten": [
            {
                "code": left.code,
                "kind": left.operation.kind,
                "address": left.operation.address,
                "detail": left.describe(spoken),
            }
            for left in one.unwritten
        ],
        "list_ends": list(one.list_ends),
    }
