"""`tuzetu settings`: what can be set, and what is."""

from __future__ import annotations

import click


@click.command()
@click.option("--markdown", is_flag=True, help="Write the page of the documentation instead.")
def settings(markdown: bool) -> None:
    """Show every setting with its value in force (secrets are not shown)."""
    from service.config import SETTINGS, load, settings_page

    if markdown:
        click.echo(settings_page(), nl=False)
        return
    values = load()
    for setting in SETTINGS:
        value = "…" if setting.secret else getattr(values, setting.name)
        click.echo(f"{setting.variable:22} {value}")
