"""Phone numbers: one stored form (E.164, RFC 3966 extension), readable, and searchable by digits."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

MAX_TEXT = 64

_MOBILE = re.compile(r"(?:\+?86|0086)?(1[3-9][0-9]{9})")
_FILLERS = re.compile(r"[\s\-‐-―−().·•\u200b-\u200f\u202a-\u202e\u2060\ufeff]+")
_SCIENTIFIC = re.compile(r"[0-9](?:\.[0-9]*)?e\+?[0-9]+$", re.IGNORECASE)
_FLOAT = re.compile(r"(\+?[0-9]{5,})\.0+")
_EXTENSION = re.compile(
    r"\s*(?:;\s*ext=|转|轉|分机号?|分機號?|extension|ext\.?|#|x)\s*[:.：]?\s*([0-9]{1,8})$", re.IGNORECASE
)
# 0755-28780808-123: the habit of writing an extension after one more dash.
_DASH_EXTENSION = re.compile(r"((?:\+86[\s-]?|0)[0-9]{2,3}[\s-]?[0-9]{7,8})-([0-9]{1,6})")
# Service numbers that exist inside China only: 110, 12345, 10086, 95588, 96110 and longer 95/96 numbers.
_SHORT = re.compile(r"1[12][0-9]|1[012][0-9]{3}|9[56][0-9]{3,6}")
_SEPARATORS = re.compile(r"[/、,，;；|\r\n]+(?!ext=)|\s+(?:或|or)\s+")
_CHINESE = re.compile(r"\+86(1[3-9][0-9]{9}|[48]00[0-9]{7})")
# Landlines, as the library groups them at thirty times the cost: area code, then 8 digits, or 7 in smaller places.
_LANDLINE = re.compile(r"\+86(?:(10|2[0-9])([0-9]{4})|((?:[3-8][0-9]|9[0-47-9])[0-9])([0-9]{3,4}))([0-9]{4})")
# A landline as people write it: 0755-28780808, +86 755 28780808.
_TYPED_LANDLINE = re.compile(r"(?:0|\+86[ -]?)([1-9][0-9]{1,2})[ -]?([0-9]{7,8})")


@functools.cache
def _chinese_landline() -> re.Pattern[str]:
    """What the library takes for a Chinese landline, without its forty steps around one pattern."""
    import phonenumbers

    known = phonenumbers.PhoneMetadata.metadata_for_region("CN")
    pattern = known.fixed_line.national_number_pattern if known and known.fixed_line else None
    return re.compile(pattern or "(?!)")


# A file's values are checked, normalised and looked for one after the other.
@functools.lru_cache(maxsize=8192)
def normalise_phone(text: str, region: str = "CN") -> str | None:
    """E.164 (`+8613800138000`), an extension as `;ext=12`; None if it is no phone number.

    Full-width digits, spaces, dashes, brackets and the usual words for an extension are accepted. A number
    without a country code is read as one of `region`. Chinese service numbers that cannot be dialled from
    abroad (95588, 10086, 12345) have no E.164 form and are kept as their digits. Numbers that a
    spreadsheet has turned into scientific notation have lost digits and are refused.
    """
    text = unicodedata.normalize("NFKC", text).strip()
    if not text or len(text) > MAX_TEXT:
        return None
    bare = _FILLERS.sub("", text)
    mobile = _MOBILE.fullmatch(bare)
    if mobile and (region == "CN" or bare.startswith(("+", "00"))):
        return f"+86{mobile[1]}"
    landline = _TYPED_LANDLINE.fullmatch(text) if region == "CN" else None
    if landline and _chinese_landline().fullmatch(digits := landline[1] + landline[2]):
        return f"+86{digits}"
    if _SCIENTIFIC.search(text):
        return None
    number, extension = _split_extension(text)
    if region == "CN" and not extension and (short := _short_number(_FILLERS.sub("", number))):
        return short
    if region == "CN" and (mobile := _MOBILE.fullmatch(_FILLERS.sub("", number))):
        stored: str | None = f"+86{mobile[1]}"
    else:
        stored = _parse(number, region)
    return f"{stored};ext={extension}" if stored and extension else stored


def _split_extension(text: str) -> tuple[str, str]:
    if match := _FLOAT.fullmatch(text):
        return match[1], ""
    if match := _DASH_EXTENSION.fullmatch(text):
        return match[1], match[2]
    if match := _EXTENSION.search(text):
        return text[: match.start()], match[1]
    return text, ""


def _short_number(bare: str) -> str | None:
    digits = bare.removeprefix("+86")
    return digits if _SHORT.fullmatch(digits) else None


# A customer is normalised, validated and looked for by the same few numbers.
@functools.lru_cache(maxsize=4096)
def _parse(number: str, region: str) -> str | None:
    import phonenumbers

    number = number.removeprefix("tel:")
    if region == "CN" and number.startswith("00"):
        number = "+" + number[2:].lstrip(" -")
    # The library would read letters as the keys of a telephone: 1-800-FLOWERS, but also a stray name.
    if any(ch.isalpha() for ch in number):
        return None
    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(parsed) or parsed.extension:
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def split_phones(text: str) -> tuple[str, ...]:
    """The single numbers of a cell that holds several (`138…/139…`), as written."""
    return tuple(part.strip() for part in _SEPARATORS.split(text) if part.strip())


@functools.lru_cache(maxsize=8192)
def format_phone(stored: str, extension_word: str = "ext.") -> str:
    """A stored number for people: `+86 138 0013 8000`, `+86 755 2878 0808 ext. 12`.

    What is not E.164 (a service number, an old value) is shown as it is.
    """
    return shown_phone(stored, extension_word)


def shown_phone(stored: str, extension_word: str = "ext.") -> str:
    """As `format_phone`, for very many different numbers: none is remembered."""
    if _CHINESE.fullmatch(stored):
        middle = 10 if len(stored) == 14 else 9
        return f"+86 {stored[3:6]} {stored[6:middle]} {stored[middle:]}"
    if match := _LANDLINE.fullmatch(stored):
        area, first, short_area, short_first, last = match.groups()
        return f"+86 {area} {first} {last}" if area else f"+86 {short_area} {short_first} {last}"
    number, _, extension = stored.partition(";ext=")
    if extension and number:
        return f"{shown_phone(number)} {extension_word} {extension}"
    return _abroad(stored) if stored.startswith("+") else stored


def _abroad(number: str) -> str:
    """As the library shows a number, at a twentieth of the cost where nothing of it needs a second look."""
    code = _country(number[1:4])
    digits = number[len(code) + 1 :]
    if code and digits.isdecimal() and 4 < len(digits) < 16:
        prefix, formats = _formats(code)
        if not digits.startswith("0") and not (prefix and prefix.match(digits)):
            for leading, pattern, form in formats:
                if (leading is None or leading.match(digits)) and pattern.fullmatch(digits):
                    return f"+{code} {pattern.sub(form, digits)}"
    import phonenumbers

    try:
        parsed: PhoneNumber = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


@functools.lru_cache(maxsize=1024)
def _country(start: str) -> str:
    """The country code that some digits begin with; no code begins with another one."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE as KNOWN

    found = (start[:n] for n in (1, 2, 3) if start[:n].isdecimal())
    return next((code for code in found if int(code) in KNOWN), "")


_Formats: TypeAlias = list[tuple[re.Pattern[str] | None, re.Pattern[str], str]]


@functools.cache
def _formats(code: str) -> tuple[re.Pattern[str] | None, _Formats]:
    """Of a country: what may stand before its numbers at home, and how they are grouped."""
    from phonenumbers import PhoneMetadata, region_code_for_country_code

    region = region_code_for_country_code(int(code))
    place = PhoneMetadata.metadata_for_region_or_calling_code(int(code), region)
    if place is None:
        return None, []
    prefix = re.compile(place.national_prefix_for_parsing) if place.national_prefix_for_parsing else None
    return prefix, [
        (
            re.compile(one.leading_digits_pattern[-1]) if one.leading_digits_pattern else None,
            re.compile(one.pattern),
            one.format,
        )
        for one in place.intl_number_format or place.number_format
        if one.pattern and one.format
    ]


def phone_digits(stored: str) -> str:
    """The digits as one dials and types them at home, for search: `13800138000`, `075528780808`.

    Chinese landlines get their trunk 0, foreign numbers keep their country code, extensions are left out.
    """
    number = stored.partition(";ext=")[0]
    if match := _CHINESE.fullmatch(number):
        return match[1]
    digits = "".join(ch for ch in number if ch.isdecimal())
    return "0" + digits[2:] if number.startswith("+86") else digits
