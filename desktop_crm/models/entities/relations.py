"""Relations between customers: parent company, referred by, partner."""

from __future__ import annotations

import uuid

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_crm.models.db.base import Base, Journaled
from desktop_crm.models.db.types import Key
from desktop_crm.models.entities.customers import reference


class RelationEntity(Journaled, Base):
    """`other_id` is the parent company of `customer_id` (kind `parent`), who referred it (`referred_by`), or its
    partner (`partner`, read alike from both ends)."""

    __tablename__ = "relation"

    customer_id: Mapped[uuid.UUID] = mapped_column(Key, reference("customer.id"))
    other_id: Mapped[uuid.UUID] = mapped_column(Key, reference("customer.id"))
    kind: Mapped[str] = mapped_column(String(16))
    note: Mapped[str] = mapped_column(Text, default="")

    __table_args__ = (
        Index("ix_relation_customer_id", "customer_id", "kind"),
        Index("ix_relation_other_id", "other_id", "kind"),
    )
