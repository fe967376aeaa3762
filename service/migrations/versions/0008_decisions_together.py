"""Say which decisions were made at once, and which one a decision undoes.

Revision: 0008
Follows: 0007
Written: 2026-11-24 12:50:00
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_NEW = ("together_id", "undoes_id")


def upgrade() -> None:
    with op.batch_alter_table("decision", schema=None) as batch_op:
        for name in _NEW:
            batch_op.add_column(sa.Column(name, sa.Integer(), nullable=True))
            batch_op.create_foreign_key(batch_op.f(f"fk_decision_{name}_decision"), "decision", [name], ["id"])
        batch_op.create_index(batch_op.f("ix_decision_together_id"), ["together_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decision_together_id"))
        for name in reversed(_NEW):
            batch_op.drop_constraint(batch_op.f(f"fk_decision_{name}_decision"), type_="foreignkey")
            batch_op.drop_column(name)
