"""Which encoding a text file is in. What it cannot be is found by decoding all of it; between the two Chinese families
that are left, the characters that people write most decide."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

from desktop_crm.models.exchange.cells import refused
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.sources import ENCODING_NAMES
from desktop_crm.models.text.simplified import simplified

MAX_BYTES = 1024 * 1024 * 1024
_CHUNK = 1 << 20
_SAMPLE = 1 << 18
# GB18030 holds all of GBK and GB2312. Microsoft's Big5 first: it is what a Windows program writes.
_CHINESE = ("gb18030", "cp950", "big5hkscs")
_WEST = "cp1252"
# The characters that texts of companies and people are made of. Read in the wrong encoding, one character in fifteen is
# among them by chance; read rightly, every second one.
_FREQUENT = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
    "日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员"
    "解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象"
    "完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运限省县号街镇村楼室座栋单元层厦园广深圳京州杭苏宁武汉庆津青岛连沙郑济肥福昆江浙湖河川陕云贵技贸易商息网络械备材"
    "料筑装饰食服医药流输咨询投融育媒客户称邮箱址联注负责销售采购监姓男职李赵刘陈杨黄周吴徐孙朱胡郭林罗梁谢宋唐韩冯邓曹彭曾萧田董袁潘蒋蔡余杜叶魏吕丁沈姚卢姜崔钟谭陆汪范石廖贾夏韦付邹孟熊秦邱尹薛闫段雷侯龙"
    "史陶黎贺顾毛郝龚邵钱严覃戴莫孔汤"
)

NO_TEXT = Message(QT_TRANSLATE_NOOP("messages", "it is neither a workbook nor text in UTF-8, UTF-16, GB18030 or Big5."))
NOT_IN = QT_TRANSLATE_NOOP("messages", "it is no text in the encoding {encoding}.")
OTHER_ENCODING = Message(QT_TRANSLATE_NOOP("messages", "Choose another encoding."))
SAVE_AS_UTF8 = Message(
    QT_TRANSLATE_NOOP("messages", "Save it as .xlsx or as “CSV UTF-8” in a spreadsheet program, then import that.")
)
TOO_LARGE = Message(QT_TRANSLATE_NOOP("messages", "it is larger than 1 GB."))


def encodings_of(path: Path, chosen: str = "") -> tuple[str, ...]:
    """The encodings that a text file can be in, the likeliest first; `chosen` goes before all. Reads the whole file.
    Raises UserError for what is no text."""
    if path.stat().st_size > MAX_BYTES:
        raise refused(path, TOO_LARGE, SAVE_AS_UTF8)
    if chosen and not (chosen in ENCODING_NAMES and _decodes(path, chosen)):
        name = ENCODING_NAMES.get(chosen, Message("{name}", {"name": chosen}))
        raise refused(path, Message(NOT_IN, {"encoding": name}), OTHER_ENCODING)
    found = _found(path)
    if chosen and chosen not in found:
        found = (chosen, *found)
    if not found:
        raise refused(path, NO_TEXT, SAVE_AS_UTF8)
    return tuple(sorted(found, key=lambda encoding: encoding != chosen)) if chosen else found


def encoding_of(path: Path) -> str:
    """The likeliest encoding of a text file."""
    return encodings_of(path)[0]


def _found(path: Path) -> tuple[str, ...]:
    with path.open("rb") as file:
        head = file.read(4096)
    if head.startswith(codecs.BOM_UTF8) and _decodes(path, "utf-8-sig"):
        return ("utf-8-sig",)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and _decodes(path, "utf-16"):
        return ("utf-16",)
    little, big = head[1::2].count(0), head[::2].count(0)
    for encoding, zeros, others in (("utf-16-le", little, big), ("utf-16-be", big, little)):
        if zeros > 4 * others and _decodes(path, encoding):
            return (encoding,)
    if _decodes(path, "utf-8"):
        return ("utf-8",) if _is_ascii(path) else ("utf-8", *_chinese(path))
    return _chinese(path) or ((_WEST,) if _is_western(head) and _decodes(path, _WEST) else ())


def _chinese(path: Path) -> tuple[str, ...]:
    """Those Chinese encodings that fit, the likelier first."""
    fitting = [encoding for encoding in _CHINESE if _decodes(path, encoding)]
    if {"cp950", "big5hkscs"} <= set(fitting):
        fitting.remove("big5hkscs")
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    return tuple(sorted(fitting, key=lambda encoding: _likelihood(sample, encoding), reverse=True))


def _likelihood(sample: bytes, encoding: str) -> tuple[float, bool]:
    text = codecs.getincrementaldecoder(encoding)("replace").decode(sample)
    foreign = [char for char in simplified(text) if char > "\u00ff"]
    share = sum(char in _FREQUENT for char in foreign) / len(foreign) if foreign else 0.0
    return share, (encoding == "gb18030") == _in_gb2312(text)


def _in_gb2312(text: str) -> bool:
    try:
        text.encode("gb2312")
    except UnicodeError:
        return False
    return True


def _is_western(head: bytes) -> bool:
    """Mostly ASCII: a letter with an accent here and there."""
    return sum(byte < 128 for byte in head) >= len(head) * 0.7


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _is_ascii(path: Path) -> bool:
    return all(chunk.isascii() for chunk in _chunks(path))


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for chunk in _chunks(path):
            if "\0" in decoder.decode(chunk):
                return False
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True
