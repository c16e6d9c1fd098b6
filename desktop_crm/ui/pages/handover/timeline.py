"""Hand-overs on a customer's timeline: from → to, and why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.fields import CUSTOMER_FIELDS, PART_FIELDS
from desktop_crm.models.records.hand_over import HandOverEntry
from desktop_crm.models.records.listed import Id
from desktop_crm.ui.feature import TimelineDetail, TimelineEntry, TimelinePage

TO = QT_TRANSLATE_NOOP("messages", "Handed over to {to}")


def load_hand_overs(services: Services, customer: Id, owner: QObject, show: Callable[[TimelinePage], object]) -> None:
    """All of them: a customer has few."""

    def shown(found: list[HandOverEntry]) -> None:
        show(TimelinePage(tuple(_entry(one) for one in found)))

    services.hand_over.of_customer(customer, owner).then(shown)


def _entry(one: HandOverEntry) -> TimelineEntry:
    details = []
    if one.to_user:
        details.append(TimelineDetail(text(CUSTOMER_FIELDS["owner"]), one.to_user, one.former))
    if one.to_team:
        details.append(TimelineDetail(text(CUSTOMER_FIELDS["team"]), one.to_team))
    if one.reason:
        details.append(TimelineDetail(text(PART_FIELDS["reason"]), one.reason))
    return TimelineEntry(one.at, Message(TO, {"to": one.to_user or one.to_team}), one.by, tuple(details))
