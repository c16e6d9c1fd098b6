"""Stored values in the words of the journal."""

import pytest

from desktop_crm.models.records.fields import CUSTOMER_FIELDS, PART_FIELDS
from desktop_crm.ui.pages.customers.changes import value_text


@pytest.mark.parametrize(
    ("table", "field", "value", "shown"),
    [
        ("customer", "stage", "lost", "Lost"),
        ("customer", "kind", "person", "Person"),
        ("customer", "next_step_on", "2026-03-01", "1 Mar 2026"),
        ("contact_point", "kind", "phone", "Phone"),
        ("contact_point", "value", "+8613800138000", "+86 138 0013 8000"),
        ("contact_point", "is_primary", "1", "yes"),
        ("contact_point", "is_primary", "False", "no"),
        ("contact", "role", "decision_maker", "Decision maker"),
        ("address", "region", "440300", "Guangdong, Shenzhen"),
        ("tag", "colour", "tag6", "Colour 6"),
    ],
)
def test_values_read_as_words(qapp, table, field, value, shown):
    labels = CUSTOMER_FIELDS if table == "customer" else PART_FIELDS
    assert value_text(table, labels[field], value) == shown
