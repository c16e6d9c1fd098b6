"""The customer archive 客户档案: customers and what hangs on them.

Columns named `…_key` are made from others: sort keys (pinyin, so NOT NULL and cheap to page by) and the
primary phone and e-mail, so that the list of a million customers reads one table."""

from __future__ import annotations

import datetime as dt
import uuid

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, String, Text, false, literal_column, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_crm.models.db.base import Base, Journaled
from desktop_crm.models.db.types import Key, OrderedText


def reference(target: str) -> ForeignKey:
    """A foreign key that is checked at commit: undo and import write in any order."""
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


# List columns a person can sort by → the column that orders them. Each has an index over living customers.
# The recycle bin can be sorted by the time of deletion, too.
DELETED = "deleted_at"
SORT_COLUMNS = {
    "name": "sort_key",
    "number": "number",
    "kind": "kind",
    "stage": "stage",
    "owner": "owner_key",
    "region": "region_key",
    "phone": "phone_key",
    "email": "email_key",
    "source": "source",
    "industry": "industry",
    "size": "size",
    "occupation": "occupation",
    "next_step_on": "next_step_key",
    "created_at": "created_at",
    "updated_at": "updated_at",
    "verified_on": "verified_key",
    "completeness": "completeness",
}


class CustomerEntity(Journaled, Base):
    """A company or a person."""

    __tablename__ = "customer"

    number: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(OrderedText)
    name: Mapped[str] = mapped_column(Text)
    name_key: Mapped[str] = mapped_column(OrderedText)
    company_key: Mapped[str] = mapped_column(OrderedText)
    sort_key: Mapped[str] = mapped_column(OrderedText)
    short_name: Mapped[str] = mapped_column(Text, default="")
    credit_code: Mapped[str] = mapped_column(OrderedText, default="")
    id_number: Mapped[str] = mapped_column(Text, default="")
    industry: Mapped[str] = mapped_column(OrderedText, default="")
    size: Mapped[str] = mapped_column(OrderedText, default="")
    occupation: Mapped[str] = mapped_column(OrderedText, default="")
    source: Mapped[str] = mapped_column(OrderedText, default="")
    owner_id: Mapped[uuid.UUID | None] = mapped_column(Key, reference("app_user.id"))
    owner_key: Mapped[str] = mapped_column(OrderedText, default="")
    team_id: Mapped[uuid.UUID | None] = mapped_column(Key, reference("team.id"))
    stage: Mapped[str] = mapped_column(OrderedText)
    preferred_channel: Mapped[str] = mapped_column(Text, default="")
    price_sensitivity: Mapped[str] = mapped_column(Text, default="")
    relationship: Mapped[str] = mapped_column(Text, default="")
    needs: Mapped[str] = mapped_column(Text, default="")
    next_step: Mapped[str] = mapped_column(Text, default="")
    next_step_on: Mapped[dt.date | None] = mapped_column(Date)
    next_step_key: Mapped[str] = mapped_column(OrderedText, default="9999")
    notes: Mapped[str] = mapped_column(Text, default="")
    phone_key: Mapped[str] = mapped_column(OrderedText, default="")
    email_key: Mapped[str] = mapped_column(OrderedText, default="")
    region_key: Mapped[str] = mapped_column(OrderedText, default="")
    # When somebody last said that the file is right; completeness is a percentage, -1 while not yet worked out.
    verified_on: Mapped[dt.date | None] = mapped_column(Date, sort_order=100)
    verified_key: Mapped[str] = mapped_column(OrderedText, server_default="", sort_order=101)
    completeness: Mapped[int] = mapped_column(Integer, server_default="-1", sort_order=102)
    # Key customers 大客户 and the person or team who looks after them (专人对接/小组).
    is_key: Mapped[bool] = mapped_column(Boolean, server_default=false(), sort_order=103)
    key_user_id: Mapped[uuid.UUID | None] = mapped_column(Key, reference("app_user.id"), sort_order=104)
    key_team_id: Mapped[uuid.UUID | None] = mapped_column(Key, reference("team.id"), sort_order=105)
    # The customer that this one, in the recycle bin since, was merged into.
    merged_into_id: Mapped[uuid.UUID | None] = mapped_column(Key, reference("customer.id"), sort_order=106)


# Where the values of custom fields stand: columns of the customer's own row, so that journal, undo, bulk edit, sort
# and filter treat them as built-in ones. A field takes a slot when it is added, and an index on it with it.
SLOTS = tuple(f"custom_{n:02d}" for n in range(1, 51))
for _slot in SLOTS:
    setattr(CustomerEntity, _slot, mapped_column(OrderedText, nullable=False, server_default=""))

_ALIVE = text("deleted_at IS NULL")

for _column in sorted(set(SORT_COLUMNS.values())):
    Index(
        f"ix_customer_{_column}",
        CustomerEntity.__table__.c[_column],
        CustomerEntity.id,
        sqlite_where=_ALIVE,
        postgresql_where=_ALIVE,
    )
# What lists are filtered by, in one narrow index: SQLite has no other way to test several conditions without reading
# whole rows, and reads this one in a tenth of the time. Led by the id, so that new rows go to its end; with the
# time of deletion, or it would not be taken for a covering one. Not `updated_at`: each change would rewrite it.
FILTER_COLUMNS = (
    "id",
    "kind",
    "stage",
    "source",
    "owner_id",
    "team_id",
    "region_key",
    "industry",
    "size",
    "occupation",
    "next_step_key",
    "verified_key",
    "completeness",
    "is_key",
    "key_user_id",
    "key_team_id",
    "deleted_at",
)
# The same once more, led by what lists are narrowed by most and by what has few values: one part of it answers for a
# stage, a region and a source together, where the other is walked from end to end.
LED_BY = ("stage", "region_key", "source")
_LED = (*LED_BY, *(name for name in FILTER_COLUMNS if name not in (*LED_BY, "id")), "id")
for _name, _held in (("ix_customer_filter", FILTER_COLUMNS), ("ix_customer_filter_stage", _LED)):
    _index = Index(_name, *(CustomerEntity.__table__.c[name] for name in _held), sqlite_where=_ALIVE)
    _index.ddl_if(dialect="sqlite")
# For foreign keys, and for the customers of one person: with what tells the living ones apart.
Index("ix_customer_owner_id", CustomerEntity.owner_id, CustomerEntity.deleted_at, CustomerEntity.id)
Index("ix_customer_team_id", CustomerEntity.team_id, CustomerEntity.deleted_at, CustomerEntity.id)
Index("ix_customer_name_key", CustomerEntity.name_key)
Index("ix_customer_company_key", CustomerEntity.company_key)
# The index of the codes holds only those that have one; SQLite takes it only where the query says so too.
HAS_CODE = CustomerEntity.__table__.c.credit_code != literal_column("''")
Index(
    "ix_customer_credit_code",
    CustomerEntity.credit_code,
    sqlite_where=text("credit_code <> ''"),
    postgresql_where=text("credit_code <> ''"),
)
# Without its condition SQLite would take it for "not deleted", and walk all living customers.
Index(
    "ix_customer_deleted_at",
    CustomerEntity.deleted_at,
    sqlite_where=text("deleted_at IS NOT NULL"),
    postgresql_where=text("deleted_at IS NOT NULL"),
)
Index("ix_customer_key_user_id", CustomerEntity.key_user_id)
Index("ix_customer_key_team_id", CustomerEntity.key_team_id)
Index(
    "ix_customer_is_key",
    CustomerEntity.id,
    sqlite_where=text("is_key AND deleted_at IS NULL"),
    postgresql_where=text("is_key AND deleted_at IS NULL"),
)
Index(
    "ix_customer_merged_into_id",
    CustomerEntity.merged_into_id,
    sqlite_where=text("merged_into_id IS NOT NULL"),
    postgresql_where=text("merged_into_id IS NOT NULL"),
)


class ContactEntity(Journaled, Base):
    """A contact person 联系人."""

    __tablename__ = "contact"

    customer_id: Mapped[uuid.UUID] = mapped_column(Key, reference("customer.id"))
    position: Mapped[int] = mapped_column(Integer, default=0)
    name: Mapped[str] = mapped_column(Text)
    role: Mapped[str] = mapped_column(String(32), default="")
    title: Mapped[str] = mapped_column(Text, default="")
    department: Mapped[str] = mapped_column(Text, default="")
    birthday: Mapped[dt.date | None] = mapped_column(Date)
    notes: Mapped[str] = mapped_column(Text, default="")
    is_primary: Mapped[bool] = mapped_column(Boolean, default=False)
    reports_to_id: Mapped[uuid.UUID | None] = mapped_column(Key, reference("contact.id"), sort_order=100)

    __table_args__ = (
        Index("ix_contact_customer_id", "customer_id"),
        Index("ix_contact_reports_to_id", "reports_to_id"),
    )


class ContactPointEntity(Journaled, Base):
    """A phone number, e-mail address or other channel of a customer, or of one of its contacts."""

    __tablename__ = "contact_point"

    customer_id: Mapped[uuid.UUID] = mapped_column(Key, reference("customer.id"))
    contact_id: Mapped[uuid.UUID | None] = mapped_column(Key, reference("contact.id"))
    position: Mapped[int] = mapped_column(Integer, default=0)
    kind: Mapped[str] = mapped_column(OrderedText)
    value: Mapped[str] = mapped_column(OrderedText)
    label: Mapped[str] = mapped_column(Text, default="")
    is_primary: Mapped[bool] = mapped_column(Boolean, default=False)

    __table_args__ = (
        Index("ix_contact_point_customer_id", "customer_id"),
        Index("ix_contact_point_contact_id", "contact_id"),
        Index("ix_contact_point_value", "value"),
    )


class AddressEntity(Journaled, Base):
    __tablename__ = "address"

    customer_id: Mapped[uuid.UUID] = mapped_column(Key, reference("customer.id"))
    position: Mapped[int] = mapped_column(Integer, default=0)
    region: Mapped[str] = mapped_column(String(6), default="")
    street: Mapped[str] = mapped_column(Text, default="")
    postcode: Mapped[str] = mapped_column(Text, default="")
    label: Mapped[str] = mapped_column(Text, default="")
    is_primary: Mapped[bool] = mapped_column(Boolean, default=False)

    __table_args__ = (Index("ix_address_customer_id", "customer_id"),)


class ImportantDateEntity(Journaled, Base):
    __tablename__ = "important_date"

    customer_id: Mapped[uuid.UUID] = mapped_column(Key, reference("customer.id"))
    position: Mapped[int] = mapped_column(Integer, default=0)
    label: Mapped[str] = mapped_column(Text)
    on: Mapped[dt.date] = mapped_column("on_date", Date)
    lunar: Mapped[bool] = mapped_column(Boolean, default=False)

    __table_args__ = (Index("ix_important_date_customer_id", "customer_id"),)


class TagEntity(Journaled, Base):
    __tablename__ = "tag"

    name: Mapped[str] = mapped_column(Text)
    name_key: Mapped[str] = mapped_column(OrderedText)
    colour: Mapped[str] = mapped_column(String(16), default="tag1")

    __table_args__ = (Index("ix_tag_name_key", "name_key"),)


class CustomerTagEntity(Journaled, Base):
    __tablename__ = "customer_tag"

    customer_id: Mapped[uuid.UUID] = mapped_column(Key, reference("customer.id"))
    tag_id: Mapped[uuid.UUID] = mapped_column(Key, reference("tag.id"))

    __table_args__ = (
        Index("ix_customer_tag_customer_id", "customer_id"),
        Index("ix_customer_tag_tag_id", "tag_id", "customer_id"),
    )
