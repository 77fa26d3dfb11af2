"""The club's own letter paper, and the one that a run was printed on."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    for table in ("club", "letter_run"):
        with op.batch_alter_table(table) as changed:
            changed.add_column(sa.Column("letter_paper", sa.LargeBinary(), nullable=True))
