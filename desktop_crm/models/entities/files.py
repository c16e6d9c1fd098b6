"""Attachments of customers. Contents are kept once each, by what they are."""

from __future__ import annotations

import uuid

from sqlalchemy import Index, Integer, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_crm.models.db.base import Base, Journaled
from desktop_crm.models.db.types import Key
from desktop_crm.models.entities.customers import reference


class AttachmentEntity(Journaled, Base):
    """A file of a customer: its name, type and size (bytes), and the SHA-256 (64 hex digits) of its content."""

    __tablename__ = "attachment"

    customer_id: Mapped[uuid.UUID] = mapped_column(Key, reference("customer.id"))
    name: Mapped[str] = mapped_column(Text)
    media_type: Mapped[str] = mapped_column(Text, default="")
    size: Mapped[int] = mapped_column(Integer)
    sha256: Mapped[str] = mapped_column(String(64))
    note: Mapped[str] = mapped_column(Text, default="")

    __table_args__ = (
        Index("ix_attachment_customer_id", "customer_id"),
        Index("ix_attachment_sha256", "sha256"),
    )


class FileContent(Base):
    """A content, whoever holds it. Not journaled: it never changes, and stays while an attachment, or the journal of
    one, can bring it back."""

    __tablename__ = "file_content"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int] = mapped_column(Integer)
    content: Mapped[bytes] = mapped_column(LargeBinary)
