"""The code behind each kind of record that files can bring; what there is to say of it stands in `records`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from desktop_crm.models.exchange.customer_import import import_customers, open_customers
from desktop_crm.models.exchange.reading import Table
from desktop_crm.models.exchange.suggesting import suggest, survey
from desktop_crm.models.records.import_kinds import CUSTOMER_KIND, ImportKind
from desktop_crm.models.records.import_setup import CUSTOMERS
from desktop_crm.models.records.imports import Survey


@dataclass(frozen=True, slots=True)
class ImportCode:
    """How a kind is opened, suggested, surveyed, and imported (a command, which `run_import` runs for customers)."""

    kind: ImportKind
    open: Callable[..., Table]
    suggest: Callable[..., Any]
    survey: Callable[..., Survey]
    command: Callable[..., Any]


CODES: Mapping[str, ImportCode] = {
    CUSTOMERS: ImportCode(CUSTOMER_KIND, open_customers, suggest, survey, import_customers)
}
