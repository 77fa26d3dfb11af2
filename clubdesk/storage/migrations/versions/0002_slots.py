"""Small numbers by which the search index and the orders in memory know people."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

SORTS = ("sort_name", "sort_number", "sort_chapter", "sort_town", "sort_vehicle", "sort_status", "joined")
NUMBER = (
    "UPDATE roster SET slot = numbered.slot FROM (SELECT person_id, row_number() OVER (ORDER BY person_id)"
    " AS slot FROM roster) AS numbered WHERE numbered.person_id = roster.person_id"
)
SEARCH_SQLITE = (
    "CREATE TABLE documents AS SELECT roster.slot, roster_search.document FROM roster_search"
    " JOIN roster ON roster.person_id = roster_search.rowid",
    "DROP TABLE roster_search",
    "CREATE VIRTUAL TABLE roster_search USING fts5("
    "document, tokenize = \"unicode61 remove_diacritics 0\", prefix = '1 2 3', detail = none)",
    "INSERT INTO roster_search (rowid, document) SELECT slot, document FROM documents",
    "DROP TABLE documents",
)
SEARCH_SERVER = (
    "UPDATE roster_search SET rowid = roster.slot FROM roster WHERE roster.person_id = roster_search.rowid",
)


def upgrade() -> None:
    for column in SORTS:
        op.drop_index(f"ix_roster_{column}", "roster")
    with op.batch_alter_table("roster") as roster:
        roster.add_column(sa.Column("slot", sa.Integer(), nullable=True))
        roster.drop_constraint("fk_roster_person_id", type_="foreignkey")
    op.execute(NUMBER)
    with op.batch_alter_table("roster") as roster:
        roster.alter_column("slot", existing_type=sa.Integer(), nullable=False)
        roster.create_unique_constraint("uq_roster_slot", ["slot"])
    for column in SORTS:
        op.create_index(f"ix_roster_{column}", "roster", [column, "slot", "person_id"])
    on_server = op.get_bind().dialect.name != "sqlite"
    for statement in SEARCH_SERVER if on_server else SEARCH_SQLITE:
        op.execute(statement)
