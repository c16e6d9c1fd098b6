"""A round mark for a person or a company: initials or the first Chinese character on a colour of its own."""

from __future__ import annotations

import unicodedata
import zlib

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_crm.ui.theme.tokens import TAG_TOKENS
from desktop_crm.ui.widgets.chips import tone_colours

# What tells no company from another: legal forms and small words, each between spaces.
_DROPPED = (
    "  the a an and of for ltd limited inc incorporated llc llp lp plc co company corp corporation gmbh ag kg ohg ug sa"
    " sas sarl srl spa bv nv ab as oy oyj aps pty pvt pte bhd sdn kk "
)
# Provinces and large cities, as company names begin with them, with or without 省 or 市.
_PLACES = (
    " 北京 上海 天津 重庆 河北 山西 内蒙古 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南"
    " 广东 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾 广州 深圳 珠海 佛山 东莞"
    " 中山 惠州 杭州 宁波 温州 嘉兴 南京 苏州 无锡 常州 合肥 福州 厦门 泉州 南昌 济南 青岛 烟台 郑州 洛阳"
    " 武汉 长沙 成都 贵阳 昆明 西安 兰州 太原 石家庄 沈阳 大连 长春 哈尔滨 南宁 海口 "
)
_ENDS = frozenset("省市县区")
_SHORTEST = 5


def initials(name: str) -> str:
    """One Chinese character, or up to two Latin initials; ? for nothing. Of a company, what tells it from others:
    neither its place nor its legal form.

    >>> initials("华为技术"), initials("Ada Lovelace"), initials("Adams & Cooper Builders Group Ltd")
    ('华', 'AL', 'AC')
    """
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return "?"
    if _is_wide(words[0][0]):
        return _without_places(words[0])[0]
    telling = [word for word in words if f" {_plain(word)} " not in _DROPPED] or words
    # "Adams & Cooper Builders" is known by its first words, a person by the first and the last.
    company = len(telling) < len(words) or "&" in name
    second = telling[1 if company else -1] if len(telling) > 1 else ""
    return (telling[0][0] + (second[0] if second and not _is_wide(second[0]) else "")).upper()


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _plain(word: str) -> str:
    return "".join(character for character in word.casefold() if character.isalnum())


def _without_places(name: str) -> str:
    """A Chinese company's name without the places that it begins with: 北京市海淀区华为… is 华为…"""
    if len(name) < _SHORTEST:
        return name
    rest, found = name, True
    while found:
        size = next((size for size in (2, 3) if f" {rest[:size]} " in _PLACES), 0)
        # A district, or a city that is not listed, says that it is one; it counts only behind a place.
        size = size or next((size for size in (2, 3) if rest is not name and rest[size : size + 1] in _ENDS), 0)
        found = 0 < size < len(rest) - 1
        if found:
            rest = rest[size + 1 :] if rest[size] in _ENDS else rest[size:]
    return rest


def tone(name: str) -> str:
    """The tag token that a name always gets."""
    return TAG_TOKENS[zlib.crc32(name.encode()) % (len(TAG_TOKENS) - 1)]


def paint_avatar(painter: QPainter, rect: QRectF, name: str, font: QFont) -> None:
    """Paints the mark of `name` into a square."""
    back, ink = tone_colours(tone(name))
    text = initials(name)
    small = QFont(font)
    small.setPixelSize(round(rect.height() * (0.46 if len(text) == 1 else 0.38)))
    small.setWeight(QFont.Weight.DemiBold)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(back)
    painter.drawEllipse(rect)
    painter.setPen(ink)
    painter.setFont(small)
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.restore()


class Avatar(QWidget):
    """The mark of a name, `side` pixels wide."""

    def __init__(self, name: str = "", side: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._side = name, side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, _: QPaintEvent) -> None:
        paint_avatar(QPainter(self), QRectF(self.rect()), self._name, self.font())
