"""Icons by meaning, drawn from the Phosphor font that qtawesome brings.

Only the one font is read (importing qtawesome loads all of its fonts). Glyphs are kept as vector paths, so an
icon is sharp at any scale and takes the colour of the theme at the moment it is painted.
"""

from __future__ import annotations

import json
import os
import sys
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QIconEngine, QPainter, QPainterPath, QPixmap, QRawFont, QTransform

from desktop_crm.ui.theme import tokens

NAMES: dict[str, str] = {
    "about": "info",
    "add": "plus",
    "address": "map-pin",
    "app": "circles-three-plus",
    "arrow_down": "arrow-down",
    "arrow_left": "arrow-left",
    "arrow_right": "arrow-right",
    "arrow_up": "arrow-up",
    "assign": "user-plus",
    "attachment": "paperclip",
    "backup": "hard-drives",
    "birthday": "cake",
    "bold": "text-bolder",
    "bug": "bug",
    "calendar": "calendar-blank",
    "call": "phone-call",
    "chart": "chart-bar",
    "check": "check-bold",
    "chevron_down": "caret-down",
    "chevron_left": "caret-left",
    "chevron_right": "caret-right",
    "chevron_up": "caret-up",
    "clear": "x",
    "close": "x",
    "collapse": "caret-double-left",
    "columns": "columns",
    "command": "command",
    "company": "buildings",
    "contact": "identification-card",
    "copy": "copy",
    "customer": "users",
    "dark": "moon",
    "dashboard": "squares-four",
    "database": "database",
    "delete": "trash",
    "dingtalk": "chat-teardrop-dots",
    "drag": "dots-six-vertical",
    "duplicate": "copy-simple",
    "edit": "pencil-simple",
    "email": "envelope-simple",
    "error": "x-circle",
    "expand": "caret-double-right",
    "export": "export",
    "file": "file-text",
    "file_pdf": "file-pdf",
    "filter": "funnel-simple",
    "flag": "flag",
    "folder": "folder-simple",
    "health": "heartbeat",
    "help": "question",
    "history": "clock-counter-clockwise",
    "home": "house-simple",
    "import": "download-simple",
    "info": "info",
    "keyboard": "keyboard",
    "language": "translate",
    "light": "sun",
    "link": "link-simple",
    "list": "list-bullets",
    "lock": "lock-simple",
    "menu": "list",
    "merge": "git-merge",
    "more": "dots-three",
    "next_step": "arrow-elbow-down-right",
    "note": "note",
    "open": "arrow-square-out",
    "open_file": "folder-open",
    "other": "dots-three-circle",
    "owner": "user-circle",
    "paste": "clipboard-text",
    "person": "user",
    "phone": "phone",
    "picture": "image",
    "pin": "push-pin-simple",
    "print": "printer",
    "qq": "chat-circle-text",
    "quit": "sign-out",
    "record": "article",
    "redo": "arrow-u-up-right",
    "refresh": "arrows-clockwise",
    "remove": "minus-circle",
    "restore": "clock-clockwise",
    "save": "floppy-disk",
    "search": "magnifying-glass",
    "selection": "selection-all",
    "settings": "gear-six",
    "sidebar": "layout",
    "sort_down": "arrow-down",
    "sort_up": "arrow-up",
    "source": "path",
    "stage": "flag-banner",
    "star": "star",
    "star_filled": "star-fill",
    "stop": "stop-circle",
    "success": "check-circle",
    "system_theme": "circle-half",
    "tag": "tag",
    "task": "check-square",
    "team": "users-three",
    "theme": "palette",
    "timeline": "activity",
    "today": "sun-horizon",
    "undo": "arrow-u-up-left",
    "view": "eye",
    "warning": "warning",
    "website": "globe-simple",
    "wechat": "chats-circle",
}
"""Semantic name → Phosphor name."""

_EM = 256.0


def _folder() -> str:
    """Where qtawesome keeps its fonts; looked for by hand because importlib.util costs start-up time."""
    for entry in sys.path:
        folder = os.path.join(entry, "qtawesome", "fonts")
        if os.path.isdir(folder):
            return folder
    raise FileNotFoundError("qtawesome is not installed")


@lru_cache(maxsize=1)
def _font() -> tuple[QRawFont, dict[str, str]]:
    """The font at 256 pixels and its name → code point table; read when the first icon is painted."""
    folder = _folder()
    names = [name for name in os.listdir(folder) if name.startswith("phosphor-")]
    table = next(name for name in names if name.endswith(".json"))
    file = next(name for name in names if name.endswith(".ttf"))
    with open(os.path.join(folder, table), encoding="ascii") as stream:
        charmap: dict[str, str] = json.load(stream)
    path = os.path.join(folder, file)
    return QRawFont(path, _EM, QFont.HintingPreference.PreferNoHinting), charmap


@lru_cache(maxsize=256)
def glyph(name: str) -> QPainterPath:
    """The outline of an icon in a square of 0 … 1; raises KeyError for a name outside NAMES."""
    phosphor = NAMES[name]
    font, charmap = _font()
    (index,) = font.glyphIndexesForString(chr(int(charmap[phosphor], 16)))
    path = font.pathForGlyph(index)
    scale = 1.0 / _EM
    move = QTransform().translate(0, font.ascent() * _EM / (font.ascent() + font.descent()))
    return (move * QTransform.fromScale(scale, scale)).map(path)


def paint(painter: QPainter, name: str, rect: QRect | QRectF, token: str = "text_secondary") -> None:
    """Paints an icon centred in `rect` in the colour of a token."""
    area = QRectF(rect)
    side = min(area.width(), area.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.center().x() - side / 2, area.center().y() - side / 2)
    painter.scale(side, side)
    painter.fillPath(glyph(name), tokens.current().colour(token))
    painter.restore()


class ThemeIconEngine(QIconEngine):
    """Paints one glyph in the theme's colour; disabled icons take the disabled text's."""

    def __init__(self, name: str, token: str, checked: str) -> None:
        super().__init__()
        self._name, self._token, self._checked = name, token, checked

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        token = self._checked if state == QIcon.State.On else self._token
        if mode == QIcon.Mode.Disabled:
            token = "text_disabled"
        # Room that is wider than high is a gap between the icon and the words after it.
        paint(painter, self._name, QRect(rect.topLeft(), QSize(min(rect.width(), rect.height()), rect.height())), token)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return ThemeIconEngine(self._name, self._token, self._checked)


def icon(name: str, colour_token: str = "text_secondary", *, checked_token: str = "") -> QIcon:
    """An icon by meaning (a key of NAMES; raises KeyError for others) that follows the theme."""
    if name not in NAMES:
        raise KeyError(name)
    return QIcon(ThemeIconEngine(name, colour_token, checked_token or colour_token))
