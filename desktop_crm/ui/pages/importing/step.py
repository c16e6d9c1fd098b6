"""What every step of the wizard has in common: its heading, its work in progress, what went wrong."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import format_number, text
from desktop_crm.controllers.importing_state import Step
from desktop_crm.controllers.services import Services
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.importing.wording import per_second, time_left
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import label
from desktop_crm.ui.widgets.search_field import IconMark


class Waiting(QWidget):
    """What is being done, how far it is, how fast, how long it takes, and a way to stop it."""

    def __init__(self, services: Services, icon: str) -> None:
        super().__init__()
        self._session = services.importing
        self.title = label("", "heading")
        self.words = label("", "secondary", wrap=True)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedWidth(440)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.figures = label("", "hint")
        self.stop = button(self.tr("Cancel"), self._session.cancel)
        self.words.setFixedWidth(440)
        for one in (self.title, self.words, self.figures):
            one.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setSpacing(STEP)
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconMark(icon, "accent_text", 40), 0, centre)
        column.addSpacing(STEP)
        column.addWidget(self.title, 0, centre)
        column.addWidget(self.words, 0, centre)
        column.addSpacing(STEP)
        column.addWidget(self.bar, 0, centre)
        column.addWidget(self.figures, 0, centre)
        column.addSpacing(STEP)
        column.addWidget(self.stop, 0, centre)
        column.addStretch(3)
        self._session.progressed.connect(lambda _: self.refresh() if self.isVisible() else None)

    def say(self, title: str, words: str) -> None:
        self.title.setText(title)
        self.words.setText(words)
        # What a layout between stretches gives is one line; the words may need more.
        self.words.ensurePolished()
        self.words.setMinimumHeight(self.words.heightForWidth(440))
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.refresh()

    def refresh(self) -> None:
        progress, pace = self._session.progress, self._session.pace
        self.bar.setRange(0, progress.total if progress else 0)
        self.bar.setValue(progress.done if progress else 0)
        parts = []
        if progress is not None:
            of = f" / {format_number(progress.total)}" if progress.total else ""
            if progress.done or of:
                parts.append(f"{text(progress.label)} {format_number(progress.done)}{of}".strip())
            if pace.rate >= 1:
                parts.append(per_second(pace.rate))
            if pace.left is not None:
                parts.append(time_left(pace.left))
        self.figures.setText("  ·  ".join(parts) or " ")


class StepPage(QWidget):
    """A step. Subclasses fill `content`, name the work under way in `waiting_words`, show the state in `show_state`."""

    STEP: Step
    ICON = "import"

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__()
        self.services, self.navigator = services, navigator
        self.session = services.importing
        self.title = label("", "title")
        self.lead = label("", "secondary", wrap=True)
        self.head = QHBoxLayout()
        self.head.setSpacing(2 * STEP)
        words = QVBoxLayout()
        words.setSpacing(STEP // 2)
        words.addWidget(self.title)
        words.addWidget(self.lead)
        self.head.addLayout(words, 1)
        self.content = QWidget()
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 2 * STEP)
        self.body.setSpacing(2 * STEP)
        self.body.addLayout(self.head)
        self.foot: list[QWidget] = []
        self.waiting = Waiting(services, self.ICON)
        self.failure = EmptyState("warning", "")
        self._layers = QStackedWidget(self)
        for one in (self.content, self.waiting, self.failure):
            self._layers.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._layers)

    def refresh(self) -> None:
        """Shows the state of now: working, failed, or what there is."""
        session = self.session
        if session.doing is self.STEP:
            self.waiting.say(*self.waiting_words())
            self._put_in_front(self.waiting)
        elif session.error is not None and not self.shows_anyway():
            error: Any = session.error
            again = (self.tr("Try again"), self.again), (self.tr("Choose another file"), session.leave)
            advice = text(error.advice) if error.advice else ""
            self.failure.set("warning", text(error.message), advice, again, "warning")
            self._put_in_front(self.failure)
        else:
            self.show_state()
            self._put_in_front(self.content)

    def _put_in_front(self, layer: QWidget) -> None:
        waited = self._layers.currentWidget() is self.waiting and layer is not self.waiting
        self._layers.setCurrentWidget(layer)
        focus, pages = self.window().focusWidget(), self.parentWidget()
        wizard = pages.parentWidget() if pages is not None else None
        if waited and self.isVisible() and (focus is None or (wizard is not None and wizard.isAncestorOf(focus))):
            # Whatever had the keyboard was hidden meanwhile, and Qt gave it to the button that came next.
            if layer is self.content:
                self.take_focus()
            elif (first := self.failure.findChild(QPushButton)) is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self) -> None:
        """Shows what was found and chosen."""
        raise NotImplementedError

    def waiting_words(self) -> tuple[str, str]:
        """A title and a sentence for the work that is under way."""
        words = self.tr("Reading “{file}”").replace("{file}", self.session.name)
        return words, self.tr("Nothing is written yet.")

    def shows_anyway(self) -> bool:
        """Whether what there was stays in front after an error."""
        return False

    def shows_foot(self) -> bool:
        """Whether what the step has beside the buttons, `foot`, makes sense now."""
        return False

    def again(self) -> None:
        """Tries what went wrong once more."""
        self.session.go(self.STEP)

    def onward(self) -> tuple[str, bool]:
        """What the main button says (empty: there is none), and whether it can be pressed."""
        return self.tr("Next"), self.session.doing is None and self.session.error is None and not self.session.missing

    def advance(self) -> None:
        self.session.next()

    def hint(self) -> str:
        """A sentence beside the buttons."""
        return ""

    def take_focus(self) -> None:
        self.content.setFocus()
