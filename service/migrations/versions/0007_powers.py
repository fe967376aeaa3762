"""Keep what people say of the subjects of powers; let a proposal say whom a power should go to, in which words.

Revision: 0007
Follows: 0006
Written: 2026-11-24 11:00:00
"""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_NEW = ("to_body", "source", "words_ru", "words_kk", "reason")


def upgrade() -> None:
    op.create_table(
        "subject_correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("address", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("hash_ru", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
        sa.Column("hash_kk", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
        sa.Column("subject", sqlmodel.sql.sqltypes.AutoString(length=40), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("latest", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["act_id"], ["act.id"], name=op.f("fk_subject_correction_act_id_act")),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_subject_correction_by_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subject_correction")),
    )
    with op.batch_alter_table("subject_correction", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_subject_correction_act_id"), ["act_id"], unique=False)
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        for name in _NEW:
            batch_op.add_column(sa.Column(name, _kind(name), nullable=False, server_default=""))
    # what proposals there are was said by their authors, each as what the author is
    op.execute(
        "UPDATE proposal SET source = COALESCE((SELECT CASE account.role WHEN 'akim' THEN 'akim'"
        " WHEN 'deputy' THEN 'deputy' ELSE 'government' END FROM account WHERE account.id = proposal.author_id), '')"
    )
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        for name in _NEW:
            batch_op.alter_column(name, existing_type=_kind(name), existing_nullable=False, server_default=None)


def _kind(name: str) -> sa.types.TypeEngine[str]:
    lengths = {"to_body": 20, "source": 32}
    return sqlmodel.sql.sqltypes.AutoString(length=lengths[name]) if name in lengths else sa.Text()


def downgrade() -> None:
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        for name in reversed(_NEW):
            batch_op.drop_column(name)
    with op.batch_alter_table("subject_correction", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_subject_correction_act_id"))
    op.drop_table("subject_correction")
