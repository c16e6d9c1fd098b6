"""The lines and boxes of the filter builder as widgets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.models.records.catalogue import FieldSpec, FieldType
from desktop_crm.models.records.conditions import Join, Operator
from desktop_crm.models.records.operators import OFFSETS, operators_of
from desktop_crm.ui.forms.choice import ChoiceField
from desktop_crm.ui.pages.customers.customer_field import CustomerField
from desktop_crm.ui.pages.customers.filter_builder.editors import Editor, make_editor
from desktop_crm.ui.pages.customers.filter_builder.nodes import Box, Line, Path
from desktop_crm.ui.pages.customers.filter_builder.sentence import Sentences
from desktop_crm.ui.pages.customers.filter_button import Source
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button, tool_button
from desktop_crm.ui.widgets.labels import label

FIELD_WIDTH = 190
OPERATOR_WIDTH = 150


class Builder(Protocol):
    """What lines and boxes ask of the dialog."""

    sentences: Sentences
    regions: Source

    def customer_field(self) -> CustomerField:
        """An input that finds a customer."""

    def edited(self) -> None:
        """A value changed."""

    def add_line(self, path: Path) -> None: ...
    def add_box(self, path: Path) -> None: ...
    def remove(self, path: Path) -> None: ...
    def menu(self, path: Path, anchor: QWidget) -> None: ...


def field_choices(sentences: Sentences) -> list[tuple[str, str]]:
    """The fields that can be asked for, by name."""
    return [(spec.id, text(spec.label)) for spec in sentences.fields.values()]


class LineRow(QWidget):
    """Field, comparison, value."""

    def __init__(self, builder: Builder, line: Line, path: Path) -> None:
        super().__init__()
        self.builder, self.line, self.path = builder, line, path
        self.field = ChoiceField(field_choices(builder.sentences))
        self.field.set_name(self.tr("Field"))
        self.field.edit.setPlaceholderText(self.tr("Field"))
        self.field.setFixedWidth(FIELD_WIDTH)
        self.operator = QComboBox()
        self.operator.setAccessibleName(self.tr("Comparison"))
        self.operator.setFixedWidth(OPERATOR_WIDTH)
        self.editor = Editor()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(STEP)
        self._row.addWidget(self.field)
        self._row.addWidget(self.operator)
        self._row.addWidget(self.editor, 1)
        more = tool_button("more", self.tr("More for this condition"))
        more.clicked.connect(lambda _=False: builder.menu(self.path, more))
        self._row.addWidget(more)
        self._row.addWidget(tool_button("remove", self.tr("Remove condition"), lambda: builder.remove(self.path)))
        self.field.set_value(line.field)
        if line.field and line.field not in builder.sentences.fields:
            self.field.edit.setPlaceholderText(self.tr("Removed field"))
            self.field.set_problem(self.tr("This field was removed. The condition holds for nobody."))
        self._fill_operators()
        self._make_editor()
        self.field.edited.connect(self._field_chosen)
        self.operator.currentIndexChanged.connect(self._operator_chosen)

    @property
    def spec(self) -> FieldSpec | None:
        return self.builder.sentences.fields.get(self.line.field)

    def _field_chosen(self) -> None:
        former, self.line.field = self.spec, str(self.field.value())
        if self.spec is None:
            return
        self.field.set_problem("")
        known = operators_of(self.spec)
        if former is None or former.type is not self.spec.type or self.line.operator not in known:
            self.line.operator, self.line.values = known[0], ()
        elif self.spec.type not in (FieldType.DATE, FieldType.NUMBER, FieldType.TEXT):
            self.line.values = ()
        self._fill_operators()
        self._make_editor()
        self.builder.edited()

    def _fill_operators(self) -> None:
        self.operator.blockSignals(True)
        self.operator.clear()
        if (spec := self.spec) is not None:
            for one in operators_of(spec):
                self.operator.addItem(self.builder.sentences.operator(spec, one), one)
            self.operator.setCurrentIndex(max(self.operator.findData(self.line.operator), 0))
        self.operator.setEnabled(self.operator.count() > 0)
        self.operator.blockSignals(False)

    def _operator_chosen(self) -> None:
        former, self.line.operator = self.line.operator, Operator(self.operator.currentData())
        if (former in OFFSETS) is not (self.line.operator in OFFSETS):
            self.line.values = ()
        self._make_editor()
        self.builder.edited()

    def _make_editor(self) -> None:
        old = self.editor
        spec = self.spec
        if spec is None:
            self.editor = Editor()
        else:
            self.editor = make_editor(spec, self.line.operator, self.builder)
            if self.line.values:
                self.editor.set_values(self.line.values)
            self.line.values = self.editor.values() or self.line.values if self.line.values else self.editor.values()
            self.editor.edited.connect(self._edited)
        self._row.replaceWidget(old, self.editor)
        self.editor.show()
        old.hide()
        old.deleteLater()

    def _edited(self) -> None:
        self.line.values = self.editor.values()
        self.builder.edited()

    def focus(self) -> None:
        """To the field while none is chosen, else to the value."""
        target = self.field.edit if not self.line.field else self.editor.focusProxy() or self.operator
        target.setFocus()


class BoxFrame(QFrame):
    """A box: how its parts are joined, the parts, and buttons to add more."""

    remade = Signal()

    def __init__(self, builder: Builder, box: Box, path: Path, make: Callable[[Path], QWidget]) -> None:
        super().__init__()
        self.builder, self.box, self.path = builder, box, path
        if path:
            self.setProperty("surface", "card")
        self.join = QComboBox()
        self.join.setAccessibleName(self.tr("How the conditions are joined"))
        self.join.addItem(self.tr("All of these hold"), Join.ALL)
        self.join.addItem(self.tr("Any of these holds"), Join.ANY)
        self.join.addItem(self.tr("None of these holds"), Join.NONE)
        self.join.setCurrentIndex(self.join.findData(box.join))
        self.join.currentIndexChanged.connect(self._joined)
        head = QHBoxLayout()
        head.setSpacing(STEP)
        head.addWidget(self.join)
        head.addStretch(1)
        if path:
            more = tool_button("more", self.tr("More for this group"))
            more.clicked.connect(lambda _=False: builder.menu(self.path, more))
            head.addWidget(more)
            head.addWidget(tool_button("remove", self.tr("Remove group"), lambda: builder.remove(self.path)))
        column = QVBoxLayout(self)
        margin = 12 if path else 0
        column.setContentsMargins(margin, margin, 0 if not path else 8, margin)
        column.setSpacing(STEP)
        column.addLayout(head)
        if not box.parts:
            column.addWidget(label(self.tr("No condition yet: every customer fits."), "hint"))
        for place in range(len(box.parts)):
            column.addWidget(make((*path, place)))
        foot = QHBoxLayout()
        foot.setSpacing(STEP)
        self.add_line = button(self.tr("Add condition"), lambda: builder.add_line(self.path), "flat", "add")
        self.add_box = button(self.tr("Add group"), lambda: builder.add_box(self.path), "flat", "add")
        foot.addWidget(self.add_line)
        foot.addWidget(self.add_box)
        foot.addStretch(1)
        column.addLayout(foot)

    def _joined(self) -> None:
        self.box.join = Join(self.join.currentData())
        self.builder.edited()

    def focus(self) -> None:
        self.join.setFocus()
