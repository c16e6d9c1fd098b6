"""Notes written in Markdown, shown safely: no HTML, nothing is loaded from anywhere, links only after a click."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent, QTextDocument, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

LONGEST = 20_000
MOST_LINES = 600
MOST_COLUMNS = 200
LINKS = ("http", "https", "mailto")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
# Markdown nests quotes and lists without end; a document that nests a thousand deep takes minutes to lay out.
_NESTED = re.compile(r"^(?:\s*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s))){6,}", re.MULTILINE)
_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


def prepared(source: str) -> str:
    """The text with its line ends kept, as people write notes, and without absurd depth."""
    lines, fenced = [], False
    for line in _NESTED.sub("> ", source).split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
            lines.append(line)
        else:
            lines.append(line if fenced or not line.strip() else f"{line}  ")
    return "\n".join(lines)


def is_heavy(source: str) -> bool:
    """Whether Qt would take seconds over it: thousands of points, columns or marks, as no note has them."""
    lines = source.split("\n")
    return len(lines) > MOST_LINES or source.count("`") > MOST_LINES or max(map(_marks, lines)) > MOST_COLUMNS


def _marks(line: str) -> int:
    return max(line.count(mark) for mark in "|[*_~")


def fill(document: QTextDocument, source: str) -> None:
    """Puts Markdown into a document, which should be a `SafeDocument`. What is too heavy stays plain text."""
    source = source[:LONGEST]
    if is_heavy(source):
        document.setPlainText(source)
    else:
        document.setMarkdown(prepared(source), _FEATURES)


class SafeDocument(QTextDocument):
    """Loads nothing: no picture from the web, no file from the disk."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        return None


class MarkdownView(QTextBrowser):
    """As high as its text; the target of a link is its tooltip before anybody clicks."""

    def __init__(self, source: str = "") -> None:
        super().__init__()
        self.setDocument(SafeDocument(self))
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("surface", "plain")
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(open_link)
        self.highlighted.connect(lambda url: self.setToolTip(url.toDisplayString()))
        self.set_markdown(source)

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        return None

    def set_markdown(self, source: str) -> None:
        fill(self.document(), source)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(max(24, round(self.document().size().height()) + 4))


def open_link(url: QUrl) -> bool:
    """Hands a link to the system, if it is one for a browser or a mail program."""
    return url.scheme().casefold() in LINKS and QDesktopServices.openUrl(url)
