"""What the administration of custom fields registers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Feature, Navigator, PageSpec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop_crm.controllers.actions import ActionSpec
    from desktop_crm.controllers.services import Services

PAGE = "fields"


def _page(services: Services, navigator: Navigator) -> QWidget:
    from desktop_crm.ui.pages.fields.page import FieldsPage

    return FieldsPage(services, navigator)


def _actions(services: Services, navigator: Navigator) -> Sequence[ActionSpec]:
    from desktop_crm.controllers.actions import ActionSpec, Menu

    def add() -> None:
        from desktop_crm.ui.pages.fields.dialog import add_field

        add_field(services, navigator.window())

    return [
        ActionSpec(
            "fields.add",
            Message(QT_TRANSLATE_NOOP("messages", "Add a custom field…")),
            add,
            "add",
            menu=Menu.TOOLS,
            order=310,
            enabled_when=lambda context: context.page not in ("", "start"),
        )
    ]


FIELDS = Feature(
    "fields",
    pages=(PageSpec(PAGE, Message(QT_TRANSLATE_NOOP("messages", "Custom fields")), "columns", 920, _page, "Alt+8"),),
    actions=_actions,
)
