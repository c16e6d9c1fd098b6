"""The archive in depth: custom fields, relations, attachments, views, duplicates, standards, hand-over."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from desktop_crm.models.db.types import Key, OrderedText, UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SLOTS = [f"custom_{n:02d}" for n in range(1, 51)]
FILTER = (
    "id kind stage source owner_id team_id region_key industry size occupation next_step_key verified_key completeness "
    "is_key key_user_id key_team_id deleted_at"
)
LED = (
    "stage region_key source kind owner_id team_id industry size occupation next_step_key verified_key completeness "
    "is_key key_user_id key_team_id deleted_at id"
)


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


DEFERRED: dict[str, Any] = {"initially": "DEFERRED", "deferrable": True}


def upgrade() -> None:
    _customers()
    _tables()


def _customers() -> None:
    with op.batch_alter_table("customer") as batch:
        batch.add_column(sa.Column("verified_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("verified_key", OrderedText, server_default="", nullable=False))
        batch.add_column(sa.Column("completeness", sa.Integer(), server_default="-1", nullable=False))
        batch.add_column(sa.Column("is_key", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch.add_column(sa.Column("key_user_id", Key(), nullable=True))
        batch.add_column(sa.Column("key_team_id", Key(), nullable=True))
        batch.add_column(sa.Column("merged_into_id", Key(), nullable=True))
        for slot in SLOTS:
            batch.add_column(sa.Column(slot, OrderedText, server_default="", nullable=False))
        for column, target in (("key_user_id", "app_user"), ("key_team_id", "team"), ("merged_into_id", "customer")):
            batch.create_foreign_key(op.f(f"fk_customer_{column}"), target, [column], ["id"], **DEFERRED)
    alive = _where("deleted_at IS NULL")
    op.create_index("ix_customer_completeness", "customer", ["completeness", "id"], **alive)
    op.create_index("ix_customer_verified_key", "customer", ["verified_key", "id"], **alive)
    op.create_index("ix_customer_is_key", "customer", ["id"], **_where("is_key AND deleted_at IS NULL"))
    op.create_index("ix_customer_key_team_id", "customer", ["key_team_id"])
    op.create_index("ix_customer_key_user_id", "customer", ["key_user_id"])
    op.create_index(
        "ix_customer_merged_into_id", "customer", ["merged_into_id"], **_where("merged_into_id IS NOT NULL")
    )
    if op.get_bind().dialect.name == "sqlite":
        op.create_index("ix_customer_filter", "customer", FILTER.split(), **alive)
        op.create_index("ix_customer_filter_stage", "customer", LED.split(), **alive)
    for column in ("owner_id", "team_id"):
        op.drop_index(f"ix_customer_{column}", "customer")
        op.create_index(f"ix_customer_{column}", "customer", [column, "deleted_at", "id"])
    op.drop_index("ix_customer_deleted_at", "customer")
    op.create_index("ix_customer_deleted_at", "customer", ["deleted_at"], **_where("deleted_at IS NOT NULL"))
    with op.batch_alter_table("contact") as batch:
        batch.add_column(sa.Column("reports_to_id", Key(), nullable=True))
        batch.create_foreign_key(op.f("fk_contact_reports_to_id"), "contact", ["reports_to_id"], ["id"], **DEFERRED)
    op.create_index("ix_contact_reports_to_id", "contact", ["reports_to_id"])


def _tables() -> None:
    op.create_table(
        "custom_field",
        sa.Column("id", Key(), nullable=False),
        sa.Column("slot", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("for_kind", sa.String(length=16), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("required", sa.Boolean(), nullable=False),
        sa.Column("default_value", sa.Text(), nullable=False),
        sa.Column("hint", sa.Text(), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_field")),
    )
    op.create_index("ix_custom_field_slot", "custom_field", ["slot"])
    op.create_table(
        "data_rule",
        sa.Column("id", Key(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("field", sa.String(length=64), nullable=False),
        sa.Column("check_kind", sa.String(length=16), nullable=False),
        sa.Column("for_kind", sa.String(length=16), nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("pattern", sa.Text(), nullable=False),
        sa.Column("blocking", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_rule")),
    )
    op.create_table(
        "dictionary_entry",
        sa.Column("id", Key(), nullable=False),
        sa.Column("dictionary", sa.String(length=32), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("value_key", OrderedText, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("replaced_by", sa.Text(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dictionary_entry")),
    )
    op.create_index("ix_dictionary_entry_dictionary", "dictionary_entry", ["dictionary", "value_key"])
    op.create_table(
        "duplicate_pair",
        sa.Column("first_id", Key(), nullable=False),
        sa.Column("second_id", Key(), nullable=False),
        sa.Column("group_id", Key(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("first_id", "second_id", name=op.f("pk_duplicate_pair")),
    )
    op.create_index("ix_duplicate_pair_group_id", "duplicate_pair", ["group_id"])
    op.create_index("ix_duplicate_pair_score", "duplicate_pair", ["score", "first_id", "second_id"])
    op.create_index("ix_duplicate_pair_second_id", "duplicate_pair", ["second_id"])
    op.create_table(
        "field_weight",
        sa.Column("id", Key(), nullable=False),
        sa.Column("field", sa.String(length=64), nullable=False),
        sa.Column("for_kind", sa.String(length=16), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_field_weight")),
    )
    op.create_table(
        "file_content",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_file_content")),
    )
    op.create_table(
        "health_snapshot",
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("rule_id", Key(), nullable=False),
        sa.Column("violations", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("completeness", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("on_date", "rule_id", name=op.f("pk_health_snapshot")),
    )
    op.create_table(
        "hand_over",
        sa.Column("id", Key(), nullable=False),
        sa.Column("to_user_id", Key(), nullable=True),
        sa.Column("to_team_id", Key(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("done_at", UtcDateTime(), nullable=True),
        sa.Column("read_at", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["to_user_id"], ["app_user.id"], name=op.f("fk_hand_over_to_user_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["to_team_id"], ["team.id"], name=op.f("fk_hand_over_to_team_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_over")),
    )
    op.create_index("ix_hand_over_to_user_id", "hand_over", ["to_user_id"])
    op.create_table(
        "import_profile",
        sa.Column("id", Key(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("owner_id", Key(), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("setup", sa.Text(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["owner_id"],
            ["app_user.id"],
            name=op.f("fk_import_profile_owner_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_profile")),
    )
    op.create_index("ix_import_profile_fingerprint", "import_profile", ["fingerprint"])
    op.create_index("ix_import_profile_owner_id", "import_profile", ["owner_id"])
    op.create_table(
        "saved_view",
        sa.Column("id", Key(), nullable=False),
        sa.Column("list", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("owner_id", Key(), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("spec", sa.Text(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["app_user.id"], name=op.f("fk_saved_view_owner_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
    )
    op.create_index("ix_saved_view_owner_id", "saved_view", ["owner_id"])
    op.create_table(
        "attachment",
        sa.Column("id", Key(), nullable=False),
        sa.Column("customer_id", Key(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_attachment_customer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index("ix_attachment_customer_id", "attachment", ["customer_id"])
    op.create_index("ix_attachment_sha256", "attachment", ["sha256"])
    op.create_table(
        "customer_share",
        sa.Column("id", Key(), nullable=False),
        sa.Column("customer_id", Key(), nullable=False),
        sa.Column("user_id", Key(), nullable=True),
        sa.Column("team_id", Key(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_customer_share_customer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["app_user.id"], name=op.f("fk_customer_share_user_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["team_id"], ["team.id"], name=op.f("fk_customer_share_team_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_share")),
    )
    op.create_index("ix_customer_share_customer_id", "customer_share", ["customer_id"])
    op.create_index("ix_customer_share_team_id", "customer_share", ["team_id"])
    op.create_index("ix_customer_share_user_id", "customer_share", ["user_id"])
    op.create_table(
        "distinct_pair",
        sa.Column("id", Key(), nullable=False),
        sa.Column("first_id", Key(), nullable=False),
        sa.Column("second_id", Key(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["first_id"], ["customer.id"], name=op.f("fk_distinct_pair_first_id"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["second_id"],
            ["customer.id"],
            name=op.f("fk_distinct_pair_second_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_distinct_pair")),
    )
    op.create_index("ix_distinct_pair_first_id", "distinct_pair", ["first_id", "second_id"])
    op.create_index("ix_distinct_pair_second_id", "distinct_pair", ["second_id"])
    op.create_table(
        "hand_over_customer",
        sa.Column("id", Key(), nullable=False),
        sa.Column("hand_over_id", Key(), nullable=False),
        sa.Column("customer_id", Key(), nullable=False),
        sa.Column("from_user_id", Key(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["hand_over_id"],
            ["hand_over.id"],
            name=op.f("fk_hand_over_customer_hand_over_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_hand_over_customer_customer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["from_user_id"],
            ["app_user.id"],
            name=op.f("fk_hand_over_customer_from_user_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_over_customer")),
    )
    op.create_index("ix_hand_over_customer_customer_id", "hand_over_customer", ["customer_id"])
    op.create_index("ix_hand_over_customer_hand_over_id", "hand_over_customer", ["hand_over_id"])
    op.create_table(
        "relation",
        sa.Column("id", Key(), nullable=False),
        sa.Column("customer_id", Key(), nullable=False),
        sa.Column("other_id", Key(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_relation_customer_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["customer.id"], name=op.f("fk_relation_other_id"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relation")),
    )
    op.create_index("ix_relation_customer_id", "relation", ["customer_id", "kind"])
    op.create_index("ix_relation_other_id", "relation", ["other_id", "kind"])
