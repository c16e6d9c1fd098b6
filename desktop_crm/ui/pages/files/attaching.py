"""Where files come from: the system's dialog, the clipboard, a drop; and the words on what became of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEvent, QIODevice, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from desktop_crm.controllers.i18n import text
from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.files import Attached, Source
from desktop_crm.models.records.listed import Id
from desktop_crm.models.text.filenames import safe_name
from desktop_crm.ui.shell.pick import SystemPicker

if TYPE_CHECKING:
    from desktop_crm.models.db.context import Outcome

ATTACHED_ONE = QT_TRANSLATE_NOOP("messages", "{file} attached")
ATTACHED = QT_TRANSLATE_NOOP("messages", "{count} files attached")
REPEATED = QT_TRANSLATE_NOOP("messages", "This customer has this file already, as {file}.")
REPEATED_MANY = QT_TRANSLATE_NOOP("messages", "{count} files are here already and were not attached again.")
REFUSED = QT_TRANSLATE_NOOP("messages", "{file} was not attached.")
REFUSED_MANY = QT_TRANSLATE_NOOP("messages", "{count} files were not attached. The first one: {file}")
NOTHING = Message(QT_TRANSLATE_NOOP("messages", "There is no file and no picture on the clipboard."))
COPY_FIRST = Message(QT_TRANSLATE_NOOP("messages", "Copy one, then paste it here."))
PICTURE = Message(QT_TRANSLATE_NOOP("messages", "Picture"))


def ask_for_files(parent: QWidget) -> list[Source]:
    """What the person chooses in the system's dialog."""
    title = QCoreApplication.translate("messages", QT_TRANSLATE_NOOP("messages", "Attach files"))
    return [of_path(path) for path in SystemPicker().open_many(parent, title)]


def of_path(path: Path) -> Source:
    return Source(path.name, path)


def local_files(mime: QMimeData) -> list[Source]:
    """The files of this computer in what is dropped or pasted."""
    urls = mime.urls() if mime.hasUrls() else []
    return [of_path(Path(url.toLocalFile())) for url in urls if url.isLocalFile()]


def attach(
    services: Services, customer: Id | None, sources: Sequence[Source], then: Callable[[], object] | None = None
) -> None:
    """Attaches, and says what became of each."""
    if customer is None or not sources:
        return

    def done(outcome: Outcome[Attached]) -> None:
        say(services, sources, outcome.value)
        if then is not None:
            then()

    services.attachments.attach(customer, sources).then(done)


def say(services: Services, sources: Sequence[Source], what: Attached) -> None:
    """The notices for what became of files."""
    if what.refused:
        first = what.refused[0]
        count = len(what.refused)
        message = Message(REFUSED, {"file": first.name})
        if count > 1:
            message = Message(REFUSED_MANY, {"count": count, "file": first.name})
        services.notices.warn(message, first.reason)
    if what.repeated:
        one = len(what.repeated) == 1
        services.notices.info(
            Message(REPEATED, {"file": what.repeated[0]})
            if one
            else Message(REPEATED_MANY, {"count": len(what.repeated)})
        )
    if len(what.added) == 1 and len(sources) == 1:
        services.notices.done(Message(ATTACHED_ONE, {"file": safe_name(sources[0].name)}))
    elif what.added:
        services.notices.done(Message(ATTACHED, {"count": len(what.added)}))


def from_clipboard(services: Services, customer: Id, then: Callable[[], object] | None = None) -> None:
    """Attaches the files or the picture on the clipboard. The picture is packed in a worker."""
    mime = QGuiApplication.clipboard().mimeData()
    if mime is not None and (sources := local_files(mime)):
        attach(services, customer, sources, then)
        return
    picture = QGuiApplication.clipboard().image() if mime is not None and mime.hasImage() else QImage()
    if picture.isNull():
        services.notices.warn(NOTHING, COPY_FIRST)
        return
    now = dt.datetime.now().astimezone()
    name = f"{text(PICTURE)} {now:%Y-%m-%d %H.%M.%S}.png"

    def packed(content: bytes) -> None:
        attach(services, customer, [Source(name, content=content)], then)

    services.runner.work(_png, picture).then(packed)


def _png(picture: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


class FileDrop(QObject):
    """Lets files be dropped on a widget. `dropped` gets them; `allowed` says whether it may be now."""

    def __init__(self, widget: QWidget, dropped: Callable[[list[Source]], object], allowed: Callable[[], bool]) -> None:
        super().__init__(widget)
        self._dropped, self._allowed = dropped, allowed
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or not self._allowed():
            return super().eventFilter(watched, event)
        sources = local_files(event.mimeData())
        if not sources:
            return super().eventFilter(watched, event)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._dropped(sources)
        return True
