"""`tuzetu clarity`: vague wording in a text."""

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
    tracked_option,
    write_json,
    write_line,
)
from service.errors import UserError

if TYPE_CHECKING:
    from amendments.clarity import Clarity
    from amendments.sources.docx import Tracked


class RulesUnusable(UserError):
    """A chamber's own rules cannot be used; the message lists everything that is wrong with them."""

    def message(self, language: str = "ru") -> str:
        """One line for each problem: file, rule, field and what is expected there."""
        return "\n".join(problem.describe(language) for problem in self.params["problems"])


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@lang_option
@json_option
@cases_option
@tracked_option
@click.option(
    "--rules",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder of a chamber's own rule files, read after the ones that are built in.",
)
def clarity(
    file: Path | None, lang: str, as_json: bool, cases: Path | None, tracked: Tracked, rules: Path | None
) -> None:
    """Find vague wording in FILE, or in each case of --cases: {id, lang, text} with the text of one provision."""
    one_of_file_and_cases(file, cases)
    engine = _engine(rules)
    if cases is not None:
        _cases(cases, engine)
        return
    from amendments.clarity import find_in_edition

    edition = read_edition(file or Path(), lang, tracked)[0]
    findings = [finding.as_json() for finding in find_in_edition(edition, engine)]
    if as_json:
        write_json({"findings": findings})
        return
    for finding in findings:
        click.echo("{address}  {factor}  {weight}  «{quote}»  ({rule})".format(**finding))


def _engine(rules: Path | None) -> Clarity:
    from amendments.clarity import BUILT_IN, Clarity, default_clarity, load
    from amendments.clarity.problems import RuleError

    if rules is None:
        return default_clarity()
    try:
        return Clarity(book=load((BUILT_IN, rules)))
    except RuleError as error:
        raise RulesUnusable("rules_unusable", problems=error.problems) from error


def _cases(path: Path, engine: Clarity) -> None:
    for case in read_cases(path, "id", "lang", "text"):
        findings = engine.find(case["text"], case["lang"])
        write_line({"id": case["id"], "findings": [finding.as_json() for finding in findings]})
