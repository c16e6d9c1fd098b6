"""A list on pages: the header on every one, rows that are never broken, texts in up to three lines. Rows are measured
as they come and wait in a temporary file until it is known how many pages there are, so that any number of them takes
no memory. For a worker."""

from __future__ import annotations

import datetime as dt
import pickle
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop_crm.models.records.tables import Out, OutColumn, number_text
from desktop_crm.ui.pages.printing.paper import DPI, MM, PAGE_OF, PAPERS, font
from desktop_crm.ui.theme.tokens import LIGHT

SIDE, TOP, BOTTOM = 14 * MM, 20 * MM, 16 * MM
GAP, PADDING = 2.5 * MM, 1.2 * MM
LINES = 3
_RULE = 0.2 * MM
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_WRAP = _LEFT | int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextWrapAnywhere)
_WIDEST = 40


def write_list(path: Path, title: str, columns: Sequence[OutColumn], rows: Iterable[Sequence[Out]]) -> None:
    """Writes a PDF file with its fonts in it. Raises OSError."""
    writer = QPdfWriter(str(path))
    writer.setResolution(DPI)
    across = QPageLayout.Orientation.Landscape if len(columns) > 4 else QPageLayout.Orientation.Portrait
    layout = QPageLayout(QPageSize(PAPERS["a4"]), across, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    writer.setPageLayout(layout)
    writer.setTitle(title)
    writer.setCreator("Desktop CRM")
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError(f"{path}: could not be written")
    try:
        pages = _Pages(writer, painter, title, columns)
        with tempfile.TemporaryFile(prefix="desktop-crm-") as waiting:
            count = pages.measure(rows, waiting)
            waiting.seek(0)
            pages.draw(count, waiting)
    finally:
        ended = painter.end()
    if not ended:
        raise OSError(f"{path}: could not be written")


class _Pages:
    def __init__(self, writer: QPdfWriter, painter: QPainter, title: str, columns: Sequence[OutColumn]) -> None:
        self._writer, self._painter, self._title, self._columns = writer, painter, title, columns
        size = writer.pageLayout().fullRectPixels(DPI)
        self._width, self._height = float(size.width()), float(size.height())
        self._text, self._bold, self._small = font(8.5), font(8.5, bold=True), font(8)
        self._metrics, self._bold_metrics = QFontMetricsF(self._text), QFontMetricsF(self._bold)
        self._printed = dt.date.today().isoformat()  # noqa: DTZ011 - the person's own day
        room = self._width - 2 * SIDE - GAP * (len(columns) - 1)
        shares = [min(column.width, _WIDEST) for column in columns]
        self._widths = [room * share / sum(shares) for share in shares]
        self._number = self._pages = 0
        self._head = self._height_of([column.header for column in columns], self._bold_metrics)

    def measure(self, rows: Iterable[Sequence[Out]], waiting: IO[bytes]) -> int:
        """Breaks rows into pages and writes down what is drawn of them; answers how many rows there are."""
        count, y = 0, TOP + self._head + _RULE
        self._pages = 1
        put = pickle.Pickler(waiting, pickle.HIGHEST_PROTOCOL)
        put.fast = True
        for row in rows:
            count += 1
            texts = [_shown(value) for value in row]
            height = self._height_of(texts, self._metrics)
            breaks = y + height > self._height - BOTTOM
            if breaks:
                self._pages, y = self._pages + 1, TOP + self._head + _RULE
            y += height + _RULE
            put.dump((breaks, texts))
        return count

    def draw(self, count: int, waiting: IO[bytes]) -> None:
        """Draws the rows that were measured."""
        self._begin()
        take = pickle.Unpickler(waiting)
        for _ in range(count):
            breaks, texts = take.load()
            if breaks:
                self._begin()
            self._cells(texts, head=False)
            self._rule("border")

    def _begin(self) -> None:
        """A page with its title, header and foot."""
        if self._number:
            self._writer.newPage()
        self._number += 1
        self._y = TOP
        painter = self._painter
        painter.setFont(font(13, bold=True) if self._number == 1 else self._small)
        painter.setPen(LIGHT.colour("text" if self._number == 1 else "text_tertiary"))
        painter.drawText(QRectF(SIDE, 10 * MM, self._width - 2 * SIDE, 8 * MM), _LEFT, self._title)
        self._cells([column.header for column in self._columns], head=True)
        self._rule("text_tertiary")
        painter.setFont(self._small)
        painter.setPen(LIGHT.colour("text_tertiary"))
        foot = QRectF(SIDE, self._height - BOTTOM + 5 * MM, self._width - 2 * SIDE, 5 * MM)
        page = QCoreApplication.translate("messages", PAGE_OF)
        page = page.replace("{number}", str(self._number)).replace("{pages}", str(self._pages))
        painter.drawText(foot, _LEFT, self._printed)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), page)

    def _height_of(self, texts: Sequence[str], metrics: QFontMetricsF) -> float:
        most = LINES * metrics.lineSpacing()
        heights = [self._fitted(text, width, metrics)[1] for text, width in zip(texts, self._widths, strict=True)]
        return min(max(heights, default=0.0), most) + 2 * PADDING

    def _fitted(self, text: str, width: float, metrics: QFontMetricsF) -> tuple[str, float]:
        """A text as it fits into three lines of a width, and how high it is then."""
        line = metrics.lineSpacing()
        if "\n" not in text and metrics.horizontalAdvance(text) <= width:
            return text, line
        area = QRectF(0, 0, width, 10_000)
        height = metrics.boundingRect(area, _WRAP, text).height()
        while height > LINES * line + 1 and len(text) > 1:
            text = text[: max(1, int(len(text) * min(0.95, LINES * line / height)) - 1)].rstrip() + "…"
            height = metrics.boundingRect(area, _WRAP, text).height()
            if height > LINES * line + 1:
                text = text[:-1]
        return text, height

    def _cells(self, texts: Sequence[str], *, head: bool) -> None:
        metrics, painter = self._bold_metrics if head else self._metrics, self._painter
        height = self._height_of(texts, metrics)
        painter.setFont(self._bold if head else self._text)
        painter.setPen(LIGHT.colour("text"))
        x = SIDE
        for text, width in zip(texts, self._widths, strict=True):
            if text:
                fitted, own = self._fitted(text, width, metrics)
                painter.drawText(QRectF(x, self._y + PADDING, width, own + 1), _WRAP, fitted)
            x += width + GAP
        self._y += height

    def _rule(self, token: str) -> None:
        self._painter.fillRect(QRectF(SIDE, self._y, self._width - 2 * SIDE, _RULE), LIGHT.colour(token))
        self._y += _RULE


def _shown(value: Out) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, dt.datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return value.isoformat() if isinstance(value, dt.date) else number_text(value)
