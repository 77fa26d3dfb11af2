"""Saved lists; people with Chinese names are found by pinyin."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0008"

number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
HAN = re.compile("[\u3400-\u9fff]")


def upgrade() -> None:
    op.create_table(
        "saved_list",
        *_row(),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", number, nullable=False),
        sa.Column("frozen", sa.Boolean(), nullable=False),
        sa.Column("search", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_saved_list"),
    )
    op.create_table(
        "list_person",
        *_row(),
        sa.Column("list_id", number, nullable=False),
        sa.Column("person_id", number, nullable=False),
        sa.ForeignKeyConstraint(["list_id"], ["saved_list.id"], name="fk_list_person_list_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_list_person_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_list_person"),
        sa.UniqueConstraint("list_id", "person_id", name="uq_list_person_list_id_person_id"),
    )
    op.create_index("ix_list_person_person_id", "list_person", ["person_id"])
    _index_anew()


def _index_anew() -> None:
    """Lines that are past their day are written anew when the club is opened, with their documents."""
    connection = op.get_bind()
    people = connection.execute(sa.text("SELECT person_id, name, town FROM roster")).all()
    names = connection.execute(sa.text("SELECT id, native_name FROM person WHERE native_name <> ''")).all()
    chinese = {person for person, *texts in [*people, *names] if any(HAN.search(text) for text in texts)}
    if chinese:
        connection.execute(
            sa.text("UPDATE roster SET status_changes_on = '2000-01-01' WHERE person_id = :person"),
            [{"person": person} for person in sorted(chinese)],
        )


def _row() -> tuple[sa.Column[int], ...]:
    return (
        sa.Column("id", number, autoincrement=False, nullable=False),
        sa.Column("version", number, nullable=False),
    )
