"""Keep editions' texts as differences from one another.

Revision: 0003
Follows: 0002
Written: 2026-11-24 08:20:00

The way of packing is written out here as it was at this version: a migration must outlive the code around it.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from itertools import groupby
from typing import Any

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

LONGEST = 32
PARTS = ("kind", "number", "lead", "label", "text", "after")
Nodes = list[tuple[Any, ...]]

edition = sa.table("edition", sa.column("id"), sa.column("act_id"), sa.column("language"), sa.column("in_force_from"))
edition_text = sa.table(
    "edition_text",
    sa.column("edition_id", sa.Integer()),
    sa.column("series_id", sa.Integer()),
    sa.column("step", sa.Integer()),
    sa.column("kept", sa.LargeBinary()),
    sa.column("brought", sa.LargeBinary()),
)
piece = sa.table("piece", sa.column("id", sa.Integer()), sa.column("hash"), *map(sa.column, PARTS))
edition_piece = sa.table("edition_piece", *map(sa.column, ("edition_id", "position", "piece_id", "depth")))


def upgrade() -> None:
    op.create_table(
        "edition_text",
        sa.Column("edition_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("kept", sa.LargeBinary(), nullable=False),
        sa.Column("brought", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_edition_text_edition_id_edition")),
        sa.ForeignKeyConstraint(["series_id"], ["edition.id"], name=op.f("fk_edition_text_series_id_edition")),
        sa.PrimaryKeyConstraint("edition_id", name=op.f("pk_edition_text")),
        sa.UniqueConstraint("series_id", "step", name=op.f("uq_edition_text_series_id_step")),
    )
    _pack_all(op.get_bind())
    with op.batch_alter_table("edition_piece", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_edition_piece_piece_id"))

    op.drop_table("edition_piece")
    op.drop_table("piece")


def downgrade() -> None:
    op.create_table(
        "piece",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hash", sqlmodel.sql.sqltypes.AutoString(length=64), nullable=False),
        sa.Column("kind", sqlmodel.sql.sqltypes.AutoString(length=20), nullable=False),
        sa.Column("number", sqlmodel.sql.sqltypes.AutoString(length=200), nullable=False),
        sa.Column("lead", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_piece")),
        sa.UniqueConstraint("hash", name=op.f("uq_piece_hash")),
    )
    op.create_table(
        "edition_piece",
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("piece_id", sa.Integer(), nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name=op.f("fk_edition_piece_edition_id_edition"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["piece_id"], ["piece.id"], name=op.f("fk_edition_piece_piece_id_piece")),
        sa.PrimaryKeyConstraint("edition_id", "position", name=op.f("pk_edition_piece")),
    )
    with op.batch_alter_table("edition_piece", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_edition_piece_piece_id"), ["piece_id"], unique=False)

    _unpack_all(op.get_bind())
    op.drop_table("edition_text")


def _pack_all(connection: sa.Connection) -> None:
    editions = connection.execute(
        sa.select(edition.c.id, edition.c.act_id, edition.c.language).order_by(
            edition.c.act_id, edition.c.language, edition.c.in_force_from
        )
    ).all()
    for _, group in groupby(editions, key=lambda row: (row.act_id, row.language)):
        base: Nodes = []
        series = step = 0
        for row in group:
            nodes = _pieces_of(connection, row.id)
            kept, brought = _pack(nodes, base if step < LONGEST else [])
            series, step = (series, step) if kept else (row.id, 0)
            values = {"edition_id": row.id, "series_id": series, "step": step, "kept": kept, "brought": brought}
            connection.execute(sa.insert(edition_text).values(values))
            base, step = nodes, step + 1


def _pieces_of(connection: sa.Connection, edition_id: int) -> Nodes:
    rows = connection.execute(
        sa.select(edition_piece.c.depth, *(piece.c[part] for part in PARTS))
        .join(piece, piece.c.id == edition_piece.c.piece_id)
        .where(edition_piece.c.edition_id == edition_id)
        .order_by(edition_piece.c.position)
    ).all()
    return [tuple(row) for row in rows]


def _unpack_all(connection: sa.Connection) -> None:
    rows = connection.execute(sa.select(edition_text).order_by(edition_text.c.series_id, edition_text.c.step)).all()
    known: dict[str, int] = {}
    nodes: Nodes = []
    for row in rows:
        nodes = _unpack(row.kept, row.brought, nodes)
        pieces, places = [], []
        for position, (depth, *parts) in enumerate(nodes):
            key = hashlib.sha256("\x1f".join(f"{len(part)}:{part}" for part in parts).encode()).hexdigest()
            if key not in known:
                known[key] = len(known) + 1
                pieces.append({"id": known[key], "hash": key, **dict(zip(PARTS, parts, strict=True))})
            places.append({"edition_id": row.edition_id, "position": position, "piece_id": known[key], "depth": depth})
        if pieces:
            connection.execute(sa.insert(piece), pieces)
        connection.execute(sa.insert(edition_piece), places)
    if known and connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT setval(pg_get_serial_sequence('piece', 'id'), :last)"), {"last": len(known)})


def _pack(nodes: Nodes, base: Nodes) -> tuple[bytes, bytes]:
    places = {node: place for place, node in reversed(list(enumerate(base)))}
    runs: list[list[int]] = []
    brought: Nodes = []
    new = following = 0
    for node in nodes:
        at = following if following < len(base) and base[following] == node else places.get(node, -1)
        if at < 0:
            brought.append(node)
            new += 1
            continue
        if runs and not new and at == following:
            runs[-1][2] += 1
        else:
            runs.append([new, at, 1])
            new = 0
        following = at + 1
    if not base or 2 * len(brought) > len(nodes):
        return b"", _compress(nodes)
    return _compress(runs), _compress(brought, _dictionary(base, runs))


def _unpack(kept: bytes, brought: bytes, base: Nodes) -> Nodes:
    if not kept:
        return [tuple(node) for node in json.loads(zlib.decompress(brought))]
    runs = json.loads(zlib.decompress(kept))
    opener = zlib.decompressobj(zdict=_dictionary(base, runs))
    news = [tuple(node) for node in json.loads(opener.decompress(brought) + opener.flush())]
    nodes: Nodes = []
    at = 0
    for new, first, count in runs:
        nodes += [*news[at : at + new], *base[first : first + count]]
        at += new
    return nodes + news[at:]


def _dictionary(base: Nodes, runs: list[list[int]]) -> bytes:
    kept = {place for _, first, count in runs for place in range(first, first + count)}
    return "".join(node[5] for place, node in enumerate(base) if place not in kept).encode()[-32_768:]


def _json(values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def _compress(values: object, dictionary: bytes = b"") -> bytes:
    packer = zlib.compressobj(9, zdict=dictionary)
    return packer.compress(_json(values)) + packer.flush()
