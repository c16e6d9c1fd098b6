"""What hand-over registers. Imports nothing heavy."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Feature, Navigator, PageSpec, TimelinePage, TimelineSpec

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from desktop_crm.controllers.actions import ActionSpec
    from desktop_crm.controllers.services import Services
    from desktop_crm.models.records.listed import Id

HAND_OVERS = "handover"
TITLE = Message(QT_TRANSLATE_NOOP("messages", "Hand-overs"))


def _page(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.handover.page import HandOversPage

    return HandOversPage(services, navigator)


def _actions(services: Services, navigator: Navigator) -> list[ActionSpec]:
    from desktop_crm.ui.pages.handover.actions import list_actions

    return list_actions(navigator)


def _timeline(
    services: Services,
    customer: Id,
    more: int | str | None,
    owner: QObject,
    show: Callable[[TimelinePage], object],
) -> None:
    from desktop_crm.ui.pages.handover.timeline import load_hand_overs

    load_hand_overs(services, customer, owner, show)


HAND_OVER = Feature(
    id="handover",
    pages=(PageSpec(HAND_OVERS, TITLE, "assign", 200, _page, "Ctrl+Shift+I"),),
    actions=_actions,
    timeline=(TimelineSpec("hand-over", TITLE, "assign", 200, _timeline),),
)
