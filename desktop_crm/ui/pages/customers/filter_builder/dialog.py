"""The filter builder: nested conditions, a sentence that says them, and how many customers fit."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QVBoxLayout, QWidget

from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError
from desktop_crm.models.records.conditions import DEPTH, Group, Join
from desktop_crm.models.records.listed import CustomerFilter
from desktop_crm.models.records.lists import ListSpec
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.pages.customers.customer_field import CustomerField
from desktop_crm.ui.pages.customers.filter_builder import nodes
from desktop_crm.ui.pages.customers.filter_builder.editors import LinkEditor
from desktop_crm.ui.pages.customers.filter_builder.nodes import Box, Line, Path
from desktop_crm.ui.pages.customers.filter_builder.rows import BoxFrame, LineRow
from desktop_crm.ui.pages.customers.filter_builder.sentence import Sentences
from desktop_crm.ui.pages.customers.filter_button import Source
from desktop_crm.ui.pages.customers.target import count_words
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import label, line
from desktop_crm.ui.widgets.scroll_area import ScrollArea

# Key, what it does to the node in front.
_KEYS = {
    "indent": "Ctrl+]",
    "outdent": "Ctrl+[",
    "up": "Ctrl+Up",
    "down": "Ctrl+Down",
    "add": "Ctrl+Shift+Return",
    "remove": "Ctrl+Backspace",
}


class FilterBuilder(PlainDialog):
    """`applied(Group | None)`: the filter that the person wants. `base` are the quick filters it is counted with."""

    applied = Signal(object)

    def __init__(  # noqa: PLR0917
        self,
        services: Services,
        sentences: Sentences,
        regions: Source,
        base: CustomerFilter,
        rules: Group | None,
        parent: QWidget,
    ) -> None:
        super().__init__("", "filter", parent=parent)
        self.setWindowTitle(self.tr("Filter"))
        self.heading.setText(self.tr("Filter"))
        self.sentences, self.regions = sentences, regions
        self._services, self._base = services, base
        self.root = nodes.from_group(rules)
        self.rows: dict[Path, LineRow | BoxFrame] = {}
        self._counting = QTimer(self, singleShot=True, interval=250)
        self._counting.timeout.connect(self._count)
        sentences.named.connect(self._named)
        self._build()
        self._add_keys()
        if not self.root.parts:
            self.root.parts.append(Line())
        self.rebuild(self._first())

    def _build(self) -> None:
        self._area = ScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self.sentence = label(role="secondary", wrap=True, select=True)
        self.sentence.setAccessibleName(self.tr("The filter in words"))
        self.count = label(role="heading")
        self.count.setAccessibleName(self.tr("Number of customers that fit"))
        self.body.addWidget(self._area, 1)
        self.body.addWidget(line())
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.count)
        self.buttons.insertWidget(0, button(self.tr("Clear"), self.clear, "flat"))
        self.buttons.addWidget(button(self.tr("Cancel"), self.reject))
        self.apply_button = button(self.tr("Apply"), self.apply, "primary")
        self.apply_button.setDefault(True)
        self.buttons.addWidget(self.apply_button)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 560)

    def _add_keys(self) -> None:
        for name, keys in _KEYS.items():
            QShortcut(QKeySequence(keys), self, partial(self._on_focused, name))
        QShortcut(QKeySequence("Ctrl+Return"), self, self.apply)

    def customer_field(self) -> CustomerField:
        return CustomerField(self._services)

    def _named(self) -> None:
        for row in self.rows.values():
            if isinstance(row, LineRow) and isinstance(row.editor, LinkEditor):
                row.editor.refresh()
        self.edited()

    # The tree ----------------------------------------------------------------------------------------

    def rules(self) -> Group | None:
        """The filter as it stands."""
        return nodes.to_group(self.root)

    def rebuild(self, focus: Path) -> None:
        """Shows the tree anew and puts the keyboard on a node."""
        self.rows = {}
        page = QWidget()
        page.setProperty("surface", "clear")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, STEP, 0)
        column.addWidget(self._make(()))
        column.addStretch(1)
        self._area.setWidget(page)
        found = self.rows.get(focus) or self.rows[()]
        # After the dialog has its size: a widget that is not shown takes no keyboard.
        QTimer.singleShot(0, found, found.focus)
        self.edited()

    def _make(self, path: Path) -> QWidget:
        node = nodes.at(self.root, path)
        made: LineRow | BoxFrame
        if isinstance(node, Box):
            made = BoxFrame(self, node, path, self._make)
        else:
            made = LineRow(self, node, path)
        self.rows[path] = made
        return made

    def _first(self) -> Path:
        return next((path for path, row in self.rows.items() if isinstance(row, LineRow)), (0,))

    def _focused(self) -> Path:
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self:
            if isinstance(widget, LineRow | BoxFrame):
                return widget.path
            widget = widget.parentWidget()
        return ()

    def _on_focused(self, name: str) -> None:
        self.change(name, self._focused())

    def change(self, name: str, path: Path) -> None:
        """Adds, removes, moves or indents."""
        if name == "add":
            self.add_line(path)
        elif path:
            steps: dict[str, Callable[[], Path]] = {
                "indent": lambda: nodes.indent(self.root, path),
                "outdent": lambda: nodes.outdent(self.root, path),
                "up": lambda: nodes.move(self.root, path, -1),
                "down": lambda: nodes.move(self.root, path, 1),
                "remove": lambda: nodes.remove(self.root, path),
            }
            self.rebuild(steps[name]())

    def add_line(self, path: Path) -> None:
        self.rebuild(nodes.insert_after(self.root, path, Line()))

    def add_box(self, path: Path) -> None:
        if len(path) < DEPTH - 1:
            where = nodes.insert_after(self.root, path, Box(Join.ANY, [Line()]))
            self.rebuild((*where, 0))

    def remove(self, path: Path) -> None:
        self.change("remove", path)

    def menu(self, path: Path, anchor: QWidget) -> None:
        """What else can be done with a node."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, words in (
            ("indent", self.tr("Put into a group")),
            ("outdent", self.tr("Take out of the group")),
            ("up", self.tr("Move up")),
            ("down", self.tr("Move down")),
        ):
            keys = QKeySequence(_KEYS[name]).toString(QKeySequence.SequenceFormat.NativeText)
            action = menu.addAction(f"{words}\t{keys}")
            action.setEnabled(name != "outdent" or len(path) > 1)
            action.triggered.connect(lambda _=False, step=name: self.change(step, path))
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))

    def clear(self) -> None:
        self.root = Box(parts=[Line()])
        self.rebuild((0,))

    # What it says ------------------------------------------------------------------------------------

    def edited(self) -> None:
        rules = self.rules()
        said = self.sentences.sentence(rules) if rules else ""
        self.sentence.setText(said or self.tr("Every customer"))
        self._counting.start()

    def _count(self) -> None:
        spec = ListSpec(dataclasses.replace(self._base, rules=self.rules()))
        self._services.customers.count(spec, self).then(self._counted).failed(self._failed)

    def _counted(self, count: int) -> None:
        self.count.setText(count_words(count))

    def _failed(self, _: CrmError) -> None:
        self.count.setText("–")

    def apply(self) -> None:
        self.applied.emit(self.rules())
        self.accept()
