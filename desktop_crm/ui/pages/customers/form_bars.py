"""Bars above the form: a likely twin, and the question about unsaved changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop_crm.controllers.i18n import text
from desktop_crm.models.records.customers import Id, Twin, customer_code
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import label
from desktop_crm.ui.widgets.search_field import IconMark


class _Bar(QFrame):
    def __init__(self, icon: str) -> None:
        super().__init__()
        self.setObjectName("messageBar")
        self.setProperty("level", "warning")
        self.words = label(wrap=True, select=True)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(2 * STEP, STEP, STEP, STEP)
        self.row.setSpacing(STEP)
        self.row.addWidget(IconMark(icon, "warning", 20))
        self.row.addSpacing(4)
        self.row.addWidget(self.words, 1)
        self.hide()

    def say(self, words: str) -> None:
        self.words.setText(words)
        self.setAccessibleName(words)
        self.show()


class TwinBar(_Bar):
    """Names the stored customer that the form may repeat, with a way to open it."""

    def __init__(self, open_customer: Callable[[Id], object]) -> None:
        super().__init__("duplicate")
        self.twins: tuple[Twin, ...] = ()
        self.open_button = button(self.tr("Open it"), lambda: open_customer(self.twins[0].id))
        self.row.addWidget(self.open_button)

    def show_twins(self, twins: Sequence[Twin]) -> None:
        """Shows the first of them; hides if there are none."""
        self.twins = tuple(twins)
        if not twins:
            self.hide()
            return
        first = twins[0]
        field = text(CUSTOMER_FIELDS[first.field]) if first.field in CUSTOMER_FIELDS else first.field
        words = self.tr("Perhaps here already: {name} ({code}), same {field}.")
        if len(twins) > 1:
            words = self.tr("Perhaps here already: {name} ({code}), same {field}, and {count} more.")
        words = words.replace("{code}", customer_code(first.number)).replace("{field}", field.lower())
        self.say(words.replace("{count}", str(len(twins) - 1)).replace("{name}", first.name))
        to_open = self.tr("Open")
        self.open_button.setAccessibleName(f"{to_open}: {first.name}")


class GuardBar(_Bar):
    """What to do with unsaved changes."""

    def __init__(self, save: Callable[[], object], discard: Callable[[], object], keep: Callable[[], object]) -> None:
        super().__init__("warning")
        self.save_button = button(self.tr("Save"), save, "primary")
        self.discard_button = button(self.tr("Discard"), discard)
        self.keep_button = button(self.tr("Keep editing"), keep)
        for one in (self.keep_button, self.discard_button, self.save_button):
            self.row.addWidget(one)

    def ask(self) -> None:
        """Comes up with the keyboard on Save."""
        self.say(self.tr("There are unsaved changes. Save them before you leave?"))
        self.save_button.setFocus()
