"""Customers for tests."""

from __future__ import annotations

import uuid

from desktop_crm.models.commands.customers import save_customer
from desktop_crm.models.db.database import Database
from desktop_crm.models.queries.customers import get_customer
from desktop_crm.models.records.customers import Contact, ContactPoint, Customer, CustomerDraft, PointKind


def draft(name: str = "华为技术有限公司", phone: str = "", contact: str = "", **fields: object) -> CustomerDraft:
    points = (ContactPoint(PointKind.PHONE, phone, primary=True),) if phone else ()
    contacts = (Contact(contact, primary=True),) if contact else ()
    values: dict[str, object] = {"name": name, "points": points, "contacts": contacts} | fields
    return CustomerDraft(**values)  # type: ignore[arg-type]


def add(database: Database, name: str = "华为技术有限公司", **fields: object) -> uuid.UUID:
    return database.execute(save_customer, draft(name, **fields)).value  # type: ignore[arg-type]


def get(database: Database, customer_id: uuid.UUID) -> Customer:
    with database.read() as session:
        return get_customer(session, customer_id)
