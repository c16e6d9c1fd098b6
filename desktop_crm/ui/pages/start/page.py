"""The first page: three ways to begin, what was open lately, or what went wrong and what to do next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError, DatabaseProblem, KnownDatabaseError
from desktop_crm.ui.theme import fonts, icons, tokens
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import Card, ElidedLabel, label
from desktop_crm.ui.widgets.scroll_area import ScrollArea
from desktop_crm.ui.widgets.search_field import IconMark

WIDTH = 104 * STEP
CARD = 19 * STEP


class Flows(Protocol):
    """What the buttons do."""

    def new_file(self) -> None: ...
    def open_file(self) -> None: ...
    def open_server(self, address: str = "") -> None: ...
    def open_sample(self) -> None: ...
    def open_recent(self, address: str) -> None: ...
    def show_back_ups(self, path: Path | None = None) -> None: ...


class Problem(Protocol):
    """What could not be opened."""

    @property
    def target(self) -> str: ...
    @property
    def create(self) -> bool: ...
    @property
    def error(self) -> CrmError: ...
    @property
    def path(self) -> Path | None: ...


class Opener(Protocol):
    def open(self, target: str, *, create: bool = False) -> None: ...


class ChoiceCard(QAbstractButton):
    """A large button: an icon, a title, a sentence."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._detail = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMinimumSize(24 * STEP, CARD)

    def set_words(self, title: str, detail: str) -> None:
        self.setText(title)
        self._detail = detail
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        colours = tokens.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(1, 1, -1, -1)
        pen = QPen(colours.colour("focus"), 2) if self.hasFocus() else QPen(colours.colour("border"), 1)
        ground = "pressed" if self.isDown() else "hover" if self.underMouse() else "surface"
        painter.setPen(pen)
        painter.setBrush(colours.colour(ground))
        painter.drawRoundedRect(area, 10, 10)
        inner = area.adjusted(2 * STEP, 2 * STEP, -2 * STEP, -2 * STEP)
        icons.paint(painter, self._icon, inner.adjusted(0, 0, 28 - inner.width(), 28 - inner.height()), "accent_text")
        painter.setPen(colours.colour("text"))
        painter.setFont(fonts.scaled(self.font(), "heading", weight=painter.font().Weight.DemiBold))
        title = inner.adjusted(0, 28 + 12, 0, 0)
        painter.drawText(title, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), self.text())
        height = painter.fontMetrics().height()
        painter.setFont(self.font())
        painter.setPen(colours.colour("text_secondary"))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(title.adjusted(0, height + 4, 0, 8), flags, self._detail)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class RecentRow(QFrame):
    """One file or server that was open lately; Enter opens it."""

    chosen = Signal(str)

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address
        server = "://" in address
        path = Path(address)
        name = address.rpartition("/")[2].partition("?")[0] if server else path.stem
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(name)
        self.setAccessibleDescription(address)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, STEP // 2, 12, STEP // 2)
        row.setSpacing(12)
        row.addWidget(IconMark("team" if server else "database", "text_secondary", 20))
        row.addWidget(label(name))
        where = ElidedLabel(address.rpartition("/")[0] if server else str(path.parent), "hint")
        where.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(where, 1)
        self.setFixedHeight(5 * STEP)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self._address)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._address)
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = tokens.current()
        painter.setPen(QPen(colours.colour("focus"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("hover") if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)


class ProblemCard(Card):
    """What happened, what it means for the data, and buttons for what to do next."""

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        head = QHBoxLayout()
        head.setSpacing(12)
        self._mark = IconMark("error", "danger", 24)
        self.title = label(role="heading", wrap=True)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        self.what = label(wrap=True, select=True)
        self.advice = label(role="secondary", wrap=True, select=True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(STEP)
        self.body.addLayout(head)
        self.body.addWidget(self.what)
        self.body.addWidget(self.advice)
        self.body.addSpacing(STEP // 2)
        self.body.addLayout(self._buttons)

    def show_problem(self, title: str, what: str, advice: str, actions: list[tuple[str, Callable[[], object]]]) -> None:
        self.title.setText(title)
        self.what.setText(what)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{what} {advice}")
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for at, (words, run) in enumerate(actions):
            made = button(words, run, "primary" if at == 0 else "normal")
            self._buttons.addWidget(made)
            made.show()  # now, not with the layout's next round: the first one is to get the keyboard
        self._buttons.addStretch(1)

    def first(self) -> QWidget | None:
        """What to do first."""
        item = self._buttons.itemAt(0)
        return item.widget() if item is not None else None


class StartPage(QWidget):
    """Shown while nothing is open."""

    def __init__(self, services: Services, flows: Flows, opener: Opener) -> None:
        super().__init__()
        self._services = services
        self._flows = flows
        self._opener = opener
        self._problem: Problem | None = None
        self.setAccessibleName(self.page_title())
        self._title = label(role="title")
        self._intro = label(role="secondary", wrap=True)
        self.problem = ProblemCard()
        self.sample = ChoiceCard("view")
        self.empty = ChoiceCard("add")
        self.open = ChoiceCard("open_file")
        self.server = button("", self._ask_server, "flat", "team")
        self._recent_title = label(role="heading")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._recent_card = Card()
        self._recent_card.body.setContentsMargins(STEP // 2, STEP // 2, STEP // 2, STEP // 2)
        self._recent_card.body.addLayout(self._recent)
        self.sample.clicked.connect(flows.open_sample)
        self.empty.clicked.connect(flows.new_file)
        self.open.clicked.connect(flows.open_file)
        self._build()
        self._words()

    def _build(self) -> None:
        cards = QGridLayout()
        cards.setSpacing(2 * STEP)
        for at, card in enumerate((self.sample, self.empty, self.open)):
            cards.addWidget(card, 0, at)
            cards.setColumnStretch(at, 1)
        column = QVBoxLayout()
        column.setSpacing(STEP)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._intro)
        column.addSpacing(STEP)
        column.addWidget(self.problem)
        column.addSpacing(STEP)
        column.addLayout(cards)
        column.addWidget(self.server, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self._recent_title)
        column.addWidget(self._recent_card)
        column.addStretch(3)
        inside = QWidget()
        inside.setProperty("surface", "clear")
        inside.setMaximumWidth(WIDTH)
        inside.setLayout(column)
        middle = QWidget()
        middle.setProperty("surface", "clear")
        row = QHBoxLayout(middle)
        row.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        row.addStretch(1)
        row.addWidget(inside, 20)
        row.addStretch(1)
        area = ScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(middle)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def page_title(self) -> str:
        return self.tr("Welcome")

    def activate(self) -> None:
        first = self.problem.first() if self._problem is not None else None
        (first or self.sample).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, problem: Problem | None) -> None:
        """The ways to begin; with a problem also what could not be opened and why."""
        self._problem = problem
        self._fill_recent()
        self._words()
        if problem is not None and self.isVisible():
            self.activate()

    def recent(self) -> list[RecentRow]:
        return [row for row in self._recent_card.findChildren(RecentRow) if not row.isHidden()]

    def _ask_server(self) -> None:
        self._flows.open_server()

    def _fill_recent(self) -> None:
        while (item := self._recent.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        addresses = self._services.state.recent_databases()[:5]
        for address in addresses:
            row = RecentRow(address)
            row.chosen.connect(self._flows.open_recent)
            self._recent.addWidget(row)
        self._recent_title.setVisible(bool(addresses))
        self._recent_card.setVisible(bool(addresses))

    def _words(self) -> None:
        self._title.setText(self.tr("Your customers, on your own computer"))
        self._intro.setText(
            self.tr("Everything works without a network, and every change can be undone. How do you want to begin?")
        )
        self.sample.set_words(
            self.tr("Look at the sample company"),
            self.tr("About 300 invented customers to try everything on. Nothing of yours is touched."),
        )
        self.empty.set_words(
            self.tr("Start an empty file"), self.tr("Type customers in, or import them from a workbook.")
        )
        self.open.set_words(self.tr("Open a file"), self.tr("A Desktop CRM file that is on this computer already."))
        self.server.setText(self.tr("Open a team database on a server"))
        self._recent_title.setText(self.tr("Opened lately"))
        self.problem.setVisible(self._problem is not None)
        if self._problem is not None:
            self._say(self._problem)

    def _say(self, problem: Problem) -> None:
        error, path = problem.error, problem.path
        name = path.name if path else problem.target.rpartition("/")[2].partition("?")[0]
        title = self.tr("“{name}” was not opened").replace("{name}", name)
        actions = self._next_steps(problem)
        self.problem.show_problem(title, text(error.message), text(error.advice) if error.advice else "", actions)

    def _next_steps(self, problem: Problem) -> list[tuple[str, Callable[[], object]]]:
        error, path, flows = problem.error, problem.path, self._flows
        kind = error.problem if isinstance(error, KnownDatabaseError) else None
        retry = (self.tr("Try again"), lambda: self._opener.open(problem.target, create=problem.create))
        restore = (self.tr("Restore a back-up…"), lambda: flows.show_back_ups(path))
        server = (self.tr("Open a team database…"), lambda: flows.open_server("" if path else problem.target))
        other = (self.tr("Choose another file…"), flows.open_file)
        if problem.create:
            return [(self.tr("Choose another place…"), flows.new_file), other]
        if path is None:
            return [retry, server, other]
        if kind is DatabaseProblem.NETWORK_SHARE:
            return [(self.tr("Start a file on this computer…"), flows.new_file), server, other]
        if kind in (DatabaseProblem.CORRUPT, DatabaseProblem.MISSING):
            return [restore, other, retry]
        if kind in (DatabaseProblem.NEWER, DatabaseProblem.NOT_A_DATABASE):
            return [other, restore] if kind is DatabaseProblem.NEWER else [other]
        return [retry, other, restore]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()
