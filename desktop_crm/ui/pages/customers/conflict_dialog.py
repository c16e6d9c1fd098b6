"""Two people changed the same fields: original, theirs and mine side by side, one choice for each field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QRadioButton, QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.models.errors import ConflictError, FieldConflict
from desktop_crm.models.records.customers import CustomerDraft, FilterChoices
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.pages.customers.custom_words import with_field
from desktop_crm.ui.pages.customers.form_body import field_name, value_words
from desktop_crm.ui.pages.customers.scroll import ScrollColumn
from desktop_crm.ui.pages.customers.wording import Lexicon
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import label


def resolve(
    mine: CustomerDraft, original: CustomerDraft, conflicts: tuple[FieldConflict, ...], theirs: set[str]
) -> tuple[CustomerDraft, CustomerDraft]:
    """Draft and original to save with, when for the fields in `theirs` their value stays and for the others mine."""
    for conflict in conflicts:
        original = with_field(original, conflict.field, conflict.theirs)
        if conflict.field in theirs:
            mine = with_field(mine, conflict.field, conflict.theirs)
    return mine, original


class ConflictDialog(PlainDialog):
    """`take(fields)` gets the names of the fields for which their value stays."""

    def __init__(
        self,
        error: ConflictError,
        choices: FilterChoices,
        words: Lexicon,
        take: Callable[[set[str]], object],
        parent: QWidget,
    ) -> None:
        super().__init__("", "merge", "warning", parent)
        self.setWindowTitle(self.tr("Changed by somebody else"))
        self.heading.setText(text(error.message))
        self._choices, self._words, self._take = choices, words, take
        self.groups: dict[str, QButtonGroup] = {}
        if error.advice is not None:
            self.body.addWidget(label(text(error.advice), "secondary", wrap=True))
        column = ScrollColumn(self.tr("Fields"), 12, STEP)
        for conflict in error.conflicts:
            column.box.addWidget(self._field(conflict))
        self.body.addWidget(column, 1)
        self.buttons.addWidget(button(self.tr("Keep editing"), self.reject))
        self.save_button = button(self.tr("Save my choice"), self._done, "primary")
        self.buttons.addWidget(self.save_button)
        self.resize(720, min(240 + 128 * len(error.conflicts), 640))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _field(self, conflict: FieldConflict) -> QFrame:
        card = QFrame()
        card.setProperty("surface", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(2 * STEP, 12, 2 * STEP, 12)
        grid.setHorizontalSpacing(2 * STEP)
        grid.setColumnMinimumWidth(0, 128)
        grid.setColumnStretch(1, 1)
        name = text(field_name(conflict.field, self._choices))
        grid.addWidget(label(name, "heading"), 0, 0, 1, 2)
        grid.addWidget(label(self.tr("It was"), "fieldLabel"), 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._value(conflict.field, conflict.original), 1, 1)
        group = QButtonGroup(card)
        sides = ((self.tr("Theirs"), conflict.theirs), (self.tr("Mine"), conflict.mine))
        for at, (caption, value) in enumerate(sides):
            radio = QRadioButton(caption)
            shown = value_words(conflict.field, value, self._choices, self._words)
            radio.setAccessibleName(f"{name}, {caption}: {shown}")
            group.addButton(radio, at)
            grid.addWidget(radio, 2 + at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._value(conflict.field, value), 2 + at, 1)
        group.button(1).setChecked(True)
        self.groups[conflict.field] = group
        return card

    def _value(self, field: str, value: object) -> QWidget:
        shown = value_words(field, value, self._choices, self._words)
        return label(shown or self.tr("empty"), "body" if shown else "hint", wrap=True, select=True)

    def _done(self) -> None:
        theirs = {field for field, group in self.groups.items() if group.checkedId() == 0}
        self.accept()
        self._take(theirs)
