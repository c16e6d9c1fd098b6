"""The names of fields and tables as people know them: for titles, history, forms, lists and files."""

from __future__ import annotations

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

# People have a name of another kind than companies and tags, which some languages also call otherwise.
PERSON_NAME = Message(QT_TRANSLATE_NOOP("messages", "Full name"))

CUSTOMER_FIELDS: dict[str, Message] = {
    "number": Message(QT_TRANSLATE_NOOP("messages", "Customer no.")),
    "name": Message(QT_TRANSLATE_NOOP("messages", "Name")),
    "kind": Message(QT_TRANSLATE_NOOP("messages", "Kind")),
    "short_name": Message(QT_TRANSLATE_NOOP("messages", "Short name")),
    "credit_code": Message(QT_TRANSLATE_NOOP("messages", "Credit code")),
    "id_number": Message(QT_TRANSLATE_NOOP("messages", "ID number")),
    "industry": Message(QT_TRANSLATE_NOOP("messages", "Industry")),
    "size": Message(QT_TRANSLATE_NOOP("messages", "Size")),
    "occupation": Message(QT_TRANSLATE_NOOP("messages", "Occupation")),
    "source": Message(QT_TRANSLATE_NOOP("messages", "Source")),
    "owner": Message(QT_TRANSLATE_NOOP("messages", "Owner")),
    "owner_id": Message(QT_TRANSLATE_NOOP("messages", "Owner")),
    "team": Message(QT_TRANSLATE_NOOP("messages", "Team")),
    "team_id": Message(QT_TRANSLATE_NOOP("messages", "Team")),
    "stage": Message(QT_TRANSLATE_NOOP("messages", "Stage")),
    "preferred_channel": Message(QT_TRANSLATE_NOOP("messages", "Preferred channel")),
    "price_sensitivity": Message(QT_TRANSLATE_NOOP("messages", "Price sensitivity")),
    "relationship": Message(QT_TRANSLATE_NOOP("messages", "Relationship willingness")),
    "needs": Message(QT_TRANSLATE_NOOP("messages", "Needs and preferences")),
    "next_step": Message(QT_TRANSLATE_NOOP("messages", "Next step")),
    "next_step_on": Message(QT_TRANSLATE_NOOP("messages", "Next step on")),
    "notes": Message(QT_TRANSLATE_NOOP("messages", "Notes")),
    "tags": Message(QT_TRANSLATE_NOOP("messages", "Tags")),
    "points": Message(QT_TRANSLATE_NOOP("messages", "Phones and channels")),
    "phone": Message(QT_TRANSLATE_NOOP("messages", "Phone")),
    "email": Message(QT_TRANSLATE_NOOP("messages", "E-mail")),
    "addresses": Message(QT_TRANSLATE_NOOP("messages", "Addresses")),
    "region": Message(QT_TRANSLATE_NOOP("messages", "Region")),
    "dates": Message(QT_TRANSLATE_NOOP("messages", "Important dates")),
    "contacts": Message(QT_TRANSLATE_NOOP("messages", "Contact persons")),
    "created_at": Message(QT_TRANSLATE_NOOP("messages", "Created")),
    "updated_at": Message(QT_TRANSLATE_NOOP("messages", "Updated")),
    "deleted_at": Message(QT_TRANSLATE_NOOP("messages", "Deleted")),
}

# Columns of the tables below customers.
PART_FIELDS: dict[str, Message] = {
    "name": Message(QT_TRANSLATE_NOOP("messages", "Name")),
    "role": Message(QT_TRANSLATE_NOOP("messages", "Role")),
    "title": Message(QT_TRANSLATE_NOOP("messages", "Job title")),
    "department": Message(QT_TRANSLATE_NOOP("messages", "Department")),
    "birthday": Message(QT_TRANSLATE_NOOP("messages", "Birthday")),
    "notes": Message(QT_TRANSLATE_NOOP("messages", "Notes")),
    "kind": Message(QT_TRANSLATE_NOOP("messages", "Kind")),
    "value": Message(QT_TRANSLATE_NOOP("messages", "Value")),
    "label": Message(QT_TRANSLATE_NOOP("messages", "Label")),
    "is_primary": Message(QT_TRANSLATE_NOOP("messages", "Primary")),
    "region": Message(QT_TRANSLATE_NOOP("messages", "Region")),
    "street": Message(QT_TRANSLATE_NOOP("messages", "Street")),
    "postcode": Message(QT_TRANSLATE_NOOP("messages", "Postcode")),
    "on_date": Message(QT_TRANSLATE_NOOP("messages", "Date")),
    "lunar": Message(QT_TRANSLATE_NOOP("messages", "Lunar calendar")),
    "colour": Message(QT_TRANSLATE_NOOP("messages", "Colour")),
    "login": Message(QT_TRANSLATE_NOOP("messages", "Login")),
    "team_id": Message(QT_TRANSLATE_NOOP("messages", "Team")),
    "active": Message(QT_TRANSLATE_NOOP("messages", "Active")),
    "customer_id": Message(QT_TRANSLATE_NOOP("messages", "Customer")),
    "contact_id": Message(QT_TRANSLATE_NOOP("messages", "Contact person")),
    "tag_id": Message(QT_TRANSLATE_NOOP("messages", "Tag")),
    "deleted_at": Message(QT_TRANSLATE_NOOP("messages", "Deleted")),
}

TABLES: dict[str, Message] = {
    "customer": Message(QT_TRANSLATE_NOOP("messages", "Customer")),
    "contact": Message(QT_TRANSLATE_NOOP("messages", "Contact person")),
    "contact_point": Message(QT_TRANSLATE_NOOP("messages", "Phone or channel")),
    "address": Message(QT_TRANSLATE_NOOP("messages", "Address")),
    "important_date": Message(QT_TRANSLATE_NOOP("messages", "Important date")),
    "tag": Message(QT_TRANSLATE_NOOP("messages", "Tag")),
    "customer_tag": Message(QT_TRANSLATE_NOOP("messages", "Tag of a customer")),
    "app_user": Message(QT_TRANSLATE_NOOP("messages", "User")),
    "team": Message(QT_TRANSLATE_NOOP("messages", "Team")),
}


def field_label(table: str, column: str) -> Message:
    """The name of a column; an unknown one shows its own."""
    if column == "name" and table in ("contact", "app_user"):
        return PERSON_NAME
    labels = CUSTOMER_FIELDS if table == "customer" else PART_FIELDS
    return labels.get(column) or Message(column)
