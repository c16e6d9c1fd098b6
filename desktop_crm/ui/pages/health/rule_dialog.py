"""Adding and changing a data rule."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError, UserError
from desktop_crm.models.records.catalogue import FieldSpec, FieldType
from desktop_crm.models.records.choices import CHOICES
from desktop_crm.models.records.standards import CHECKS, DICTIONARIES, Check, DataRule
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.forms.choice import ChoiceField
from desktop_crm.ui.forms.field import TextField
from desktop_crm.ui.forms.grid import FieldRow
from desktop_crm.ui.widgets.buttons import button
from desktop_crm.ui.widgets.labels import InlineError

_TEXTS = (FieldType.TEXT, FieldType.URL)
_NEVER = frozenset({"name", "number", "kind", "stage", "is_key", "completeness", "created_at", "updated_at"})


class RuleDialog(PlainDialog):
    """Saved by Enter, as one undo step."""

    def __init__(self, services: Services, rule: DataRule | None, parent: QWidget) -> None:
        super().__init__("", "health", parent=parent)
        self.set_title(self.tr("Change data rule") if rule else self.tr("Add data rule"))
        self._services = services
        self._rule = rule or DataRule("", Check.REQUIRED)
        self._fields: Mapping[str, FieldSpec] = {}
        self.check = ChoiceField([(str(one), text(words)) for one, words in CHECKS.items()], clear=None)
        self.field = ChoiceField(clear=None)
        every = [("", self.tr("Any"))]
        self.kind = ChoiceField(every + [(code, text(words)) for code, words in CHOICES["kind"].items()])
        self.stage = ChoiceField(every + [(code, text(words)) for code, words in CHOICES["stage"].items()])
        self.pattern = TextField(limit=200)
        self.name = TextField(self.tr("Made from the rule if left empty"), limit=120)
        self.blocking = QCheckBox(self.tr("Refuse to save a customer that newly breaks it"))
        self.active = QCheckBox(self.tr("In force"))
        self.error = InlineError()
        self._rows = {
            "field": FieldRow(self.tr("Field"), self.field, required=True),
            "check": FieldRow(self.tr("Rule"), self.check, required=True),
            "pattern": FieldRow(self.tr("Pattern"), self.pattern),
            "kind": FieldRow(self.tr("For customers of the kind"), self.kind),
            "stage": FieldRow(self.tr("At the stage"), self.stage),
            "name": FieldRow(self.tr("Name"), self.name),
        }
        for row in self._rows.values():
            self.body.addWidget(row)
        for one in (self.blocking, self.active, self.error):
            self.body.addWidget(one)
        self.body.addStretch(1)
        self.buttons.addWidget(button(self.tr("Cancel"), self.reject))
        self.save_button = button(self.tr("Save"), self.save, "primary")
        self.save_button.setDefault(True)
        self.buttons.addWidget(self.save_button)
        self.setMinimumWidth(480)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._show()
        self.check.edited.connect(self._fit)
        services.standards.fields(self).then(self._known)

    def _show(self) -> None:
        rule = self._rule
        self.check.set_value(str(rule.check))
        self.kind.set_value(rule.for_kind)
        self.stage.set_value(rule.stage)
        self.pattern.set_value(rule.pattern)
        self.name.set_value(rule.name)
        self.blocking.setChecked(rule.blocking)
        self.active.setChecked(rule.active)
        self._fit()

    def _known(self, fields: Mapping[str, FieldSpec]) -> None:
        self._fields = fields
        self._fit()
        self.field.set_value(self._rule.field)
        self.field.inputs()[0].setFocus()

    def _fit(self) -> None:
        """Offers the fields that the check is possible for, and the box that it needs."""
        check = Check(self.check.value() or Check.REQUIRED)
        possible = [spec for spec in self._fields.values() if _possible(spec, check)]
        self.field.set_choices([(spec.id, text(spec.label)) for spec in possible])
        self._rows["field"].setVisible(check is not Check.VERIFIED)
        self._rows["pattern"].setVisible(check in (Check.FORMAT, Check.VERIFIED))
        age = check is Check.VERIFIED
        self._rows["pattern"].set_title(self.tr("Again after") if age else self.tr("Pattern"))
        self.pattern.edit.setPlaceholderText(
            self.tr("6m: six months; d, w, m or y") if age else self.tr("A regular expression, such as [A-Z]{2}\\d{4}")
        )
        # Whether somebody has verified a customer is no matter of what the form holds.
        self.blocking.setVisible(not age)

    def rule(self) -> DataRule:
        """The rule as it stands in the dialog."""
        check = Check(self.check.value() or Check.REQUIRED)
        verified = check is Check.VERIFIED
        return dataclasses.replace(
            self._rule,
            field="verified_on" if verified else str(self.field.value() or ""),
            check=check,
            for_kind=str(self.kind.value() or ""),
            stage=str(self.stage.value() or ""),
            pattern=self.pattern.value() if check in (Check.FORMAT, Check.VERIFIED) else "",
            blocking=self.blocking.isChecked() and not verified,
            active=self.active.isChecked(),
            name=self.name.value(),
        )

    def save(self) -> None:
        """Saves and closes; what is wrong is said at its field."""
        self.save_button.setEnabled(False)
        self._services.standards.save_rule(self.rule()).then(lambda _: self.accept()).failed(self._failed)

    def _failed(self, error: CrmError) -> None:
        self.save_button.setEnabled(True)
        fields = error.fields if isinstance(error, UserError) else {}
        for name, row in self._rows.items():
            row.set_problem(text(fields[name]) if name in fields else "")
        self.error.set_text("" if fields else text(error.message))


def _possible(spec: FieldSpec, check: Check) -> bool:
    if check is Check.FORMAT:
        return spec.type in _TEXTS
    if check is Check.DICTIONARY:
        return spec.id in DICTIONARIES
    return spec.id not in _NEVER and bool(spec.column)
