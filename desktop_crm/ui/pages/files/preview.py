"""What a file looks like: pictures, pages of PDF files, the beginning of texts. Decoded in workers, never whole."""

from __future__ import annotations

import codecs
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.services import Services
from desktop_crm.controllers.tasks import Task
from desktop_crm.models.errors import CrmError, UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.files import Attachment, PagePicture
from desktop_crm.ui.theme import tokens
from desktop_crm.ui.theme.tokens import STEP
from desktop_crm.ui.widgets.buttons import tool_button
from desktop_crm.ui.widgets.empty_state import EmptyState
from desktop_crm.ui.widgets.labels import label

SIDE = 1_600
MAX_PIXELS = 60_000_000
TEXT_BYTES = 65_536
PICTURES = {
    "image/png": b"png",
    "image/jpeg": b"jpeg",
    "image/gif": b"gif",
    "image/bmp": b"bmp",
    "image/webp": b"webp",
}
PDF = "application/pdf"

NO_PICTURE = Message(QT_TRANSLATE_NOOP("messages", "This picture is damaged and cannot be shown."))
TOO_LARGE = Message(QT_TRANSLATE_NOOP("messages", "This picture is too large to be shown here."))


def decode_picture(content: bytes, media_type: str, side: int = SIDE) -> QImage:
    """The picture, at most `side` pixels each way. Its size is looked at before anything is unpacked.

    For a worker. Raises UserError."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(PICTURES[media_type]))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise UserError(NO_PICTURE)
    if size.width() * size.height() > MAX_PIXELS:
        raise UserError(TOO_LARGE)
    if max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    picture = reader.read()
    if picture.isNull():
        raise UserError(NO_PICTURE)
    return picture


def beginning_of(content: bytes) -> str:
    """The beginning of a text in UTF-8, UTF-16 or GB18030."""
    head = content[:TEXT_BYTES]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        found = head.decode("utf-16", "replace")
    else:
        # A character that is cut in two at the end is no sign of another encoding.
        decoder = codecs.getincrementaldecoder("utf-8-sig")()
        try:
            found = decoder.decode(head)
        except UnicodeDecodeError:
            found = head.decode("gb18030", "replace")
    more = "\n…" if len(content) > TEXT_BYTES else ""
    return found.replace("\0", "�") + more


class PictureView(QWidget):
    """A picture as large as there is room, never larger than it is."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = QImage()
        self.setMinimumSize(120, 120)

    def show_picture(self, picture: QImage) -> None:
        self.picture = picture
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        if self.picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ratio = self.devicePixelRatioF()
        natural = self.picture.size() / ratio
        shown = natural if natural.boundedTo(self.size()) == natural else None
        size = shown or natural.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(
            (self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height()
        )
        painter.drawImage(area, self.picture)
        painter.setPen(tokens.current().colour("border"))
        painter.drawRect(area.adjusted(0, 0, -1, -1))


class PreviewPane(QWidget):
    """Shows one file, or says why it does not."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._file: Attachment | None = None
        self._content = b""
        self._drawing: Task[PagePicture] | None = None
        self.number, self.pages = 0, 0
        self.words = EmptyState("view", self.tr("Choose a file to see it here"))
        self.view = PictureView()
        self.reader = QPlainTextEdit(readOnly=True)
        self.reader.setProperty("bare", True)
        self.reader.document().setDocumentMargin(0)
        self.reader.setAccessibleName(self.tr("Beginning of the text"))
        self.stack = QStackedWidget()
        for one in (self.words, self.view, self.reader):
            self.stack.addWidget(one)
        self._turner = QWidget()
        self._place = label("", "hint")
        self.back = tool_button("chevron_left", self.tr("Page before"), lambda: self.turn(-1))
        self.on = tool_button("chevron_right", self.tr("Next page"), lambda: self.turn(1))
        row = QHBoxLayout(self._turner)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        for part in (self.back, self._place, self.on):
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(STEP)
        column.addWidget(self.stack, 1)
        column.addWidget(self._turner)
        self._turner.hide()

    def show_file(self, file: Attachment | None) -> None:
        """Shows a file, or (None) nothing."""
        if file is not None and self._file is not None and file.sha256 == self._file.sha256:
            self._file = file
            return
        self._file, self._content = file, b""
        self.number = self.pages = 0
        self._stop()
        self._turner.hide()
        if file is None:
            self._say("view", self.tr("Choose a file to see it here"))
        elif file.media_type in PICTURES or file.media_type == PDF or file.media_type.startswith("text/"):
            self._say("view", self.tr("One moment…"))
            self._services.attachments.content(file.id, self).then(self._loaded).failed(self._failed)
        elif file.dangerous:
            self._say(
                "warning",
                self.tr("This file could run a program"),
                self.tr("It is kept here, but never opened. If you trust it, save it to a folder and open it there."),
            )
        else:
            self._say("file", self.tr("No preview for this kind of file"), self.tr("Open it to see what is in it."))

    def _loaded(self, found: tuple[str, bytes]) -> None:
        file = self._file
        if file is None:
            return
        self._content = found[1]
        if file.media_type in PICTURES:
            task = self._services.runner.work(decode_picture, found[1], file.media_type, owner=self, key="decode")
            task.then(self._show_picture).failed(self._failed)
        elif file.media_type == PDF:
            self._draw()
        else:
            self.reader.setPlainText(beginning_of(found[1]))
            self.stack.setCurrentWidget(self.reader)

    def turn(self, by: int) -> None:
        """Goes to another page of a PDF file."""
        wanted = self.number + by
        if self._content and 0 <= wanted < self.pages:
            self.number = wanted
            self._draw()

    def _draw(self) -> None:
        self._stop()
        task = self._services.attachments.page(self._content, self.number, SIDE, self)
        self._drawing = task
        task.then(self._show_page).failed(self._failed)

    def _show_page(self, page: PagePicture) -> None:
        shown = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
        self.number, self.pages = page.number, page.pages
        self._place.setText(
            self.tr("Page {number} of {pages}")
            .replace("{number}", str(page.number + 1))
            .replace("{pages}", str(page.pages))
        )
        self.back.setEnabled(page.number > 0)
        self.on.setEnabled(page.number + 1 < page.pages)
        self._turner.setVisible(page.pages > 1)
        self._show_picture(shown.copy())

    def _show_picture(self, picture: QImage) -> None:
        self.view.show_picture(picture)
        name = self._file.name if self._file is not None else ""
        self.view.setAccessibleName(self.tr("Preview of {file}").replace("{file}", name))
        self.stack.setCurrentWidget(self.view)

    def _failed(self, error: CrmError) -> None:
        self._say("error", text(error.message), text(error.advice) if error.advice else "")

    def _say(self, icon: str, title: str, words: str = "") -> None:
        self.words.set(icon, title, words)
        self.stack.setCurrentWidget(self.words)

    def _stop(self) -> None:
        task: Task[Any] | None = self._drawing
        self._drawing = None
        if task is not None and task.open:
            task.cancel()
