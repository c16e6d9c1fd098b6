"""What to export: the list as it is filtered, or all customers; as a workbook or as text."""

from __future__ import annotations

from PySide6.QtWidgets import QRadioButton, QWidget

from desktop_crm.models.records.customers import CustomerFilter
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.widgets.buttons import Segmented, button
from desktop_crm.ui.widgets.labels import label


class ExportDialog(PlainDialog):
    """`listed` is the filter of the list in front of the person, if there is one."""

    def __init__(self, listed: CustomerFilter | None, parent: QWidget | None = None) -> None:
        super().__init__("", "export", parent=parent)
        self.setWindowTitle(self.tr("Export customers"))
        self.heading.setText(self.tr("Export customers"))
        self._listed = listed if listed != CustomerFilter() else None
        self.all = QRadioButton(self.tr("All customers"))
        self.some = QRadioButton(self.tr("The customers in the list, as it is filtered now"))
        (self.some if self._listed is not None else self.all).setChecked(True)
        self.some.setEnabled(self._listed is not None)
        self.format = Segmented(
            self.tr("Format"), [("xlsx", self.tr("Workbook (xlsx)")), ("csv", self.tr("Text (csv)"))]
        )
        self.body.addWidget(self.all)
        self.body.addWidget(self.some)
        self.body.addSpacing(8)
        self.body.addWidget(label(self.tr("Format"), "fieldLabel"))
        self.body.addWidget(self.format)
        hint = self.tr("The file can be imported again: unchanged, it changes nothing.")
        self.body.addWidget(label(hint, "hint", wrap=True))
        self.buttons.addWidget(button(self.tr("Cancel"), self.reject))
        go = button(self.tr("Choose where…"), self.accept, "primary")
        go.setDefault(True)
        self.buttons.addWidget(go)
        self.setMinimumWidth(440)

    def kind(self) -> str:
        """The suffix: xlsx or csv."""
        return self.format.value()

    def wanted(self) -> CustomerFilter | None:
        """None for all customers."""
        return self._listed if self.some.isChecked() else None
