"""Where the Russian and the Kazakh text of one act order different things, as commands tell it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from amendments.instructions.twins import Difference


def differences_json(found: Sequence[Difference], spoken: str) -> list[dict[str, object]]:
    """Differences as JSON, each with its sentence in the language spoken."""
    return [
        {
            "language": one.language,
            "sort": one.sort,
            "address": one.address,
            "count": one.count,
            "detail": one.describe(spoken),
        }
        for one in found
    ]


def tell_differences(found: Sequence[Difference], spoken: str) -> None:
    """Differences on standard error, a line each."""
    for one in found:
        click.echo(one.describe(spoken), err=True)
