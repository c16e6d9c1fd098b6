"""Applies the theme: Fusion with one palette and one style sheet, both made of the tokens."""

from __future__ import annotations

from string import Template
from typing import Literal

from PySide6.QtCore import QDir, QFile, QIODevice, QObject, QRect, QSaveFile, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from desktop_crm.ui.theme import fonts, icons
from desktop_crm.ui.theme.qss import SHEET
from desktop_crm.ui.theme.tokens import DARK, LIGHT, Tokens

Mode = Literal["system", "light", "dark"]
_IMAGES = {
    "chevron_down": ("chevron_down", "text_secondary"),
    "chevron_up": ("chevron_up", "text_secondary"),
    "chevron_left": ("chevron_left", "text_secondary"),
    "chevron_right": ("chevron_right", "text_secondary"),
    "check": ("check", "on_accent"),
    "check_text": ("check", "accent_text"),
    "minus": ("minus", "on_accent"),
    "dot": ("dot", "on_accent"),
}
# A property of an application that was made with "-style fusion". That is what the real one does: PySide loads every
# class of styles that there is to set one later.
FUSION = "fusion"
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """The look of the whole application. Make one after the QApplication and before the first widget."""

    changed = Signal()

    def __init__(
        self, app: QApplication, mode: Mode = "system", family: str = "", size: float = 0.0, images: str = ""
    ) -> None:
        """`family` and `size` (points) override the font; empty and 0 mean the system's usual one. `images`: a
        folder for the small pictures that the style sheet names, kept from start to start; "" for one of its own."""
        super().__init__(app)
        self._app = app
        self._mode: Mode = mode
        self._applied: Tokens | None = None
        self._kept = images
        self._temporary: QTemporaryDir | None = None
        self._font = fonts.application_font(family, size)
        if mode != "system":
            app.styleHints().setColorScheme(_SCHEMES[mode])
        if not app.property(FUSION):
            from PySide6.QtWidgets import QStyleFactory

            app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(self._font)
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._apply()

    @property
    def mode(self) -> Mode:
        return self._mode

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        if self._mode == "system":
            return DARK if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._mode == "dark" else LIGHT

    def set_mode(self, mode: Mode) -> None:
        """Follows the system, or stays light or dark; takes effect at once."""
        self._mode = mode
        self._app.styleHints().setColorScheme(_SCHEMES[mode])
        self._apply()

    def set_font(self, family: str = "", size: float = 0.0) -> None:
        """The person's font; empty and 0 mean the system's usual one."""
        self._font = fonts.application_font(family, size)
        self._applied = None
        self._apply()

    def _follow(self, _: Qt.ColorScheme) -> None:
        self._apply()

    def _apply(self) -> None:
        wanted = self.tokens
        if wanted is self._applied and self._app.palette().color(QPalette.ColorRole.Window) == QColor(wanted.window):
            return
        self._applied = wanted
        shown = [window for window in self._app.topLevelWidgets() if window.isVisible()]
        for window in shown:
            window.setUpdatesEnabled(False)
        try:
            self._app.setFont(self._font)
            self._app.setPalette(palette(wanted))
            self._app.setStyleSheet(self._sheet(wanted))
        finally:
            for window in shown:
                window.setUpdatesEnabled(True)
        self.changed.emit()

    def _sheet(self, colours: Tokens) -> str:
        values = colours._asdict()
        base = self._font.pointSizeF()
        values |= {f"pt_{role}": f"{base * scale:.1f}" for role, scale in fonts.SCALE.items()}
        values |= {f"img_{name}": self._image(name, colours) for name in _IMAGES}
        return Template(SHEET).substitute(values)

    def _image(self, key: str, colours: Tokens) -> str:
        """Style sheets can only name files: writes the tinted icon if it is not there and answers its path."""
        name = f"{self._folder()}/{key}-{colours.colour(_IMAGES[key][1]).name()[1:]}"
        # The second one last: if it is there, both are.
        if QFile.exists(f"{name}@2x.png"):
            return f"{name}.png"
        for scale, suffix in ((1, ""), (2, "@2x")):
            side = 16 * scale
            pixmap = QPixmap(side, side)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _draw(painter, _IMAGES[key], side, colours)
            painter.end()
            # Whole or not at all: another start may look at the same moment.
            file = QSaveFile(f"{name}{suffix}.png")
            written = file.open(QIODevice.OpenModeFlag.WriteOnly) and pixmap.save(file, "PNG") and file.commit()
            if not written and self._kept:
                # A cache folder that takes nothing.
                self._kept = ""
                return self._image(key, colours)
        return f"{name}.png"

    def _folder(self) -> str:
        if self._kept and (QDir(self._kept).exists() or QDir().mkpath(self._kept)):
            return self._kept
        self._kept = ""
        if self._temporary is None:
            self._temporary = QTemporaryDir()
        return self._temporary.path().replace("\\", "/")


def _draw(painter: QPainter, image: tuple[str, str], side: int, colours: Tokens) -> None:
    shape, token = image
    colour = colours.colour(token)
    if shape in icons.NAMES:
        painter.scale(side, side)
        painter.fillPath(icons.glyph(shape), colour)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if shape == "dot":
        painter.drawEllipse(QRect(side * 5 // 16, side * 5 // 16, side * 6 // 16, side * 6 // 16))
    else:
        painter.drawRoundedRect(QRect(side * 3 // 16, side * 7 // 16, side * 10 // 16, side * 2 // 16), 1, 1)


def palette(colours: Tokens) -> QPalette:
    """The Qt palette of the tokens, for what no style sheet rule names."""
    made = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: "window",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "surface",
        role.Text: "text",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "danger",
        role.ToolTipBase: "raised",
        role.ToolTipText: "text",
        role.PlaceholderText: "text_tertiary",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Accent: "accent",
        role.Link: "accent_text",
        role.LinkVisited: "accent_text",
        role.Light: "raised",
        role.Midlight: "border",
        role.Mid: "border_strong",
        role.Dark: "border_strong",
        role.Shadow: "shadow",
    }
    for key, token in pairs.items():
        made.setColor(key, colours.colour(token))
    for key in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, key, colours.colour("text_disabled"))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, colours.colour("border_strong"))
    return made
