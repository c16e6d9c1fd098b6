"""The whole file of one customer, as it is printed."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_crm.models.records.customers import Customer
from desktop_crm.models.records.files import Attachment
from desktop_crm.models.records.history import ChangeSet


@dataclass(frozen=True, slots=True)
class RelatedCustomer:
    """Another customer and what it is to this one. `reverse`: the relation is told from the other end."""

    kind: str
    reverse: bool
    name: str
    number: int
    note: str


@dataclass(frozen=True, slots=True)
class CustomerFile:
    customer: Customer
    relations: tuple[RelatedCustomer, ...] = ()
    files: tuple[Attachment, ...] = ()
    changes: tuple[ChangeSet, ...] = ()
