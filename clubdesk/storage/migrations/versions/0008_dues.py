"""Dues and payments, and where they are paid to."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "dues_kind",
        *_row(),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("amount", number, nullable=False),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("months", number, nullable=False),
        sa.Column("membership", sa.String(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_dues_kind"),
    )
    op.create_table(
        "due",
        *_row(),
        sa.Column("person_id", number, nullable=False),
        sa.Column("kind_id", number, nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("end", sa.Date(), nullable=True),
        sa.Column("amount", number, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("reminded_on", sa.Date(), nullable=True),
        sa.Column("reminders", number, nullable=False),
        sa.Column("waived_on", sa.Date(), nullable=True),
        sa.Column("waived_reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_due_person_id"),
        sa.ForeignKeyConstraint(["kind_id"], ["dues_kind.id"], name="fk_due_kind_id"),
        sa.PrimaryKeyConstraint("id", name="pk_due"),
        sa.UniqueConstraint("person_id", "kind_id", "start", name="uq_due_person_id_kind_id_start"),
    )
    op.create_index("ix_due_person_id", "due", ["person_id"])
    op.create_index("ix_due_kind_id", "due", ["kind_id"])
    op.create_table(
        "payment",
        *_row(),
        sa.Column("due_id", number, nullable=False),
        sa.Column("amount", number, nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["due_id"], ["due.id"], name="fk_payment_due_id"),
        sa.PrimaryKeyConstraint("id", name="pk_payment"),
        sa.UniqueConstraint("receipt", name="uq_payment_receipt"),
    )
    op.create_index("ix_payment_due_id", "payment", ["due_id"])
    with op.batch_alter_table("club") as club:
        club.add_column(sa.Column("bank", sa.String(), nullable=False, server_default=""))


def _row() -> tuple[sa.Column[int], ...]:
    return (
        sa.Column("id", number, autoincrement=False, nullable=False),
        sa.Column("version", number, nullable=False),
    )
