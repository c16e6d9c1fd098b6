"""The names of fields and tables as people know them: for titles, history, forms, lists and files."""

from __future__ import annotations

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

# People have a name of another kind than companies and tags, which some languages also call otherwise.
PERSON_NAME = Message(QT_TRANSLATE_NOOP("messages", "Full name"))

# The ids of custom fields begin with it.
CUSTOM = "custom:"
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
    "verified_on": Message(QT_TRANSLATE_NOOP("messages", "Last verified")),
    "completeness": Message(QT_TRANSLATE_NOOP("messages", "Completeness")),
    "is_key": Message(QT_TRANSLATE_NOOP("messages", "Key customer")),
    "key_user_id": Message(QT_TRANSLATE_NOOP("messages", "Named person")),
    "key_team_id": Message(QT_TRANSLATE_NOOP("messages", "Named team")),
    "merged_into_id": Message(QT_TRANSLATE_NOOP("messages", "Merged into")),
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
    "other_id": Message(QT_TRANSLATE_NOOP("messages", "Related customer")),
    "reports_to_id": Message(QT_TRANSLATE_NOOP("messages", "Reports to")),
    "note": Message(QT_TRANSLATE_NOOP("messages", "Note")),
    "size": Message(QT_TRANSLATE_NOOP("messages", "File size")),
    "media_type": Message(QT_TRANSLATE_NOOP("messages", "File type")),
    "sha256": Message(QT_TRANSLATE_NOOP("messages", "Checksum")),
    "for_kind": Message(QT_TRANSLATE_NOOP("messages", "For")),
    "section": Message(QT_TRANSLATE_NOOP("messages", "Section")),
    "required": Message(QT_TRANSLATE_NOOP("messages", "Required")),
    "default_value": Message(QT_TRANSLATE_NOOP("messages", "Default")),
    "hint": Message(QT_TRANSLATE_NOOP("messages", "Hint")),
    "options": Message(QT_TRANSLATE_NOOP("messages", "Options")),
    "currency": Message(QT_TRANSLATE_NOOP("messages", "Currency")),
    "shared": Message(QT_TRANSLATE_NOOP("messages", "Shared")),
    "owner_id": Message(QT_TRANSLATE_NOOP("messages", "Owner")),
    "field": Message(QT_TRANSLATE_NOOP("messages", "Field")),
    "check_kind": Message(QT_TRANSLATE_NOOP("messages", "Check")),
    "stage": Message(QT_TRANSLATE_NOOP("messages", "Stage")),
    "pattern": Message(QT_TRANSLATE_NOOP("messages", "Pattern")),
    "blocking": Message(QT_TRANSLATE_NOOP("messages", "Refuses to save")),
    "weight": Message(QT_TRANSLATE_NOOP("messages", "Weight")),
    "dictionary": Message(QT_TRANSLATE_NOOP("messages", "Dictionary")),
    "replaced_by": Message(QT_TRANSLATE_NOOP("messages", "Replaced by")),
    "to_user_id": Message(QT_TRANSLATE_NOOP("messages", "New owner")),
    "to_team_id": Message(QT_TRANSLATE_NOOP("messages", "New team")),
    "from_user_id": Message(QT_TRANSLATE_NOOP("messages", "Former owner")),
    "user_id": Message(QT_TRANSLATE_NOOP("messages", "User")),
    "reason": Message(QT_TRANSLATE_NOOP("messages", "Reason")),
    "effective_on": Message(QT_TRANSLATE_NOOP("messages", "Takes effect on")),
    "done_at": Message(QT_TRANSLATE_NOOP("messages", "Done")),
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
    "custom_field": Message(QT_TRANSLATE_NOOP("messages", "Custom field")),
    "import_profile": Message(QT_TRANSLATE_NOOP("messages", "Import profile")),
    "saved_view": Message(QT_TRANSLATE_NOOP("messages", "Saved view")),
    "relation": Message(QT_TRANSLATE_NOOP("messages", "Relation")),
    "attachment": Message(QT_TRANSLATE_NOOP("messages", "Attachment")),
    "distinct_pair": Message(QT_TRANSLATE_NOOP("messages", "Not a duplicate")),
    "data_rule": Message(QT_TRANSLATE_NOOP("messages", "Data rule")),
    "field_weight": Message(QT_TRANSLATE_NOOP("messages", "Weight of a field")),
    "dictionary_entry": Message(QT_TRANSLATE_NOOP("messages", "Dictionary value")),
    "hand_over": Message(QT_TRANSLATE_NOOP("messages", "Hand-over")),
    "hand_over_customer": Message(QT_TRANSLATE_NOOP("messages", "Customer handed over")),
    "customer_share": Message(QT_TRANSLATE_NOOP("messages", "Share")),
}


def field_label(table: str, column: str) -> Message:
    """The name of a column; an unknown one shows its own."""
    if column == "name" and table in ("contact", "app_user"):
        return PERSON_NAME
    labels = CUSTOMER_FIELDS if table == "customer" else PART_FIELDS
    return labels.get(column) or Message(column)
