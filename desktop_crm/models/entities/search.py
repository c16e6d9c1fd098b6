"""Search documents: one per findable customer, made from it and never journaled: they can be made again."""

from __future__ import annotations

import uuid

from sqlalchemy import Boolean, Index, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from desktop_crm.models.db.base import Base, BigSerial
from desktop_crm.models.db.types import Key, OrderedText


class SearchDocument(Base):
    """`lines` holds `field TAB text TAB key TAB key…` per line: what is shown, and the folded forms that a search
    is compared with. `alive` is false in the recycle bin: putting 100,000 customers there must not cost an index
    rebuild. `grams` is PostgreSQL's; SQLite keeps them in the FTS5 table `search_gram`."""

    __tablename__ = "search_document"

    id: Mapped[int] = mapped_column(BigSerial, primary_key=True, autoincrement=True)
    record_id: Mapped[uuid.UUID] = mapped_column(Key, unique=True)
    name_key: Mapped[str] = mapped_column(OrderedText)
    initials: Mapped[str] = mapped_column(OrderedText)
    pinyin: Mapped[str] = mapped_column(OrderedText)
    lines: Mapped[str] = mapped_column(Text)
    alive: Mapped[bool] = mapped_column(Boolean, default=True)
    grams: Mapped[list[str] | None] = mapped_column(ARRAY(Text).with_variant(Text(), "sqlite"))

    __table_args__ = (
        Index("ix_search_document_name_key", "name_key"),
        Index("ix_search_document_initials", "initials"),
        Index("ix_search_document_pinyin", "pinyin"),
        Index("ix_search_document_grams", "grams", postgresql_using="gin").ddl_if(dialect="postgresql"),
    )
