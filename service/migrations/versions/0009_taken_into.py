"""Keep which amendment holds the words of another one in a joint text, and with which decision it came to be so.

Revision: 0009
Follows: 0008
Written: 2026-11-24 17:50:00
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_TABLES = ("amendment", "decision")
_NAME = "taken_into_id"


def upgrade() -> None:
    for table in _TABLES:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column(_NAME, sa.Integer(), nullable=True))
            batch_op.create_foreign_key(batch_op.f(f"fk_{table}_{_NAME}_amendment"), "amendment", [_NAME], ["id"])
            if table == "amendment":
                batch_op.create_index(batch_op.f(f"ix_{table}_{_NAME}"), [_NAME], unique=False)


def downgrade() -> None:
    for table in reversed(_TABLES):
        with op.batch_alter_table(table, schema=None) as batch_op:
            if table == "amendment":
                batch_op.drop_index(batch_op.f(f"ix_{table}_{_NAME}"))
            batch_op.drop_constraint(batch_op.f(f"fk_{table}_{_NAME}_amendment"), type_="foreignkey")
            batch_op.drop_column(_NAME)
