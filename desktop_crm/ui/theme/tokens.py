"""Every colour of the interface, light and dark. Nothing outside this file names a colour.

Contrast follows WCAG 2 AA: 4.5:1 for text, 3:1 for icons and the focus ring, as a test proves.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPalette

TAG_TOKENS = tuple(f"tag{number}" for number in range(1, 9))
STEP = 8
"""The grid in device-independent pixels."""
RADIUS = 6
ROW_HEIGHT = 38
FIELD_HEIGHT = 32


class Tokens(NamedTuple):
    """One theme's colours as `#RRGGBB`. `…_soft` is a background on which the plain one is readable."""

    dark: bool
    window: str
    sidebar: str
    surface: str
    raised: str
    sunken: str
    hover: str
    pressed: str
    selected: str
    border: str
    border_strong: str
    text: str
    text_secondary: str
    text_tertiary: str
    text_disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_text: str
    accent_soft: str
    on_accent: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    danger_fill: str
    danger_fill_hover: str
    focus: str
    shadow: str
    skeleton: str
    tags: tuple[tuple[str, str], ...]
    """Background and text of `tag1` … `tag8`."""

    def colour(self, token: str) -> QColor:
        """The colour of a token name; a tag token gives its text colour. Raises KeyError if unknown."""
        if token in TAG_TOKENS:
            return QColor(self.tag(token)[1])
        value = getattr(self, token, None)
        if not isinstance(value, str):
            raise KeyError(token)
        return QColor(value)

    def tag(self, token: str) -> tuple[str, str]:
        """Background and text of a tag; an unknown token gets the first one."""
        index = TAG_TOKENS.index(token) if token in TAG_TOKENS else 0
        return self.tags[index]


LIGHT = Tokens(
    dark=False,
    window="#F7F8FA",
    sidebar="#F0F1F4",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#F3F4F7",
    hover="#EEF0F4",
    pressed="#E4E7ED",
    selected="#E6EBFC",
    border="#E4E6EB",
    border_strong="#C3C8D2",
    text="#1A1D24",
    text_secondary="#505766",
    text_tertiary="#626978",
    text_disabled="#A3A9B5",
    accent="#3B5BDB",
    accent_hover="#3350C9",
    accent_pressed="#2B45B0",
    accent_text="#3350C9",
    accent_soft="#E9EDFC",
    on_accent="#FFFFFF",
    success="#17703F",
    success_soft="#E4F5EB",
    warning="#855400",
    warning_soft="#FDF2D9",
    danger="#B92A25",
    danger_soft="#FDECEA",
    danger_fill="#C8332D",
    danger_fill_hover="#B02A25",
    focus="#3B5BDB",
    shadow="#1A1D24",
    skeleton="#ECEEF2",
    tags=(
        ("#D8E1FD", "#2A42A8"),
        ("#DDF3F4", "#0C616A"),
        ("#E1F4E6", "#1B6536"),
        ("#F6F0D3", "#6A5200"),
        ("#FDEBDA", "#8A4208"),
        ("#FDE7E8", "#A32733"),
        ("#F8E5F3", "#8C2A75"),
        ("#E9EBEF", "#4A5160"),
    ),
)

DARK = Tokens(
    dark=True,
    window="#17181B",
    sidebar="#131417",
    surface="#1D1E22",
    raised="#26282D",
    sunken="#151619",
    hover="#27292F",
    pressed="#30333A",
    selected="#2A3259",
    border="#2D3036",
    border_strong="#474C57",
    text="#ECEEF2",
    text_secondary="#B4BAC6",
    text_tertiary="#989EAC",
    text_disabled="#5E6470",
    accent="#4E68DF",
    accent_hover="#4560D8",
    accent_pressed="#3D56C8",
    accent_text="#A3B3FF",
    accent_soft="#252C4C",
    on_accent="#FFFFFF",
    success="#6FD39A",
    success_soft="#1A3326",
    warning="#F0C063",
    warning_soft="#3A2F17",
    danger="#FF9088",
    danger_soft="#42211F",
    danger_fill="#C8403A",
    danger_fill_hover="#BA3833",
    focus="#8DA0FF",
    shadow="#000000",
    skeleton="#282A30",
    tags=(
        ("#36427A", "#C2CCFF"),
        ("#17383C", "#86DBE3"),
        ("#1D3A27", "#8FDDA8"),
        ("#3A341A", "#E6CF7A"),
        ("#42301F", "#F7B98A"),
        ("#452629", "#FFA8AE"),
        ("#40263A", "#F0A6DC"),
        ("#33363D", "#C4CAD6"),
    ),
)


def current() -> Tokens:
    """The tokens of the theme in force. The application's palette is the one place that knows it."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


def fill(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Fills a rectangle. `QPainter.fillRect` takes gradients, too, and for that PySide loads the 180 that Qt names:
    longer than painting a list."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)
    painter.restore()


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast ratio of two `#RRGGBB` colours, 1 … 21."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
