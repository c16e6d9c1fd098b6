"""Actions on the data standards."""

from __future__ import annotations

from functools import partial

from desktop_crm.controllers.actions import ActionSpec, Menu
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Navigator


def health_actions(services: Services, navigator: Navigator) -> list[ActionSpec]:
    """Rules, dictionaries and weights, from the palette and the tools menu."""
    wanted = (
        ("health.add_rule", QT_TRANSLATE_NOOP("messages", "Add data rule…"), "add", _add_rule),
        ("health.dictionaries", QT_TRANSLATE_NOOP("messages", "Dictionaries…"), "tag", _dictionaries),
        ("health.weights", QT_TRANSLATE_NOOP("messages", "Weights of completeness…"), "columns", _weights),
    )
    return [
        ActionSpec(key, Message(words), partial(run, services, navigator), icon, menu=Menu.TOOLS, order=400 + at)
        for at, (key, words, icon, run) in enumerate(wanted)
    ]


def _add_rule(services: Services, navigator: Navigator) -> None:
    from desktop_crm.ui.pages.health.rule_dialog import RuleDialog

    RuleDialog(services, None, navigator.window()).open()


def _dictionaries(services: Services, navigator: Navigator) -> None:
    from desktop_crm.ui.pages.health.dictionaries import DictionariesDialog

    DictionariesDialog(services, navigator.window()).open()


def _weights(services: Services, navigator: Navigator) -> None:
    from desktop_crm.ui.pages.health.weights import WeightsDialog

    WeightsDialog(services, navigator.window()).open()
