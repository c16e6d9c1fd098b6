"""Traditional characters as simplified ones: 華為 and 华为 are one name."""

from __future__ import annotations

import functools
from importlib.resources import files


@functools.cache
def _table() -> dict[int, str]:
    text = files("desktop_crm").joinpath("resources", "traditional.txt").read_text("utf-8")
    traditional, simplified = text.splitlines()
    return {ord(char): to for char, to in zip(traditional, simplified, strict=True)}


def simplified(text: str) -> str:
    """`text` in simplified characters, one for one.

    >>> simplified("臺灣積體電路")
    '台湾积体电路'
    """
    return text if text.isascii() else text.translate(_table())
