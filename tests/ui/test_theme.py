"""The theme: readable in both colour schemes, switched at run time, icons that follow it."""

import gc
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QLabel

from desktop_crm.ui.theme import fonts, icons, tokens
from desktop_crm.ui.theme.style import Theme
from desktop_crm.ui.theme.tokens import DARK, LIGHT, TAG_TOKENS, contrast

UI = Path(__file__).resolve().parents[2] / "desktop_crm" / "ui"
BACKGROUNDS = ("window", "sidebar", "surface", "raised", "sunken", "hover")
TEXTS = ("text", "text_secondary", "text_tertiary", "accent_text", "danger")
PAIRS = [
    *((text, back) for text in TEXTS for back in BACKGROUNDS),
    *(("on_accent", fill) for fill in ("accent", "accent_hover", "accent_pressed")),
    *(("on_accent", fill) for fill in ("danger_fill", "danger_fill_hover")),
    *((name, f"{name}_soft") for name in ("success", "warning", "danger")),
    *((name, "surface") for name in ("success", "warning", "danger")),
    *(("text", back) for back in ("selected", "pressed", "success_soft", "warning_soft", "danger_soft", "accent_soft")),
    ("text_secondary", "selected"),
    ("text_tertiary", "selected"),
    ("accent_text", "accent_soft"),
    ("accent_text", "selected"),
]


@pytest.mark.parametrize("theme_tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "back"), PAIRS)
def test_text_is_readable(theme_tokens, text, back):
    assert contrast(getattr(theme_tokens, text), getattr(theme_tokens, back)) >= 4.5


@pytest.mark.parametrize("theme_tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_tags_and_focus_are_readable(theme_tokens):
    assert len(theme_tokens.tags) == len(TAG_TOKENS) == 8
    for back, text in theme_tokens.tags:
        assert contrast(text, back) >= 4.5
    for back in (*BACKGROUNDS, "selected"):
        assert contrast(theme_tokens.focus, getattr(theme_tokens, back)) >= 3


def test_contrast_matches_the_published_extremes():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_no_colour_outside_the_tokens():
    literal = re.compile(r"#[0-9A-Fa-f]{3,8}\b|rgba?\(|Qt\.GlobalColor\.(?!transparent)")
    found = [
        f"{path.name}: {line.strip()}"
        for path in UI.rglob("*.py")
        if path.name != "tokens.py"
        for line in path.read_text(encoding="utf-8").splitlines()
        if literal.search(line) and "noqa: colour" not in line
    ]
    assert found == []


def test_switching_changes_palette_and_tokens_of_living_widgets(qtbot, theme):
    label = QLabel("客户")
    qtbot.addWidget(label)
    label.show()
    assert tokens.current() is LIGHT
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark")
    assert tokens.current() is DARK
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.text)
    theme.set_mode("light")
    assert tokens.current() is LIGHT


def test_icon_takes_the_colour_of_the_theme_when_painted(theme):
    made = icons.icon("star_filled", "accent")

    def middle():
        return made.pixmap(QSize(32, 32)).toImage().pixelColor(16, 16).name().upper()

    assert middle() == LIGHT.accent
    theme.set_mode("dark")
    assert middle() == DARK.accent


@pytest.mark.parametrize("name", sorted(icons.NAMES))
def test_every_icon_has_a_glyph_inside_its_square(name):
    box = icons.glyph(name).boundingRect()
    assert 0.1 < max(box.width(), box.height()) <= 1.0
    assert box.top() >= -0.05
    assert box.bottom() <= 1.05


def test_a_copied_and_changed_icon_lives_on():
    copies = []
    for _ in range(50):
        copy = QIcon(icons.icon("star_filled", "accent"))
        copy.addPixmap(QPixmap(16, 16))
        copies.append(copy)
    gc.collect()
    for copy in copies:
        assert not copy.pixmap(QSize(16, 16)).isNull()


def test_an_unknown_icon_is_a_programming_error():
    with pytest.raises(KeyError):
        icons.icon("no such thing")


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux"])
def test_each_system_has_a_chinese_face_and_the_persons_choice_comes_first(platform):
    chinese = {"Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC"}
    assert chinese & set(fonts.families(platform=platform))
    assert fonts.families("LXGW WenKai", platform)[0] == "LXGW WenKai"


def test_the_pictures_of_the_style_sheet_are_drawn_once_and_survive_a_folder_that_takes_nothing(qapp, tmp_path):
    folder = tmp_path / "images"
    sheet = Theme(qapp, "light", images=folder.as_posix())._sheet(LIGHT)
    drawn = {file: file.stat().st_mtime_ns for file in folder.iterdir()}
    assert drawn
    assert all(not QPixmap(str(file)).isNull() for file in drawn)
    assert Theme(qapp, "light", images=folder.as_posix())._sheet(LIGHT) == sheet
    assert {file: file.stat().st_mtime_ns for file in folder.iterdir()} == drawn
    occupied = tmp_path / "file"
    occupied.write_text("")
    own = Theme(qapp, "light", images=occupied.as_posix())
    named = re.findall(r"url\(\"?([^)\"]+)", own._sheet(LIGHT))
    assert named
    assert all(Path(one).exists() for one in named)
