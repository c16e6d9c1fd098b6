"""What data health registers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Feature, Navigator, PageSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_crm.controllers.actions import ActionSpec
    from desktop_crm.controllers.services import Services

PAGE = "health"


def _page(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.health.page import HealthPage

    return HealthPage(services, navigator)


def _actions(services: Services, navigator: Navigator) -> Sequence[ActionSpec]:
    from desktop_crm.ui.pages.health.actions import health_actions

    return health_actions(services, navigator)


HEALTH = Feature(
    "health",
    pages=(PageSpec(PAGE, Message(QT_TRANSLATE_NOOP("messages", "Data health")), "health", 700, _page, "Alt+7"),),
    actions=_actions,
)
