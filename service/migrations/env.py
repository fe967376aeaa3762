"""How Alembic meets our tables. The connection comes from `service.store.migrate`, already in a transaction."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context

from service.store.tables import METADATA
from service.store.tables.base import UtcDateTime, Word


def _plain_types(kind: str, item: Any, _autogen: Any) -> str | Literal[False]:
    """Write our column types as what they are in the database: a migration must outlive our classes."""
    if kind == "type" and isinstance(item, Word):
        return "sa.String(length=32)"
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    compare_type=True,
    render_as_batch=True,
    render_item=_plain_types,
)
context.run_migrations()
