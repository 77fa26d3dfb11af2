"""Letter runs whole: what a run was printed from, sheets spoiled, evidence in words."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    with op.batch_alter_table("letter_run") as run:
        run.add_column(sa.Column("kind", sa.String(), nullable=False, server_default="verification"))
        run.add_column(sa.Column("wording", sa.JSON(), nullable=False, server_default="{}"))
        run.add_column(sa.Column("letterhead", sa.JSON(), nullable=False, server_default="{}"))
        run.add_column(sa.Column("logo", sa.LargeBinary(), nullable=True))
    with op.batch_alter_table("letter") as letter:
        letter.add_column(sa.Column("spoiled", sa.Integer(), nullable=False, server_default="0"))
    with op.batch_alter_table("verification") as verification:
        verification.add_column(sa.Column("ended_reason", sa.String(), nullable=False, server_default=""))
