"""Values that are the same in every row, for fields that no column fills."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_crm.controllers.importing import ImportController
from desktop_crm.models.records.import_setup import FixedValue
from desktop_crm.ui.pages.importing.field_items import field_items
from desktop_crm.ui.pages.importing.pick import PickButton
from desktop_crm.ui.pages.importing.wording import field_name
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import tool_button
from desktop_crm.ui.widgets.labels import Card, label
from desktop_crm.ui.widgets.popover import ListItem


class FixedCard(Card):
    """One line a field: its name, its value, a cross."""

    def __init__(self, session: ImportController) -> None:
        super().__init__()
        self.session = session
        self.body.addWidget(label(self.tr("The same in every row"), "heading"))
        self.body.addWidget(label(self.tr("For fields that the file has no column for."), "hint", wrap=True))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(STEP)
        self.body.addLayout(self._lines)
        self.add = PickButton(self.tr("Add a fixed value"), self._items)
        self.add.show_choice(self.tr("Add a fixed value"), muted=True)
        self.add.chosen.connect(self._added)
        self.body.addWidget(self.add)
        self.edits: dict[str, QLineEdit] = {}

    def refresh(self) -> None:
        fixed = {one.field: one.text for one in self.session.setup.fixed}
        if list(fixed) != list(self.edits):
            self._rebuild(fixed)
        for name, edit in self.edits.items():
            if edit.text() != fixed[name]:
                edit.setText(fixed[name])

    def _rebuild(self, fixed: dict[str, str]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.edits = {}
        for name in fixed:
            self._lines.addWidget(self._line(name))

    def _line(self, name: str) -> QWidget:
        words = field_name(self.session.basis.kind, name)
        edit = QLineEdit()
        edit.setAccessibleName(words)
        edit.textEdited.connect(lambda value: self._set(name, value))
        self.edits[name] = edit
        remove = tool_button("close", self.tr("Remove {name}").replace("{name}", words), lambda: self._remove(name))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP // 2)
        column.addWidget(label(words, "fieldLabel"))
        row = QHBoxLayout()
        row.setSpacing(STEP // 2)
        row.addWidget(edit, 1)
        row.addWidget(remove)
        column.addLayout(row)
        return holder

    def _items(self) -> list[ListItem]:
        setup = self.session.setup
        taken = {one.field for one in setup.columns} | set(self.edits)
        return [
            one
            for one in field_items(self.session.basis.kind, "", lambda _: "", column=False)
            if one.value not in taken
        ]

    def _added(self, name: object) -> None:
        self.session.update(fixed=(*self.session.setup.fixed, FixedValue(str(name), "")))
        if str(name) in self.edits:
            self.edits[str(name)].setFocus()

    def _set(self, name: str, value: str) -> None:
        fixed = self.session.setup.fixed
        self.session.update(fixed=tuple(FixedValue(name, value) if one.field == name else one for one in fixed))

    def _remove(self, name: str) -> None:
        self.session.update(fixed=tuple(one for one in self.session.setup.fixed if one.field != name))
