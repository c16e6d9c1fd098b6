"""Saved choices of imports: the setup for files whose header is known again."""

from __future__ import annotations

import uuid

from sqlalchemy import Boolean, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_crm.models.db.base import Base, Journaled
from desktop_crm.models.db.types import Key
from desktop_crm.models.entities.customers import reference


class ImportProfileEntity(Journaled, Base):
    """`setup` is JSON (see `records.import_setup`); `kind` names the records, `fingerprint` the header."""

    __tablename__ = "import_profile"

    kind: Mapped[str] = mapped_column(String(32))
    name: Mapped[str] = mapped_column(Text)
    fingerprint: Mapped[str] = mapped_column(String(64))
    owner_id: Mapped[uuid.UUID] = mapped_column(Key, reference("app_user.id"))
    shared: Mapped[bool] = mapped_column(Boolean, default=False)
    setup: Mapped[str] = mapped_column(Text)

    __table_args__ = (
        Index("ix_import_profile_fingerprint", "fingerprint"),
        Index("ix_import_profile_owner_id", "owner_id"),
    )
