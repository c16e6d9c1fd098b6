"""Draws one page of a PDF file. Called in a child process only: PDFium is large, and files come from anywhere."""

from __future__ import annotations

from typing import Any

from desktop_crm.models.db.context import Monitor
from desktop_crm.models.errors import UserError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.files import PagePicture

MAX_PIXELS = 12_000_000

BROKEN = Message(QT_TRANSLATE_NOOP("messages", "This PDF file is damaged and cannot be shown."))
LOCKED = Message(QT_TRANSLATE_NOOP("messages", "This PDF file is protected by a password."))


def draw_page(monitor: Monitor, content: bytes, number: int, width: int) -> PagePicture:
    """Page `number` (from 0; the last one if there are fewer) as wide as asked, however large it says it is.

    Raises UserError."""
    import pypdfium2

    try:
        document: Any = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise UserError(LOCKED if "password" in str(error).casefold() else BROKEN) from error
    try:
        pages = len(document)
        if pages == 0:
            raise UserError(BROKEN)
        page = document[min(number, pages - 1)]
        across, down = page.get_size()
        if not (0 < across < 1e6 and 0 < down < 1e6):
            raise UserError(BROKEN)
        scale = min(width / across, (MAX_PIXELS / (across * down)) ** 0.5)
        monitor.report(0, 1)
        bitmap = page.render(scale=scale, prefer_bgrx=True, may_draw_forms=False)
        return PagePicture(
            bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer), min(number, pages - 1), pages
        )
    except pypdfium2.PdfiumError as error:
        raise UserError(BROKEN) from error
    finally:
        document.close()
