"""`tuzetu powers`: who may do what at which level, and what of it is double, missing or another's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from service.commands.common import file_argument, json_option, lang_option, read_edition, write_json

if TYPE_CHECKING:
    from amendments.law.edition import Edition


@click.command()
@file_argument
@lang_option
@json_option
def powers(file: Path, lang: str, as_json: bool) -> None:
    """Read the powers of local bodies out of FILE: who, at which level, does what."""
    answer = judged(read_edition(file, lang)[0])
    if as_json:
        write_json(answer)
        return
    for power in answer["powers"]:
        click.echo("{address}  {level}  {body}  {action}  {object}".format(**power))
    for unread in answer["unread"]:
        click.echo("{address}: {reason}: {words}".format(**unread), err=True)


def judged(edition: Edition) -> dict[str, Any]:
    """The register of a text with its candidates, the best first, as JSON."""
    from amendments.powers import as_json, judge, register

    found = register(edition)
    judged = judge(found)
    language = found.language
    subject = {name: about.subject for name, about in judged.about.items()}
    return {
        "language": language,
        "powers": [
            as_json.power(one, level, subject.get(one.id, "")) for one in found.powers for level in one.levels or ("",)
        ],
        "duplicates": [as_json.duplicate(one, language) for one in judged.duplicates],
        "non_core": [as_json.non_core(one, language) for one in judged.non_core],
        "missing": [as_json.missing(one, language) for one in judged.missing],
        "unread": [as_json.unread(one) for one in found.unread],
    }
