"""Names, addresses, ways to reach people, households, offices, fields of the club."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0005"

Int = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SortKey = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    _ways_to_reach()
    _tags()
    _photos()
    _fields_of_the_club()
    _texts("club", "number_pattern")
    _texts("chapter", "short")
    _texts("roster", "kind", "tags")
    # Each line is written anew when the club is opened next, with what the roster couldn't tell before.
    op.execute("UPDATE roster SET status_changes_on = '2000-01-01'")


def _ways_to_reach() -> None:
    op.create_table(
        "contact",
        *_row(),
        sa.Column("person_id", Int, nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        *_links("contact", person_id="person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index(op.f("ix_contact_person_id"), "contact", ["person_id"])


def _tags() -> None:
    op.create_table(
        "tag",
        *_row(),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
        sa.UniqueConstraint("name", name=op.f("uq_tag_name")),
    )
    op.create_table(
        "person_tag",
        *_row(),
        sa.Column("person_id", Int, nullable=False),
        sa.Column("tag_id", Int, nullable=False),
        *_links("person_tag", person_id="person", tag_id="tag"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_tag")),
        sa.UniqueConstraint("person_id", "tag_id", name=op.f("uq_person_tag_person_id_tag_id")),
    )
    op.create_index(op.f("ix_person_tag_tag_id"), "person_tag", ["tag_id"])


def _photos() -> None:
    op.create_table(
        "photo",
        *_row(),
        sa.Column("person_id", Int, nullable=False),
        sa.Column("picture", sa.LargeBinary(), nullable=False),
        *_links("photo", person_id="person"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photo")),
        sa.UniqueConstraint("person_id", name=op.f("uq_photo_person_id")),
    )


def _fields_of_the_club() -> None:
    op.create_table(
        "custom_field",
        *_row(),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("position", Int, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_field")),
        sa.UniqueConstraint("name", name=op.f("uq_custom_field_name")),
    )
    op.create_table(
        "custom_value",
        *_row(),
        sa.Column("person_id", Int, nullable=False),
        sa.Column("field_id", Int, nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("sort_value", SortKey, nullable=False),
        *_links("custom_value", person_id="person", field_id="custom_field"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_value")),
        sa.UniqueConstraint("person_id", "field_id", name=op.f("uq_custom_value_person_id_field_id")),
    )
    op.create_index(op.f("ix_custom_value_field_id_sort_value"), "custom_value", ["field_id", "sort_value"])


def _texts(table: str, *columns: str) -> None:
    with op.batch_alter_table(table) as altered:
        for name in columns:
            altered.add_column(sa.Column(name, sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table(table) as altered:
        for name in columns:
            altered.alter_column(name, existing_type=sa.String(), server_default=None)


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
