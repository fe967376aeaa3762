"""`tuzetu migrate`: the database's tables, up and down."""

from __future__ import annotations

import click

from service.commands.common import unreachable
from service.errors import message


@click.command()
@click.option("--to", "revision", default="head", help="A revision, head (newest) or base (no tables).")
@click.option("--down", is_flag=True, help="Go down to the revision; what later tables held is lost.")
@click.pass_context
def migrate(ctx: click.Context, revision: str, down: bool) -> None:
    """Bring the database to the newest tables, or to those of a revision."""
    from alembic.util import CommandError
    from sqlalchemy.exc import OperationalError

    from service.config import load
    from service.errors import NotFound
    from service.store.migrate import current, downgrade, upgrade

    url = load().database_url
    try:
        (downgrade if down else upgrade)(url, revision)
        found = current(url)
    except CommandError as error:
        raise NotFound("revision_unknown", revision=revision) from error
    except OperationalError as error:
        raise unreachable(error) from error
    click.echo(message("migrated", ctx.find_root().meta["ui"], {"revision": found or "base"}))
