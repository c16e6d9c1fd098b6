"""The settings, as their declarations say; a change takes effect at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_crm.models.messages import Message
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import Segmented, Switch
from desktop_crm.ui.widgets.labels import InlineError, label
from desktop_crm.ui.widgets.number_box import NumberBox
from desktop_crm.ui.widgets.scroll_area import ScrollArea

Translate = Callable[[Message], str]


class SettingLike(Protocol):
    """What the dialog needs to know of a setting."""

    @property
    def key(self) -> str: ...
    @property
    def type(self) -> Any: ...
    @property
    def default(self) -> Any: ...
    @property
    def label(self) -> Message: ...
    @property
    def page(self) -> Message: ...
    @property
    def help(self) -> Message | None: ...
    @property
    def choices(self) -> tuple[tuple[Any, Message], ...] | None: ...
    @property
    def minimum(self) -> int | None: ...
    @property
    def maximum(self) -> int | None: ...
    @property
    def applies(self) -> str: ...


class SettingsDialog(QDialog):
    """`changed` gives key and value of each setting the person changes."""

    changed = Signal(str, object)

    def __init__(
        self,
        settings: Iterable[SettingLike],
        values: Mapping[str, Any],
        translate: Translate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = tuple(settings)
        self._values = dict(values)
        self._translate = translate
        self._inputs: dict[str, QWidget] = {}
        self._errors: dict[str, InlineError] = {}
        self._pages = QListWidget()
        self._pages.setObjectName("settingsPages")
        self._pages.setFixedWidth(24 * STEP)
        self._stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._pages)
        row.addWidget(self._stack, 1)
        self._pages.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.changed.connect(self._values.__setitem__)
        self._fill()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.accept)
        self.resize(QSize(760, 520))

    def _fill(self, page_at: int = 0) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self._pages.setAccessibleName(self.tr("Pages"))
        grids: dict[str, QGridLayout] = {}
        for setting in self._settings:
            page = self._translate(setting.page)
            if page not in grids:
                grids[page] = self._add_page(page)
            self._add(grids[page], setting, self._values.get(setting.key, setting.default))
        for grid in grids.values():
            grid.setRowStretch(grid.rowCount(), 1)
        self._pages.setCurrentRow(page_at)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            # The control that switched the language is still at work.
            QTimer.singleShot(0, self, self._renew)

    def _renew(self) -> None:
        """Says everything in the language in force; the page and the control that was used stay."""
        at = self._pages.currentRow()
        focus = self.focusWidget()
        used = [
            key for key, control in self._inputs.items() if focus and (control is focus or control.isAncestorOf(focus))
        ]
        self._pages.clear()
        while (former := self._stack.widget(0)) is not None:
            self._stack.removeWidget(former)
            former.hide()
            former.deleteLater()
        self._inputs.clear()
        self._errors.clear()
        self._fill(at)
        (self._inputs[used[0]] if used else self._pages).setFocus()

    def input(self, key: str) -> QWidget:
        """The control of a setting; raises KeyError for an unknown key."""
        return self._inputs[key]

    def show_error(self, key: str, text: str) -> None:
        """Says at a setting that its value was refused; empty text takes it back."""
        self._errors[key].set_text(text)

    def _add_page(self, title: str) -> QGridLayout:
        item = QListWidgetItem(title, self._pages)
        item.setSizeHint(QSize(0, 36))
        page = QWidget()
        page.setProperty("surface", "plain")
        grid = QGridLayout(page)
        grid.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        grid.setHorizontalSpacing(3 * STEP)
        grid.setVerticalSpacing(STEP)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(title, "title"), 0, 0, 1, 2)
        grid.setRowMinimumHeight(0, 5 * STEP)
        area = ScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        self._stack.addWidget(area)
        return grid

    def _add(self, grid: QGridLayout, setting: SettingLike, value: Any) -> None:
        name = self._translate(setting.label)
        words = QVBoxLayout()
        words.setSpacing(2)
        title = label(name)
        words.addWidget(title)
        notes = [self._translate(setting.help)] if setting.help else []
        if setting.applies == "restart":
            notes.append(self.tr("Takes effect at the next start."))
        if notes:
            words.addWidget(label(" ".join(notes), "hint", wrap=True))
        error = InlineError()
        words.addWidget(error)
        control = self._control(setting, name, value)
        control.setAccessibleName(name)
        control.setAccessibleDescription(" ".join(notes))
        title.setBuddy(control)
        self._inputs[setting.key] = control
        self._errors[setting.key] = error
        row = grid.rowCount()
        grid.setRowMinimumHeight(row, 6 * STEP)
        grid.addLayout(words, row, 0)
        grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _control(self, setting: SettingLike, name: str, value: Any) -> QWidget:
        key = setting.key
        if setting.choices:
            return self._choice(setting, name, value)
        if setting.type is bool:
            switch = Switch(name, bool(value))
            switch.toggled.connect(lambda on: self.changed.emit(key, on))
            return switch
        if setting.type is int:
            spin = NumberBox()
            spin.setRange(
                0 if setting.minimum is None else setting.minimum,
                1_000_000 if setting.maximum is None else setting.maximum,
            )
            spin.setValue(int(value))
            spin.setMinimumWidth(112)
            spin.valueChanged.connect(lambda number: self.changed.emit(key, number))
            return spin
        edit = QLineEdit(str(value))
        edit.setMinimumWidth(240)
        edit.editingFinished.connect(lambda: self.changed.emit(key, edit.text().strip()))
        return edit

    def _choice(self, setting: SettingLike, name: str, value: Any) -> QWidget:
        key = setting.key
        choices = [(one, self._translate(text)) for one, text in setting.choices or ()]
        plain = setting.type is str and setting.minimum is None
        if plain and len(choices) <= 3 and sum(len(text) for _, text in choices) < 36:
            known = value if value in [one for one, _ in choices] else setting.default
            segments = Segmented(name, [(str(one), text) for one, text in choices], str(known))
            segments.chosen.connect(lambda one: self.changed.emit(key, one))
            return segments
        box = QComboBox()
        box.setMinimumWidth(240)
        for one, text in choices:
            box.addItem(text, one)
        at = box.findData(value)
        if at < 0:
            box.addItem(str(value), value)
            at = box.count() - 1
        box.setCurrentIndex(at)
        box.currentIndexChanged.connect(lambda _: self.changed.emit(key, box.currentData()))
        return box
