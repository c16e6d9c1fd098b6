"""The values of custom fields: one stored text for each, whose order by bytes is the order of the values.

`encode` reads what people write (full-width signs, thousand separators, 2019年7月9日, the label of an option) and what
it made itself, so that encoding twice changes nothing. Types are the values of `FieldType`."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
import uuid
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any, Protocol, TypeAlias
from urllib.parse import urlsplit

from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message, listed
from desktop_crm.models.text import complaints
from desktop_crm.models.text.emails import normalise_email
from desktop_crm.models.text.names import fold, tidy, tidy_lines
from desktop_crm.models.text.phones import normalise_phone

Options: TypeAlias = Sequence[tuple[str, str]]

LIMITS = MappingProxyType({"text": 500, "long_text": 20_000, "url": 500, "phone": 64, "email": 254})
YES, NO = "1", "0"
SEPARATOR = "|"
BETWEEN = "; "  # between the labels of several options in a cell

NUMBER = Message(QT_TRANSLATE_NOOP("messages", "This is not a number. Write it like 1234.56."))
DATE = Message(QT_TRANSLATE_NOOP("messages", "This is not a date. Write it like 2026-03-31."))
OPTION = Message(QT_TRANSLATE_NOOP("messages", "“{value}” is not one of the options: {options}."))
YES_NO = Message(QT_TRANSLATE_NOOP("messages", "Write yes or no."))
URL = Message(QT_TRANSLATE_NOOP("messages", "This is not a web address. It starts with http:// or https://."))
LINK = Message(QT_TRANSLATE_NOOP("messages", "This customer is not known. Choose one from the list."))

# A number is stored as a letter for its sign, its power of ten and its digits; of negative ones the complements.
_DIGITS = 40
_POWER = 500
_STORED_NUMBER = re.compile(r"o0|p[0-9]{3}[0-9]*[1-9]|n[0-9]{3}[0-9]*[0-8]~")
_COMPLEMENT = str.maketrans("0123456789", "9876543210")
_NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:[,' ]\d{3})+|\d{1,4}(?:,\d{4})+)?(?:\.\d*)?")
_MARKS = str.maketrans({"−": "-", "‐": "-", "–": "-", "，": ",", "．": ".", "。": ".", "’": "'", "\u00a0": " "})
_CURRENCY = re.compile(
    r"^([+-]?)\s*(?:[¥￥$€£]|(?:rmb|cny|usd|eur|gbp|hkd|jpy)(?=[\s\d.]))?\s*|\s*(?:元|rmb|cny|usd)$", re.IGNORECASE
)
_DATE = (
    re.compile(r"([0-9]{4})\s*[-./年]\s*([0-9]{1,2})\s*[-./月]\s*([0-9]{1,2})\s*日?(?:[T ]00:00(?::00)?)?"),
    re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})"),
)
_YES = frozenset(["1", "yes", "y", "true", "t", "on", "是", "有", "对", "✓", "√", "☑"])
_NO = frozenset(["0", "no", "n", "false", "f", "off", "否", "无", "不", "不是", "没有", "错", "✗", "×", "x", "☐"])
_HOST = re.compile(r"(?:[^\s./@:\[\]\\]+\.)+[^\s./@:\[\]\\]{2,}|localhost|[0-9]{1,3}(?:\.[0-9]{1,3}){3}")


class Field(Protocol):
    """What `check` must know of a field."""

    @property
    def type(self) -> Any: ...
    @property
    def required(self) -> bool: ...
    @property
    def pairs(self) -> Options: ...


def encode(type: str, text: str, options: Options | None = None) -> str:
    """The stored form of a text; empty stays empty. Raises ValueError where the text is no such value.

    Without `options` a choice is taken for its key."""
    kind = str(type)
    text = tidy_lines(text) if kind == "long_text" else tidy(text)
    if not text:
        return ""
    if kind == "choice":
        return text if options is None else _option(text, options)
    if kind == "choices":
        return _choices(text, options)
    read = _READERS.get(kind)
    return read(text) if read else text


def decode(type: str, stored: str, options: Options | None = None) -> str:
    """A stored value as `encode` reads it: numbers in decimal, options by their labels (without `options` by their
    keys), the rest as it is stored. What is no stored value of the type is shown as it stands."""
    kind = str(type)
    if kind in ("number", "money") and _STORED_NUMBER.fullmatch(stored):
        return format(decode_number(stored), "f")
    if kind == "choice" and options is not None:
        return dict(options).get(stored, stored)
    if kind == "choices":
        labels = dict(options or ())
        return BETWEEN.join(labels.get(key, key) for key in keys(stored))
    return stored


def check(field: Field, text: str) -> Message | None:
    """What is wrong with a text of this field; None if it can be stored."""
    kind = str(field.type)
    if not tidy(text):
        return complaints.REQUIRED if field.required else None
    try:
        stored = encode(kind, text, field.pairs)
    except ValueError as error:
        return _complaint(kind, text, field.pairs, error)
    most = LIMITS.get(kind)
    if most is not None and len(stored) > most:
        return Message(complaints.TOO_LONG.text, {"limit": most, "count": len(stored)})
    return None


def keys(stored: str) -> tuple[str, ...]:
    """The keys of several options."""
    return tuple(key for key in stored.split(SEPARATOR) if key)


def join(chosen: Iterable[str], options: Options) -> str:
    """Several options as they are stored: `|k1|k2|`, in the order of the options."""
    wanted = set(chosen)
    ordered = [key for key, _ in options if key in wanted]
    return SEPARATOR + SEPARATOR.join(ordered) + SEPARATOR if ordered else ""


def encode_number(number: Decimal) -> str:
    """A number as text whose order by bytes is the order of the numbers. Raises ValueError where it is too long."""
    if not number.is_finite():
        raise ValueError(str(number))
    _, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    text = "".join(map(str, digits)).lstrip("0")
    power = len(text) + exponent  # the number is 0.text × 10 ** power
    text = text.rstrip("0")
    if not text:
        return "o0"
    if len(text) > _DIGITS or abs(power) >= _POWER:
        raise ValueError(str(number))
    shown = f"{power + _POWER:03}{text}"
    return f"n{shown.translate(_COMPLEMENT)}~" if number.is_signed() else f"p{shown}"


def decode_number(stored: str) -> Decimal:
    """The number of a stored text."""
    if not _STORED_NUMBER.fullmatch(stored):
        raise ValueError(stored)
    if stored[0] == "o":
        return Decimal(0)
    negative = stored[0] == "n"
    shown = stored[1:-1].translate(_COMPLEMENT) if negative else stored[1:]
    digits = tuple(map(int, shown[3:]))
    return Decimal((int(negative), digits, int(shown[:3]) - _POWER - len(digits)))


TICK, CROSS = "✓", "✗"
"""Yes and no in the history, where the type of a field is no longer known."""
_SIGNS = {"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "HKD": "HK$"}


def shown_number(stored: str, currency: str | None = None) -> str:
    """1,234.5; an amount of money (`currency` is "" where none is said) as ¥1,234.50. Raises ValueError."""
    number = decode_number(stored)
    if currency is None:
        return f"{number:,f}"
    exponent = number.as_tuple().exponent
    places = max(2, -exponent if isinstance(exponent, int) else 2)
    sign, shown = "-" if number < 0 else "", f"{number.copy_abs():,.{places}f}"
    if currency in _SIGNS or not currency:
        return f"{sign}{_SIGNS.get(currency, '')}{shown}"
    return f"{sign}{shown} {currency}"


def _number(text: str) -> str:
    return text if _STORED_NUMBER.fullmatch(text) else encode_number(_decimal(text))


def _decimal(text: str) -> Decimal:
    plain = _CURRENCY.sub(r"\1", unicodedata.normalize("NFKC", text).translate(_MARKS).strip()).strip()
    power = {"万": 4, "亿": 8}.get(plain[-1:], 0)
    plain = plain[:-1].strip() if power else plain
    if not _NUMBER.fullmatch(plain):
        raise ValueError(text)
    try:
        # Not multiplied: arithmetic rounds to the digits of its context.
        return Decimal(re.sub("[,' ]", "", plain) + f"e{power}")
    except InvalidOperation:
        raise ValueError(text) from None


def _date(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).translate(_MARKS)
    for pattern in _DATE:
        if match := pattern.fullmatch(plain):
            return dt.date(*(int(part) for part in match.groups())).isoformat()
    raise ValueError(text)


def _yes_no(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    if plain in _YES:
        return YES
    if plain in _NO:
        return NO
    raise ValueError(text)


def _option(text: str, options: Options) -> str:
    for key, _ in options:
        if key == text:
            return key
    # Signs count where they make the difference: C, C++.
    for alike in (_plain, fold):
        wanted = alike(text)
        for key, label in options:
            if wanted and alike(label) == wanted:
                return key
    raise ValueError(text)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def _choices(text: str, options: Options | None) -> str:
    if options is None:
        found = keys(text)
        return SEPARATOR + SEPARATOR.join(found) + SEPARATOR if found else ""
    found_keys: list[str] = []
    for part in re.split(r"[;；|\n]", text):
        if not part.strip():
            continue
        try:
            found_keys.append(_option(part.strip(), options))
        except ValueError:
            found_keys += [_option(one.strip(), options) for one in re.split("[,，、/]", part) if one.strip()]
    return join(found_keys, options)


def _url(text: str) -> str:
    plain = text if re.match(r"[a-z][a-z0-9+.-]*:(?![0-9])", text, re.IGNORECASE) else f"https://{text}"
    parts = urlsplit(plain)
    scheme, host = parts.scheme.lower(), parts.hostname or ""
    if scheme not in ("http", "https") or re.search(r"\s", plain) or parts.username is not None:
        raise ValueError(text)
    if not _HOST.fullmatch(host):
        raise ValueError(text)
    port = f":{parts.port}" if parts.port else ""
    return parts._replace(scheme=scheme, netloc=f"{host}{port}").geturl()


def _phone(text: str) -> str:
    return _known(normalise_phone(text), text)


def _email(text: str) -> str:
    return _known(normalise_email(text), text)


def _known(value: str | None, text: str) -> str:
    if value is None:
        raise ValueError(text)
    return value


def _link(text: str) -> str:
    return uuid.UUID(text).hex


_READERS: dict[str, Callable[[str], str]] = {
    "number": _number,
    "money": _number,
    "date": _date,
    "yes_no": _yes_no,
    "phone": _phone,
    "email": _email,
    "url": _url,
    "link": _link,
}


def _complaint(kind: str, text: str, options: Options, error: ValueError) -> Message:
    if kind in ("choice", "choices"):
        wrong = str(error) if str(error) in text else text
        return Message(OPTION.text, {"value": wrong, "options": listed([label for _, label in options[:8]])})
    if kind == "phone":
        return complaints.phone(text)
    known = {
        "number": NUMBER,
        "money": NUMBER,
        "date": DATE,
        "yes_no": YES_NO,
        "email": complaints.EMAIL,
        "url": URL,
        "link": LINK,
    }
    return known[kind]
