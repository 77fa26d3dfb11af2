"""Scanned reply slips and the corrections on them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

Int = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "scan_image",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scan_image")),
    )
    op.create_table(
        "scan",
        *_row(),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("page", Int, nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("image_id", Int, nullable=True),
        sa.Column("set_aside_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["image_id"], ["scan_image.id"], name=op.f("fk_scan_image_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scan")),
    )
    op.create_index(op.f("ix_scan_digest"), "scan", ["digest"])
    op.create_table(
        "scanned_slip",
        *_row(),
        sa.Column("scan_id", Int, nullable=False),
        sa.Column("letter_id", Int, nullable=True),
        sa.Column("person_id", Int, nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("place", sa.JSON(), nullable=False),
        *_links("scanned_slip", scan_id="scan", letter_id="letter", person_id="person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scanned_slip")),
    )
    _index("scanned_slip", "scan_id", "letter_id", "person_id")
    with op.batch_alter_table("reply") as reply:
        reply.add_column(sa.Column("way", sa.String(), nullable=False, server_default="code"))
        reply.add_column(sa.Column("note", sa.String(), nullable=False, server_default=""))
        reply.add_column(sa.Column("slip_id", Int, nullable=True))
        reply.create_foreign_key(op.f("fk_reply_slip_id"), "scanned_slip", ["slip_id"], ["id"])
    with op.batch_alter_table("reply") as reply:
        reply.alter_column("way", existing_type=sa.String(), server_default=None)
        reply.alter_column("note", existing_type=sa.String(), server_default=None)
    _index("reply", "slip_id")
    op.create_table(
        "edit_proposal",
        *_row(),
        sa.Column("person_id", Int, nullable=False),
        sa.Column("reply_id", Int, nullable=True),
        sa.Column("slip_id", Int, nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        *_links("edit_proposal", person_id="person", reply_id="reply", slip_id="scanned_slip"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edit_proposal")),
    )
    _index("edit_proposal", "person_id", "reply_id", "slip_id", "state")


def _row() -> tuple[sa.Column[int], sa.Column[int]]:
    return (
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
    )


def _links(table: str, **columns: str) -> list[sa.ForeignKeyConstraint]:
    return [
        sa.ForeignKeyConstraint([column], [f"{to}.id"], name=op.f(f"fk_{table}_{column}"))
        for column, to in columns.items()
    ]


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
