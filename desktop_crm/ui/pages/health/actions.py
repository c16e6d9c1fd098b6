"""Actions on the data standards."""

from __future__ import annotations

from desktop_crm.controllers.actions import ActionSpec, Menu
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Navigator


def health_actions(services: Services, navigator: Navigator) -> list[ActionSpec]:
    """Rules, dictionaries and weights, from the palette and the tools menu."""

    def add_rule() -> None:
        from desktop_crm.ui.pages.health.rule_dialog import RuleDialog

        RuleDialog(services, None, navigator.window()).open()

    def dictionaries() -> None:
        from desktop_crm.ui.pages.health.dictionaries import DictionariesDialog

        DictionariesDialog(services, navigator.window()).open()

    def weights() -> None:
        from desktop_crm.ui.pages.health.weights import WeightsDialog

        WeightsDialog(services, navigator.window()).open()

    return [
        ActionSpec(
            "health.add_rule",
            Message(QT_TRANSLATE_NOOP("messages", "Add data rule…")),
            add_rule,
            icon="add",
            menu=Menu.TOOLS,
            order=300,
        ),
        ActionSpec(
            "health.dictionaries",
            Message(QT_TRANSLATE_NOOP("messages", "Dictionaries…")),
            dictionaries,
            icon="tag",
            menu=Menu.TOOLS,
            order=310,
        ),
        ActionSpec(
            "health.weights",
            Message(QT_TRANSLATE_NOOP("messages", "Weights of completeness…")),
            weights,
            icon="columns",
            menu=Menu.TOOLS,
            order=320,
        ),
    ]
