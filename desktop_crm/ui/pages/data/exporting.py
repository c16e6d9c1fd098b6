"""What to export: the list as it is filtered, or all customers; as a workbook or as text."""

from __future__ import annotations

from PySide6.QtWidgets import QRadioButton, QWidget

from desktop_crm.models.records.listed import CustomerFilter
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import Segmented, button
from desktop_crm.ui.widgets.labels import label


class ExportDialog(PlainDialog):
    """`listed` is the filter of the list in front of the person, if there is one."""

    def __init__(self, listed: CustomerFilter | None, parent: QWidget | None = None) -> None:
        super().__init__("", "export", parent=parent)
        self._listed = listed if listed != CustomerFilter() else None
        self.all, self.some = QRadioButton(), QRadioButton()
        (self.some if self._listed is not None else self.all).setChecked(True)
        self.some.setEnabled(self._listed is not None)
        self.format = Segmented("", [("xlsx", ""), ("csv", "")])
        self._format_name = label(role="fieldLabel")
        self._hint = label(role="hint", wrap=True)
        self.body.addWidget(self.all)
        self.body.addWidget(self.some)
        self.body.addSpacing(STEP)
        self.body.addWidget(self._format_name)
        self.body.addWidget(self.format)
        self.body.addWidget(self._hint)
        self._cancel = button("", self.reject)
        self._go = button("", self.accept, "primary")
        self._go.setDefault(True)
        self.buttons.addWidget(self._cancel)
        self.buttons.addWidget(self._go)
        self.setMinimumWidth(440)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Export customers"))
        self.all.setText(self.tr("All customers"))
        self.some.setText(self.tr("The customers in the list, as it is filtered now"))
        self._format_name.setText(self.tr("Format"))
        self.format.set_words(self.tr("Format"), (self.tr("Workbook (xlsx)"), self.tr("Text (csv)")))
        self._hint.setText(self.tr("The file can be imported again: unchanged, it changes nothing."))
        self._cancel.setText(self.tr("Cancel"))
        self._go.setText(self.tr("Choose where…"))

    def kind(self) -> str:
        """The suffix: xlsx or csv."""
        return self.format.value()

    def wanted(self) -> CustomerFilter | None:
        """None for all customers."""
        return self._listed if self.some.isChecked() else None
