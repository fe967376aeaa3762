"""`tuzetu clarity`: vague wording in a text."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from service.commands.common import (
    cases_option,
    json_option,
    lang_option,
    one_of_file_and_cases,
    opened,
    read_cases,
    read_edition,
    tracked_option,
    write_json,
    write_line,
)
from service.errors import UserError, message

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
@click.option(
    "--recheck", is_flag=True, help="Instead: search everything stored in the database again by today's rules."
)
@click.pass_context
def clarity(
    ctx: click.Context,
    file: Path | None,
    lang: str,
    as_json: bool,
    cases: Path | None,
    tracked: Tracked,
    rules: Path | None,
    recheck: bool,
) -> None:
    """Find vague wording in FILE, or in each case of --cases: {id, lang, text} with the text of one provision.

    With --recheck: search all stored editions and amendments again; people's answers stay with their words. The
    service does the same by itself when it starts with other rules than those it was last searched by.
    """
    if recheck:
        if file or cases or rules:
            raise UserError("recheck_alone")
        _recheck(ctx.find_root().meta["ui"])
        return
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


def _recheck(language: str) -> None:
    from tqdm import tqdm

    from service.store.audit import CLI
    from service.store.searching_anew import search_anew

    with opened() as (_, database), database.writing() as session, tqdm(disable=None) as bar:

        def tell(done: int, total: int, what: str) -> None:
            bar.total = total
            bar.set_postfix_str(what, refresh=False)
            bar.update(done - bar.n)

        found = search_anew(session, CLI, tell)
    click.echo(message("searched_anew", language, asdict(found)))


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
