"""Keep drafts of amendments, who is at them, how they are carried on; say what each revision was written against.

Revision: 0006
Follows: 0005
Written: 2026-11-24 10:40:00
"""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _drafts()
    _presence()
    _choices()
    with op.batch_alter_table("amendment_revision", schema=None) as batch_op:
        batch_op.add_column(sa.Column("base_date", sa.Date(), nullable=True))
    # until now no bill could move: every revision was written against the edition that its bill has
    op.execute(
        "UPDATE amendment_revision SET base_date = (SELECT bill.base_date FROM bill JOIN amendment"
        " ON amendment.bill_id = bill.id WHERE amendment.id = amendment_revision.amendment_id)"
    )
    with op.batch_alter_table("amendment_revision", schema=None) as batch_op:
        batch_op.alter_column("base_date", existing_type=sa.Date(), nullable=False)


def _drafts() -> None:
    op.create_table(
        "amendment_draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("amendment_id", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_amendment_draft_account_id_account")),
        sa.ForeignKeyConstraint(
            ["amendment_id"], ["amendment.id"], name=op.f("fk_amendment_draft_amendment_id_amendment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment_draft")),
    )
    with op.batch_alter_table("amendment_draft", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_amendment_draft_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_amendment_draft_amendment_id"), ["amendment_id"], unique=False)


def _presence() -> None:
    op.create_table(
        "amendment_presence",
        sa.Column("amendment_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_amendment_presence_account_id_account")),
        sa.ForeignKeyConstraint(
            ["amendment_id"], ["amendment.id"], name=op.f("fk_amendment_presence_amendment_id_amendment")
        ),
        sa.PrimaryKeyConstraint("amendment_id", "account_id", name=op.f("pk_amendment_presence")),
    )


def _choices() -> None:
    op.create_table(
        "carry_choice",
        sa.Column("amendment_id", sa.Integer(), nullable=False),
        sa.Column("bill_id", sa.Integer(), nullable=False),
        sa.Column("target", sa.Date(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("way", sqlmodel.sql.sqltypes.AutoString(length=32), nullable=False),
        sa.Column("instruction_ru", sa.Text(), nullable=False),
        sa.Column("instruction_kk", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["amendment_id"], ["amendment.id"], name=op.f("fk_carry_choice_amendment_id_amendment")
        ),
        sa.ForeignKeyConstraint(["bill_id"], ["bill.id"], name=op.f("fk_carry_choice_bill_id_bill")),
        sa.ForeignKeyConstraint(["by_id"], ["account.id"], name=op.f("fk_carry_choice_by_id_account")),
        sa.PrimaryKeyConstraint("amendment_id", name=op.f("pk_carry_choice")),
    )
    with op.batch_alter_table("carry_choice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_carry_choice_bill_id"), ["bill_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("amendment_revision", schema=None) as batch_op:
        batch_op.drop_column("base_date")
    op.drop_table("carry_choice")
    op.drop_table("amendment_presence")
    op.drop_table("amendment_draft")
