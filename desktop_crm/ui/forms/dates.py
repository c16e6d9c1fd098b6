"""Dates as people type them, and the field with a calendar."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from PySide6.QtCore import QDate, QLocale, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_crm.ui.forms.field import FieldWidget, fill
from desktop_crm.ui.theme import icons

_DIGITS = str.maketrans("０１２３４５６７８９．／－", "0123456789./-")
_FULL = re.compile(r"^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$")
_SHORT = re.compile(r"^(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$")
_SOLID = re.compile(r"^(\d{4})(\d{2})(\d{2})$")


def parse_date(text: str, today: dt.date) -> dt.date | None:
    """Reads 2019-7-9, 2019/07/09, 2019年7月9日, 20190709, and 7-9 or 7月9日 of this year.

    Raises ValueError if it is no date; empty text is None."""
    plain = text.strip().translate(_DIGITS)
    if not plain:
        return None
    if found := _FULL.match(plain) or _SOLID.match(plain):
        year, month, day = (int(part) for part in found.groups())
        return dt.date(year, month, day)
    if found := _SHORT.match(plain):
        return dt.date(today.year, int(found[1]), int(found[2]))
    raise ValueError(text)


def _year_first(calendar: QCalendarWidget) -> None:
    """In Chinese the year stands before the month; Qt's calendar has it behind in every language."""
    month = calendar.findChild(QWidget, "qt_calendar_monthbutton")
    bar = calendar.findChild(QWidget, "qt_calendar_navigationbar")
    year = calendar.findChild(QWidget, "qt_calendar_yearbutton")
    line = bar.layout() if bar is not None else None
    if calendar.locale().language() == QLocale.Language.Chinese and isinstance(line, QHBoxLayout) and month and year:
        line.removeWidget(year)
        line.insertWidget(line.indexOf(month), year)


class DateField(FieldWidget):
    """A date, typed or picked; Up, Down, + and - move it by a day. While the text is no date the value is
    the text itself (a str), so that validation can say so at the field."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(placeholder or self.tr("Year-month-day"))
        self._value: dt.date | str | None = None
        self._popup: QFrame | None = None
        show = QAction(icons.icon("calendar"), self.tr("Open the calendar"), self)
        show.setToolTip(self.tr("Open the calendar (Alt+Down)"))
        show.triggered.connect(self.open_calendar)
        self.edit.addAction(show, QLineEdit.ActionPosition.TrailingPosition)
        fill(self, self.edit)
        self.watch(self.edit)
        self.edit.textEdited.connect(self._typed)
        self.edit.editingFinished.connect(self._tidy)

    def value(self) -> dt.date | str | None:
        return self._value

    def set_value(self, value: Any) -> None:
        self._value = value
        self.edit.setText(value.isoformat() if isinstance(value, dt.date) else value or "")

    def inputs(self) -> list[QWidget]:
        return [self.edit]

    def key(self, watched: QObject, event: QKeyEvent) -> bool:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() == Qt.Key.Key_Down:
            self.open_calendar()
            return True
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Minus: -1}
        by = step.get(Qt.Key(event.key()))
        whole = isinstance(self._value, dt.date) and self.edit.text() == self._value.isoformat()
        typing = event.key() in (Qt.Key.Key_Minus, Qt.Key.Key_Plus) and not whole
        if by is None or typing or alt:
            return False
        start = self._value if isinstance(self._value, dt.date) else dt.date.today()  # noqa: DTZ011
        self.set_value(start + dt.timedelta(days=by) if isinstance(self._value, dt.date) else start)
        self.edited.emit()
        return True

    def open_calendar(self) -> None:
        """Drops the calendar below the field."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setProperty("surface", "popup")
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setAccessibleName(self.tr("Calendar"))
        plain = QTextCharFormat()
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)
        if isinstance(self._value, dt.date):
            calendar.setSelectedDate(QDate(self._value.year, self._value.month, self._value.day))
        column = QVBoxLayout(popup)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(calendar)
        calendar.clicked.connect(self._pick)
        calendar.activated.connect(self._pick)
        self._popup = popup
        popup.destroyed.connect(self._gone)
        _year_first(calendar)
        popup.adjustSize()
        popup.move(self._spot(popup))
        popup.show()
        calendar.setFocus()

    def _spot(self, popup: QFrame) -> QPoint:
        """Below the field; above it where there is no room."""
        screen = self.screen().availableGeometry()
        spot = self.mapToGlobal(QPoint(0, self.height() + 4))
        if spot.y() + popup.height() > screen.bottom():
            spot = self.mapToGlobal(QPoint(0, -popup.height() - 4))
        return QPoint(max(screen.left(), min(spot.x(), screen.right() - popup.width())), max(screen.top(), spot.y()))

    def _gone(self) -> None:
        self._popup = None

    def _pick(self, day: QDate) -> None:
        self.set_value(dt.date(day.year(), day.month(), day.day()))
        self.edited.emit()
        if self._popup is not None:
            self._popup.close()
        self.edit.setFocus()

    def _typed(self, text: str) -> None:
        try:
            self._value = parse_date(text, dt.date.today())  # noqa: DTZ011
        except ValueError:
            self._value = text.strip()
        self.edited.emit()

    def _tidy(self) -> None:
        if isinstance(self._value, dt.date):
            self.edit.setText(self._value.isoformat())
