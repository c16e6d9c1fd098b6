"""The fifth step: the import itself, rolled back at its end. Counts, every row, before → after; mistakes are mended
in the grid and checked again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout

from desktop_crm.controllers.i18n import format_number
from desktop_crm.controllers.importing_state import Step
from desktop_crm.controllers.services import Services
from desktop_crm.models.records.imports import RowOutcome
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.importing.rows_view import RowsView
from desktop_crm.ui.pages.importing.step import StepPage
from desktop_crm.ui.pages.importing.tiles import ALL, Tiles
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button, tool_button
from desktop_crm.ui.widgets.labels import label, restyle
from desktop_crm.ui.widgets.search_field import IconMark


class CheckStep(StepPage):
    """The main button imports, or checks again while something was mended since."""

    STEP = Step.CHECK
    ICON = "task"

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__(services, navigator)
        self.undo_button = tool_button("undo", self.tr("Undo the last change here (Ctrl+Z)"), self.session.undo)
        self.redo_button = tool_button("redo", self.tr("Redo (Ctrl+Shift+Z)"), self.session.redo)
        self.save_button = button(self.tr("Save refused rows…"), self._save, "normal", "save")
        self.again_button = button(self.tr("Check again"), self.session.check, "normal", "refresh")
        for one in (self.undo_button, self.redo_button, self.save_button, self.again_button):
            self.head.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
        self.tiles = Tiles(self.tr("Rows by what becomes of them"))
        self.tiles.chosen.connect(self._filter)
        self.rows = RowsView(self.session, editable=True)
        self.rows.opened.connect(navigator.open_customer)
        self.back_up = QCheckBox(self.tr("Back up the file before"))
        self.back_up.toggled.connect(self._set_back_up)
        self._seen = ""
        self.body.setSpacing(12)
        self.body.addWidget(self._make_bar())
        self.body.addWidget(self.tiles)
        self.body.addWidget(self.rows, 1)
        self.foot.append(self.back_up)

    def _make_bar(self) -> QFrame:
        self.bar = QFrame()
        self.bar.setObjectName("messageBar")
        self.bar.setProperty("level", "warning")
        self.message = label("", "body", wrap=True)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
        row.setSpacing(STEP)
        self.mark = IconMark("info", "warning", 18)
        row.addWidget(self.mark)
        row.addWidget(self.message, 1)
        return self.bar

    # Showing -----------------------------------------------------------------------------------------

    def waiting_words(self) -> tuple[str, str]:
        return (
            self.tr("Checking “{file}”").replace("{file}", self.session.name),
            self.tr("Every row is read, matched and compared with your customers. Nothing is written yet."),
        )

    def show_state(self) -> None:
        session = self.session
        ran = session.checked
        if ran is None:
            self._cancelled()
            return
        counts = ran.result.counts
        self.title.setText(self.tr("This is what will happen"))
        self.lead.setText(self._summary())
        self.tiles.show_counts(counts)
        if ran.rows != self._seen:
            self._seen = ran.rows
            self._first_filter()
        self.rows.show_file(ran.rows)
        for one in (self.tiles, self.rows):
            one.show()
        self.undo_button.setEnabled(session.can_undo)
        self.redo_button.setEnabled(session.can_redo)
        self.save_button.setVisible(counts.error + counts.ask > 0)
        self.again_button.show()
        blocked = self.back_up.blockSignals(True)
        self.back_up.setChecked(session.backs_up)
        self.back_up.blockSignals(blocked)
        self._say()

    def _cancelled(self) -> None:
        """The check was stopped: nothing is known, and it can be begun again."""
        self.title.setText(self.tr("The check was stopped"))
        self.lead.setText(self.tr("Nothing was written. Check again to see what the import would do."))
        for one in (self.tiles, self.rows, self.bar, self.save_button):
            one.hide()

    def _summary(self) -> str:
        counts = self.session.checked.result.counts if self.session.checked else None
        if counts is None:
            return ""
        parts = [self.tr("Nothing is written yet.")]
        if counts.owners:
            parts.append(self.tr("People to be added: {n}.").replace("{n}", format_number(counts.owners)))
        if counts.related:
            parts.append(self.tr("Related companies to be added: {n}.").replace("{n}", format_number(counts.related)))
        return "  ".join(parts)

    def _say(self) -> None:
        session = self.session
        level = "warning"
        if session.differs:
            words = self.tr(
                "Customers were changed by somebody since the check, so nothing was written. These are the counts of "
                "now; import if they are right."
            )
        elif not session.checked_now:
            words = self.tr("You changed something since. Check again to see what happens now.")
            level = "info"
        else:
            words = ""
        self.message.setText(words)
        self.bar.setVisible(bool(words))
        self.mark.set_icon("info", "warning" if level == "warning" else "accent_text")
        if self.bar.property("level") != level:
            self.bar.setProperty("level", level)
            restyle(self.bar)

    def _first_filter(self) -> None:
        """What needs a person comes first."""
        counts = self.session.checked.result.counts if self.session.checked else None
        if counts is not None and counts.ask:
            self.tiles.choose(RowOutcome.ASK)
        elif counts is not None and counts.error:
            self.tiles.choose(RowOutcome.ERROR)
        else:
            self.tiles.choose(ALL)

    def _filter(self, outcomes: tuple[RowOutcome, ...]) -> None:
        self.rows.show_outcomes(outcomes)

    # Doing -------------------------------------------------------------------------------------------

    def shows_foot(self) -> bool:
        session = self.session
        return session.offers_back_up and session.to_write > 0 and session.doing is None and session.error is None

    def again(self) -> None:
        self.session.check()

    def onward(self) -> tuple[str, bool]:
        session = self.session
        if session.doing is not None or session.error is not None:
            return self.tr("Import"), False
        if not session.checked_now:
            return self.tr("Check again"), True
        words = self.tr("Import {n}").replace("{n}", format_number(session.to_write))
        return (words, True) if session.to_write else (self.tr("Nothing to import"), False)

    def advance(self) -> None:
        if self.session.checked_now:
            self.session.run()
        else:
            self.session.check()

    def hint(self) -> str:
        ran = self.session.checked
        if ran is None or self.session.doing is not None:
            return ""
        counts = ran.result.counts
        open_rows = counts.error + counts.ask
        if not open_rows:
            return self.tr("The whole import is one step that can be taken back.")
        if not self.session.to_write:
            return self.tr("No row can be taken as it is. Mend the cells here, or save the rows as a workbook.")
        words = self.tr("{n} rows are not taken as they are; the others can be imported now.")
        return words.replace("{n}", format_number(open_rows))

    def _set_back_up(self, on: bool) -> None:
        self.session.back_up = on

    def _save(self) -> None:
        self.navigator.run_action("import.save_refused")

    def take_focus(self) -> None:
        self.rows.take_focus()
