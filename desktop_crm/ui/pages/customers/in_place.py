"""Editing one value where it stands: double click, F2, Enter or the pencil opens it, Enter saves, Escape gives up."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop_crm.models.records.customers import CustomerDraft, FilterChoices, Level, Stage
from desktop_crm.models.validation.customers import limit
from desktop_crm.ui.forms.choice import ChoiceField, PersonField
from desktop_crm.ui.forms.dates import DateField
from desktop_crm.ui.forms.field import FieldWidget, LongTextField, TextField, is_key
from desktop_crm.ui.forms.lists import TagsField
from desktop_crm.ui.pages.customers.wording import choice_list
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button, tool_button
from desktop_crm.ui.widgets.labels import InlineError, label
from desktop_crm.ui.widgets.scroll_area import ScrollArea

_OPEN = ("industry", "size", "source")
_LEVELS = ("price_sensitivity", "relationship")
_PENCIL = QSize(24, 22)
_LONG = {"needs": 4, "notes": 8}


def make_editor(field: str, choices: FilterChoices) -> FieldWidget:
    """The input for a field of the draft."""
    if field in _LONG:
        return LongTextField(lines=_LONG[field])
    if field in _OPEN:
        return ChoiceField(choice_list(field, choices.values.get(field, ())), free=True)
    if field == "occupation":
        return ChoiceField([(value, value) for value in choices.values.get(field, ())], free=True)
    if field == "owner_id":
        return PersonField([(user.id, user.name) for user in choices.users])
    if field == "team_id":
        return ChoiceField([(team.id, team.name) for team in choices.teams], clear=None, icon="team")
    if field == "stage" or field in _LEVELS or field == "preferred_channel":
        return ChoiceField(choice_list(field))
    if field == "next_step_on":
        return DateField()
    if field == "tags":
        return TagsField([(tag.name, tag.colour) for tag in choices.tags])
    return TextField(limit=limit(field) or 500)


def record_value(field: str, value: Any, draft: CustomerDraft) -> Any:
    """What an editor gave as the draft holds it. Every customer is in a stage: an emptied one stays as it was."""
    if field == "stage":
        return Stage(value) if value else draft.stage
    return Level(value or "") if field in _LEVELS else value


class Editable(QWidget):
    """A value that can be edited. `ask(self)` is called when the person wants to; whoever answers calls `edit`."""

    def __init__(
        self,
        field: str,
        name: str,
        value: str,
        ask: Callable[[Editable], object] | None,
        line: QWidget | None = None,
    ) -> None:
        """`line` shows the value in place of a text and takes the keyboard for it."""
        super().__init__()
        self._line = line
        self.field, self._name, self._value, self._ask = field, name, value, ask
        self.editor: FieldWidget | None = None
        self._save: Callable[[], object] = lambda: None
        self._cancel: Callable[[], object] = lambda: None
        self._error: InlineError | None = None
        self._still = QWidget()
        self._row = row = QHBoxLayout(self._still)
        # The pencil's room is kept from the beginning, so that no line breaks anew when it comes.
        row.setContentsMargins(0 if line else 4, 0, STEP + _PENCIL.width() if ask is not None else 0, 0)
        row.setSpacing(STEP)
        self._shown: QLabel | None = None
        if line is None:
            line = self._shown = self._words()
        row.addWidget(line, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._still)
        if ask is not None:
            self._enable()

    @cached_property
    def pencil(self) -> QToolButton:
        """Made when it is first pointed at: a page shows dozens of values, and each widget on it takes its time."""
        to_edit = self.tr("Edit")
        made = tool_button("edit", f"{to_edit}: {self._name}", self.ask)
        made.setFixedSize(_PENCIL)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the value itself is reached by Tab, and opens by F2
        keep = made.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        made.setSizePolicy(keep)
        made.hide()
        margins = self._row.contentsMargins()
        margins.setRight(0)
        self._row.setContentsMargins(margins)
        self._row.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter if self._line else Qt.AlignmentFlag.AlignTop)
        return made

    def show_value(self, value: str) -> None:
        """Another text in the same place."""
        filled, self._value = bool(self._value), value
        assert self._shown is not None
        if bool(value) == filled:
            self._shown.setText(value or "–")
            self._name_words(self._shown)
            return
        old, self._shown = self._shown, self._words()
        self._row.replaceWidget(old, self._shown)
        old.hide()
        old.deleteLater()
        self._shown.show()

    def _words(self) -> QLabel:
        shown = label(self._value or "–", "body" if self._value else "hint", wrap=True, select=bool(self._value))
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._name_words(shown)
        shown.installEventFilter(self)
        return shown

    def _name_words(self, shown: QLabel) -> None:
        name = f"{self._name}: {self._value}" if self._value else self._name
        shown.setAccessibleName(name)
        self.setAccessibleName(name)

    def _enable(self) -> None:
        if self._line is not None:
            self._line.setAccessibleDescription(self.tr("F2 edits"))
            inner = [self._line.viewport()] if isinstance(self._line, QAbstractScrollArea) else []
            for one in (self._line, *inner, *self._line.findChildren(QLabel)):
                one.installEventFilter(self)
            return
        self.setObjectName("editable")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(self.tr("F2 edits"))

    def target(self) -> QWidget:
        """What takes the keyboard while the value is only shown."""
        return self._line or self

    def ask(self) -> None:
        if self._ask is not None and self.editor is None:
            self._ask(self)

    def edit(
        self,
        editor: FieldWidget,
        save: Callable[[], object],
        cancel: Callable[[], object],
        remove: Callable[[], object] | None = None,
    ) -> None:
        """Puts an editor in the place of the value. `remove` takes the value away as a whole."""
        self.editor, self._save, self._cancel = editor, save, cancel
        editor.set_name(self._name)
        self._still.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        self.save_button = button(self.tr("Save"), save, "primary")
        self.cancel_button = button(self.tr("Cancel"), cancel)
        long = isinstance(editor, LongTextField)
        self.save_button.setToolTip(self.tr("Ctrl+Enter") if long else self.tr("Enter"))
        self.cancel_button.setToolTip(self.tr("Esc"))
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        if remove is not None:
            buttons.addWidget(button(self.tr("Remove"), remove, "flat", "delete"))
        self._column.addWidget(editor)
        self._error = InlineError()
        self._column.addWidget(self._error)
        self._column.addLayout(buttons)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        editor.edited.connect(lambda: self.set_problem(""))
        first = editor.inputs()[0]
        first.setFocus()
        if hasattr(first, "selectAll") and not long:
            first.selectAll()

    def value(self) -> Any:
        """What the editor holds, settled."""
        assert self.editor is not None
        self.save_button.setFocus()  # a text that is being typed becomes the value when its input is left
        return self.editor.value()

    def set_problem(self, words: str) -> None:
        """What is wrong with the value, at the value; the keyboard goes back there."""
        if self._error is not None:
            self._error.set_text(words)
        if self.editor is not None:
            self.editor.set_problem(words)
            if words:
                self.editor.inputs()[0].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.editor is not None:
            QTimer.singleShot(0, self, self._come_into_view)  # when the scroll bar knows of it

    def _come_into_view(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, ScrollArea):
            area = area.parentWidget()
        if area is not None and self.editor is not None:
            area.ensureWidgetVisible(self, 0, STEP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.editor is None:
            if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.ask()
            elif event.matches(QKeySequence.StandardKey.Copy) and self._value:
                QGuiApplication.clipboard().setText(self._value)
            else:
                super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        elif is_key(event, Qt.Key.Key_Return, Qt.Key.Key_Enter) or is_key(
            event, Qt.Key.Key_Return, Qt.Key.Key_Enter, control=True
        ):
            self._save()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonDblClick and self._ask is not None:
            self.ask()
            return True
        if watched is self._line and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._point(on=event.type() == QEvent.Type.FocusIn or self.underMouse())
        return super().eventFilter(watched, event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.ask()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._point(on=True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(on=self.target().hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._point(on=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point(on=self.underMouse())

    def _point(self, *, on: bool) -> None:
        if self._ask is not None and (on or "pencil" in self.__dict__):
            self.pencil.setVisible(on)


class Offer(Editable):
    """A button in the place of a value that is not there yet."""

    def __init__(self, field: str, caption: str, ask: Callable[[Editable], object] | None) -> None:
        self.button = button(caption, self.ask, "flat", "add")
        self.button.setEnabled(ask is not None)
        super().__init__(field, caption, "", ask, self.button)
        still = self._still.layout()
        if still is not None:
            still.setAlignment(self.button, Qt.AlignmentFlag.AlignLeft)

    def _enable(self) -> None:
        """A button says by itself what it does."""

    def _point(self, *, on: bool) -> None:
        """There is nothing to change yet."""
