"""`tuzetu check`: is the database whole?"""

from __future__ import annotations

import click

from service.commands.common import opened
from service.errors import UserError, message


@click.command()
@click.pass_context
def check(ctx: click.Context) -> None:
    """Check that the database has the newest tables, every edition gives its text, and the audit log is unbroken."""
    from service.store.audit import verify
    from service.store.editions import check_texts

    language = ctx.find_root().meta["ui"]
    with opened() as (_, database), database.reading() as session:
        checked, damaged = check_texts(session)
        if damaged:
            raise UserError("editions_broken", editions="; ".join(damaged))
        chain = verify(session)
        if chain.broken_at is not None:
            raise UserError("audit_broken", number=chain.broken_at, rows=chain.rows)
    click.echo(message("check_done", language, {"editions": checked, "rows": chain.rows}))
