"""E-mail addresses: checked for form, never asked of a server."""

from __future__ import annotations

import functools
import re
import unicodedata

MAX_LENGTH = 254

_ORDINARY = re.compile(
    r"[A-Za-z0-9_+\-]{1,40}(?:\.[A-Za-z0-9_+\-]{1,40})*@(?:[a-z0-9](?:[a-z0-9\-]{0,40}[a-z0-9])?\.)+[a-z]{2,40}"
)
_STOPS = str.maketrans({"。": ".", "｡": ".", "．": ".", "＠": "@"})
_ANGLE = re.compile(r"[^<>]*<([^<>]+)>")


@functools.lru_cache(maxsize=8192)
def normalise_email(text: str) -> str | None:
    """The address with its domain in lower case, or None if it is not one.

    Full-width signs, `mailto:` and `Name <address>` are accepted. The part before the @ keeps its case.
    """
    text = unicodedata.normalize("NFKC", text.translate(_STOPS)).strip().removeprefix("mailto:")
    if match := _ANGLE.fullmatch(text):
        text = match[1].strip()
    local, at, domain = text.rpartition("@")
    if not at or len(text) > MAX_LENGTH:
        return None
    address = f"{local}@{domain.lower()}"
    # The hyphens 3 and 4 of a label mark an encoded name (xn--), which only the library can judge.
    if len(local) <= 64 and "--" not in domain and _ORDINARY.fullmatch(address):
        return address
    return _checked(address)


def _checked(address: str) -> str | None:
    import email_validator

    try:
        checked = email_validator.validate_email(address, check_deliverability=False)
    except email_validator.EmailNotValidError:
        return None
    return checked.normalized
