"""Lays a customer's file on pages and draws them: on paper, in a PDF file, or as a picture on the screen.

All lengths are in 720ths of an inch, whatever it is drawn on, so that every device breaks lines and pages alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from desktop_crm.models.messages import QT_TRANSLATE_NOOP
from desktop_crm.ui.pages.printing.content import Content, Row, Section
from desktop_crm.ui.theme import fonts
from desktop_crm.ui.theme.tokens import LIGHT
from desktop_crm.ui.widgets.markdown import SafeDocument, fill

DPI = 720
PAPERS = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
MM = DPI / 25.4
SIDE, TOP, BOTTOM = 20 * MM, 24 * MM, 20 * MM
NAMES = 42 * MM
"""The width of the column of names."""
GAP = 4 * MM
LEADING = 115.0
"""The height of a line in percent of the font's own."""
WHOLE = 0.4
"""The part of a page up to which a row is never broken."""
PAGE_OF = QT_TRANSLATE_NOOP("messages", "Page {number} of {pages}")


@dataclass(slots=True)
class Piece:
    """A part of a text on a page: `top` and `height` say which."""

    document: QTextDocument
    x: float
    y: float
    top: float
    height: float


@dataclass(slots=True)
class Sheet:
    pieces: list[Piece] = field(default_factory=list)
    rules: list[tuple[float, str]] = field(default_factory=list)


def font(points: float, *, bold: bool = False) -> QFont:
    made = QFont()
    made.setFamilies(fonts.families())
    made.setPixelSize(round(points * DPI / 72))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Local forms of figures have no character of their own: who copies a phone number from the PDF got another one.
    made.setFeature(QFont.Tag.fromString("locl"), 0)
    return made


class Paper:
    """The pages of a file. Makes its own documents, so that it can be used in any one thread."""

    def __init__(self, content: Content, paper: str = "a4") -> None:
        self.content = content
        self.size = QPageSize(PAPERS[paper])
        whole = self.size.sizePoints()
        self.width, self.height = whole.width() * DPI / 72, whole.height() * DPI / 72
        self.sheets = [Sheet()]
        self._y = TOP
        self._room = self.width - 2 * SIDE
        self._put(self._text(content.title, 20, self._room, bold=True), SIDE)
        self._y += 1.5 * MM
        self._put(self._text(content.facts, 9.5, self._room, token="text_secondary"), SIDE)
        self._y += 3 * MM
        for section in content.sections:
            self._section(section)

    def _text(
        self, words: str, points: float, width: float, *, bold: bool = False, token: str = "text"
    ) -> QTextDocument:
        made = QTextDocument()
        made.setUndoRedoEnabled(False)
        made.setDefaultFont(font(points, bold=bold))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setDefaultTextOption(option)
        made.setDocumentMargin(0)
        made.setPlainText(words)
        _lead(made)
        made.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, token)
        made.setTextWidth(width)
        return made

    def _notes(self, words: str) -> QTextDocument:
        made = SafeDocument()
        made.setDefaultFont(font(9.5))
        made.setDocumentMargin(0)
        made.setIndentWidth(6 * MM)
        fill(made, words)
        _space_out(made)
        made.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, "text")
        made.setTextWidth(self._room)
        return made

    # Breaking pages ----------------------------------------------------------------------------------

    def _left(self) -> float:
        return self.height - BOTTOM - self._y

    def _new_sheet(self) -> None:
        self.sheets.append(Sheet())
        self._y = TOP

    def _section(self, section: Section) -> None:
        title = self._text(section.title, 12, self._room, bold=True, token="accent_text")
        rows = [self._documents(row) for row in section.rows]
        first = max(document.size().height() for document, _ in rows[0])
        needed = 6 * MM + title.size().height() + 3 * MM + min(first, 3 * 12 * DPI / 72)
        if self._left() < needed:
            self._new_sheet()
        else:
            self._y += 6 * MM
        self._put(title, SIDE)
        self._y += 1 * MM
        self.sheets[-1].rules.append((self._y, "border_strong"))
        self._y += 2 * MM
        for row in rows:
            self._row(row)
            self._y += 1.6 * MM

    def _documents(self, row: Row) -> list[tuple[QTextDocument, float]]:
        if row.markdown:
            return [(self._notes(row.value), SIDE)]
        token = "text" if row.strong else "text_secondary"
        name = self._text(row.name, 9.5 if row.strong else 9, NAMES, bold=row.strong, token=token)
        value = self._text(row.value, 9.5, self._room - NAMES - GAP)
        return [(name, SIDE), (value, SIDE + NAMES + GAP)]

    def _row(self, row: list[tuple[QTextDocument, float]]) -> None:
        height = max(document.size().height() for document, _ in row)
        page = self.height - TOP - BOTTOM
        if height <= self._left():
            self._place(row, height)
        elif height <= page * WHOLE:
            self._new_sheet()
            self._place(row, height)
        else:
            for document, x in row[:-1]:
                self.sheets[-1].pieces.append(Piece(document, x, self._y, 0, document.size().height()))
            self._put(*row[-1])

    def _place(self, row: list[tuple[QTextDocument, float]], height: float) -> None:
        for document, x in row:
            self.sheets[-1].pieces.append(Piece(document, x, self._y, 0, document.size().height()))
        self._y += height

    def _put(self, document: QTextDocument, x: float) -> None:
        """Puts a text where we are, broken between lines where it does not fit."""
        whole, top = document.size().height(), 0.0
        ends = [*_line_ends(document), whole]
        while whole - top > self._left():
            fitting = [end for end in ends if top < end <= top + self._left()]
            if not fitting:
                if self._y <= TOP:
                    fitting = [top + self._left()]  # a line higher than a page: nothing better can be done
                else:
                    self._new_sheet()
                    continue
            height = fitting[-1] - top
            self.sheets[-1].pieces.append(Piece(document, x, self._y, top, height))
            top = fitting[-1]
            self._new_sheet()
        self.sheets[-1].pieces.append(Piece(document, x, self._y, top, whole - top))
        self._y += whole - top

    # Drawing -----------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, number: int) -> None:
        """Draws a page (from 0); the painter's scale makes 720 units an inch."""
        sheet = self.sheets[number]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for y, token in sheet.rules:
            painter.fillRect(QRectF(SIDE, y, self._room, 0.2 * MM), LIGHT.colour(token))
        for piece in sheet.pieces:
            self._draw_piece(painter, piece)
        self._draw_frame(painter, number)

    @staticmethod
    def _draw_piece(painter: QPainter, piece: Piece) -> None:
        painter.save()
        painter.translate(QPointF(piece.x, piece.y - piece.top))
        area = QRectF(0, piece.top, piece.document.textWidth() + MM, piece.height)
        if piece.top > 0 or piece.height < piece.document.size().height():
            painter.setClipRect(area)
        token = piece.document.metaInformation(QTextDocument.MetaInformation.DocumentTitle)
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, LIGHT.colour(token))
        palette.setColor(QPalette.ColorRole.Link, LIGHT.colour("accent_text"))
        context.palette = palette
        context.clip = area
        piece.document.documentLayout().draw(painter, context)
        painter.restore()

    def _draw_frame(self, painter: QPainter, number: int) -> None:
        small = font(8)
        painter.setFont(small)
        painter.setPen(LIGHT.colour("text_tertiary"))
        metrics = QFontMetricsF(small)
        foot = QRectF(SIDE, self.height - BOTTOM + 6 * MM, self._room, metrics.height())
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        right, left = flags | int(Qt.AlignmentFlag.AlignRight), flags | int(Qt.AlignmentFlag.AlignLeft)
        page = QCoreApplication.translate("messages", PAGE_OF)
        page = page.replace("{number}", str(number + 1)).replace("{pages}", str(len(self.sheets)))
        painter.drawText(foot, left, self.content.printed)
        painter.drawText(foot, right, page)
        if number:
            head = QRectF(SIDE, 12 * MM, self._room, metrics.height())
            code = metrics.horizontalAdvance(self.content.code) + GAP
            name = metrics.elidedText(self.content.title, Qt.TextElideMode.ElideRight, head.width() - code)
            painter.drawText(head, left, name)
            painter.drawText(head, right, self.content.code)
            painter.fillRect(QRectF(SIDE, 17 * MM, self._room, 0.2 * MM), LIGHT.colour("border"))

    def print_on(self, device: QPagedPaintDevice) -> bool:
        """Draws all pages; False where the device could not begin."""
        painter = QPainter()
        if not painter.begin(device):
            return False
        scale = device.logicalDpiX() / DPI
        for number in range(len(self.sheets)):
            if number:
                device.newPage()
            painter.save()
            painter.scale(scale, scale)
            self.draw(painter, number)
            painter.restore()
        return painter.end()

    def picture(self, number: int, width: int) -> QImage:
        """A page as a picture of that width."""
        scale = width / self.width
        made = QImage(width, round(self.height * scale), QImage.Format.Format_RGB32)
        made.fill(QColor(LIGHT.surface))
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale, scale)
        self.draw(painter, number)
        painter.end()
        return made

    def page_layout(self) -> QPageLayout:
        """The whole sheet: the margins are ours."""
        layout = QPageLayout(self.size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        layout.setMode(QPageLayout.Mode.FullPageMode)
        return layout


def _lead(document: QTextDocument) -> None:
    """Room between lines, as running text wants it."""
    form = QTextBlockFormat()
    form.setLineHeight(LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(form)


def _space_out(document: QTextDocument) -> None:
    """Room between paragraphs, headings and cells; Qt's own is meant for a screen of 96 dots an inch."""
    _lead(document)
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        form = QTextBlockFormat()
        table = cursor.currentTable()
        if table is not None:
            made = table.format()
            made.setCellPadding(1 * MM)
            made.setCellSpacing(0)
            made.setBorder(0.2 * MM)
            made.setBorderCollapse(True)
            table.setFormat(made)
        form.setTopMargin(2 * MM if block.blockFormat().headingLevel() else 0)
        form.setBottomMargin(0 if table is not None else 0.6 * MM if block.textList() is not None else 1.8 * MM)
        cursor.mergeBlockFormat(form)
        block = block.next()


def _line_ends(document: QTextDocument) -> list[float]:
    ends = []
    block = document.begin()
    layout = document.documentLayout()
    while block.isValid():
        origin = layout.blockBoundingRect(block).topLeft()
        lines = block.layout()
        ends += [origin.y() + lines.lineAt(at).rect().bottom() for at in range(lines.lineCount())]
        block = block.next()
    return ends


def write_pdf(content: Content, paper: str, path: Path) -> int:
    """Writes a PDF file with its fonts in it; answers how many pages. For a worker. Raises OSError."""
    import os
    import tempfile

    pages = Paper(content, paper)
    handle, name = tempfile.mkstemp(prefix=".", suffix=".pdf", dir=path.parent)
    os.close(handle)
    try:
        writer = QPdfWriter(name)
        writer.setResolution(DPI)
        writer.setPageLayout(pages.page_layout())
        writer.setTitle(f"{content.title} {content.code}")
        writer.setCreator("Desktop CRM")
        if not pages.print_on(writer):
            raise OSError(f"{path}: could not be written")
        del writer
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return len(pages.sheets)
