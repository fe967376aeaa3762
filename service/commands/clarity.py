"""`tuzetu clarity`: vague wording in a text."""

from __future__ import annotations

from pathlib import Path

import click

from service.commands.common import (
    cases_option,
    json_option,
    lang_option,
    one_of_file_and_cases,
    read_cases,
    read_edition,
    write_json,
    write_line,
)


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@lang_option
@json_option
@cases_option
def clarity(file: Path | None, lang: str, as_json: bool, cases: Path | None) -> None:
    """Find vague wording in FILE, or in each case of --cases: {id, lang, text} with the text of one provision."""
    one_of_file_and_cases(file, cases)
    if cases is not None:
        _cases(cases)
        return
    from amendments.clarity import find_in_edition

    edition = read_edition(file or Path(), lang)[0]
    findings = [finding.as_json() for finding in find_in_edition(edition)]
    if as_json:
        write_json({"findings": findings})
        return
    for finding in findings:
        click.echo("{address}  {factor}  {weight}  «{quote}»  ({rule})".format(**finding))


def _cases(path: Path) -> None:
    from amendments.clarity import find

    for case in read_cases(path, "id", "lang", "text"):
        findings = find(case["text"], case["lang"])
        write_line({"id": case["id"], "findings": [finding.as_json() for finding in findings]})
