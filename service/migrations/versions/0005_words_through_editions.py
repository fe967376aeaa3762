"""Let answers follow words through editions, ask again where a provision changed; votes and remarks on findings.

Revision: 0005
Follows: 0004
Written: 2026-11-24 10:40:00
"""

from __future__ import annotations

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_WORD = sqlmodel.sql.sqltypes.AutoString


def upgrade() -> None:
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.add_column(sa.Column("levels", _WORD(length=80), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("lineage", _WORD(length=64), nullable=False, server_default=""))
        batch_op.create_index(batch_op.f("ix_finding_lineage"), ["lineage"], unique=False)
    with op.batch_alter_table("verdict", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lineage", _WORD(length=64), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("quote", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("rule", _WORD(length=100), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("rule_version", sa.Integer(), nullable=False, server_default="1"))
        batch_op.add_column(sa.Column("newest", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.create_index(batch_op.f("ix_verdict_lineage"), ["lineage"], unique=False)
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("finding", _WORD(length=64), nullable=False, server_default=""))
        batch_op.create_index(batch_op.f("ix_comment_finding"), ["finding"], unique=False)
    # what was stored before knows one print only: it names the words too, until the findings are searched anew
    op.execute("UPDATE finding SET lineage = fingerprint")
    op.execute(
        "UPDATE verdict SET lineage = fingerprint, newest = latest,"
        " quote = COALESCE((SELECT MIN(quote) FROM finding WHERE finding.fingerprint = verdict.fingerprint), ''),"
        " rule = COALESCE((SELECT MIN(rule) FROM finding WHERE finding.fingerprint = verdict.fingerprint), '')"
    )
    op.create_table(
        "finding_vote",
        sa.Column("fingerprint", _WORD(length=64), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(length=32), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_finding_vote_account_id_account")),
        sa.PrimaryKeyConstraint("fingerprint", "account_id", name=op.f("pk_finding_vote")),
    )


def downgrade() -> None:
    op.drop_table("finding_vote")
    op.execute("DELETE FROM comment WHERE finding <> ''")
    with op.batch_alter_table("comment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_comment_finding"))
        batch_op.drop_column("finding")
    with op.batch_alter_table("verdict", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_verdict_lineage"))
        for column in ("newest", "rule_version", "rule", "quote", "lineage"):
            batch_op.drop_column(column)
    with op.batch_alter_table("finding", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_finding_lineage"))
        batch_op.drop_column("lineage")
        batch_op.drop_column("levels")
