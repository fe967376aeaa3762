"""Keep which amendment holds the words of another one in a joint text.

Revision: 0008
Follows: 0007
Written: 2026-11-24 17:50:00
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("amendment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("taken_into_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_amendment_taken_into_id_amendment"), "amendment", ["taken_into_id"], ["id"]
        )
        batch_op.create_index(batch_op.f("ix_amendment_taken_into_id"), ["taken_into_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("amendment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_amendment_taken_into_id"))
        batch_op.drop_constraint(batch_op.f("fk_amendment_taken_into_id_amendment"), type_="foreignkey")
        batch_op.drop_column("taken_into_id")
