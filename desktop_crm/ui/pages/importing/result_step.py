"""The last step: how far the writing is, then what came of it, row by row, and the way to take it back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from desktop_crm.controllers.i18n import format_number, text
from desktop_crm.controllers.importing_state import Step
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import listed
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.importing.pick import PickList
from desktop_crm.ui.pages.importing.rows_view import RowsView
from desktop_crm.ui.pages.importing.step import StepPage
from desktop_crm.ui.pages.importing.tiles import Tiles
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import label
from desktop_crm.ui.widgets.popover import ListItem
from desktop_crm.ui.widgets.search_field import IconMark

_NAMED = 8


class ResultStep(StepPage):
    """Enter on a row opens its customer."""

    STEP = Step.RESULT
    ICON = "import"

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__(services, navigator)
        self.mark = IconMark("success", "success", 32)
        self.head.insertWidget(0, self.mark, 0, Qt.AlignmentFlag.AlignTop)
        self.undo_button = button(self.tr("Take it back"), self._take_back, "normal", "undo")
        self.save_button = button(
            self.tr("Save refused rows…"), lambda: navigator.run_action("import.save_refused"), "normal", "save"
        )
        self.head.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addWidget(self.undo_button, 0, Qt.AlignmentFlag.AlignTop)
        self.kept = label("", "secondary", wrap=True)
        self.tiles = Tiles(self.tr("Rows by what became of them"))
        self.rows = RowsView(self.session, editable=False)
        self.rows.opened.connect(navigator.open_customer)
        self.tiles.chosen.connect(self.rows.show_outcomes)
        self.body.setSpacing(12)
        self.more = button("", self._list_kept, "flat")
        self.list: PickList | None = None
        kept = QHBoxLayout()
        kept.setSpacing(STEP)
        kept.addWidget(self.kept, 1)
        kept.addWidget(self.more, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(kept)
        self.body.addWidget(self.tiles)
        self.body.addWidget(self.rows, 1)

    def waiting_words(self) -> tuple[str, str]:
        if self.session.change_set is not None:
            return self.tr("Taking the import back"), self.tr("What was edited since the import stays.")
        if self.session.backing_up:
            return self.tr("Backing up first"), self.tr("Then the import begins. Nothing is written yet.")
        return (
            self.tr("Importing “{file}”").replace("{file}", self.session.name),
            self.tr("Everything is written at once at the end; until then, Cancel leaves nothing behind."),
        )

    def show_state(self) -> None:
        session, ran = self.session, self.session.done
        if ran is None:
            return
        counts = ran.result.counts
        back = session.taken_back
        self.mark.set_icon("undo" if back else "success", "text_tertiary" if back else "success")
        self.title.setText(self.tr("The import was taken back") if back else self.tr("Imported"))
        words = self.tr("{created} new customers, {changed} changed, {rows} rows not taken.")
        values = {
            "created": ran.result.created,
            "changed": ran.result.changed,
            "rows": counts.error + counts.ask + counts.left_out,
        }
        for name, value in values.items():
            words = words.replace(f"{{{name}}}", format_number(value))
        self.lead.setText(self._back_words() if back else words)
        self.kept.setText(self._kept_words())
        self.kept.setVisible(bool(session.kept))
        rest = max(len(session.kept) - _NAMED, 0)
        self.more.setText(self.tr("and {n} more…").replace("{n}", format_number(rest)))
        self.more.setVisible(rest > 0)
        self.tiles.show_counts(counts)
        self.rows.show_file(ran.rows)
        self.undo_button.setVisible(not back and session.change_set is not None)
        self.save_button.setVisible(counts.error + counts.ask + counts.left_out > 0)

    def _back_words(self) -> str:
        return self.tr("All else is as it was before.") if self.session.kept else self.tr("All is as it was before.")

    def _kept_words(self) -> str:
        """Who stays since they were edited after the import."""
        kept = self.session.kept
        if not kept:
            return ""
        names = [f"{one.name} (C{one.number:06d})" for one in kept[:_NAMED]]
        words = self.tr("Edited since the import, so they stay ({n}): {names}")
        return words.replace("{n}", format_number(len(kept))).replace("{names}", text(listed(names)))

    def _list_kept(self) -> None:
        """All who stay, to be searched and opened."""
        items = [ListItem(one.id, one.name, shortcut=f"C{one.number:06d}") for one in self.session.kept]
        self.list = PickList(self.more, self.tr("Customers that stay"), items)
        self.list.chosen.connect(self.navigator.open_customer)
        self.list.open_at(self.more)

    def _take_back(self) -> None:
        self.session.take_back()

    def onward(self) -> tuple[str, bool]:
        session = self.session
        if session.doing is not None:
            return "", False
        return self.tr("Show the customers"), True

    def advance(self) -> None:
        self.navigator.show_page("customers")

    def hint(self) -> str:
        if self.session.done is None or self.session.taken_back:
            return ""
        return self.tr("Enter opens the customer of a row. Ctrl+Z takes the whole import back.")

    def again(self) -> None:
        self.session.go(Step.CHECK)

    def take_focus(self) -> None:
        self.rows.take_focus()
