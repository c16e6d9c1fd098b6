"""What can be done with files from anywhere on the customer page."""

from __future__ import annotations

from desktop_crm.controllers.actions import ActionSpec, Context, Menu
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.customers.feature import RECORD
from desktop_crm.ui.pages.customers.target import front


def file_actions(services: Services, navigator: Navigator) -> list[ActionSpec]:
    """Attaching to the customer in front."""

    return [
        ActionSpec(
            "files.add",
            Message(QT_TRANSLATE_NOOP("messages", "Attach files…")),
            lambda: _add(services, navigator),
            "attachment",
            "Ctrl+Shift+T",
            Menu.CUSTOMER,
            (),
            140,
            _on_a_customer,
        ),
        ActionSpec(
            "files.paste",
            Message(QT_TRANSLATE_NOOP("messages", "Attach what is on the clipboard")),
            lambda: _paste(services, navigator),
            "paste",
            "Ctrl+Shift+P",
            Menu.CUSTOMER,
            (),
            141,
            _on_a_customer,
        ),
    ]


def _add(services: Services, navigator: Navigator) -> None:
    from desktop_crm.ui.pages.files.attaching import ask_for_files, attach

    target = front(navigator)
    if target is not None and (customer := target.record()) is not None:
        attach(services, customer, ask_for_files(navigator.window()))


def _paste(services: Services, navigator: Navigator) -> None:
    from desktop_crm.ui.pages.files.attaching import from_clipboard

    target = front(navigator)
    if target is not None and (customer := target.record()) is not None:
        from_clipboard(services, customer)


def _on_a_customer(context: Context) -> bool:
    return context.page == RECORD and context.record and not context.deleted
