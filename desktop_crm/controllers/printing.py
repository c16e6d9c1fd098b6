"""Gathers what is printed of a customer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_crm.controllers.runner import Runner
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.records.customer_file import CustomerFile
from desktop_crm.models.records.listed import Id

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def customer_file(runner: Runner, customer_id: Id, owner: QObject) -> Task[CustomerFile]:
    """The customer with relations, files and the newest changes; fails with NotFoundError."""
    return runner.query(_read, customer_id, owner=owner, key="file")


def _read(session: Session, customer_id: Id) -> CustomerFile:
    from desktop_crm.models.queries.customer_file import customer_file as read

    return read(session, customer_id)
