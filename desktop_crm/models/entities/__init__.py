"""The mapped tables. Importing this package maps all of them."""

from desktop_crm.models.db import journal, meta
from desktop_crm.models.entities import customers, people, search

__all__ = ["customers", "journal", "meta", "people", "search"]
