"""What commands share: reading texts and cases, writing JSON, opening the database."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from service.errors import Invalid, UserError

if TYPE_CHECKING:
    from amendments.law.edition import Edition
    from amendments.sources.docx import Tracked
    from amendments.sources.source import Source
    from service.config import Settings
    from service.store.database import Database

LANGUAGES = ("ru", "kk")
F = TypeVar("F", bound=Callable[..., Any])

lang_option = click.option("--lang", type=click.Choice(["ru", "kk"]), default="ru", help="Language of the text.")
json_option = click.option("--json", "as_json", is_flag=True, help="Write JSON.")
cases_option = click.option(
    "--cases", type=click.Path(path_type=Path), help="JSON lines to answer, a line each; FILE is then left out."
)
file_argument = click.argument("file", type=click.Path(path_type=Path))


tracked_option = click.option(
    "--tracked",
    type=click.Choice(["refuse", "new", "old"]),
    default="refuse",
    help="For a Word document with changes not yet decided: read the new text, the old one, or refuse it.",
)


def read_edition(path: Path, language: str, tracked: Tracked = "refuse") -> tuple[Edition, Source]:
    """Read a file of any kind as a law in `language`, with all the checks; what was read from it beside it.

    What a person should check is told on standard error. Raises SourceRefused.
    """
    from service.reading import read_law_file, refusing

    source = read_law_file(path, language, tracked=tracked)
    with refusing(path.name):
        edition = source.edition(language)
    tell_remarks(path.name, source)
    return edition, source


def tell_remarks(name: str, source: Source) -> None:
    """Say on standard error what a person should check in what was read from a file."""
    from amendments.sources.source import REMARKS

    language = click.get_current_context().find_root().meta["ui"]
    for remark in source.remarks:
        click.echo(f"{name}: {REMARKS[remark][language]}", err=True)


def write_json(value: Any) -> None:
    """Write a value as indented UTF-8 JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def write_line(value: Any) -> None:
    """Write a value as a line of JSON, at once, so that a reader at the other end can go on."""
    click.echo(json.dumps(value, ensure_ascii=False))


def read_cases(path: Path, *fields: str) -> Iterator[dict[str, Any]]:
    """The records of a JSON-lines file, each with text in the named fields ("id" may be any value, "lang" ru or kk).

    Raises Invalid("cases_line") naming the line, before any record is given.
    """
    from service.reading import read_text_file

    records = []
    for number, line in enumerate(read_text_file(path).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            record = None
        fits = isinstance(record, dict) and all(isinstance(record.get(f), str) or f == "id" for f in fields)
        if not fits or "id" not in record or record.get("lang", "ru") not in LANGUAGES:
            raise Invalid("cases_line", name=path.name, line=number, fields=", ".join(fields))
        records.append(record)
    yield from records


def one_of_file_and_cases(file: Path | None, cases: Path | None) -> None:
    """Raise UserError("cases_or_file") unless exactly one is given."""
    if (file is None) == (cases is None):
        raise UserError("cases_or_file")


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises UserError("output_unwritable")."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        reason = error.strerror or type(error).__name__
        raise UserError("output_unwritable", name=path.name, reason=reason) from error


def write_bytes(data: bytes) -> None:
    """Write bytes to standard output, exactly."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


@contextmanager
def opened() -> Iterator[tuple[Settings, Database]]:
    """The settings and the database they name, at the newest tables.

    An empty database is brought there; one of another version is left alone: UserError("database_not_migrated").
    Raises UserError("database_unreachable") when it does not answer.
    """
    from sqlalchemy.exc import OperationalError

    from service.config import load
    from service.store import migrate
    from service.store.database import Database

    settings = load()
    database = Database(settings.database_url)
    try:
        found = migrate.current(settings.database_url)
        if found is None:
            migrate.upgrade(settings.database_url)
        elif found != migrate.newest():
            raise UserError("database_not_migrated", found=found, needed=migrate.newest())
        yield settings, database
    except OperationalError as error:
        raise unreachable(error) from error
    finally:
        database.close()


def unreachable(error: Exception) -> UserError:
    """The sentence for a database that does not answer; the driver's first line says why, without the URL."""
    reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
    return UserError("database_unreachable", reason=reason)
