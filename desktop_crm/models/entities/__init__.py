"""The mapped tables. Importing this package maps all of them."""

from desktop_crm.models.db import journal, meta
from desktop_crm.models.entities import (
    custom_fields,
    customers,
    duplicates,
    files,
    hand_over,
    imports,
    people,
    relations,
    search,
    standards,
    views,
)

__all__ = [
    "custom_fields",
    "customers",
    "duplicates",
    "files",
    "hand_over",
    "imports",
    "journal",
    "meta",
    "people",
    "relations",
    "search",
    "standards",
    "views",
]
