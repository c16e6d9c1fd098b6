"""Offers to go on with forms that were never saved, such as after a crash."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import format_relative
from desktop_crm.controllers.services import Services
from desktop_crm.ui.feature import Navigator

if TYPE_CHECKING:
    from desktop_crm.controllers.drafts import Draft
    from desktop_crm.ui.widgets.message_bar import MessageBar


class DraftOffers(QWidget):
    """A bar for each kept form of this database; takes no room while there are none."""

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__()
        self._services, self._navigator = services, navigator
        self.bars: list[MessageBar] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def look(self) -> None:
        """Looks for kept forms; the reading is done in a worker."""
        drafts = self._services.drafts
        if drafts is not None:
            self._services.runner.work(drafts.pending, owner=self, key="offers", background=True).then(self._show)

    def _show(self, drafts: list[Draft]) -> None:
        from desktop_crm.ui.pages.customers.draft_json import FORM

        for bar in self.bars:
            bar.hide()
            bar.deleteLater()
        self.bars = [self._bar(draft) for draft in drafts if draft.form == FORM][:3]
        for bar in self.bars:
            self._column.addWidget(bar)
        self.setVisible(bool(self.bars))

    def _bar(self, draft: Draft) -> MessageBar:
        from desktop_crm.ui.widgets.message_bar import MessageBar, Notice

        data = draft.data.get("draft")
        name = str(data.get("name", "")) if isinstance(data, dict) else ""
        words = self.tr("“{name}” was not saved. What you typed {when} is kept.")
        words = words.replace("{name}", name or self.tr("New customer"))
        bar = MessageBar()
        bar.show_notice(
            Notice(
                "info",
                words.replace("{when}", format_relative(draft.saved_at)),
                action=self.tr("Continue"),
                run=lambda: self._go_on(draft),
            )
        )
        bar.closed.connect(self._closed)
        return bar

    def _go_on(self, draft: Draft) -> None:
        try:
            key = uuid.UUID(draft.record_key) if draft.record_key else None
        except ValueError:
            return
        self._navigator.edit_customer(key)

    def _closed(self) -> None:
        self.setVisible(any(not bar.isHidden() for bar in self.bars))
