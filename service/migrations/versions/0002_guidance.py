"""Keep what a person decided about reading an instruction.

Revision: 0002
Follows: 0001
Written: 2026-11-24 08:15:00
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("amendment_revision", schema=None) as batch_op:
        batch_op.add_column(sa.Column("guidance", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("amendment_revision", schema=None) as batch_op:
        batch_op.drop_column("guidance")
