"""The first schema."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from desktop_crm.models.db.base import BigSerial
from desktop_crm.models.db.ids import new_id
from desktop_crm.models.db.types import Key, OrderedText, UtcDateTime

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ALIVE: dict[str, Any] = {
    "sqlite_where": sa.text("deleted_at IS NULL"),
    "postgresql_where": sa.text("deleted_at IS NULL"),
}
FORMER_CUSTOMER = {
    "sqlite": "json_extract(patch, '$.customer_id[0]')",
    "postgresql": "(patch -> 'customer_id' ->> 0)",
}


def upgrade() -> None:
    postgresql = op.get_context().dialect.name == "postgresql"
    op.create_table(
        "change_set",
        sa.Column("seq", BigSerial, autoincrement=True, nullable=False),
        sa.Column("id", Key(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("user_id", Key(), nullable=True),
        sa.Column("device_id", Key(), nullable=True),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("target_seq", BigSerial, nullable=True),
        sa.Column("undone_by", BigSerial, nullable=True),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_change_set")),
        sa.UniqueConstraint("id", name=op.f("uq_change_set_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "counter",
        sa.Column("name", sa.String(length=63), nullable=False),
        sa.Column("value", BigSerial, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
    )
    op.create_table(
        "journal_context",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("change_set", BigSerial, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_context")),
    )
    op.create_table(
        "meta",
        sa.Column("key", sa.String(length=63), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
    op.create_table(
        "search_document",
        sa.Column("id", BigSerial, autoincrement=True, nullable=False),
        sa.Column("record_id", Key(), nullable=False),
        sa.Column("name_key", OrderedText, nullable=False),
        sa.Column("initials", OrderedText, nullable=False),
        sa.Column("pinyin", OrderedText, nullable=False),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.Column("alive", sa.Boolean(), nullable=False),
        sa.Column("grams", ARRAY(sa.Text()).with_variant(sa.Text(), "sqlite"), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_document")),
        sa.UniqueConstraint("record_id", name=op.f("uq_search_document_record_id")),
    )
    if postgresql:
        op.create_index("ix_search_document_grams", "search_document", ["grams"], postgresql_using="gin")
    op.create_index("ix_search_document_initials", "search_document", ["initials"])
    op.create_index("ix_search_document_name_key", "search_document", ["name_key"])
    op.create_index("ix_search_document_pinyin", "search_document", ["pinyin"])

    op.create_table(
        "tag",
        sa.Column("id", Key(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", OrderedText, nullable=False),
        sa.Column("colour", sa.String(length=16), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
    )
    op.create_index("ix_tag_name_key", "tag", ["name_key"])

    op.create_table(
        "team",
        sa.Column("id", Key(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team")),
    )
    op.create_table(
        "app_user",
        sa.Column("id", Key(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", OrderedText, nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("team_id", Key(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["team_id"], ["team.id"], name=op.f("fk_app_user_team_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_app_user")),
    )
    op.create_index("ix_app_user_team_id", "app_user", ["team_id"])

    op.create_table(
        "change",
        sa.Column("id", BigSerial, autoincrement=True, nullable=False),
        sa.Column("change_set", BigSerial, nullable=True),
        sa.Column("table_name", sa.String(length=63), nullable=False),
        sa.Column("row_id", Key(), nullable=False),
        sa.Column("op", sa.String(length=1), nullable=False),
        sa.Column(
            "patch", sa.JSON(none_as_null=True).with_variant(JSONB(astext_type=sa.Text()), "postgresql"), nullable=True
        ),
        sa.ForeignKeyConstraint(
            ["change_set"], ["change_set.seq"], name=op.f("fk_change_change_set"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_change_change_set", "change", ["change_set"])
    op.create_index("ix_change_row_id", "change", ["row_id"])
    dialect = "postgresql" if postgresql else "sqlite"
    former = FORMER_CUSTOMER[dialect]
    op.create_index(
        f"ix_change_former_customer_{dialect}",
        "change",
        [sa.text(former)],
        sqlite_where=sa.text(f"{former} IS NOT NULL"),
        postgresql_where=sa.text(f"{former} IS NOT NULL"),
    )

    op.create_table(
        "customer",
        sa.Column("id", Key(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", OrderedText, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", OrderedText, nullable=False),
        sa.Column("company_key", OrderedText, nullable=False),
        sa.Column("sort_key", OrderedText, nullable=False),
        sa.Column("short_name", sa.Text(), nullable=False),
        sa.Column("credit_code", OrderedText, nullable=False),
        sa.Column("id_number", sa.Text(), nullable=False),
        sa.Column("industry", OrderedText, nullable=False),
        sa.Column("size", OrderedText, nullable=False),
        sa.Column("occupation", OrderedText, nullable=False),
        sa.Column("source", OrderedText, nullable=False),
        sa.Column("owner_id", Key(), nullable=True),
        sa.Column("owner_key", OrderedText, nullable=False),
        sa.Column("team_id", Key(), nullable=True),
        sa.Column("stage", OrderedText, nullable=False),
        sa.Column("preferred_channel", sa.Text(), nullable=False),
        sa.Column("price_sensitivity", sa.Text(), nullable=False),
        sa.Column("relationship", sa.Text(), nullable=False),
        sa.Column("needs", sa.Text(), nullable=False),
        sa.Column("next_step", sa.Text(), nullable=False),
        sa.Column("next_step_on", sa.Date(), nullable=True),
        sa.Column("next_step_key", OrderedText, nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("phone_key", OrderedText, nullable=False),
        sa.Column("email_key", OrderedText, nullable=False),
        sa.Column("region_key", OrderedText, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["app_user.id"], name=op.f("fk_customer_owner_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["team_id"], ["team.id"], name=op.f("fk_customer_team_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer")),
    )
    op.create_index("ix_customer_company_key", "customer", ["company_key"])
    op.create_index("ix_customer_created_at", "customer", ["created_at", "id"], **ALIVE)
    op.create_index(
        "ix_customer_credit_code",
        "customer",
        ["credit_code"],
        sqlite_where=sa.text("credit_code <> ''"),
        postgresql_where=sa.text("credit_code <> ''"),
    )
    op.create_index("ix_customer_deleted_at", "customer", ["deleted_at"])
    op.create_index("ix_customer_email_key", "customer", ["email_key", "id"], **ALIVE)
    op.create_index("ix_customer_industry", "customer", ["industry", "id"], **ALIVE)
    op.create_index("ix_customer_kind", "customer", ["kind", "id"], **ALIVE)
    op.create_index("ix_customer_name_key", "customer", ["name_key"])
    op.create_index("ix_customer_next_step_key", "customer", ["next_step_key", "id"], **ALIVE)
    op.create_index("ix_customer_number", "customer", ["number", "id"], **ALIVE)
    op.create_index("ix_customer_occupation", "customer", ["occupation", "id"], **ALIVE)
    op.create_index("ix_customer_owner_id", "customer", ["owner_id"])
    op.create_index("ix_customer_owner_key", "customer", ["owner_key", "id"], **ALIVE)
    op.create_index("ix_customer_phone_key", "customer", ["phone_key", "id"], **ALIVE)
    op.create_index("ix_customer_region_key", "customer", ["region_key", "id"], **ALIVE)
    op.create_index("ix_customer_size", "customer", ["size", "id"], **ALIVE)
    op.create_index("ix_customer_sort_key", "customer", ["sort_key", "id"], **ALIVE)
    op.create_index("ix_customer_source", "customer", ["source", "id"], **ALIVE)
    op.create_index("ix_customer_stage", "customer", ["stage", "id"], **ALIVE)
    op.create_index("ix_customer_team_id", "customer", ["team_id"])
    op.create_index("ix_customer_updated_at", "customer", ["updated_at", "id"], **ALIVE)

    op.create_table(
        "address",
        sa.Column("id", Key(), nullable=False),
        sa.Column("customer_id", Key(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(length=6), nullable=False),
        sa.Column("street", sa.Text(), nullable=False),
        sa.Column("postcode", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_address_customer_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_address")),
    )
    op.create_index("ix_address_customer_id", "address", ["customer_id"])

    op.create_table(
        "contact",
        sa.Column("id", Key(), nullable=False),
        sa.Column("customer_id", Key(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("department", sa.Text(), nullable=False),
        sa.Column("birthday", sa.Date(), nullable=True),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_contact_customer_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index("ix_contact_customer_id", "contact", ["customer_id"])

    op.create_table(
        "customer_tag",
        sa.Column("id", Key(), nullable=False),
        sa.Column("customer_id", Key(), nullable=False),
        sa.Column("tag_id", Key(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_customer_tag_customer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["tag_id"], ["tag.id"], name=op.f("fk_customer_tag_tag_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_tag")),
    )
    op.create_index("ix_customer_tag_customer_id", "customer_tag", ["customer_id"])
    op.create_index("ix_customer_tag_tag_id", "customer_tag", ["tag_id", "customer_id"])

    op.create_table(
        "important_date",
        sa.Column("id", Key(), nullable=False),
        sa.Column("customer_id", Key(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("lunar", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_important_date_customer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_important_date")),
    )
    op.create_index("ix_important_date_customer_id", "important_date", ["customer_id"])

    op.create_table(
        "contact_point",
        sa.Column("id", Key(), nullable=False),
        sa.Column("customer_id", Key(), nullable=False),
        sa.Column("contact_id", Key(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", OrderedText, nullable=False),
        sa.Column("value", OrderedText, nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("is_primary", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_contact_point_customer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_contact_point_contact_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_point")),
    )
    op.create_index("ix_contact_point_contact_id", "contact_point", ["contact_id"])
    op.create_index("ix_contact_point_customer_id", "contact_point", ["customer_id"])
    op.create_index("ix_contact_point_value", "contact_point", ["value"])
    op.execute("INSERT INTO journal_context (id, change_set) VALUES (1, NULL)")
    op.execute(sa.text("INSERT INTO meta (key, value) VALUES ('database_id', :id)").bindparams(id=str(new_id())))
