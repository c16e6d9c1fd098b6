"""The form of a custom field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.catalogue import FieldType
from desktop_crm.models.records.custom_fields import (
    CUSTOM_TYPES,
    TYPE_NAMES,
    FieldDraft,
    FieldsView,
    FieldUse,
)
from desktop_crm.models.records.fields import PART_FIELDS as P
from desktop_crm.models.text.custom_values import decode
from desktop_crm.models.validation.custom_fields import CHOICES, LIMITS, field_problems, tidy_field
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.forms.binder import FormBinder
from desktop_crm.ui.forms.choice import ChoiceField
from desktop_crm.ui.forms.field import FieldWidget, TextField
from desktop_crm.ui.forms.grid import FieldRow, FormGrid
from desktop_crm.ui.pages.customers.fields import CheckField, SegmentedField
from desktop_crm.ui.pages.customers.scroll import ScrollColumn
from desktop_crm.ui.pages.fields.options import OptionsEditor
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import InlineError

SAVED = Message(QT_TRANSLATE_NOOP("messages", "Field “{name}” saved"))
TYPE = Message(QT_TRANSLATE_NOOP("messages", "What it holds"))
# A file, a note or a link has nothing to begin with.
_NO_DEFAULT = (FieldType.LINK, FieldType.LONG_TEXT)


def add_field(services: Services, parent: QWidget, section: str = "") -> None:
    """Opens the form of a new field, once it is known which there are."""

    def show(view: FieldsView) -> None:
        FieldDialog(services, view, None, parent, section).open()

    services.fields.view(parent).then(show)


def draft_of(use: FieldUse) -> FieldDraft:
    """A field as its form holds it."""
    one = use.field
    default = one.default if one.type in (FieldType.YES_NO,) else decode(one.type, one.default, one.pairs)
    return FieldDraft(
        one.name, one.type, one.for_kind, one.section, one.required, default, one.hint, one.options, one.currency,
        one.id, one.row_version,
    )  # fmt: skip


class FieldDialog(PlainDialog):
    """Adds a field, or changes one; what is wrong shows at its place."""

    def __init__(
        self, services: Services, view: FieldsView, use: FieldUse | None, parent: QWidget, section: str = ""
    ) -> None:
        super().__init__("", "columns", parent=parent)
        title = self.tr("Change a field") if use else self.tr("Add a field")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._services, self._use = services, use
        names = [one.field.name for one in view.fields if use is None or one.field.id != use.field.id]
        draft = draft_of(use) if use else FieldDraft(section=section)
        self.binder: FormBinder[FieldDraft] = FormBinder(
            draft, lambda one: field_problems(tidy_field(one), names), text, self
        )
        self.rows: dict[str, FieldRow] = {}
        self.options = OptionsEditor()
        self._build(sorted({one.field.section for one in view.fields if one.field.section}))
        self.binder.changed.connect(self._typed)
        self._typed()
        if use is not None and use.field.options:
            services.fields.option_uses(use.field, self).then(self.options.set_uses)
        self.rows["name"].field.setFocus()

    def _build(self, sections: Sequence[str]) -> None:
        grid = FormGrid()
        types = [(kind, text(TYPE_NAMES[kind])) for kind in CUSTOM_TYPES]
        kinds = [("", self.tr("All")), ("company", self.tr("Companies")), ("person", self.tr("People"))]
        self._add(grid, "name", text(P["name"]), TextField(limit=LIMITS["name"]), required=True)
        self._add(grid, "type", text(TYPE), ChoiceField(types, clear=FieldType.TEXT), required=True)
        # A grid of its own for what only some types have, so that nothing leaves a hole.
        own = FormGrid()
        self._add(own, "options", text(P["options"]), self.options, wide=True)
        self._add(own, "currency", text(P["currency"]), TextField("CNY", limit=3), wide=True)
        rest = FormGrid()
        self._add(rest, "section", text(P["section"]), ChoiceField([(s, s) for s in sections], free=True))
        self._add(rest, "for_kind", text(P["for_kind"]), SegmentedField(kinds, str))
        self._add(rest, "default", text(P["default_value"]), TextField())
        self._add(rest, "required", text(P["required"]), CheckField(self.tr("Must be filled in")))
        self._add(
            rest, "hint", text(P["hint"]), TextField(self.tr("Shown below the field"), limit=LIMITS["hint"]), wide=True
        )
        column = ScrollColumn(self.windowTitle(), 2 * STEP)
        for one in (grid, own, rest):
            column.box.addWidget(one)
        self._own = own
        self.error = InlineError()
        self.body.addWidget(column, 1)
        self.body.addWidget(self.error)
        self.buttons.addWidget(button(self.tr("Cancel"), self.reject))
        self.save_button = button(self.tr("Save"), self.save, "primary", "save")
        self.buttons.addWidget(self.save_button)
        for keys in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self.resize(720, 600)

    def _add(
        self, grid: FormGrid, name: str, title: str, field: FieldWidget, *, required: bool = False, wide: bool = False
    ) -> None:
        self.rows[name] = grid.add(title, field, required=required, wide=wide)
        self.binder.bind(name, self.rows[name])

    def _typed(self) -> None:
        kind = self.binder.value().type
        self.rows["options"].setVisible(kind in CHOICES)
        self.rows["currency"].setVisible(kind is FieldType.MONEY)
        self._own.setVisible(kind in CHOICES or kind is FieldType.MONEY)
        self.rows["default"].setVisible(kind not in _NO_DEFAULT)

    def save(self) -> None:
        """Saves, and closes when it is saved."""
        self.save_button.setFocus()
        if not self.binder.check():
            return
        self.save_button.setEnabled(False)
        count = self._use.filled if self._use else 0
        task = self._services.fields.save(tidy_field(self.binder.value()), self.options.moves(), count)
        task.then(lambda _: self._saved()).failed(self._failed)

    def _saved(self) -> None:
        self._services.notices.done(Message(SAVED.text, {"name": self.binder.value().name.strip()}))
        self.accept()

    def _failed(self, error: CrmError) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, UserError) and error.fields:
            self.binder.set_errors(error.fields)
        advice = f" {text(error.advice)}" if error.advice else ""
        self.error.set_text(f"{text(error.message)}{advice}")
        QTimer.singleShot(0, self, self.updateGeometry)
