"""The third step: values that the application does not know, dates, and what a blank cell says."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import format_number, text
from desktop_crm.controllers.importing_state import Step
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import Message
from desktop_crm.models.records.import_kinds import MANY
from desktop_crm.models.records.import_setup import Blank, DateOrder, Missing, ValueAction, ValueChoice
from desktop_crm.models.records.imports import Survey, UnknownValue
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.importing.lines import Cell, LinesModel, LineTable, MadeLines
from desktop_crm.ui.pages.importing.pick import PickList
from desktop_crm.ui.pages.importing.step import StepPage
from desktop_crm.ui.pages.importing.wording import field_name
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import Segmented, button
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import Card, label
from desktop_crm.ui.widgets.popover import ListItem
from desktop_crm.ui.widgets.scroll_area import ScrollArea

# Without a decision a row with an unknown value of these is refused; elsewhere the value is taken as it is.
CLOSED = frozenset({"kind", "stage", "price_sensitivity", "relationship", "preferred_channel", "contact_role"})
_PLACES = frozenset({"region", "province", "city", "district"})
_BECOMES = 3


class ValuesStep(StepPage):
    """Each unknown value once, with what becomes of it; Enter on a line chooses."""

    STEP = Step.VALUES
    ICON = "list"

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__(services, navigator)
        self.model = LinesModel(self)
        self.table = LineTable(self.model, (112, 0, 64, 316))
        self.table.setAccessibleName(self.tr("Values that are not known here"))
        self.table.dropped.connect(self._drop)
        self.popup: PickList | None = None
        self._survey: Survey | None = None
        self._unknown: tuple[UnknownValue, ...] = ()
        self._choices: dict[tuple[str, str], ValueChoice] = {}
        self._labels: dict[str, dict[str, Message]] = {}
        self.none = EmptyState("success", self.tr("All values are known"))
        self.take_all = button(self.tr("Take all suggestions"), self._take_all, "normal", "check")
        self.head.addWidget(self.take_all, 0, Qt.AlignmentFlag.AlignTop)
        self.dates = Segmented(
            self.tr("Order of day, month and year"),
            [
                (DateOrder.YEAR, self.tr("Year first")),
                (DateOrder.DAY, self.tr("Day first")),
                (DateOrder.MONTH, self.tr("Month first")),
            ],
        )
        self.dates.chosen.connect(self._set_dates)
        self.dates_hint = label("", "hint", wrap=True)
        self.blank = Segmented(
            self.tr("What a blank cell says"),
            [(Blank.KEEP, self.tr("Nothing: keep")), (Blank.CLEAR, self.tr("Empty the field"))],
        )
        self.blank.chosen.connect(self._set_blank)
        self.blank_hint = label("", "hint", wrap=True)
        self.lists: dict[str, QCheckBox] = {}
        self._lists = QVBoxLayout()
        self._lists.setSpacing(STEP // 2)
        self._states = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setProperty("surface", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._states)
        for one in (self.table, self.none):
            self._states.addWidget(one)
        dates = Card(self.tr("Dates"))
        dates.body.addWidget(self.dates, 0, Qt.AlignmentFlag.AlignLeft)
        dates.body.addWidget(self.dates_hint)
        blank = Card(self.tr("Blank cells"))
        blank.body.addWidget(self.blank, 0, Qt.AlignmentFlag.AlignLeft)
        blank.body.addWidget(self.blank_hint)
        blank.body.addLayout(self._lists)
        side = QWidget()
        side.setProperty("surface", "clear")
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(2 * STEP)
        right.addWidget(dates)
        right.addWidget(blank)
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
        self.body.addLayout(row, 1)

    # Showing -----------------------------------------------------------------------------------------

    @property
    def unknown(self) -> tuple[UnknownValue, ...]:
        """Those first without a decision on which rows are refused."""
        survey = self.session.survey
        if survey is not self._survey:
            self._survey = survey
            self._unknown = tuple(sorted(survey.unknown, key=lambda one: one.field not in CLOSED)) if survey else ()
        return self._unknown

    def show_state(self) -> None:
        setup, found = self.session.setup, self.unknown
        self._choices = {(one.field, one.text): one for one in setup.values}
        self._labels.clear()
        self.title.setText(self.tr("What do the values mean?"))
        words = self.tr("{n} values are not known here. Say what each of them means.")
        self.lead.setText(
            words.replace("{n}", format_number(len(found)))
            if found
            else self.tr("Choose how dates are read and what blank cells mean.")
        )
        self.take_all.setVisible(any(one.near and self.choice(one) is None for one in found))
        titles = self.tr("Field"), self.tr("In the file"), self.tr("Rows"), self.tr("Becomes")
        self.model.set_lines(titles, MadeLines(len(found), lambda at: self._line(found[at])))
        if found and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, _BECOMES))
        self.none.set(
            "success",
            self.tr("All values are known"),
            self.tr("Every option, region, person and tag in the file is known here."),
            token="success",
        )
        self._states.setCurrentWidget(self.table if found else self.none)
        self.dates.set_value(setup.dates)
        self.blank.set_value(setup.blank)
        self.dates_hint.setText(self._dates_words(setup.dates))
        self.blank_hint.setText(
            self.tr("A stored value stays where its cell is blank.")
            if setup.blank is Blank.KEEP
            else self.tr("Where a cell is blank, the stored value is removed. Lists stay unless they are ticked here:")
        )
        self._show_lists()

    def _dates_words(self, order: DateOrder) -> str:
        example = {
            DateOrder.YEAR: self.tr("2026-03-04 is 4 March; 3/4/2026 is refused."),
            DateOrder.DAY: self.tr("3/4/2026 is 3 April. Dates that begin with a year are read as ever."),
            DateOrder.MONTH: self.tr("3/4/2026 is 4 March. Dates that begin with a year are read as ever."),
        }
        return example[order]

    def _show_lists(self) -> None:
        """A tick for each list-like field that a column fills, where blank cells empty fields."""
        setup = self.session.setup
        used = [one.field for one in setup.columns if one.field in MANY] if setup.blank is Blank.CLEAR else []
        wanted = list(dict.fromkeys(used))
        if wanted != list(self.lists):
            while (item := self._lists.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            self.lists = {}
            for name in wanted:
                box = QCheckBox(field_name(self.session.basis.kind, name))
                box.toggled.connect(lambda on, name=name: self._clear_list(name, on))
                self.lists[name] = box
                self._lists.addWidget(box)
        for name, box in self.lists.items():
            box.setChecked(name in setup.clear_lists)

    def _line(self, one: UnknownValue) -> tuple[Cell, ...]:
        return (
            Cell(field_name(self.session.basis.kind, one.field), "text_secondary"),
            Cell(one.text, "text", strong=True),
            Cell(format_number(one.count), "text_secondary", right=True),
            self._becomes(one),
        )

    def choice(self, one: UnknownValue) -> ValueChoice | None:
        return self._choices.get((one.field, one.text))

    def _becomes(self, one: UnknownValue) -> Cell:
        choice = self.choice(one)
        if choice is None:
            cell = self._undecided(one.field)
            if not one.near:
                return cell
            near = self.tr("Suggested: {value}").replace("{value}", self._near(one))
            return cell._replace(text=f"{near}  ·  {cell.text}")
        if choice.action is ValueAction.ADD:
            return Cell(self.tr("Added"), "success", icon="add", drop=True)
        if choice.action is ValueAction.LEAVE_OUT:
            return Cell(self.tr("Left out"), "text_tertiary", icon="remove", drop=True)
        return Cell(self._value_words(one.field, choice.value), "text", icon="arrow_right", drop=True)

    def _undecided(self, field: str) -> Cell:
        """What becomes of a value of which nothing was said."""
        missing = self.session.setup.owners if field in ("owner", "team", "key_user", "key_team") else None
        if field in CLOSED or missing is Missing.REJECT:
            return Cell(self.tr("The row is refused"), "warning", icon="warning", drop=True)
        if missing is Missing.HOLD:
            return Cell(self.tr("Left out"), "text_tertiary", icon="remove", drop=True)
        if field in _PLACES:
            return Cell(self.tr("Kept as text"), "text_secondary", icon="note", drop=True)
        return Cell(self.tr("Added"), "success", icon="add", drop=True)

    def _value_words(self, field: str, value: str) -> str:
        if field not in self._labels:
            self._labels[field] = dict(self.session.basis.options.get(field, ()))
        known = self._labels[field]
        return text(known[value]) if value in known else value

    @staticmethod
    def _near(one: UnknownValue) -> str:
        return text(one.near_label) if one.near_label is not None else one.near

    # Choosing ----------------------------------------------------------------------------------------

    def _drop(self, row: int, column: int) -> None:
        one = self.unknown[row]
        self.popup = PickList(self.table, self.tr("Becomes"), self._items(one), self._other)
        self.popup.chosen.connect(lambda choice: self._chosen(one, choice))
        self.popup.open_at(self.table.viewport(), self.table.drop_spot(row, _BECOMES))

    def _items(self, one: UnknownValue) -> list[ListItem]:
        lines = []
        if one.near:
            lines.append(ListItem((ValueAction.TAKE, one.near), self._near(one), self.tr("suggested"), "check"))
        if one.field not in CLOSED | _PLACES:
            lines.append(ListItem((ValueAction.ADD, ""), self.tr("Add it"), one.text, "add"))
        lines.append(ListItem((ValueAction.LEAVE_OUT, ""), self.tr("Leave it out"), icon="remove"))
        known = self.tr("Known values")
        for value, words in self.session.basis.options.get(one.field, ()):
            lines.append(ListItem((ValueAction.TAKE, value), text(words), group=known))
        return lines

    def _other(self, typed: str) -> ListItem | None:
        return ListItem((ValueAction.TAKE, typed), typed, self.tr("take this instead"), "edit")

    def _chosen(self, one: UnknownValue, choice: tuple[ValueAction, str]) -> None:
        action, value = choice
        self.session.set_value(ValueChoice(one.field, one.text, action, value))

    def _take_all(self) -> None:
        """Where nothing else was chosen."""
        open_ones = [one for one in self.unknown if one.near and self.choice(one) is None]
        self.session.set_values([ValueChoice(one.field, one.text, ValueAction.TAKE, one.near) for one in open_ones])

    def _set_dates(self, value: str) -> None:
        if value != self.session.setup.dates:
            self.session.update(dates=DateOrder(value))

    def _set_blank(self, value: str) -> None:
        if value != self.session.setup.blank:
            self.session.update(blank=Blank(value))

    def _clear_list(self, name: str, on: bool) -> None:
        now = self.session.setup.clear_lists
        if on != (name in now):
            self.session.update(clear_lists=(*now, name) if on else tuple(one for one in now if one != name))

    def take_focus(self) -> None:
        target: QWidget = self.table if self.unknown else self.dates
        target.setFocus(Qt.FocusReason.OtherFocusReason)
