"""Names made comparable: what two people would call the same name gets the same key."""

from __future__ import annotations

import functools
import re
import unicodedata

_PLAIN = re.compile(r"[0-9a-z\u4e00-\u9fff]*")
_ASCII_DROP = re.compile(r"[^0-9a-z]+")
# Latin letters that Unicode does not decompose into a letter and a mark.
_LATIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ŧ": "t"}
)


def fold(text: str) -> str:
    """Letters and digits only, in one width, one case and without Latin accents.

    >>> fold("Ｃafé（上海） №１")
    'cafe上海no1'

    Folding twice changes nothing, and any piece of a folded text folds to itself (apart from leading
    combining marks), which the search grams rely on.
    """
    if text.isascii():
        small = text.lower()
        return small if small.isalnum() else _ASCII_DROP.sub("", small)
    if _PLAIN.fullmatch(text):
        return text
    folded = unicodedata.normalize("NFKC", text).casefold()
    # Case folding can leave compatibility forms and marks out of order, so normalise once more.
    folded = unicodedata.normalize("NFKC", folded).casefold().translate(_LATIN)
    return unicodedata.normalize("NFC", _letters(unicodedata.normalize("NFD", folded)))


def _letters(text: str) -> str:
    """Letters and digits of decomposed text; marks stay only on letters that are not Latin."""
    out: list[str] = []
    keep_marks = False
    for ch in text:
        if ch.isalnum():
            out.append(ch)
            keep_marks = not _is_latin(ch)
        elif keep_marks and unicodedata.category(ch)[0] == "M":
            # Variation selectors choose a glyph, not a letter.
            if not ("\ufe00" <= ch <= "\ufe0f" or "\U000e0100" <= ch <= "\U000e01ef"):
                out.append(ch)
        else:
            keep_marks = False
    return "".join(out)


def _is_latin(ch: str) -> bool:
    return ch < "\u0250" or "\u1e00" <= ch <= "\u1eff"


def name_key(name: str) -> str:
    """The key under which a name is stored and compared: `fold`."""
    return fold(name)


_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_SPACE = re.compile(r"\s+")
_CONTROL_CHARS = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e"
    r"\u2066-\u2069\ufeff\ud800-\udfff"
)
_CONTROLS = re.compile(f"[{_CONTROL_CHARS}]")
_PLAIN_WORD = f"[^\\s０-９Ａ-Ｚａ-ｚ{_CONTROL_CHARS}]+"
_TIDY = re.compile(f"(?:{_PLAIN_WORD}(?: {_PLAIN_WORD})*)?")


def tidy(text: str) -> str:
    """One line as it is stored: no outer or double white space, no control characters, letters and digits in
    half width. Chinese punctuation stays: 华为（深圳） is a spelling, not a slip."""
    if _TIDY.fullmatch(text):
        return text
    return _SPACE.sub(" ", _CONTROLS.sub("", _SPACE.sub(" ", text))).strip().translate(_WIDE)


def tidy_lines(text: str) -> str:
    """Text of several lines as it is stored: one kind of line end, no control characters, no outer spaces."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")).strip()


_CHINESE_FORMS = re.compile(
    "(?:股份)?有限(?:责任|責任)?公司|(?:普通|特殊普通|有限)合伙(?:企业)?|合伙企业|个人独资企业|个体工商户|股份公司"
)
_CHINESE_TAIL = re.compile("(?:集团|集團)?(?:总公司|總公司|公司)?$")
DOTTED = re.compile(r"(?<![^\W\d_])((?:[a-z]\.){2,}[a-z]?)(?![^\W\d_])")
_WORDS = re.compile(r"[^\W_]+")
FORM_WORDS = re.compile(
    "ab|ag|aps|as|bhd|bv|co|company|corp|corporation|gmbh|group|inc|incorporated|kg|kk|limited|llc|llp|lp|"
    "ltd|mbh|nv|oyj?|plc|pte|pty|pvt|sarl|sas?|sdn|se|spa|srl"
)
SPACED_FORMS = re.compile(r"\bgesellschaft mit beschränkter haftung\b|\bkabushiki kaisha\b")


@functools.lru_cache(maxsize=8192)
def company_key(name: str) -> str:
    """The name of a company without its legal form, folded, to notice twins.

    >>> company_key("华为技术（深圳）有限公司") == company_key("华为技术(深圳)")
    True
    >>> company_key("Acme Trading Co., Ltd.")
    'acmetrading'

    A branch (分公司) keeps its mark: it is another customer. A name that is nothing but a legal form falls
    back to `fold`, so that a name with letters never has an empty key.
    """
    text = unicodedata.normalize("NFKC", name).casefold()
    if "." in text:
        text = DOTTED.sub(lambda match: match[1].replace(".", ""), text)
    if " " in text:
        text = SPACED_FORMS.sub(" ", text)
    words: list[str] = _WORDS.findall(text)
    while len(words) > 1 and FORM_WORDS.fullmatch(words[-1]):
        words.pop()
    key = _CHINESE_FORMS.sub("", fold("".join(words)))
    if not key.endswith("分公司"):
        key = _CHINESE_TAIL.sub("", key)
    return key or fold(name)
