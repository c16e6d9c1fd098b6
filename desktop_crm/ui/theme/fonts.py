"""Font families that show Chinese and Latin text equally well on each system, and the sizes in use."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFont

FAMILIES: dict[str, tuple[str, ...]] = {
    "win32": ("Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "SimHei"),
    "darwin": (".AppleSystemUIFont", "SF Pro Text", "PingFang SC", "Hiragino Sans GB"),
    "linux": ("Noto Sans", "Inter", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "DejaVu Sans"),
}
SCALE = {"caption": 0.9, "body": 1.0, "heading": 1.15, "title": 1.55, "figure": 1.7}
"""Text roles and their size as a multiple of the base size."""


def families(override: str = "", platform: str = sys.platform) -> list[str]:
    """The families to ask for, best first; `override` is the person's own choice."""
    known = FAMILIES.get(platform, FAMILIES["linux"])
    return [override, *known] if override else list(known)


def base_size(platform: str = sys.platform) -> float:
    """The size of running text in points."""
    return 13.0 if platform == "darwin" else 10.0


def application_font(override: str = "", size: float = 0.0) -> QFont:
    """The application's font; `size` in points, 0 for the system's usual one."""
    font = QFont()
    font.setFamilies(families(override))
    font.setPointSizeF(size or base_size())
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def tabular(font: QFont) -> QFont:
    """A copy whose figures all have one width, where the font knows how."""
    copy = QFont(font)
    copy.setFeature(QFont.Tag.fromString("tnum"), 1)
    return copy


def scaled(font: QFont, role: str, *, weight: QFont.Weight | None = None) -> QFont:
    """A copy at the size of a text role (a key of SCALE)."""
    copy = QFont(font)
    copy.setPointSizeF(font.pointSizeF() * SCALE[role])
    if weight is not None:
        copy.setWeight(weight)
    return copy
