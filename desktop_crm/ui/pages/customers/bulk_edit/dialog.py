"""Choose a field and a value, see what would change, apply."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_crm.controllers.bulk_edit import EditChoices
from desktop_crm.controllers.i18n import format_number, text
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError, UserError
from desktop_crm.models.records.bulk_edit import Change, EditPreview, FieldEdit
from desktop_crm.models.records.catalogue import FieldSpec, FieldType
from desktop_crm.models.records.lists import Selection
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.forms.field import FieldWidget
from desktop_crm.ui.pages.customers.bulk_edit.notices import edited
from desktop_crm.ui.pages.customers.bulk_edit.values import shown, value_field, value_text
from desktop_crm.ui.pages.customers.target import UNCHANGED, count_words
from desktop_crm.ui.pages.customers.wording import Lexicon
from desktop_crm.ui.tables.plain import PlainTable
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import InlineError, KeyFigure, label
from desktop_crm.ui.widgets.tab_order import tab_after

OLDS_SHOWN = 8
PATIENCE = 150  # ms without a key before the preview is asked for


class BulkEditDialog(PlainDialog):
    """Nothing is written before Apply; what Apply does is one step that Undo takes back."""

    def __init__(self, services: Services, selection: Selection, count: int, parent: QWidget) -> None:
        super().__init__("", "edit", parent=parent)
        self.set_title(self.tr("Set a field"))
        self._services, self._selection, self._count = services, selection, count
        self._words = Lexicon(services.runner, self)
        self._choices: EditChoices | None = None
        self._preview: EditPreview | None = None
        self.value: FieldWidget | None = None
        self.field, self.change = QComboBox(), QComboBox()
        self.field.setMaxVisibleItems(16)
        self._value_box = QVBoxLayout()
        self.error = InlineError()
        self.figures = {name: KeyFigure("") for name in ("changing", "same", "unfit")}
        self.now = label(role="hint", wrap=True)
        self.rows = PlainTable((0, 200, 200))
        self.go = button("", self._apply, "primary")
        self._wait = QTimer(self, singleShot=True, interval=PATIENCE)
        self._wait.timeout.connect(self._look)
        self._build()
        self.field.currentIndexChanged.connect(self._field_chosen)
        self.change.currentIndexChanged.connect(self._change_chosen)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 600)
        self._words.load(lambda: services.bulk_edit.choices(self).then(self._fill))

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * STEP)
        grid.setVerticalSpacing(STEP)
        grid.setColumnStretch(1, 1)
        names = (self.tr("Field"), self.field), (self.tr("Change"), self.change)
        for at, (words, widget) in enumerate(names):
            title = label(words, "fieldLabel")
            title.setBuddy(widget)
            widget.setAccessibleName(words)
            grid.addWidget(title, at, 0)
            grid.addWidget(widget, at, 1)
        self._value_name = label(self.tr("Value"), "fieldLabel")
        grid.addWidget(self._value_name, 2, 0)
        grid.addLayout(self._value_box, 2, 1)
        grid.addWidget(self.error, 3, 1)
        row = QHBoxLayout()
        row.setSpacing(4 * STEP)
        figure_names = self.tr("Will change"), self.tr("Have it already"), self.tr("Have no such field")
        for figure, words in zip(self.figures.values(), figure_names, strict=True):
            figure.set_name(words)
            row.addWidget(figure)
        row.addStretch(1)
        self.rows.set_words(self.tr("What changes"), (self.tr("Customer"), self.tr("Now"), self.tr("Then")))
        self.body.addWidget(label(count_words(self._count), "secondary"))
        self.body.addLayout(grid)
        self.body.addSpacing(STEP)
        self.body.addLayout(row)
        self.body.addWidget(self.now)
        self.body.addWidget(self.rows, 1)
        self.buttons.addWidget(button(self.tr("Cancel"), self.reject))
        self.buttons.addWidget(self.go)
        self.go.setDefault(True)
        self._show(None)

    # Choosing ----------------------------------------------------------------------------------------

    def _fill(self, choices: EditChoices) -> None:
        self._choices = choices
        for spec in sorted(choices.fields, key=lambda one: text(one.label)):
            self.field.addItem(text(spec.label), spec.id)
        self.choose("industry")
        self.field.setFocus()

    def choose(self, field: str) -> None:
        """Takes a field of the list by its id."""
        self.field.setCurrentIndex(max(self.field.findData(field), 0))

    def spec(self) -> FieldSpec | None:
        wanted = self.field.currentData()
        fields = self._choices.fields if self._choices is not None else ()
        return next((spec for spec in fields if spec.id == wanted), None)

    def edit(self) -> FieldEdit:
        """What is chosen now."""
        change = Change(self.change.currentData() or Change.SET)
        value = value_text(self.value) if self.value is not None and change is not Change.CLEAR else ""
        return FieldEdit(str(self.field.currentData()), change, value)

    def _field_chosen(self) -> None:
        spec = self.spec()
        if spec is None:
            return
        changes = [(Change.SET, self.tr("Set to a value")), (Change.CLEAR, self.tr("Clear"))]
        if spec.type is FieldType.TAGS:
            changes = [
                (Change.ADD, self.tr("Add a tag")),
                (Change.REMOVE, self.tr("Take a tag off")),
                (Change.CLEAR, self.tr("Take all tags off")),
            ]
        self.change.blockSignals(True)
        self.change.clear()
        for change, words in changes:
            self.change.addItem(words, str(change))
        self.change.blockSignals(False)
        self._change_chosen()

    def _change_chosen(self) -> None:
        spec, choices = self.spec(), self._choices
        if spec is None or choices is None:
            return
        change = Change(self.change.currentData())
        if self.value is not None:
            self.value.hide()
            self.value.deleteLater()
        self.value = value_field(spec, choices, change, self._words, self._services.search)
        self.value.edited.connect(self._wait.start)
        self._value_box.addWidget(self.value)
        tab_after(self.change, self.value)
        for widget in (self.value, self._value_name):
            widget.setVisible(change is not Change.CLEAR)
        self._look()

    # The preview -------------------------------------------------------------------------------------

    def _look(self) -> None:
        self._wait.stop()
        edit = self.edit()
        self._show(None)
        if edit.change is not Change.CLEAR and not edit.value.strip():
            self._say("")
            return
        task = self._services.bulk_edit.preview(self._selection, edit, self)
        task.then(self._looked).failed(self._failed)

    def _looked(self, found: EditPreview) -> None:
        self._say("")
        self._show(found)

    def _failed(self, error: CrmError) -> None:
        self._show(None)
        if isinstance(error, UserError):
            self._say(text(error.message))
        else:
            self._services.notices.error(error)

    def _say(self, words: str) -> None:
        self.error.set_text(words)
        if self.value is not None:
            self.value.set_problem(words)

    def _show(self, found: EditPreview | None) -> None:
        self._preview = found
        for name, figure in self.figures.items():
            figure.set_value(format_number(getattr(found, name)) if found is not None else "–")
        self.figures["unfit"].setVisible(found is not None and found.unfit > 0)
        self.go.setEnabled(found is not None and found.changing > 0)
        changing = found.changing if found is not None else 0
        self.go.setText(self.tr("Change {n}").replace("{n}", format_number(changing)) if changing else self.tr("Apply"))
        self.now.setText(self._olds(found) if found is not None else "")
        if found is None:
            self.rows.set_rows([])
            return
        names = self._names(found)
        self.rows.set_rows(
            [(row.name, shown(found.spec, row.old, names), shown(found.spec, row.new, names)) for row in found.rows]
        )

    def _names(self, found: EditPreview) -> dict[str, str]:
        """The names of the people, customers or regions that its values stand for."""
        if found.spec.type is not FieldType.REGION:
            return dict(found.names)
        codes = {found.new, *(value for value, _ in found.olds), *(row.old for row in found.rows)}
        return {code: self._words.region(code) or code for code in codes}

    def _olds(self, found: EditPreview) -> str:
        """ "Now: Retail 12 · Energy 3 · and 4 more values"."""
        if not found.olds:
            return ""
        names = self._names(found)
        parts = [f"{shown(found.spec, value, names)[:40]} {format_number(n)}" for value, n in found.olds[:OLDS_SHOWN]]
        more = found.distinct - len(parts)
        if more > 0:
            parts.append(self.tr("and {n} more values").replace("{n}", format_number(more)))
        return self.tr("Now: {values}").replace("{values}", " · ".join(parts))

    def _apply(self) -> None:
        found = self._preview
        if found is None or not found.changing:
            return
        edit, notices = self.edit(), self._services.notices
        new = shown(found.spec, found.new, self._names(found))

        def done(outcome: object) -> None:
            count = getattr(outcome, "value", 0)
            notices.done(edited(found.spec, edit, new, count) if count else UNCHANGED)

        self._services.bulk_edit.run(self._selection, edit, found.total).then(done)
        self.accept()
