"""A look at the pages before they are printed or saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.printing import customer_file
from desktop_crm.controllers.services import Services
from desktop_crm.models.errors import CrmError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.customer_file import CustomerFile
from desktop_crm.models.records.listed import Id
from desktop_crm.models.text.filenames import safe_name
from desktop_crm.ui.dialogs.base import PlainDialog
from desktop_crm.ui.pages.customers.wording import Lexicon
from desktop_crm.ui.pages.files.preview import PictureView
from desktop_crm.ui.pages.printing.content import Content, content_of
from desktop_crm.ui.pages.printing.paper import DPI, Paper, write_pdf
from desktop_crm.ui.shell.pick import SystemPicker
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import Segmented, button, tool_button
from desktop_crm.ui.widgets.labels import InlineError, label

LETTER = ("US", "CA", "MX", "PH", "CL", "CO")
"""Where letters are written on Letter."""
SAVED = QT_TRANSLATE_NOOP("messages", "Saved as {file}")
SENT = QT_TRANSLATE_NOOP("messages", "{name} sent to {printer}")
NOT_WRITTEN = QT_TRANSLATE_NOOP("messages", "{file} could not be written.")
OTHER_FOLDER = Message(QT_TRANSLATE_NOOP("messages", "Choose another folder, or free some space."))
NO_PRINTER = Message(QT_TRANSLATE_NOOP("messages", "The printer could not be started. Nothing was printed."))


def usual_paper() -> str:
    """A4, but Letter where people use that."""
    return "letter" if QLocale.system().name().partition("_")[2] in LETTER else "a4"


class PrintDialog(PlainDialog):
    """`save`: the person wants a PDF file."""

    def __init__(self, services: Services, customer: Id, parent: QWidget | None = None, *, save: bool = False) -> None:
        super().__init__("", "print", parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Customer file as PDF") if save else self.tr("Print the customer file")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self._services = services
        self._words = Lexicon(services.runner, self)
        self._file: CustomerFile | None = None
        self.content: Content | None = None
        self.paper: Paper | None = None
        self.number = 0
        self.picker = SystemPicker()
        self.error = InlineError()
        self._build(save=save)
        self._words.load(lambda: customer_file(services.runner, customer, self).then(self._read).failed(self._failed))

    def _build(self, *, save: bool) -> None:
        self.size_choice = Segmented(self.tr("Paper"), [("a4", "A4"), ("letter", "Letter")])
        self.size_choice.set_value(usual_paper())
        self.changes = QCheckBox(self.tr("With the changes so far"))
        self.view = PictureView()
        self.view.setMinimumSize(420, 520)
        self._place = label("", "hint")
        self.back = tool_button("chevron_left", self.tr("Page before"), lambda: self.turn(-1))
        self.on = tool_button("chevron_right", self.tr("Next page"), lambda: self.turn(1))
        options = QVBoxLayout()
        options.setSpacing(STEP)
        options.addWidget(label(self.tr("Paper"), "fieldLabel"))
        options.addWidget(self.size_choice)
        options.addSpacing(STEP)
        options.addWidget(self.changes)
        options.addStretch(1)
        turner = QHBoxLayout()
        turner.addStretch(1)
        for one in (self.back, self._place, self.on):
            turner.addWidget(one)
        turner.addStretch(1)
        pages = QVBoxLayout()
        pages.addWidget(self.view, 1)
        pages.addLayout(turner)
        row = QHBoxLayout()
        row.setSpacing(3 * STEP)
        row.addLayout(options)
        row.addLayout(pages, 1)
        self.body.addLayout(row, 1)
        self.body.addWidget(self.error)
        self.save_button = button(self.tr("Save as PDF…"), self.save, "primary" if save else "normal", "file_pdf")
        self.print_button = button(self.tr("Print…"), self.print, "normal" if save else "primary", "print")
        self.buttons.addWidget(button(self.tr("Cancel"), self.reject))
        for made in (self.print_button, self.save_button) if save else (self.save_button, self.print_button):
            made.setEnabled(False)
            self.buttons.addWidget(made)
        self.size_choice.chosen.connect(lambda _: self._lay_out())
        self.changes.toggled.connect(lambda _: self._lay_out())
        self.resize(760, 720)

    def _read(self, file: CustomerFile) -> None:
        self._file = file
        self._lay_out()

    def _failed(self, error: CrmError) -> None:
        self.error.set_text(text(error.message))

    def _lay_out(self) -> None:
        if self._file is None:
            return
        self.content = content_of(self._file, self._words, changes=self.changes.isChecked())
        self.paper = Paper(self.content, self.size_choice.value())
        self.number = min(self.number, len(self.paper.sheets) - 1)
        for one in (self.save_button, self.print_button):
            one.setEnabled(True)
        self.turn(0)

    def turn(self, by: int) -> None:
        """Goes to another page."""
        if self.paper is None:
            return
        pages = len(self.paper.sheets)
        self.number = min(max(self.number + by, 0), pages - 1)
        self.view.show_picture(self.paper.picture(self.number, 1_000))
        words = self.tr("Page {number} of {pages}")
        shown = words.replace("{number}", str(self.number + 1)).replace("{pages}", str(pages))
        self._place.setText(shown)
        self.view.setAccessibleName(shown)
        self.back.setEnabled(self.number > 0)
        self.on.setEnabled(self.number + 1 < pages)

    def save(self) -> None:
        """Asks where to, and writes the file in a worker."""
        if self.content is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposal = Path(folder) / safe_name(f"{self.content.code} {self.content.title}.pdf")
        target = self.picker.save(self, self.tr("Save as PDF"), proposal, self.tr("PDF files (*.pdf)"))
        if target is not None:
            task = self._services.runner.work(_write, self.content, self.size_choice.value(), target, owner=self)
            task.then(self._saved).failed(self._failed)

    def _saved(self, name: str) -> None:
        self._services.notices.done(Message(SAVED, {"file": name}), undoable=False)
        self.accept()

    def print(self) -> None:
        """Asks for the printer, and prints."""
        if self.paper is None or self.content is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(DPI)
        printer.setPageLayout(self.paper.page_layout())
        printer.setDocName(f"{self.content.code} {self.content.title}")
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.send(printer)

    def send(self, printer: QPrinter) -> None:
        """Prints on a printer that was chosen."""
        if self.paper is None or self.content is None:
            return
        printer.setFullPage(True)
        if not self.paper.print_on(printer):
            self.error.set_text(text(NO_PRINTER))
            return
        words = {"name": self.content.title, "printer": printer.printerName() or printer.outputFileName()}
        self._services.notices.done(Message(SENT, words), undoable=False)
        self.accept()


def _write(content: Content, paper: str, target: Path) -> str:
    try:
        write_pdf(content, paper, target)
    except OSError as error:
        raise UserError(Message(NOT_WRITTEN, {"file": target.name}), OTHER_FOLDER) from error
    return target.name
