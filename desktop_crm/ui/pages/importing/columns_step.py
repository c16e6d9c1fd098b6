"""The second step: which column fills which field, and what rows may do."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import format_number, text
from desktop_crm.controllers.importing_state import Step
from desktop_crm.controllers.services import Services
from desktop_crm.models.records.import_setup import Mode
from desktop_crm.models.records.sources import LOOKED_AT, ColumnLook
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.importing.column_card import ColumnCard
from desktop_crm.ui.pages.importing.fixed_card import FixedCard
from desktop_crm.ui.pages.importing.lines import Cell, LinesModel, LineTable
from desktop_crm.ui.pages.importing.pick import PickList
from desktop_crm.ui.pages.importing.profile_bar import ProfileBar
from desktop_crm.ui.pages.importing.step import StepPage
from desktop_crm.ui.pages.importing.wording import field_name
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import Segmented
from desktop_crm.ui.widgets.labels import label
from desktop_crm.ui.widgets.scroll_area import ScrollArea
from desktop_crm.ui.widgets.search_field import IconMark

_FIELD = 3


class ColumnsStep(StepPage):
    """A line for each column; the card beside it goes into detail. Enter on a line chooses its field."""

    STEP = Step.COLUMNS
    ICON = "columns"

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__(services, navigator)
        self.profiles = ProfileBar(services, navigator)
        self.head.addWidget(self.profiles, 0, Qt.AlignmentFlag.AlignTop)
        self.mode = Segmented(
            self.tr("What rows may do"),
            [
                (Mode.BOTH, self.tr("Add and change")),
                (Mode.CREATE, self.tr("Only add")),
                (Mode.UPDATE, self.tr("Only change")),
            ],
        )
        self.mode.chosen.connect(lambda value: self.session.update(mode=Mode(value)))
        self.mode_hint = label("", "hint")
        self.model = LinesModel(self)
        self.table = LineTable(self.model, (152, 112, 0, 208))
        self.table.setAccessibleName(self.tr("Columns of the file"))
        self.table.dropped.connect(self._drop)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.card = ColumnCard(self.session)
        self.fixed = FixedCard(self.session)
        self.popup: PickList | None = None
        self._missing = self._make_missing()
        self._lay_out()

    def _make_missing(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("messageBar")
        bar.setProperty("level", "warning")
        self.missing = label("", "body", wrap=True)
        row = QHBoxLayout(bar)
        row.setContentsMargins(2 * STEP, STEP, 2 * STEP, STEP)
        row.setSpacing(STEP)
        row.addWidget(IconMark("warning", "warning", 18))
        row.addWidget(self.missing, 1)
        return bar

    def _lay_out(self) -> None:
        modes = QHBoxLayout()
        modes.setSpacing(2 * STEP)
        modes.addWidget(self.mode)
        modes.addWidget(self.mode_hint, 1)
        frame = QFrame()
        frame.setProperty("surface", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        side = QWidget()
        side.setProperty("surface", "clear")
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(2 * STEP)
        right.addWidget(self.card)
        right.addWidget(self.fixed)
        right.addStretch(1)
        scroll = ScrollArea()
        scroll.setWidget(side)
        scroll.setWidgetResizable(True)
        scroll.setFixedWidth(42 * STEP)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(frame, 1)
        row.addWidget(scroll)
        self.body.addWidget(self._missing)
        self.body.addLayout(modes)
        self.body.addLayout(row, 1)

    # Showing -----------------------------------------------------------------------------------------

    def show_state(self) -> None:
        look = self.session.look
        if look is None:
            return
        setup = self.session.setup
        used = sum(1 for one in setup.columns if one.field or one.new_field)
        words = self.tr("{used} of {all} columns are imported. Choose a column to change what it fills.")
        self.title.setText(self.tr("What is in which column?"))
        words = words.replace("{used}", format_number(used)).replace("{all}", format_number(len(look.columns)))
        if not look.rows_exact:
            first = self.tr("“Filled” is of the first {n} rows until all are counted.")
            words = f"{words}  {first.replace('{n}', format_number(LOOKED_AT))}"
        self.lead.setText(words)
        names = [field_name(self.session.basis.kind, one) for one in self.session.missing]
        needed = self.tr("No column fills “{field}” yet. Choose the column that does, in the list below.")
        self.missing.setText(needed.replace("{field}", names[0] if names else ""))
        self._missing.setVisible(bool(names))
        self.mode.set_value(setup.mode)
        self.mode_hint.setText(self._mode_words(setup.mode))
        self.profiles.refresh()
        titles = self.tr("Column"), self.tr("Filled"), self.tr("For example"), self.tr("Goes into")
        self.model.set_lines(titles, [self._line(column) for column in look.columns])
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(min(self.session.place, len(look.columns) - 1), _FIELD))
        self._chosen(self.table.currentIndex())
        self.fixed.refresh()

    def _mode_words(self, mode: Mode) -> str:
        return {
            Mode.BOTH: self.tr("Known customers are changed, the others added."),
            Mode.CREATE: self.tr("Known customers stay as they are."),
            Mode.UPDATE: self.tr("Rows of unknown customers are left out."),
        }[mode]

    def _line(self, column: ColumnLook) -> tuple[Cell, ...]:
        choice = self.session.column(column.place)
        samples = " · ".join(column.samples)
        filled = f"{column.filled} %"
        if choice.new_field is not None:
            target = Cell(self.tr("New: {name}").replace("{name}", choice.new_field.name), "accent_text", drop=True)
        elif choice.field:
            parts = [field_name(self.session.basis.kind, one) for one in (choice.field, choice.also) if one]
            target = Cell(" + ".join(parts), "text", drop=True, strong=True)
        else:
            target = Cell(self.tr("Don't import"), "text_tertiary", drop=True)
        ink = "text" if choice.field or choice.new_field else "text_tertiary"
        return (
            Cell(text(column.title), ink, strong=True),
            Cell(filled, "accent" if column.filled else "text_tertiary", bar=column.filled),
            Cell(samples, "text_secondary"),
            target,
        )

    def _chosen(self, index: QModelIndex, _: QModelIndex | None = None) -> None:
        look = self.session.look
        if look is not None and 0 <= index.row() < len(look.columns):
            self.session.place = index.row()
            self.card.show_column(look.columns[index.row()])

    def _drop(self, row: int, column: int) -> None:
        """The list of fields, below the cell of a column."""
        look = self.session.look
        if look is None:
            return
        self.card.show_column(look.columns[row])
        items = self.card.items(self.card.choice.field)
        self.popup = PickList(self.table, self.tr("Field"), items)
        self.popup.chosen.connect(self.card.take)
        self.popup.open_at(self.table.viewport(), self.table.drop_spot(row, column))

    def hint(self) -> str:
        return ""

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
