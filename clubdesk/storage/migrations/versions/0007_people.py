"""Names, addresses, ways to reach people, households, offices, fields of the club."""

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    pass
