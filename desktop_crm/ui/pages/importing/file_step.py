"""The first step: which file, how it is read, and what its first rows look like then."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import format_number, text
from desktop_crm.controllers.importing_state import Step
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import listed
from desktop_crm.models.records.sources import ENCODING_NAMES, KIND_NAMES, SEPARATOR_NAMES, SourceKind, SourceLook
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.importing.lines import Cell, LinesModel, LineTable
from desktop_crm.ui.pages.importing.step import StepPage
from desktop_crm.ui.pages.importing.wording import rows_of
from desktop_crm.ui.theme import tokens
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import ElidedLabel, label
from desktop_crm.ui.widgets.search_field import IconMark

MOST_COLUMNS = 200
_SHOWN = 60
_MOST_WORDS = 34 * STEP


class DropArea(QWidget):
    """Room to drop a file on, with two other ways to bring one."""

    dropped = Signal(object)

    def __init__(self, choose: object, paste: object) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._over = False
        self._title = label(self.tr("Drop a table here"), "heading")
        self._formats = label(
            self.tr("Excel, WPS and LibreOffice workbooks, text with separators, contact cards"), "secondary"
        )
        self.choose = button(self.tr("Choose a file…"), choose, "primary", "open_file")  # type: ignore[arg-type]
        self.paste = button(self.tr("Paste a table"), paste, "normal", "paste")  # type: ignore[arg-type]
        buttons = QHBoxLayout()
        buttons.setSpacing(STEP)
        buttons.addStretch(1)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.paste)
        buttons.addStretch(1)
        self._note = label(
            self.tr("Nothing is written before you have seen what would happen, and you can take it back afterwards."),
            "hint",
        )
        column = QVBoxLayout(self)
        column.setSpacing(STEP)
        column.addStretch(2)
        column.addWidget(IconMark("import", "accent_text", 48), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(STEP)
        for one in (self._title, self._formats):
            column.addWidget(one, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(STEP)
        column.addLayout(buttons)
        column.addSpacing(STEP)
        column.addWidget(self._note, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def paintEvent(self, _: QPaintEvent) -> None:
        colours = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colours.colour("accent" if self._over else "border_strong"), 1.5, Qt.PenStyle.DashLine)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(colours.colour("accent_soft" if self._over else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 12, 12)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_over(False)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths[0])

    def _set_over(self, over: bool) -> None:
        self._over = over
        self.update()


class FileStep(StepPage):
    """Each way of reading can be chosen otherwise; the preview shows at once what becomes of it."""

    STEP = Step.FILE
    ICON = "file"

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__(services, navigator)
        self.area = DropArea(lambda: navigator.run_action("file.import"), lambda: navigator.run_action("import.paste"))
        self.area.dropped.connect(self._dropped)
        self.other = button(self.tr("Choose another file"), lambda: navigator.run_action("file.import"), "normal")
        self.head.addWidget(self.other, 0, Qt.AlignmentFlag.AlignTop)
        self.combos = {name: QComboBox() for name in ("sheet", "header_row", "encoding", "separator")}
        self._holders: dict[str, QWidget] = {}
        self.model = LinesModel(self)
        self.preview = LineTable(self.model)
        self.preview.setAccessibleName(self.tr("First rows of the file"))
        self.remarks = label("", "secondary", wrap=True)
        self.profile = ElidedLabel("", "body")
        self._profile_bar = self._make_profile_bar()
        self._found = self._make_found()
        self._states = QStackedWidget()
        self._states.addWidget(self.area)
        self._states.addWidget(self._found)
        self.body.addWidget(self._states, 1)

    def _make_profile_bar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("messageBar")
        bar.setProperty("level", "info")
        self.forget = button(self.tr("Don't use it"), lambda: self.session.use_profile(None), "flat")
        row = QHBoxLayout(bar)
        row.setContentsMargins(2 * STEP, STEP // 2, STEP, STEP // 2)
        row.setSpacing(STEP)
        row.addWidget(IconMark("success", "accent_text", 18))
        row.addWidget(self.profile, 1)
        row.addWidget(self.forget)
        return bar

    def _make_found(self) -> QWidget:
        names = {
            "sheet": self.tr("Sheet"),
            "header_row": self.tr("Row with the column names"),
            "encoding": self.tr("Encoding"),
            "separator": self.tr("Separator"),
        }
        ways = QWidget()
        flow = QHBoxLayout(ways)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(2 * STEP)
        for name, combo in self.combos.items():
            combo.setAccessibleName(names[name])
            combo.setMinimumWidth(20 * STEP)
            combo.setMaximumWidth(42 * STEP)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            combo.activated.connect(lambda _, name=name: self._choose(name))
            self._holders[name] = _named(names[name], combo)
            flow.addWidget(self._holders[name])
        flow.addStretch(1)
        card = QFrame()
        card.setProperty("surface", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.preview)
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addWidget(self._profile_bar)
        column.addWidget(ways)
        column.addWidget(card, 1)
        column.addWidget(self.remarks)
        return found

    # Showing -----------------------------------------------------------------------------------------

    def show_state(self) -> None:
        look = self.session.look
        self.other.setVisible(look is not None)
        if look is None:
            self.title.setText(self.tr("Import customers"))
            self.lead.setText(self.tr("Bring in customers with their contact persons, phones, addresses and tags."))
            self._states.setCurrentWidget(self.area)
            return
        self.title.setText(self.session.name)
        count = rows_of(look.rows) if look.rows_exact else self.tr("about {rows}").replace("{rows}", rows_of(look.rows))
        columns = self.tr("{n} columns").replace("{n}", format_number(len(look.columns)))
        self.lead.setText("  ·  ".join((text(KIND_NAMES[look.kind]), count, columns)))
        profile = self.session.profile
        self._profile_bar.setVisible(profile is not None)
        if profile is not None:
            words = self.tr("Recognised: “{name}”. Its columns and choices are used.")
            self.profile.setText(words.replace("{name}", profile.name))
        self._fill(look)
        self._show_rows(look)
        said = [text(one) for one in look.remarks]
        if look.below:
            said.append(self.tr("Left out below the table: {text}").replace("{text}", " · ".join(look.below[:2])))
        self.remarks.setText("\n".join(said[:4]))
        self.remarks.setVisible(bool(said))
        self._states.setCurrentWidget(self._found)

    def _fill(self, look: SourceLook) -> None:
        choice = look.choice
        sheets = [(one.name, one.name) for one in look.sheets]
        _set(self.combos["sheet"], sheets, choice.sheet)
        encodings = [(one, text(ENCODING_NAMES[one]) if one in ENCODING_NAMES else one) for one in look.encodings]
        _set(self.combos["encoding"], encodings, choice.encoding)
        marks = [(one, text(SEPARATOR_NAMES[one]) if one in SEPARATOR_NAMES else one) for one in look.separators]
        _set(self.combos["separator"], marks, choice.separator)
        _set(self.combos["header_row"], self._header_rows(look), choice.header_row)
        for name, combo in self.combos.items():
            self._holders[name].setVisible(combo.count() > 1)

    def _header_rows(self, look: SourceLook) -> list[tuple[object, str]]:
        if look.kind is SourceKind.VCARD:
            return []  # what cards say has its names already
        at = look.choice.header_row
        known = dict(zip(look.title_rows, look.titles, strict=True))
        known[at] = look.headers
        known |= {number: cells for number, cells in look.first[:8]}
        row = self.tr("Row {n}")
        return [
            (number, f"{row.replace('{n}', str(number))}: {_joined(cells)}")
            for number, cells in sorted(known.items())
            if number > 0
        ]

    def _show_rows(self, look: SourceLook) -> None:
        """Rows above the header are muted; the header stands out."""
        names = [text(one) for one in look.names[:MOST_COLUMNS]]
        titles = ["", *names]
        at = look.choice.header_row
        lines: list[list[Cell]] = []
        for number, cells in zip(look.title_rows, look.titles, strict=True):
            lines.append(_line(number, cells, Cell(token="text_tertiary")))
        lines.append(_line(at, names, Cell(strong=True, ground="sunken")))
        lines += [_line(number, cells[:MOST_COLUMNS], Cell(token="text")) for number, cells in look.first]
        self.model.set_lines(titles, lines)
        self.preview.clearSpans()
        for row, cells in enumerate(look.titles):
            if len(cells) == 1 and len(titles) > 2:
                self.preview.setSpan(row, 1, 1, len(titles) - 1)  # a title is as wide as the table
        if not self.preview.currentIndex().isValid() or self.preview.currentIndex().column() == 0:
            self.preview.setCurrentIndex(self.model.index(min(len(look.titles) + 1, len(lines) - 1), 1))
        header = self.preview.horizontalHeader()
        header.hide()
        header.setStretchLastSection(True)
        self.preview.setColumnWidth(0, 56)
        for column in range(1, len(titles)):
            if self.preview.columnWidth(column) in (100, header.defaultSectionSize()):
                longest = max((len(line[column].text) for line in lines[:_SHOWN] if column < len(line)), default=0)
                self.preview.setColumnWidth(column, max(96, min(32 + 12 * longest, 240)))

    def _choose(self, name: str) -> None:
        value = self.combos[name].currentData()
        if self.session.look is not None and getattr(self.session.look.choice, name) != value:
            self.session.choose(**{name: value})

    def _dropped(self, path: Path) -> None:
        """As anywhere else on the window: what is no table may be a customer file."""
        window: Any = self.window()
        window.dropped.emit(path)

    # The way on --------------------------------------------------------------------------------------

    def onward(self) -> tuple[str, bool]:
        session = self.session
        if session.path is None:
            return "", False
        return self.tr("Next"), session.look is not None and session.doing is None and session.error is None

    def again(self) -> None:
        self.session.choose()

    def take_focus(self) -> None:
        target: QWidget = self.area.choose if self.session.look is None else self.preview
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _named(name: str, widget: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(STEP // 2)
    column.addWidget(label(name, "fieldLabel"))
    column.addWidget(widget)
    return holder


def _set(combo: QComboBox, items: list[tuple[object, str]] | list[tuple[str, str]], value: object) -> None:
    with QSignalBlocker(combo):
        combo.clear()
        for key, words in items:
            combo.addItem(combo.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _MOST_WORDS), key)
        combo.setCurrentIndex(max(combo.findData(value), 0))


def _joined(cells: object) -> str:
    filled = [str(one) for one in cells if one]  # type: ignore[attr-defined]
    words = text(listed(filled[:4]))
    return words if len(words) <= 40 else words[:39] + "…"


def _line(number: int, cells: object, like: Cell) -> list[Cell]:
    first = Cell(str(number) if number > 0 else "", "text_tertiary", right=True, ground=like.ground)
    return [first, *(like._replace(text=str(one)) for one in cells)]  # type: ignore[attr-defined]
