"""The fourth step: by what a row finds its customer, and what becomes of names that nobody has here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.importing_state import Step
from desktop_crm.controllers.services import Services
from desktop_crm.models.records.import_setup import MatchKey, Missing, Mode
from desktop_crm.ui.feature import Navigator
from desktop_crm.ui.pages.importing.step import StepPage
from desktop_crm.ui.pages.importing.wording import KEYS, MISSING
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import Segmented, tool_button
from desktop_crm.ui.widgets.labels import Card, label, line
from desktop_crm.ui.widgets.scroll_area import ScrollArea


class KeyLine(QWidget):
    """One way to find a customer: on or off, and its place in the order. Alt+Up and Alt+Down move it."""

    def __init__(self, step: MatchingStep, key: MatchKey) -> None:
        super().__init__()
        self.step, self.key = step, key
        title, words = KEYS[key]
        self.box = QCheckBox(text(title))
        self.box.setAccessibleDescription(text(words))
        self.box.toggled.connect(lambda on: step.set_used(key, on))
        self.box.installEventFilter(self)
        hint = label(text(words), "hint", wrap=True)
        hint.setContentsMargins(30, 0, 0, 0)
        self.up = tool_button("arrow_up", self.tr("Ask earlier"), lambda: step.shift(key, -1))
        self.down = tool_button("arrow_down", self.tr("Ask later"), lambda: step.shift(key, 1))
        words_column = QVBoxLayout()
        words_column.setSpacing(0)
        words_column.addWidget(self.box)
        words_column.addWidget(hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, STEP // 2, 0, STEP // 2)
        row.setSpacing(STEP // 2)
        row.addLayout(words_column, 1)
        row.addWidget(self.up)
        row.addWidget(self.down)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The box would take the arrows for itself, to move the focus.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if way is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.step.shift(self.key, way)
                self.box.setFocus()
                return True
        return super().eventFilter(watched, event)


class MatchingStep(StepPage):
    """The order of the keys at the left, names without a record at the right."""

    STEP = Step.MATCHING
    ICON = "link"

    def __init__(self, services: Services, navigator: Navigator) -> None:
        super().__init__(services, navigator)
        self.lines: dict[MatchKey, KeyLine] = {}
        self._order: list[MatchKey] = []
        self._keys = Card(self.tr("A row finds its customer by"))
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._keys.body.addWidget(
            label(self.tr("From top to bottom; the first that finds somebody decides."), "hint", wrap=True)
        )
        self._keys.body.addLayout(self._column)
        self.choices: dict[str, Segmented] = {}
        others = Card(self.tr("Names that nobody has here"))
        for name, title, words, ways in self._questions():
            if self.choices:
                others.body.addWidget(line())
            others.body.addWidget(label(title, "body"))
            others.body.addWidget(label(words, "hint", wrap=True))
            choice = Segmented(title, [(way, text(MISSING[way])) for way in ways])
            choice.chosen.connect(partial(self._set, name))
            self.choices[name] = choice
            others.body.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        self._lay_out(others)

    def _questions(self) -> list[tuple[str, str, str, tuple[Missing, ...]]]:
        every = (Missing.CREATE, Missing.HOLD, Missing.REJECT)
        return [
            ("owners", self.tr("Owners"), self.tr("A colleague who is not in the list of people yet."), every),
            (
                "parents",
                self.tr("Parent companies and referrers"),
                self.tr("A company that is not a customer yet."),
                every,
            ),
            (
                "links",
                self.tr("Custom fields that point to a customer"),
                self.tr("The cell names a customer who is not there."),
                (Missing.HOLD, Missing.REJECT),
            ),
        ]

    def _lay_out(self, others: Card) -> None:
        left = QVBoxLayout()
        left.setSpacing(2 * STEP)
        left.addWidget(self._keys)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(others)
        right.addStretch(1)
        inside = QWidget()
        inside.setProperty("surface", "clear")
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        scroll = ScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(scroll, 1)

    # Showing -----------------------------------------------------------------------------------------

    def show_state(self) -> None:
        setup = self.session.setup
        self.title.setText(self.tr("Who is already here?"))
        self.lead.setText(self._words(setup.mode))
        rest = [key for key in (self._order or self.session.basis.kind.match) if key not in setup.match]
        order = [*setup.match, *rest]
        if order != list(self.lines):
            self._arrange(order)
        self._order = order
        for at, (key, made) in enumerate(self.lines.items()):
            made.box.setChecked(key in setup.match)
            made.up.setEnabled(0 < at < len(setup.match))
            made.down.setEnabled(at < len(setup.match) - 1)
        for name, choice in self.choices.items():
            choice.set_value(getattr(setup, name))

    def _words(self, mode: Mode) -> str:
        found = {
            Mode.BOTH: self.tr("A row that finds a customer changes it; one that finds none makes a new customer."),
            Mode.CREATE: self.tr("A row that finds a customer is left out; one that finds none makes a new customer."),
            Mode.UPDATE: self.tr("A row that finds a customer changes it; one that finds none is left out."),
        }[mode]
        return found + " " + self.tr("Where several fit, you are asked in the next step.")

    def _arrange(self, order: list[MatchKey]) -> None:
        for made in self.lines.values():
            self._column.removeWidget(made)
        lines = {key: self.lines.get(key) or KeyLine(self, key) for key in order}
        for made in lines.values():
            self._column.addWidget(made)
        self.lines = lines

    # Choosing ----------------------------------------------------------------------------------------

    def set_used(self, key: MatchKey, on: bool) -> None:
        now = self.session.setup.match
        if on != (key in now):
            self.session.update(match=(*now, key) if on else tuple(one for one in now if one is not key))

    def shift(self, key: MatchKey, by: int) -> None:
        now = list(self.session.setup.match)
        if key not in now or not 0 <= now.index(key) + by < len(now):
            return
        at = now.index(key)
        now.insert(at + by, now.pop(at))
        self.session.update(match=tuple(now))
        made = self.lines[key]
        (made.up if by < 0 and made.up.isEnabled() else made.down if made.down.isEnabled() else made.box).setFocus()

    def _set(self, name: str, value: str) -> None:
        if value != getattr(self.session.setup, name):
            self.session.update(**{name: Missing(value)})

    def take_focus(self) -> None:
        if self.lines:
            next(iter(self.lines.values())).box.setFocus(Qt.FocusReason.OtherFocusReason)
