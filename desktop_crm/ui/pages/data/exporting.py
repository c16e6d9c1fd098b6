"""What to export: the list as it is, what is selected in it, or all customers; in which format, and how."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QRadioButton, QWidget

from desktop_crm.controllers.i18n import format_number
from desktop_crm.models.records.exports import ENCODINGS, ExportRequest, ListedNow
from desktop_crm.models.records.listed import CustomerFilter
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import Segmented, button
from desktop_crm.ui.widgets.labels import label

FORMATS = ("xlsx", "csv", "pdf", "vcf")
# What a list on paper shows where no list is in sight.
USUAL_COLUMNS = ("number", "name", "stage", "owner", "phone", "region", "tags")


class ExportDialog(PlainDialog):
    """`listed` is the list in front of the person, if there is one; `kept` what `choices` gave the last time."""

    def __init__(
        self, listed: ListedNow | None, kept: dict[str, Any] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "export", parent=parent)
        self._listed = listed
        self.all, self.some, self.selected = QRadioButton(), QRadioButton(), QRadioButton()
        self.format = Segmented("", [(one, "") for one in FORMATS])
        self.columns = Segmented("", [("all", ""), ("listed", "")])
        self.encoding = Segmented("", [(one, "") for one in ENCODINGS])
        self.version = Segmented("", [("4.0", "4.0"), ("3.0", "3.0")])
        self._names = [label(role="fieldLabel") for _ in range(4)]
        self._hint = label(role="hint", wrap=True)
        for radio in (self.selected, self.some, self.all):
            self.body.addWidget(radio)
        self._fields = (self.format, self.columns, self.encoding, self.version)
        for name, field in zip(self._names, self._fields, strict=True):
            name.setContentsMargins(0, STEP, 0, 0)
            self.body.addWidget(name)
            self.body.addWidget(field)
        self.body.addWidget(self._hint)
        self._cancel = button("", self.reject)
        self._go = button("", self.accept, "primary")
        self._go.setDefault(True)
        self.buttons.addWidget(self._cancel)
        self.buttons.addWidget(self._go)
        self.setMinimumWidth(480)
        self._restore(kept or {})
        self.format.chosen.connect(self._show)
        self.retranslate()

    def _restore(self, kept: dict[str, Any]) -> None:
        for field, key in zip(self._fields, ("format", "columns", "encoding", "vcard"), strict=True):
            try:
                field.set_value(str(kept.get(key, field.value())))
            except ValueError:
                continue  # a choice of another version
        chosen = self._listed is not None and self._listed.chosen is not None
        filtered = self._listed is not None and self._listed.spec.filter != CustomerFilter()
        self.selected.setVisible(chosen)
        self.some.setEnabled(self._listed is not None)
        first = self.selected if chosen else self.some if filtered else self.all
        first.setChecked(True)
        first.setFocus()

    def retranslate(self) -> None:
        self.set_title(self.tr("Export customers"))
        self.all.setText(self.tr("All customers"))
        self.some.setText(self.tr("The list, as it is filtered and ordered now"))
        count = self._listed.chosen_count if self._listed else 0
        self.selected.setText(self.tr("The {n} selected customers").replace("{n}", format_number(count)))
        words = (
            (self.tr("Format"), (self.tr("Workbook (xlsx)"), self.tr("Text (csv)"), "PDF", self.tr("Cards (vcf)"))),
            (self.tr("Columns"), (self.tr("All, to import again"), self.tr("As in the list"))),
            (self.tr("Encoding"), ("UTF-8", "GBK", "GB18030")),
            (self.tr("Version of the cards"), ("4.0", "3.0")),
        )
        for name, field, (title, texts) in zip(self._names, self._fields, words, strict=True):
            name.setText(title)
            field.set_words(title, texts)
        self._cancel.setText(self.tr("Cancel"))
        self._go.setText(self.tr("Choose where…"))
        self._show()

    def _show(self) -> None:
        """Only what the format leaves to choose."""
        kind = self.kind()
        for at, shown in enumerate((True, kind in ("xlsx", "csv"), kind == "csv", kind == "vcf")):
            self._names[at].setVisible(shown)
            self._fields[at].setVisible(shown)
        hints = {
            "xlsx": self.tr("Ids and long numbers stay as they are; choices are offered in the cells."),
            "csv": self.tr("UTF-8 holds every character; GBK is for older programs."),
            "pdf": self.tr("The columns of the list, on A4 pages."),
            "vcf": self.tr("For phones and mail programs: a card for each company, person and contact person."),
        }
        self._hint.setText(hints[kind])
        self.adjustSize()

    def kind(self) -> str:
        """The suffix of the file."""
        return self.format.value()

    def choices(self) -> dict[str, Any]:
        """What is remembered for the next time."""
        return {
            "format": self.format.value(),
            "columns": self.columns.value(),
            "encoding": self.encoding.value(),
            "vcard": self.version.value(),
        }

    def request(self) -> ExportRequest:
        """What is wanted."""
        listed = self._listed
        columns: tuple[str, ...] = ()
        if self.kind() == "pdf" or self.columns.value() == "listed":
            columns = listed.columns if listed else USUAL_COLUMNS
        common = ExportRequest(columns=columns, encoding=self.encoding.value(), vcard=self.version.value())
        if listed is None or self.all.isChecked():
            return common
        chosen = listed.chosen if self.selected.isChecked() else None
        return ExportRequest(listed.spec, chosen, common.columns, common.encoding, common.vcard)
