"""What one column fills, in detail: a field, a second one, a field to be made of it, how columns are joined."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import format_number, text
from desktop_crm.controllers.importing import ImportController
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.import_kinds import ImportField
from desktop_crm.models.records.import_setup import ColumnChoice, NewField
from desktop_crm.models.records.imports import MOST_OPTIONS
from desktop_crm.models.records.sources import ColumnLook
from desktop_crm.ui.pages.importing.field_items import NEW, NOTHING, field_items, type_items
from desktop_crm.ui.pages.importing.pick import PickButton
from desktop_crm.ui.pages.importing.wording import field_name, listed
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.labels import Card, ElidedLabel, label
from desktop_crm.ui.widgets.popover import ListItem

_WITH_OPTIONS = (FieldType.CHOICE, FieldType.CHOICES)


class ColumnCard(Card):
    """Follows the column that is chosen in the list."""

    def __init__(self, session: ImportController) -> None:
        super().__init__()
        self.session = session
        self.place = -1
        self.name = ElidedLabel("", "heading")
        self.samples = label("", "secondary", wrap=True)
        self.field = PickButton(self.tr("Field"), lambda: self.items(self.choice.field))
        self.field.chosen.connect(self.take)
        self.also = PickButton(self.tr("Second field"), lambda: self.items(self.choice.also, column=False))
        self.also.chosen.connect(lambda value: self._set(also=value))
        self.new_name = QLineEdit()
        self.new_type = QComboBox()
        self.options = QPlainTextEdit()
        self.options.setTabChangesFocus(True)
        self.options.setFixedHeight(18 * STEP)
        self.options.textChanged.connect(self._reword)
        self.separator = QLineEdit()
        self.hint = label("", "hint", wrap=True)
        for edit, done in ((self.new_name, self._rename), (self.separator, self._separate)):
            edit.editingFinished.connect(done)
        for value, words in type_items():
            self.new_type.addItem(words, value)
        self.new_type.activated.connect(lambda _: self._retype())
        self.body.setSpacing(STEP)
        self.body.addWidget(self.name)
        self.body.addWidget(self.samples)
        self.body.addSpacing(STEP)
        self._rows = {
            "field": self._row(self.tr("Goes into"), self.field),
            "new_name": self._row(self.tr("Name of the new field"), self.new_name),
            "new_type": self._row(self.tr("Type of the new field"), self.new_type),
            "options": self._row(self.tr("Options, one a line"), self.options),
            "separator": self._row(self.tr("Put between the joined values"), self.separator),
            "also": self._row(self.tr("A second field, for what is left"), self.also),
        }
        self.body.addWidget(self.hint)
        self.body.addStretch(1)

    def _row(self, name: str, widget: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP // 2)
        column.addWidget(label(name, "fieldLabel"))
        column.addWidget(widget)
        widget.setAccessibleName(name)
        self.body.addWidget(holder)
        return holder

    @property
    def choice(self) -> ColumnChoice:
        return self.session.column(self.place)

    def items(self, now: str, *, column: bool = True) -> list[ListItem]:
        """The lines of a list of fields, for the column in front."""
        if column and self.choice.new_field is not None:
            now = NEW
        lines = field_items(self.session.basis.kind, now, self._used, column=column)
        if not column:
            lines.insert(0, ListItem(NOTHING, self.tr("None"), icon="remove", checked=not now))
        return lines

    def _used(self, field: ImportField) -> str:
        others = [
            one.header
            for one in self.session.setup.columns
            if one.place != self.place and field.id in (one.field, one.also)
        ]
        return "← " + listed(others) if others else ""

    def take(self, value: str) -> None:
        """A line of the list was taken for the column."""
        if value == NEW:
            guess = self.session.guess(self.place)
            self._set(field="", also="", new_field=NewField(self.choice.header[:40], guess))
            self._find_options()
        else:
            self._set(field=value, new_field=None, also=self.choice.also if value else "")

    def _set(self, **changes: object) -> None:
        self.session.set_column(replace(self.choice, **changes))  # type: ignore[arg-type]

    def _rename(self) -> None:
        new, name = self.choice.new_field, self.new_name.text().strip()
        if new is not None and name and name != new.name:
            self._set(new_field=replace(new, name=name))

    def _retype(self) -> None:
        new = self.choice.new_field
        kind = self.new_type.currentData()
        if new is not None and kind != new.type:
            self._set(new_field=replace(new, type=kind, options=()))
            self._find_options()

    def _find_options(self) -> None:
        new = self.choice.new_field
        if new is not None and new.type in _WITH_OPTIONS:
            self.session.find_options(self.place)

    def _reword(self) -> None:
        new, options = self.choice.new_field, self._typed()
        if new is not None and options != new.options:
            self._set(new_field=replace(new, options=options))

    def _typed(self) -> tuple[str, ...]:
        lines = (one.strip() for one in self.options.toPlainText().splitlines())
        return tuple(dict.fromkeys(one for one in lines if one))

    def _separate(self) -> None:
        if self.separator.text() != self.choice.separator:
            self._set(separator=self.separator.text())

    # Showing -----------------------------------------------------------------------------------------

    def show_column(self, column: ColumnLook) -> None:
        self.place = column.place
        choice, kind = self.choice, self.session.basis.kind
        self.name.setText(text(column.title))
        self.samples.setText(" · ".join(column.samples) or self.tr("This column is empty."))
        new = choice.new_field
        if new is not None:
            self.field.show_choice(self.tr("A new custom field"))
        else:
            name = field_name(kind, choice.field)
            self.field.show_choice(name or self.tr("Don't import"), muted=not name)
        self.also.show_choice(field_name(kind, choice.also) or self.tr("None"), muted=not choice.also)
        joined = self._joined(choice)
        self._rows["new_name"].setVisible(new is not None)
        self._rows["new_type"].setVisible(new is not None)
        self._rows["options"].setVisible(new is not None and new.type in _WITH_OPTIONS)
        self._rows["separator"].setVisible(bool(joined) and not self._repeats(choice))
        self._rows["also"].setVisible(bool(choice.field))
        if new is not None:
            self.new_name.setText(new.name)
            with QSignalBlocker(self.new_type):
                self.new_type.setCurrentIndex(max(self.new_type.findData(new.type), 0))
            if self._typed() != new.options:
                with QSignalBlocker(self.options):
                    self.options.setPlainText("\n".join(new.options))
        self.separator.setText(choice.separator)
        self.hint.setText(self._advice(choice, joined))
        self.hint.setVisible(bool(self.hint.text()))

    def _joined(self, choice: ColumnChoice) -> list[str]:
        """The headers of earlier columns that fill the same field."""
        return (
            [one.header for one in self.session.setup.columns if one.field == choice.field and one.place < choice.place]
            if choice.field
            else []
        )

    def _repeats(self, choice: ColumnChoice) -> bool:
        field = self.session.basis.kind.field(choice.field)
        return field is not None and field.repeatable

    def _advice(self, choice: ColumnChoice, joined: list[str]) -> str:
        if joined and self._repeats(choice):
            return self.tr("Each column brings values of its own; all of them are kept.")
        if joined:
            return self.tr("Joined behind {columns}.").replace("{columns}", listed(joined))
        if choice.field == "region":
            return self.tr("Province, city and district in one cell are taken apart.")
        new, distinct = choice.new_field, self.session.distinct.get(self.place, 0)
        if new is not None and new.type in _WITH_OPTIONS and distinct > MOST_OPTIONS:
            words = self.tr(
                "The column has {n} different values, too many for a choice. As text it takes all of them; as a "
                "choice, rows with other values than these are refused."
            )
            return words.replace("{n}", format_number(distinct))
        if new is not None and new.type in _WITH_OPTIONS:
            return self.tr("These are the values of the column. Rows with other values are refused.")
        if new is not None:
            return self.tr("The field is made with the import and goes again when the import is undone.")
        return ""
