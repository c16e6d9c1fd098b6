"""Managing tags: rename, recolour, delete. Each change is saved at once and can be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.customers import FilterChoices, Tag
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.pages.customers.scroll import ScrollColumn
from desktop_crm.ui.theme import icons, tokens
from desktop_crm.ui.theme.tokens import STEP, TAG_TOKENS
from desktop_crm.ui.widgets.buttons import tool_button
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import InlineError, label, plain_tip

SAVED = Message(QT_TRANSLATE_NOOP("messages", "Tag “{name}” saved"))
GONE = Message(QT_TRANSLATE_NOOP("messages", "Tag “{name}” deleted"))


class ColourDot(QAbstractButton):
    """One of the tag colours; the chosen one has a ring."""

    def __init__(self, token: str, name: str) -> None:
        super().__init__()
        self.token = token
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(24, 24)

    def sizeHint(self) -> QSize:
        return QSize(24, 24)

    def paintEvent(self, _: QPaintEvent) -> None:
        colours = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        back, ink = colours.tag(self.token)
        painter.setPen(QPen(QColor(ink), 1))
        painter.setBrush(QColor(ink if self.isChecked() else back))
        painter.drawEllipse(QRectF(4, 4, 16, 16))
        if self.isChecked():
            icons.paint(painter, "check", QRect(7, 7, 10, 10), "surface")
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.colour("focus"), 2))
            painter.drawEllipse(QRectF(1.5, 1.5, 21, 21))


class TagRow(QWidget):
    """One tag: Enter or leaving the name saves it, a colour saves at once."""

    def __init__(self, tag: Tag, save: Callable[[Tag, str, str], object], drop: Callable[[Tag], object]) -> None:
        super().__init__()
        self.tag = tag
        self._save = save
        self.edit = QLineEdit(tag.name)
        self.edit.setAccessibleName(self.tr("Name of the tag"))
        self.edit.setMaxLength(40)
        self.error = InlineError()
        self.dots: list[ColourDot] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.edit, 1)
        row.addSpacing(STEP)
        for at, token in enumerate(TAG_TOKENS, 1):
            dot = ColourDot(token, self.tr("Colour {number}").replace("{number}", str(at)))
            dot.setChecked(token == tag.colour)
            dot.clicked.connect(lambda _=False, colour=token: self._colour(colour))
            self.dots.append(dot)
            row.addWidget(dot)
        row.addSpacing(STEP)
        to_delete = self.tr("Delete")
        row.addWidget(tool_button("delete", f"{to_delete}: {tag.name}", lambda: drop(self.tag)))
        self.edit.editingFinished.connect(self._named)

    def _named(self) -> None:
        name = self.edit.text().strip()
        if name and name != self.tag.name:
            self._save(self.tag, name, self.tag.colour)
        else:
            self.edit.setText(self.tag.name)

    def _colour(self, colour: str) -> None:
        for dot in self.dots:
            dot.setChecked(dot.token == colour)
        if colour != self.tag.colour:
            self._save(self.tag, self.tag.name, colour)


class TagsDialog(PlainDialog):
    """The tags of the database."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__("", "tag", parent=parent)
        self.setWindowTitle(self.tr("Tags"))
        self.heading.setText(self.tr("Tags"))
        self._services = services
        self._shown: tuple[Tag, ...] | None = None
        self.rows: list[TagRow] = []
        self._list = ScrollColumn(self.tr("Tags"), gutter=STEP)
        self._error = InlineError()
        self.body.addWidget(label(self.tr("A change shows on every customer that carries the tag."), "hint"))
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._error)
        self.add_close(self.tr("Done"))
        self.resize(560, 520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        services.bus.subscribe(self, ("tag",), self._changed)
        self._changed(None)

    def _changed(self, _: object) -> None:
        self._services.customers.choices(self).then(self._show)

    def _show(self, choices: FilterChoices) -> None:
        if choices.tags == self._shown:
            return
        self._shown = choices.tags
        self._list.empty()
        self.rows = [TagRow(tag, self._save, self._drop) for tag in choices.tags]
        for row in self.rows:
            self._list.box.addWidget(row)
        if not self.rows:
            hint = self.tr("Put one on a customer, and it appears here.")
            self._list.box.addWidget(EmptyState("tag", self.tr("No tags yet"), hint))

    def _save(self, tag: Tag, name: str, colour: str) -> None:
        if tag.id is not None:
            task = self._services.customers.save_tag(tag.id, name, colour)
            task.then(lambda _: self._done(SAVED, name)).failed(self._failed)

    def _drop(self, tag: Tag) -> None:
        if tag.id is not None:
            task = self._services.customers.delete_tag(tag.id)
            task.then(lambda _: self._done(GONE, tag.name)).failed(self._failed)

    def _done(self, message: Message, name: str) -> None:
        self._error.set_text("")
        self._services.notices.done(Message(message.text, {"name": name}))

    def _failed(self, error: CrmError) -> None:
        self._shown = None
        if isinstance(error, UserError):
            self._error.set_text(text(error.message))
        else:
            self._services.notices.error(error)
        self._changed(None)
