"""The first tables of a club"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Int = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SortKey = sa.String().with_variant(sa.String(collation="C"), "postgresql")

SEARCH_SQLITE = (
    "CREATE VIRTUAL TABLE roster_search USING fts5("
    "document, tokenize = \"unicode61 remove_diacritics 0\", prefix = '1 2 3', detail = none)"
)
SEARCH_SERVER = (
    "CREATE TABLE roster_search (rowid bigint PRIMARY KEY, document tsvector NOT NULL)",
    "CREATE INDEX ix_roster_search_document ON roster_search USING gin (document)",
)


def upgrade() -> None:
    op.create_table(
        "change",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("officer", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("undoes", Int, nullable=True),
        sa.ForeignKeyConstraint(["undoes"], ["change.id"], name=op.f("fk_change_undoes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
    op.create_index(op.f("ix_change_officer"), "change", ["officer"], unique=False)

    op.create_table(
        "chapter",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("parent_id", Int, nullable=True),
        sa.ForeignKeyConstraint(["parent_id"], ["chapter.id"], name=op.f("fk_chapter_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chapter")),
    )
    op.create_index(op.f("ix_chapter_parent_id"), "chapter", ["parent_id"], unique=False)

    op.create_table(
        "club",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("tagline", sa.String(), nullable=False),
        sa.Column("logo", sa.LargeBinary(), nullable=True),
        sa.Column("accent", sa.String(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("phone_hours", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("privacy_url", sa.String(), nullable=False),
        sa.Column("register_entry", sa.String(), nullable=False),
        sa.Column("contact_name", sa.String(), nullable=False),
        sa.Column("contact_role", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("letter_layout", sa.String(), nullable=False),
        sa.Column("reply_days", Int, nullable=False),
        sa.Column("silent_days", Int, nullable=False),
        sa.Column("verified_months", Int, nullable=False),
        sa.Column("letters_limit", Int, nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_club")),
    )
    op.create_table(
        "club_key",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_club_key")),
    )
    op.create_table(
        "event",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("venue", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("capacity", Int, nullable=True),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("notes", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    op.create_table(
        "household",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household")),
    )
    op.create_table(
        "letter_run",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("number", Int, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("layout", sa.String(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("printed_on", sa.Date(), nullable=True),
        sa.Column("posted_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_run")),
    )
    op.create_table(
        "vehicle",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("make", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("variant", sa.String(), nullable=False),
        sa.Column("year", Int, nullable=True),
        sa.Column("colour", sa.String(), nullable=False),
        sa.Column("plate", sa.String(), nullable=False),
        sa.Column("vin", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vehicle")),
    )
    op.create_index(op.f("ix_vehicle_model"), "vehicle", ["model"], unique=False)
    op.create_index(op.f("ix_vehicle_vin"), "vehicle", ["vin"], unique=False)

    op.create_table(
        "change_batch",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("change_id", Int, nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("first_id", Int, nullable=False),
        sa.Column("last_id", Int, nullable=False),
        sa.Column("count", Int, nullable=False),
        sa.Column("inserted", sa.Boolean(), nullable=False),
        sa.Column("images", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name=op.f("fk_change_batch_change_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_batch")),
    )
    op.create_index(op.f("ix_change_batch_change_id"), "change_batch", ["change_id"], unique=False)
    op.create_index(
        op.f("ix_change_batch_table_name_first_id_last_id"),
        "change_batch",
        ["table_name", "first_id", "last_id"],
        unique=False,
    )

    op.create_table(
        "change_row",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("change_id", Int, nullable=False),
        sa.Column("table_name", sa.String(), nullable=False),
        sa.Column("row_id", Int, nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["change_id"], ["change.id"], name=op.f("fk_change_row_change_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_row")),
    )
    op.create_index(op.f("ix_change_row_change_id"), "change_row", ["change_id"], unique=False)
    op.create_index(
        op.f("ix_change_row_table_name_row_id"), "change_row", ["table_name", "row_id"], unique=False
    )

    op.create_table(
        "eligibility_rule",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("event_id", Int, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_eligibility_rule_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_eligibility_rule")),
    )
    op.create_index(op.f("ix_eligibility_rule_event_id"), "eligibility_rule", ["event_id"], unique=False)

    op.create_table(
        "event_day",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("event_id", Int, nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_day_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_day")),
    )
    op.create_index(op.f("ix_event_day_event_id"), "event_day", ["event_id"], unique=False)

    op.create_table(
        "person",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("given", sa.String(), nullable=False),
        sa.Column("given2", sa.String(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("surname", sa.String(), nullable=False),
        sa.Column("surname2", sa.String(), nullable=False),
        sa.Column("native_name", sa.String(), nullable=False),
        sa.Column("printed_name", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("birth", sa.Date(), nullable=True),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("mobile", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("household_id", Int, nullable=True),
        sa.ForeignKeyConstraint(["household_id"], ["household.id"], name=op.f("fk_person_household_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    op.create_index(op.f("ix_person_email"), "person", ["email"], unique=False)
    op.create_index(op.f("ix_person_household_id"), "person", ["household_id"], unique=False)
    op.create_index(op.f("ix_person_number"), "person", ["number"], unique=False)

    op.create_table(
        "run_group",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("event_id", Int, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", Int, nullable=False),
        sa.Column("size", Int, nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_run_group_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run_group")),
    )
    op.create_index(op.f("ix_run_group_event_id"), "run_group", ["event_id"], unique=False)

    op.create_table(
        "address",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("person_id", Int, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("street2", sa.String(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("city", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("status_reason", sa.String(), nullable=False),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("end", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_address_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_address")),
    )
    op.create_index(op.f("ix_address_person_id"), "address", ["person_id"], unique=False)

    op.create_table(
        "event_session",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("day_id", Int, nullable=False),
        sa.Column("starts", sa.String(), nullable=False),
        sa.Column("ends", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["day_id"], ["event_day.id"], name=op.f("fk_event_session_day_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_session")),
    )
    op.create_index(op.f("ix_event_session_day_id"), "event_session", ["day_id"], unique=False)

    op.create_table(
        "invitation",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("event_id", Int, nullable=False),
        sa.Column("person_id", Int, nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("invited_on", sa.Date(), nullable=False),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.Column("code_turn", Int, nullable=False),
        sa.Column("code_index", sa.LargeBinary(), nullable=False),
        sa.Column("code_proof", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_invitation_event_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_invitation_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("code_index", name=op.f("uq_invitation_code_index")),
        sa.UniqueConstraint("event_id", "person_id", name=op.f("uq_invitation_event_id_person_id")),
    )
    op.create_index(op.f("ix_invitation_event_id"), "invitation", ["event_id"], unique=False)
    op.create_index(op.f("ix_invitation_person_id"), "invitation", ["person_id"], unique=False)

    op.create_table(
        "letter",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("run_id", Int, nullable=False),
        sa.Column("person_id", Int, nullable=False),
        sa.Column("position", Int, nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.Column("code_turn", Int, nullable=False),
        sa.Column("code_index", sa.LargeBinary(), nullable=False),
        sa.Column("code_proof", sa.LargeBinary(), nullable=False),
        sa.Column("expires", sa.Date(), nullable=False),
        sa.Column("voided_on", sa.Date(), nullable=True),
        sa.Column("returned_on", sa.Date(), nullable=True),
        sa.Column("returned_reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_letter_person_id")),
        sa.ForeignKeyConstraint(["run_id"], ["letter_run.id"], name=op.f("fk_letter_run_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("code_index", name=op.f("uq_letter_code_index")),
        sa.UniqueConstraint("run_id", "position", name=op.f("uq_letter_run_id_position")),
    )
    op.create_index(op.f("ix_letter_number"), "letter", ["number"], unique=False)
    op.create_index(op.f("ix_letter_person_id"), "letter", ["person_id"], unique=False)
    op.create_index(op.f("ix_letter_run_id"), "letter", ["run_id"], unique=False)

    op.create_table(
        "membership",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("person_id", Int, nullable=False),
        sa.Column("chapter_id", Int, nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("end", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["chapter_id"], ["chapter.id"], name=op.f("fk_membership_chapter_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_membership_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
    )
    op.create_index(op.f("ix_membership_chapter_id"), "membership", ["chapter_id"], unique=False)
    op.create_index(op.f("ix_membership_person_id"), "membership", ["person_id"], unique=False)

    op.create_table(
        "office",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("person_id", Int, nullable=False),
        sa.Column("chapter_id", Int, nullable=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("end", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["chapter_id"], ["chapter.id"], name=op.f("fk_office_chapter_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_office_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
    )
    op.create_index(op.f("ix_office_chapter_id"), "office", ["chapter_id"], unique=False)
    op.create_index(op.f("ix_office_person_id"), "office", ["person_id"], unique=False)

    op.create_table(
        "ownership",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("vehicle_id", Int, nullable=False),
        sa.Column("person_id", Int, nullable=False),
        sa.Column("start", sa.Date(), nullable=True),
        sa.Column("end", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_ownership_person_id")),
        sa.ForeignKeyConstraint(["vehicle_id"], ["vehicle.id"], name=op.f("fk_ownership_vehicle_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ownership")),
    )
    op.create_index(op.f("ix_ownership_person_id"), "ownership", ["person_id"], unique=False)
    op.create_index(op.f("ix_ownership_vehicle_id"), "ownership", ["vehicle_id"], unique=False)

    op.create_table(
        "registration",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("event_id", Int, nullable=False),
        sa.Column("person_id", Int, nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=False),
        sa.Column("group_id", Int, nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_registration_event_id")),
        sa.ForeignKeyConstraint(["group_id"], ["run_group.id"], name=op.f("fk_registration_group_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_registration_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registration")),
        sa.UniqueConstraint("event_id", "person_id", name=op.f("uq_registration_event_id_person_id")),
    )
    op.create_index(op.f("ix_registration_event_id"), "registration", ["event_id"], unique=False)
    op.create_index(op.f("ix_registration_group_id"), "registration", ["group_id"], unique=False)
    op.create_index(op.f("ix_registration_person_id"), "registration", ["person_id"], unique=False)

    op.create_table(
        "roster",
        sa.Column("person_id", Int, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("chapter", sa.String(), nullable=False),
        sa.Column("town", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("joined", sa.Date(), nullable=True),
        sa.Column("vehicle", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("status_day", sa.Date(), nullable=True),
        sa.Column("status_changes_on", sa.Date(), nullable=True),
        sa.Column("status_reason", sa.String(), nullable=False),
        sa.Column("sort_name", SortKey, nullable=False),
        sa.Column("sort_number", SortKey, nullable=False),
        sa.Column("sort_chapter", SortKey, nullable=False),
        sa.Column("sort_town", SortKey, nullable=False),
        sa.Column("sort_vehicle", SortKey, nullable=False),
        sa.Column("sort_status", SortKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_roster_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_roster")),
    )
    op.create_index("ix_roster_joined", "roster", ["joined", "person_id"], unique=False)
    op.create_index("ix_roster_sort_chapter", "roster", ["sort_chapter", "person_id"], unique=False)
    op.create_index("ix_roster_sort_name", "roster", ["sort_name", "person_id"], unique=False)
    op.create_index("ix_roster_sort_number", "roster", ["sort_number", "person_id"], unique=False)
    op.create_index("ix_roster_sort_status", "roster", ["sort_status", "person_id"], unique=False)
    op.create_index("ix_roster_sort_town", "roster", ["sort_town", "person_id"], unique=False)
    op.create_index("ix_roster_sort_vehicle", "roster", ["sort_vehicle", "person_id"], unique=False)
    op.create_index(op.f("ix_roster_status_changes_on"), "roster", ["status_changes_on"], unique=False)

    op.create_table(
        "reply",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("letter_id", Int, nullable=False),
        sa.Column("person_id", Int, nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name=op.f("fk_reply_letter_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_reply_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply")),
        sa.UniqueConstraint("letter_id", name=op.f("uq_reply_letter_id")),
    )
    op.create_index(op.f("ix_reply_person_id"), "reply", ["person_id"], unique=False)

    op.create_table(
        "verification",
        sa.Column("id", Int, autoincrement=False, nullable=False),
        sa.Column("version", Int, nullable=False),
        sa.Column("person_id", Int, nullable=False),
        sa.Column("reply_id", Int, nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_verification_person_id")),
        sa.ForeignKeyConstraint(["reply_id"], ["reply.id"], name=op.f("fk_verification_reply_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verification")),
    )
    op.create_index(op.f("ix_verification_person_id"), "verification", ["person_id"], unique=False)
    op.create_index(op.f("ix_verification_reply_id"), "verification", ["reply_id"], unique=False)

    sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in (SEARCH_SQLITE,) if sqlite else SEARCH_SERVER:
        op.execute(statement)
