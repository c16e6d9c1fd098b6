"""A table from the clipboard goes the way of an imported file: first what it would do, then one undo step."""

from __future__ import annotations

import uuid
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_crm.controllers.services import Services
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.ui.pages.data.importing import ImportDialog

NO_TABLE = Message(
    QT_TRANSLATE_NOOP("messages", "There is no table on the clipboard. Copy rows with their column titles first.")
)


def paste_table(services: Services, window: QWidget) -> None:
    """Opens the import's dialog on what the clipboard holds."""
    copied = QGuiApplication.clipboard().text()
    if "\n" not in copied.strip("\r\n") or services.workspace.current is None:
        services.notices.info(NO_TABLE)
        return
    name = QCoreApplication.translate("Paste", "Clipboard")
    folder = services.places.cache / "paste" / uuid.uuid4().hex
    services.runner.work(_write, folder, name, copied, owner=window).then(
        lambda path: _open(services, window, path)
    ).failed(services.notices.error)


def _open(services: Services, window: QWidget, path: Path) -> None:
    dialog = ImportDialog(services.tables, services.notices, path, window)
    dialog.heading.setText(path.stem)
    # Copies of people's data do not stay behind.
    dialog.finished.connect(lambda _: services.runner.work(_remove, path))
    dialog.open()


def _write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.tsv"
    # Apostrophes that our own copy puts before a formula are no part of a value.
    lines = ["\t".join(_value(cell) for cell in line.split("\t")) for line in text.splitlines()]
    path.write_text("\n".join(lines), encoding="utf-8-sig")
    return path


def _value(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell


def _remove(path: Path) -> None:
    import shutil

    shutil.rmtree(path.parent, ignore_errors=True)
