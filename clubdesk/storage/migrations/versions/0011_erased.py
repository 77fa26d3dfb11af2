"""How many letters of a run were erased with their people."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    with op.batch_alter_table("letter_run") as run:
        run.add_column(sa.Column("erased", sa.Integer(), nullable=False, server_default="0"))
        run.add_column(sa.Column("erased_replies", sa.Integer(), nullable=False, server_default="0"))
    if op.get_bind().dialect.name == "sqlite":
        # What is taken out of the index is overwritten, as secure_delete does it in the tables.
        op.execute("INSERT INTO roster_search (roster_search, rank) VALUES ('secure-delete', 1)")
