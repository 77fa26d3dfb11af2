"""Letter runs whole: what a run was printed from, sheets spoiled, letters to households, other evidence."""

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    pass
