"""`tuzetu import`: bring editions of an act into the service."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from service.commands.common import opened, tracked_option
from service.errors import UserError, message

if TYPE_CHECKING:
    from amendments.sources.docx import Tracked

_SHOWN = 10


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path), required=False)
@click.option("--history", type=click.Path(path_type=Path), help="A git repository: import every edition it ever held.")
@click.option("--path", "folder", default=".", help="With --history: the act's folder in the repository.")
@click.option("--lang", type=click.Choice(["ru", "kk"]), help="For a single file: its language.")
@click.option("--date", "on", type=click.DateTime(["%Y-%m-%d"]), help="For a single file: in force from.")
@click.option("--code", help="For a single file: code of the act.")
@click.option("--requisite", default="", help="For a single file of a new act: its requisite.")
@click.option("--title-ru", default="", help="For a single file of a new act: its title in Russian.")
@click.option("--title-kk", default="", help="For a single file of a new act: its title in Kazakh.")
@click.option("--caused-by", default="", help="For a single file: the act that brought this edition about.")
@tracked_option
@click.pass_context
def import_(
    ctx: click.Context,
    path: Path | None,
    history: Path | None,
    folder: str,
    lang: str | None,
    on: datetime | None,
    code: str | None,
    requisite: str,
    title_ru: str,
    title_kk: str,
    caused_by: str,
    tracked: Tracked,
) -> None:
    """Import PATH: a folder (meta.yaml, rus/DATE.md, kaz/DATE.md) or a single file with --lang, --date and --code.

    A single file may be of any kind that “tuzetu read” takes.

    All or nothing. Importing the same again changes nothing and says so. With --history REPOSITORY --path FOLDER the
    folder's whole past in git is imported, edition by edition; interrupted, it goes on where it was when run again.
    """
    if history is not None and path is None:
        _history(history, folder, ctx.find_root().meta["ui"])
        return
    if path is None or history is not None:
        raise UserError("import_path_or_history")
    from amendments.sources.error import SourceError
    from service.reading import SourceRefused
    from service.store.audit import CLI
    from service.store.importing import import_folder, import_sources
    from service.store.sources import ActDescription, EditionSource

    if not path.exists():
        raise SourceRefused(SourceError("not_found", path=path), "")
    source = None if path.is_dir() else _single(path, lang, on, code, caused_by)
    act = ActDescription(code or "", requisite, title_ru or title_kk or path.stem, title_kk or title_ru or path.stem)
    with opened() as (settings, database), _Bar() as bar, database.writing() as session:
        limit = settings.max_upload_bytes
        if source is None:
            report = import_folder(session, path, CLI, bar.tell, limit=limit)
        else:
            report = import_sources(session, act, [EditionSource(*source)], CLI, bar.tell, limit=limit, tracked=tracked)
    code_of = "import_done" if report.changed_anything else "import_nothing_new"
    params = {
        "act": report.act_code,
        "added": len(report.added),
        "unchanged": len(report.unchanged),
        "findings": report.findings,
    }
    click.echo(message(code_of, ctx.find_root().meta["ui"], params))


def _history(repository: Path, folder: str, ui: str) -> None:
    from service.commands.history import import_history

    with opened() as (settings, database), _Bar() as bar:
        report = import_history(database, repository, folder, ui, settings.max_upload_bytes, bar.tell)
    counts = {"added": report.added, "unchanged": report.unchanged, "findings": report.findings}
    code = "import_done" if report.added else "import_nothing_new"
    click.echo(message(code, ui, {"act": report.act_code, **counts}))
    if report.corrected:
        click.echo(message("history_corrected", ui, {"count": report.corrected}))
    for commit, reason in report.skipped[:_SHOWN]:
        click.echo(message("history_skipped", ui, {"commit": commit, "reason": reason}), err=True)
    if len(report.skipped) > _SHOWN:
        click.echo(message("history_skipped_more", ui, {"count": len(report.skipped) - _SHOWN}), err=True)


def _single(
    path: Path, lang: str | None, on: datetime | None, code: str | None, caused_by: str
) -> tuple[Path, str, date, str]:
    if lang is None or on is None or code is None:
        missing = [name for name, value in (("--lang", lang), ("--date", on), ("--code", code)) if value is None]
        raise UserError("import_options", options=", ".join(missing))
    return path, lang, on.date(), caused_by


class _Bar:
    """A progress bar on standard error, where that is a terminal."""

    def __enter__(self) -> _Bar:
        from tqdm import tqdm

        self.bar = tqdm(unit="", disable=None, bar_format="{desc} {bar} {n_fmt}/{total_fmt} {elapsed}")
        return self

    def __exit__(self, *_error: object) -> None:
        self.bar.close()

    def tell(self, done: int, total: int, what: str) -> None:
        """Show how far it is."""
        self.bar.total, self.bar.n = total, done
        self.bar.set_description_str(what)
        self.bar.refresh()
