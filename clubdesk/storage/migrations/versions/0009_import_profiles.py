"""How lists of a source were read the last time."""

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    pass
